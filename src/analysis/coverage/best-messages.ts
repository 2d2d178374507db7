import type { Policy } from "../../config/policy.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import type { AccessRequest } from "../../policy/access/access-request.ts";
import { startComparison } from "../compare/requests.ts";
import type { Representative } from "../representative/representative.ts";
import { enclosingPlaces } from "../source-lines.ts";
import { decidingParts } from "./deciding-places.ts";
import type { Suggestions } from "./part.ts";

/** What the answer to a message tells. */
interface Telling {
  readonly allowed: boolean;
  /** How much it tells of a part: whether another word there would turn it, nothing was missing, and the answer comes from there. */
  readonly of: (part: string) => number;
}

/** Asks what the answer to a message tells of the parts of a policy. */
export function telling(request: AccessRequest, policy: Policy): Telling {
  const { allowed, outcome, path = "", trace } = evaluateAccess(request, policy, { trace: true });
  const sources = new Set(enclosingPlaces(path));
  // Of each choice that must be made, the places where it can be.
  const opposite = (trace?.opposite ?? []).map((changes) =>
    changes.map((choice) => new Set(choice.flatMap(({ setting }) => [...enclosingPlaces(setting)]))),
  );
  const isTurnedAt = (part: string) => opposite.some((choices) => choices.every((each) => each.has(part)));
  const ofAny = outcome === "unknown" ? 0 : 2;
  return {
    allowed,
    of: (part) => (isTurnedAt(part) ? 4 : 0) + ofAny + (sources.has(part) ? 1 : 0),
  };
}

/** What an answer tells at least in which nothing was missing, and which another word at the part would turn. */
const plainly = 6;

/** A message about which a part decides, whether it is let in, and how much its answer tells. */
interface BestMessage {
  readonly message: Representative<AccessRequest>;
  readonly allowed: boolean;
  readonly tells: number;
}

/** Of the messages about which a part decides, the best of those that are let in, and of those that are not. */
type BestMessages = readonly BestMessage[];

/** Of the messages about which each part decides, the first of which the answer tells most. */
function bestMessages(
  messages: Iterable<Representative<AccessRequest>>,
  policy: Policy,
  wanted: readonly string[] | undefined,
): ReadonlyMap<string, BestMessages> {
  const best = new Map<string, BestMessages>();
  const isPlain = (part: string) => best.get(part)?.filter(({ tells }) => tells >= plainly).length === 2;
  for (const message of messages) {
    const request = { ...message.core, ...message.extra };
    const { allowed, of } = telling(request, policy);
    for (const part of decidingParts({ ask: "access", request }, policy)) {
      const tells = of(part);
      const before = best.get(part) ?? [];
      const alike = before.find((each) => each.allowed === allowed);
      if (tells <= (alike?.tells ?? -1)) continue;
      const others = before.filter((each) => each !== alike);
      best.set(part, [...others, { message, allowed, tells }]);
    }
    if (wanted?.every(isPlain) === true) break;
  }
  return best;
}

/** The same, looked for when they are first asked for, and until those of the parts are found that are wanted. */
export function bestWhenAsked(
  messages: () => Iterable<Representative<AccessRequest>>,
  policy: Policy,
  wanted?: readonly string[],
): () => ReadonlyMap<string, BestMessages> {
  let best: ReadonlyMap<string, BestMessages> | undefined;
  return () => (best ??= bestMessages(messages(), policy, wanted));
}

/** Messages of which the answers tell as much of a part, with as few facts as tell as much; those first that tell most. */
export function* withFewestFacts(
  best: BestMessages = [],
  part: string,
  policy: Policy,
): Suggestions["inputs"] {
  const order = best.toSorted((a, b) => b.tells - a.tells || Number(b.allowed) - Number(a.allowed));
  for (const { allowed, message, tells } of order) {
    const search = startComparison<AccessRequest, boolean>({
      from: () => false,
      to: (request) => {
        const told = telling(request, policy);
        const isAlike = told.allowed === allowed && told.of(part) >= tells;
        return isAlike && decidingParts({ ask: "access", request }, policy).has(part);
      },
      loosens: (before, after) => !before && after,
    });
    search.consider(message);
    const { looser } = search.conclude({});
    if (looser !== undefined) yield { ask: "access", request: looser.request };
  }
}
