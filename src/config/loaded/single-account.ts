import { formatPath } from "../path.ts";
import { isObject } from "../is-object.ts";
import { change } from "./change.ts";
import { drop, objectAt, put } from "./draft.ts";
import { channelNames } from "./places.ts";
import type { LoadStep } from "./step.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** What a channel may say beside its accounts that is about one bot. */
const aboutOneBot: ReadonlySet<string> = new Set([
  ...["name", "token", "tokenFile", "botToken", "appToken", "account", "signalNumber", "authDir", "cliPath"],
  ...["dbPath", "httpUrl", "httpHost", "httpPort", "webhookPath", "webhookUrl", "webhookSecret", "service"],
  ...["region", "homeserver", "userId", "accessToken", "password", "deviceName", "url", "code"],
  ...["dmPolicy", "allowFrom", "groupPolicy", "groupAllowFrom", "defaultTo"],
]);

/** Where less than that is moved beside accounts that have names. */
const movedBesideAccounts: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["telegram", new Set(["botToken", "tokenFile"])],
]);

/** Makes what a channel says about one bot an account of its own, where its accounts have no `default`. */
export const moveSingleAccount: LoadStep = (draft, { behaviours }) => {
  if (!behaviours.has("single-account-moved")) return;
  for (const channel of channelNames(draft.config)) {
    // What of Matrix is about one bot was written elsewhere.
    const section = channel === "matrix" ? undefined : objectAt(draft.config, ["channels", channel]);
    const accounts = section?.["accounts"];
    if (section === undefined || !isObject(accounts)) continue;
    const names = Object.keys(accounts);
    if (names.length === 0 || names.some((name) => lowerCase(name.trim()) === "default")) continue;
    const moved = movedBesideAccounts.get(channel) ?? aboutOneBot;
    for (const name of Object.keys(section).filter((key) => moved.has(key))) {
      const [source, target] = [
        ["channels", channel, name],
        ["channels", channel, "accounts", "default", name],
      ];
      const value = section[name];
      drop(draft, source);
      put(draft, target, value);
      const sentence = `The loader makes \`${formatPath(source)}\` a setting of an account \`default\`, because no account has that name; the others do not inherit it.`;
      draft.changes.push(change("old-setting-moved", target, { from: source, value, sentence }));
    }
  }
};
