import type { Policy } from "../../config/policy.ts";
import { hasRooms } from "../../config/rooms.ts";
import type { AccessRequest } from "../../policy/access/access-request.ts";
import { directRequests, groupRequests, senderChoice } from "../compare/access.ts";
import { told, type Representative } from "../representative/representative.ts";
import { bestWhenAsked, withFewestFacts } from "./best-messages.ts";
import { doors } from "./deciding-settings.ts";
import { freshNumber } from "./fresh-number.ts";
import type { Suggestions } from "./part.ts";
import { accountsHearing } from "./room-suggestions.ts";

/** Messages of somebody whom no list of a channel names, by a number. */
export function* strangersOn(
  channel: string,
  account: string | undefined,
  { config }: Policy,
): Generator<Representative<AccessRequest>> {
  const written = JSON.stringify(config.channels?.[channel] ?? {});
  const id = freshNumber((text) => written.includes(text));
  yield { core: { channel, chatType: "direct", peer: id }, extra: told({ account }) };
  const room = { channel, chatType: "group" as const, peer: "x" };
  yield { core: { ...room, sender: id, mentioned: true }, extra: told({ account }) };
}

/** More messages than these are not tried through one account. */
const mostMessages = 400;

function* messagesOf(
  channel: string,
  account: string | undefined,
  policy: Policy,
): Generator<Representative<AccessRequest>> {
  const sendersOf = senderChoice();
  let left = mostMessages;
  yield* strangersOn(channel, account, policy);
  for (const requests of [directRequests, groupRequests])
    for (const message of requests({ channel, account }, [policy], sendersOf)) {
      if (left === 0) return;
      left -= 1;
      yield message;
    }
}

/** Suggestions for the settings by which channels that write groups, and their accounts, let people in. */
export function* doorSuggestions(policy: Policy): Generator<Suggestions> {
  for (const door of doors(policy).values()) {
    const { channel, paths } = door;
    if (hasRooms(channel)) continue;
    const bests = accountsHearing(door, policy).map((account) =>
      bestWhenAsked(() => messagesOf(channel, account, policy), policy, paths),
    );

    function* asked(part: string): Suggestions["inputs"] {
      for (const best of bests) yield* withFewestFacts(best().get(part), part, policy);
    }

    for (const path of paths) yield { path, inputs: asked(path) };
  }
}
