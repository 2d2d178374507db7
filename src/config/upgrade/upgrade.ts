import type { Edition } from "../../edition/edition.ts";
import { draftOf, type Tree } from "../loaded/draft.ts";
import type { UpgradeChange } from "./change.ts";
import { moveOlderSettings } from "./older-settings.ts";
import { moveOldestSettings, moveVariables } from "./oldest-settings.ts";
import { upgradeRoster } from "./roster.ts";
import {
  dropNoDurations,
  mergeAllowLists,
  nameRelease,
  respellStreamingModes,
  respellWords,
  spellIds,
} from "./values.ts";
import { wayTo, type UpgradeStep } from "./way.ts";

/** The steps in their order: where a setting stands is settled before what it says, and the agents come last. */
const steps: readonly UpgradeStep[] = [
  respellStreamingModes,
  moveOlderSettings,
  moveOldestSettings,
  moveVariables,
  respellWords,
  spellIds,
  dropNoDurations,
  mergeAllowLists,
  upgradeRoster,
  nameRelease,
];

/** Writes a config as an edition has it. What was written is not touched; what does not change is shared with it. */
export function writeFor(
  config: Tree,
  to: Edition,
  env: Readonly<Record<string, string | undefined>>,
): { readonly config: Tree; readonly changes: readonly UpgradeChange[] } {
  const draft = draftOf(config);
  const way = wayTo(config, to, env);
  const changes: UpgradeChange[] = [];
  // What was moved may stand in what has moved itself; each round leaves less to do.
  for (let made = -1; made !== changes.length;) {
    made = changes.length;
    for (const step of steps) changes.push(...step(draft, way));
  }
  for (const each of draft.own) Object.freeze(each);
  return { config: draft.config, changes };
}
