import type { Generation } from "../../edition/releases.ts";
import type { UpgradeEffect } from "../older-keys.ts";
import { formatPath } from "../path.ts";
import type { PropertyPath } from "../loaded/draft.ts";

/** Every kind of change that an upgrade makes to a config, and what it is. */
export const upgradeChangeCodes = /* @__PURE__ */ Object.freeze({
  "setting-moved": "a setting is now at its current place",
  "setting-left-out":
    "a setting was left out, because nothing reads it any more, or what replaced it is set, too",
  "value-respelled": "a value was written as the release spells it",
  "roster-keyed": "the list of agents became agents by name",
  "agent-renamed": "an agent got a valid id",
  "ownership-written": "the config now says that no agent is the default one",
  "role-given": "a role that nobody had went to an agent",
  "workspace-written": "the workspace of the first agent is now set, so that it stays where it is",
  "binding-added": "a binding was added, so that the agent that answered still does",
} as const) satisfies Readonly<Record<string, string>>;

/** A stable name for a kind of change, such as `"setting-moved"`. New ones may be added. */
export type UpgradeChangeCode = keyof typeof upgradeChangeCodes;

/** One thing that stands otherwise in an upgraded config. */
export interface UpgradeChange {
  /** What was changed, as a word that no release rewrites; each is told in `upgradeChangeCodes`. */
  readonly code: UpgradeChangeCode;
  /** Where it stands in the upgraded config; for what was left out, where it stood. */
  readonly path: string;
  /** Where its owner wrote what was changed, if anything was written. */
  readonly from?: string;
  /** What stands there now, where that is not what was written; never what somebody keeps secret. */
  readonly value?: unknown;
  /** The release since which it is so; absent where no release on record took what was written. */
  readonly release?: Generation;
  /** What it means: `lossless` it says the same, `loses` it is not said any more, `reaches` it may change who is answered, or what they reach. */
  readonly effect: UpgradeEffect;
  /** What was changed and why, as a sentence. */
  readonly sentence: string;
}

/** Puts a change together. */
export function upgraded(
  code: UpgradeChangeCode,
  path: PropertyPath,
  {
    from,
    value,
    release,
    effect = "lossless",
    sentence,
  }: {
    readonly from?: PropertyPath;
    readonly value?: unknown;
    readonly release?: Generation | undefined;
    readonly effect?: UpgradeEffect;
    readonly sentence: string;
  },
): UpgradeChange {
  return {
    code,
    path: formatPath(path),
    ...(from !== undefined && { from: formatPath(from) }),
    ...(value !== undefined && { value }),
    ...(release !== undefined && { release }),
    effect,
    sentence,
  };
}
