import type { Behaviours } from "../edition/edition.ts";
import type { BehaviourId } from "../edition/registry.ts";

/** Where a channel says who may write to it directly: in `dmPolicy` and `allowFrom`, or in a section `dm`. */
export type DoorPlace = "top" | "dm";

/** One or both of them; the first one counts where both say something. */
type DoorPlaces = readonly [DoorPlace, ...DoorPlace[]];

const atTop: DoorPlaces = ["top"];
const inSection: DoorPlaces = ["dm"];
const both: DoorPlaces = ["top", "dm"];

/** The channels that have a section `dm`: with which behaviour they say it at the top, and with which no more in the section. */
const withSection = new Map<string, { readonly top?: BehaviourId; readonly left?: BehaviourId }>([
  ["discord", { top: "direct-policy-at-top", left: "direct-section-left" }],
  ["slack", { top: "direct-policy-at-top", left: "direct-section-left" }],
  ["googlechat", { top: "direct-section-left", left: "direct-section-left" }],
  ["matrix", {}],
]);

/** The channels that have a section `dm`, in which at least `enabled` counts. */
export const channelsWithDmSection: ReadonlySet<string> = new Set(withSection.keys());

/** The places in which a channel says who may write to it directly; the first one counts where both say something. */
export function doorPlaces(channel: string, behaviours: Behaviours): DoorPlaces {
  const section = withSection.get(channel);
  if (section === undefined || (section.left !== undefined && behaviours.has(section.left))) return atTop;
  return section.top !== undefined && behaviours.has(section.top) ? both : inSection;
}
