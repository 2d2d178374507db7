import { describe, expect, it } from "vitest";
import { readKeys } from "../../../scripts/config-keys.mjs";
import { upgradeConfig } from "../../../src/analysis/upgrade/upgrade-config.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import { isListed, knowsKey, listOf } from "../../../src/config/keys/read-lists.ts";
import { placesNow } from "../../../src/config/keys/moved.ts";
import { olderKeys } from "../../../src/config/older-keys.ts";
import { formatPath, parsePath } from "../../../src/config/path.ts";
import { placesOfPatterns } from "../../../src/config/patterns.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";

const newest = "openclaw@2026.9.6";
const time = listOf(newest);
const paths = Object.keys(readKeys(new URL("../keys/config-keys.json.gz", import.meta.url)).paths);

function isKnown(path: string): boolean {
  return isListed(path.replaceAll("[]", ".[]").split("."), time);
}

/** The keys that some release listed and the newest one does not; not what stands within such a key. */
const gone = paths.filter((path) => !isKnown(path));
const leftBehind = gone.filter(
  (path) => !gone.some((other) => path.startsWith(`${other}.`) || path.startsWith(`${other}[`)),
);

/** A config in which a key is written, with a value that stands for any. */
function configWith(path: string, value: unknown): ConfigInput {
  const steps = path.replaceAll("[]", ".[]").split(".");
  // The key is the older release's.
  return steps.reduceRight<unknown>(
    (inner, step) => (step === "[]" ? [inner] : { [step === "*" ? "x" : step]: inner }),
    value,
  ) as ConfigInput;
}

/** Those that no upgrade mends, because no release says what became of them. */
const unmended: Readonly<Record<string, string>> = {
  audio: "a model of `tools.media.models` takes its place, which has to be written",
  "channels.bluebubbles": "its plugin is gone",
  "channels.qqbot": "its plugin is another one's now",
  "channels.clickclack.senderIsOwner": "nothing took its place",
  "channels.feishu.appSecretFile": "nothing took its place",
  "channels.feishu.botName": "accounts have names alone",
  "channels.feishu.groups.*.tools.alsoAllow": "nothing took its place",
  "channels.feishu.groups.*.toolsBySender": "nothing took its place",
  "channels.feishu.markdown.tables": "nothing took its place",
  "channels.feishu.name": "nothing took its place",
  "channels.irc.capabilities": "nothing took its place",
  "channels.irc.defaultTo": "nothing took its place",
  "channels.irc.nickserv.password.id": "a password is text there",
  "channels.irc.nickserv.password.provider": "a password is text there",
  "channels.irc.nickserv.password.source": "a password is text there",
  "channels.irc.password.id": "a password is text there",
  "channels.irc.password.provider": "a password is text there",
  "channels.irc.password.source": "a password is text there",
  "channels.signal.httpHost": "`transport` says how the bot reaches Signal, in other words",
  "channels.signal.httpPort": "the same",
  "channels.signal.httpUrl": "the same",
  "plugins.installs": "the host keeps it elsewhere",
  "tools.web.x_search": "a plugin has settings of its own for it",
};

describe("every key that releases left behind", () => {
  it("is mended by an upgrade, or there is a reason why not", () => {
    const left = leftBehind.filter((path) => {
      const values = ["x", 7, true, {}, ["x"]];
      // Whatever kind of value it took, one of these is of it.
      return values.every((value) => {
        const { config = {} } = upgradeConfig(configWith(path, value), "openclaw@2026.1.29", newest, {
          compare: false,
        });
        return JSON.stringify(config) === JSON.stringify(configWith(path, value));
      });
    });
    expect(left.toSorted()).toEqual(Object.keys(unmended).toSorted());
  });

  it("has its new place told where it is refused", () => {
    const silent = olderKeys.flatMap((row) =>
      placesOfPatterns(row.within).flatMap((owner) => {
        // Of any channel one stands for all.
        const steps = owner.map((step, at) =>
          step !== "*" ? step : owner[at - 1] === "channels" ? "telegram" : "x",
        );
        const source = [...steps, ...row.key.split(".")];
        const isList = source.includes("list") || source[0] === "bindings";
        const now = placesNow(row, source).find((place) => knowsKey(place, time));
        if (now === undefined || row.only !== undefined || isList || knowsKey(source, time)) return [];
        const config = configWith(source.join("."), {});
        const { issues = [], warnings = [] } = safeParsePolicy(config, { edition: newest });
        // A section that is refused as a whole tells of what stands in it.
        const [{ hint } = {}] = [...issues, ...warnings].filter(({ path }) =>
          formatPath(source).startsWith(path),
        );
        return hint?.includes(`\`${formatPath(now)}\``) === true ? [] : [`${formatPath(source)}: ${hint}`];
      }),
    );
    expect(silent).toEqual([]);
  });

  it("is written at places that can be read", () => {
    for (const { now = "", within } of olderKeys) {
      expect(within).not.toMatch(/^\s|\s$|\s\s/);
      for (const place of now.split(" "))
        expect(parsePath(place.replace("/", "").replaceAll(".*", "[0]"))).toBeDefined();
    }
  });
});
