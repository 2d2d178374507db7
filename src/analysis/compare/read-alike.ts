import type { Policy } from "../../config/policy.ts";
import type { Area } from "../../edition/behaviour.ts";
import { behaviourChanges } from "../../edition/behaviour-changes.ts";

/** Tells whether two policies read what they are asked alike, so that only their settings can differ. */
export function readAlike(from: Policy, to: Policy, areas: readonly Area[]): boolean {
  return !behaviourChanges(from.edition, to.edition).some(({ area }) => areas.includes(area));
}
