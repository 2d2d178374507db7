import type { Policy } from "../../config/policy.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import type { AccessRequest } from "../../policy/access/access-request.ts";
import { startComparison } from "../compare/requests.ts";
import type { Representative } from "../representative/representative.ts";
import { enclosingPlaces } from "../source-lines.ts";
import { decidingParts } from "./deciding-places.ts";
import type { Suggestions } from "./part.ts";

/** How much of a part an answer tells: whether nothing was missing, something within it decided, the message was let in. */
function telling(request: AccessRequest, policy: Policy): (part: string) => number {
  const { allowed, outcome, path = "" } = evaluateAccess(request, policy);
  const places = new Set(enclosingPlaces(path));
  const ofAny = (outcome === "unknown" ? 0 : 4) + (allowed ? 1 : 0);
  return (part) => ofAny + (places.has(part) ? 2 : 0);
}

/** What an answer tells at least in which nothing was missing, and which comes from the part. */
const plainly = 6;

/** A message about which a part decides, and how much its answer tells. */
export interface BestMessage {
  readonly message: Representative<AccessRequest>;
  readonly tells: number;
}

/** Of the messages about which each part decides, the first of which the answer tells most. */
function bestMessages(
  messages: Iterable<Representative<AccessRequest>>,
  policy: Policy,
  wanted: readonly string[] | undefined,
): ReadonlyMap<string, BestMessage> {
  const best = new Map<string, BestMessage>();
  for (const message of messages) {
    const request = { ...message.core, ...message.extra };
    const tellsOf = telling(request, policy);
    for (const part of decidingParts({ ask: "access", request }, policy)) {
      const tells = tellsOf(part);
      if (tells > (best.get(part)?.tells ?? -1)) best.set(part, { message, tells });
    }
    if (wanted?.every((part) => (best.get(part)?.tells ?? 0) >= plainly) === true) break;
  }
  return best;
}

/** The same, looked for when they are first asked for, and until those of the parts are found that are wanted. */
export function bestWhenAsked(
  messages: () => Iterable<Representative<AccessRequest>>,
  policy: Policy,
  wanted?: readonly string[],
): () => ReadonlyMap<string, BestMessage> {
  let best: ReadonlyMap<string, BestMessage> | undefined;
  return () => (best ??= bestMessages(messages(), policy, wanted));
}

/** A message of which the answer tells as much of a part, with as few facts as tell as much. */
export function* withFewestFacts(
  best: BestMessage | undefined,
  part: string,
  policy: Policy,
): Suggestions["inputs"] {
  if (best === undefined) return;
  const search = startComparison<AccessRequest, boolean>({
    from: () => false,
    to: (request) =>
      telling(request, policy)(part) >= best.tells &&
      decidingParts({ ask: "access", request }, policy).has(part),
    loosens: (before, after) => !before && after,
  });
  search.consider(best.message);
  const { looser } = search.conclude({});
  if (looser !== undefined) yield { ask: "access", request: looser.request };
}
