import type { Policy } from "../../config/policy.ts";
import { editSource } from "./edit-source.ts";
import { madeWorse, type Finding } from "./finding.ts";
import { findingKinds } from "./finding-kinds.ts";

/** A config's text once its findings are mended, as far as a setting mends them. */
export interface MendedSource {
  readonly text: string;
  /** What was mended, in the order in which it was. */
  readonly made: readonly Finding[];
}

/** Whether there is harm in a finding, and a change that mends it. */
function isMendable({ fix, severity, suppressed }: Finding): boolean {
  return suppressed === undefined && severity !== "info" && fix.changes.length > 0;
}

const kinds = Object.keys(findingKinds);

/**
 * Makes the fix of each finding in the text of a config, in the order of their kinds: who is let in comes before what they
 * could do, so that a closed door leaves no tools to be denied. The config is read again after each: what is refused then,
 * is found all the same, because it stands in another file, or brings something as bad, is left as it was.
 *
 * @param text - The config.
 * @param read - What makes a policy of it; undefined where it is none.
 * @param find - What is found in a policy.
 */
export function mendSource(
  text: string,
  read: (text: string) => Policy | undefined,
  find: (policy: Policy) => readonly Finding[],
): MendedSource {
  const made: Finding[] = [];
  const left = new Set<string>();
  const placeOf = ({ id, path }: Finding) => JSON.stringify([id, path]);
  const findIn = (source: string) => {
    const policy = read(source);
    return policy && find(policy);
  };
  let mended = text;
  for (let found = findIn(text); ;) {
    const [finding] = (found ?? [])
      .filter((each) => isMendable(each) && !left.has(placeOf(each)))
      .toSorted((a, b) => kinds.indexOf(a.id) - kinds.indexOf(b.id));
    if (finding === undefined) return { text: mended, made };
    const after = editSource(mended, finding.fix.changes, `${finding.id}: ${finding.message}`);
    const next = after === undefined ? undefined : findIn(after);
    // Once mended it is not mended again, so that this ends.
    left.add(placeOf(finding));
    const stays = next?.some((each) => placeOf(each) === placeOf(finding));
    if (after === undefined || next === undefined || stays === true) continue;
    if (madeWorse(found ?? [], next, finding.severity).length > 0) continue;
    made.push(finding);
    mended = after;
    found = next;
  }
}
