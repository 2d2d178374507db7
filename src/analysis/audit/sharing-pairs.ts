import { findCollisions } from "../../scope/isolation/collisions.ts";
import { isolationOf } from "../../scope/isolation/isolation.ts";
import type { SharedReason } from "../../scope/isolation/shared-because.ts";
import type { Participant } from "./participant.ts";
import type { Scene } from "./scene.ts";

/** Two participants of one session, and why it is one. */
export interface SharingPair {
  readonly first: Participant;
  readonly second: Participant;
  readonly key: string;
  readonly reason: SharedReason;
  /** The setting that joins them; absent where the edition does. */
  readonly setting: string | undefined;
  /** Everybody who shares for the same reason. */
  readonly everybody: Set<string>;
  /** Whether strangers are among them. */
  strangers: boolean;
}

/** One pair for each reason and setting for which different participants share a session. */
export function sharingPairs({ people, rooms, policy }: Scene): readonly SharingPair[] {
  const participants = new Map([...people, ...rooms].map((one) => [one.inbound, one]));
  const pairs = new Map<string, SharingPair>();
  for (const { key, inbounds } of findCollisions([...participants.keys()], policy)) {
    const [first, ...others] = inbounds.flatMap((inbound) => participants.get(inbound) ?? []);
    if (first === undefined) continue;
    for (const second of others) {
      const isolation = isolationOf(first.inbound, second.inbound, policy);
      if (!isolation.shared) continue;
      const { reason, setting } = isolation;
      const kind = JSON.stringify([reason, setting, first.name === second.name]);
      const pair = pairs.get(kind) ?? {
        ...{ first, second, key, reason, setting },
        everybody: new Set(),
        strangers: false,
      };
      pairs.set(kind, pair);
      pair.everybody.add(first.name).add(second.name);
      pair.strangers ||= first.invented || second.invented;
    }
  }
  return [...pairs.values()];
}
