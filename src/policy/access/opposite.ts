import type { AllowListSource } from "./allow-list.ts";
import type { GateVerdict } from "./verdict.ts";
import { entryOf, type KnownSender } from "./access-request.ts";
import type { ChangeSet, SettingChoice } from "../trace.ts";

/** A way to have a list name a sender; none where nothing is known by which it could. */
export function nameSender(list: AllowListSource, sender: KnownSender): SettingChoice {
  const entry = entryOf(sender);
  return entry === undefined ? [] : [{ setting: `${list.path}[${list.entries.length}]`, to: entry }];
}

/** Every smallest set of settings that would have to change for the opposite answer. */
export function oppositeAccess(verdicts: readonly GateVerdict[], admitted: boolean): readonly ChangeSet[] {
  const possible = (changes: ChangeSet) => changes.every((choice) => choice.length > 0);
  if (admitted)
    return verdicts.map(({ turn }) => turn()).filter((changes) => changes.length > 0 && possible(changes));
  const changes = verdicts.filter(({ outcome }) => outcome !== "pass").flatMap(({ turn }) => turn());
  return possible(changes) ? [changes] : [];
}
