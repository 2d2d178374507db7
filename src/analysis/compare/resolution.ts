import type { Policy } from "../../config/policy.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { isolationOf, type Isolation } from "../../scope/isolation/isolation.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { readAlike, startComparison } from "./requests.ts";
import type { KindComparison } from "./verdict.ts";
import { representativeInbounds } from "../representative/inbounds.ts";

/** Two messages that may share a session. */
export interface SharingRequest {
  /** The first message. */
  readonly one: Inbound;
  /** The second message. */
  readonly other: Inbound;
}

interface Placed {
  readonly inbound: Inbound;
  readonly size: number;
  /** The sessions under the two policies; undefined where it can be placed in none. */
  readonly keys: readonly [string | undefined, string | undefined];
}

/** Where messages go under both policies, the smallest first. */
function placedBy(inbounds: readonly Inbound[], from: Policy, to: Policy): readonly Placed[] {
  return inbounds
    .map((inbound): Placed => {
      const keys = [resolveSession(inbound, from).key, resolveSession(inbound, to).key] as const;
      return { inbound, size: Object.keys(inbound).length * 1000 + JSON.stringify(inbound).length, keys };
    })
    .sort((a, b) => a.size - b.size);
}

/** In each session of one policy, the smallest two messages that do not share one under the other. */
function* torn(placed: readonly Placed[], shared: 0 | 1): Generator<SharingRequest> {
  const sessions = new Map<string, Placed>();
  const apart = new Map<string, Placed>();
  const other = shared === 0 ? 1 : 0;
  // The smallest comes first, so that the first that is kept from it makes the smallest pair.
  for (const message of placed) {
    const key = message.keys[shared];
    if (key === undefined || apart.has(key)) continue;
    const first = sessions.get(key);
    if (first === undefined) sessions.set(key, message);
    else if (first.keys[other] === undefined || first.keys[other] !== message.keys[other]) {
      apart.set(key, message);
      yield { one: first.inbound, other: message.inbound };
    }
  }
}

/**
 * Compares which messages share a session: stricter is what keeps more of them apart. A room is taken
 * to stand in one guild and team, and a thread under one parent.
 */
export function compareResolution(from: Policy, to: Policy): KindComparison<SharingRequest, Isolation> {
  const comparison = startComparison<SharingRequest, Isolation>({
    from: ({ one, other }) => isolationOf(one, other, from),
    to: ({ one, other }) => isolationOf(one, other, to),
    loosens: (before, after) => !before.shared && after.shared,
  });
  const { worlds, complete } = representativeInbounds(from, to);
  for (const inbounds of worlds) {
    const placed = placedBy(inbounds, from, to);
    const addressed = placed.filter(({ inbound }) => inbound.peer !== undefined);
    for (const shared of [0, 1] as const) {
      const usual = [...torn(addressed, shared)];
      // What messages to nobody show is of interest where no others show it.
      for (const request of usual.length > 0 ? usual : torn(placed, shared))
        comparison.consider({ core: request });
    }
  }
  return comparison.conclude({
    "editions-differ": !readAlike(from, to, ["keys", "routing", "identity"]),
    "too-many-rooms": !complete,
  });
}
