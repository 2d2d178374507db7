import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { demandsOfBinding, placeDemands, type PlaceDemand } from "../representative/places.ts";
import { freshText } from "../representative/text.ts";
import type { Suggestions } from "./part.ts";

const chatTypes = ["direct", "group", "channel"] as const satisfies readonly ChatType[];

/** A person or a room, and an account, that no binding names. */
interface Unbound {
  readonly peer: string;
  readonly account: string;
}

function unboundOf(policy: Policy): Unbound {
  const demands = [...placeDemands(policy)];
  const named = new Set(demands.flatMap(({ peer, parent }) => [peer, parent?.peer]));
  const accounts = new Set(demands.map(({ account }) => account));
  return {
    peer: freshText((text) => named.has(text)),
    account: freshText((text) => accounts.has(text)),
  };
}

/** Messages that have what is demanded, and nothing else that a binding asks for. */
function* messagesFor(
  { anyAccount, account, chatType, peer, ...place }: PlaceDemand,
  unbound: Unbound,
): Generator<Inbound> {
  const accounts = account === undefined && anyAccount ? [undefined, unbound.account] : [account];
  const types = chatType === undefined ? chatTypes : [chatType];
  // A message to nobody has no peer that a nearer binding could ask for.
  for (const id of peer === undefined ? [unbound.peer, undefined] : [peer])
    for (const type of types)
      for (const owner of accounts)
        yield {
          ...place,
          chatType: type,
          ...(id !== undefined && { peer: id }),
          ...(owner !== undefined && { account: owner }),
        };
}

function* questionsFor(demands: Iterable<PlaceDemand>, unbound: Unbound): Suggestions["inputs"] {
  for (const demand of demands)
    for (const request of messagesFor(demand, unbound)) yield { ask: "resolution", request };
}

/** Suggestions for bindings. */
export function* bindingSuggestions(policy: Policy): Generator<Suggestions> {
  const unbound = unboundOf(policy);
  for (const [index, { match }] of (policy.config.bindings ?? []).entries()) {
    yield {
      path: formatPath(["bindings", index]),
      inputs: questionsFor(demandsOfBinding(match, policy), unbound),
    };
  }
}
