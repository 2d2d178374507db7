import type { Config } from "../config.ts";
import type { Issue } from "../issue.ts";
import type { IssueCode } from "../issue-codes.ts";
import { extendPath, formatPath, parsePath } from "../path.ts";
import type { LoadChange } from "./change.ts";
import { valueAt } from "./draft.ts";

/** A warning in the making; changes of one kind at one place are told once. */
interface Told {
  readonly code: IssueCode;
  readonly path: string;
  readonly hint: string;
  /** What the loader makes of it, given all the places that it made. */
  readonly message: (made: readonly string[]) => string;
}

function list(names: readonly string[]): string {
  const most = 5;
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

const asItIsRead = "write it there, so that the file says what the release really reads";

/** A policy that was written in decides otherwise only where something else would have been inherited. */
function ofPolicy({ path, value }: LoadChange, written: Config): Told | undefined {
  const [, channel, accounts, , name] = parsePath(path) ?? [];
  if (channel === undefined) return undefined;
  if (accounts === "accounts" && name !== undefined) {
    const inherited = valueAt(written, ["channels", channel, name]);
    if (inherited === undefined || inherited === value) return undefined;
    const source = formatPath(["channels", channel, name]);
    return {
      code: "loaded-into-accounts",
      path: source,
      hint: `write \`${name}\` in each account`,
      message: (made) =>
        `the release's loader writes ${JSON.stringify(value)} into accounts that say nothing, which then do not inherit ${JSON.stringify(inherited)}: ${list(made)}`,
    };
  }
  const ofAll = valueAt(written, ["channels", "defaults", "groupPolicy"]);
  if (accounts !== "groupPolicy" || ofAll === undefined || ofAll === value) return undefined;
  return {
    code: "loaded-over-default",
    path: "channels.defaults.groupPolicy",
    hint: "write `groupPolicy` in each channel",
    message: (made) =>
      `the release's loader writes ${JSON.stringify(value)} into channels that say nothing, which ${JSON.stringify(ofAll)} then never reaches: ${list(made)}`,
  };
}

function toldOf(change: LoadChange, written: Config): Told | undefined {
  const { code, path, from = path, value } = change;
  switch (code) {
    case "channel-bound":
      return {
        code: "loaded-as-bindings",
        path: from,
        hint: 'write `agents.ownership: "explicit"` and the bindings that you mean',
        message: (made) =>
          `the release's loader turns this mark into a binding for each channel that no binding claims: ${list(made)}`,
      };
    case "policy-written-in":
      return ofPolicy(change, written);
    case "main-key-fixed":
      return {
        code: "loaded-under-main",
        path,
        hint: "leave it out",
        message: () => `the release's loader replaces it by ${JSON.stringify(value)}, whatever it says`,
      };
    case "old-setting-moved":
      return {
        code: "loaded-elsewhere",
        path: from,
        hint: asItIsRead,
        message: () => `the release's loader reads this as \`${path}\``,
      };
    case "old-setting-dropped":
      return {
        code: "loaded-without",
        path: from,
        hint: "leave it out",
        message: () => `the release's loader leaves this out, because \`${path}\` is written too`,
      };
    case "value-respelled":
    case "roster-keyed":
    case "main-agent-added":
    case "default-mark-removed":
    case "role-given":
    case "default-written-in":
    case "home-written-out":
      return undefined;
  }
}

/** Where a change shows, for whoever reads a list of them: the channel that was bound, or the account or channel that was filled. */
function nameOf({ code, path, value }: LoadChange): string {
  if (code === "channel-bound") return String(valueAt(value, ["match", "channel"]));
  return path.slice(0, path.lastIndexOf("."));
}

/** What the owner of a config must know about what a loader made of it: one warning for each kind of change and place. */
export function loadWarnings(changes: readonly LoadChange[], written: Config): readonly Issue[] {
  const gathered = new Map<string, { readonly told: Told; readonly made: string[] }>();
  for (const change of changes) {
    const told = toldOf(change, written);
    if (told === undefined) continue;
    const key = extendPath(told.code, told.path);
    const before = gathered.get(key);
    if (before === undefined) gathered.set(key, { told, made: [nameOf(change)] });
    else before.made.push(nameOf(change));
  }
  return Array.from(gathered.values(), ({ told: { code, path, hint, message }, made }) => ({
    severity: "warning",
    code,
    path,
    message: message(made),
    hint,
  }));
}
