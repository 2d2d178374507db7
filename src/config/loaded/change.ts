import type { PropertyPath } from "./draft.ts";
import { formatPath } from "../path.ts";

/** Every kind of change that a loader makes to a config, and what it is. */
export const loadChangeCodes = /* @__PURE__ */ Object.freeze({
  "old-setting-moved": "an older name of a setting was read as its current name",
  "old-setting-dropped": "an old setting was left out, because the one that replaced it is set, too",
  "value-respelled": "a value was written as the release spells it",
  "roster-keyed": "the list of agents became agents by name",
  "main-agent-added": "an agent `main` was added where none is configured",
  "default-mark-removed": "the mark of the default agent was removed",
  "channel-bound": "a binding was added, to the agent that was marked as the default one",
  "role-given": "a role that nobody had went to the agent that was marked as the default one",
  "policy-written-in": "a policy was filled in where the config says nothing, and now decides",
  "main-key-fixed": "the name of main sessions was replaced",
  "default-written-in": "a default that decides about nobody was filled in",
  "home-written-out": "`~` was replaced by the home directory",
} as const) satisfies Readonly<Record<string, string>>;

/** A stable name for a kind of change, such as `"channel-bound"`. New ones may be added. */
export type LoadChangeCode = keyof typeof loadChangeCodes;

/** One thing that a release's loader makes otherwise than it is written. */
export interface LoadChange {
  /** What the loader did, as a word that no release rewrites; each is told in `loadChangeCodes`. */
  readonly code: LoadChangeCode;
  /** Where, in the config as the loader leaves it. */
  readonly path: string;
  /** Where the owner wrote what was changed, if anything was written. */
  readonly from?: string;
  /** What stands there now; absent where the loader took something away. */
  readonly value?: unknown;
  /** What the loader did and why, as a sentence. */
  readonly sentence: string;
}

/** Puts a change together. */
export function change(
  code: LoadChangeCode,
  path: PropertyPath,
  { from, value, sentence }: { from?: PropertyPath; value?: unknown; sentence: string },
): LoadChange {
  return {
    code,
    path: formatPath(path),
    ...(from !== undefined && { from: formatPath(from) }),
    ...(value !== undefined && { value }),
    sentence,
  };
}
