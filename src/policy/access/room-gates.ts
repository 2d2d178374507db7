import type { Policy } from "../../config/policy.ts";
import type { AccessRequest, KnownSender } from "./access-request.ts";
import { settingsPath, type ChannelAccess } from "./channel-access.ts";
import { groupPolicyOf } from "./group-policy.ts";
import type { RoomScheme } from "./room-scheme.ts";
import type { GateVerdict } from "./verdict.ts";
import { isGroupChat, placeRoom, roomRules, type RoomFacts } from "./placed-room.ts";
import { authorGate, watchedGate } from "./room-authors.ts";
import { mayCommand, senderGate } from "./room-people.ts";
import { isMeant, mentionAsked, mentionGate } from "./room-mention.ts";
import { listingGate, policyGate, roomGate } from "./room-listing.ts";
import { groupChatGates } from "./group-chat-gates.ts";

/** What else is told of a message that is let in. */
export interface RoomAnswer {
  /** Whether it had to mention the bot, and whether it does. */
  readonly mention: {
    /** Whether only messages that mention the bot are answered there. */
    readonly required: boolean;
    /** Whether this one counts as mentioning it. */
    readonly mentioned: boolean;
  };
  /** Whether the sender is one of those whose commands are obeyed there. */
  readonly commands: boolean;
}

/** What every gate says of a message in a room of a channel that has a scheme, in the order in which they are asked, and what to tell once it is let in. */
export function decideRoom(
  scheme: RoomScheme,
  request: AccessRequest,
  access: ChannelAccess | undefined,
  sender: KnownSender,
  policy: Policy,
): { readonly gates: readonly GateVerdict[]; readonly answer: () => RoomAnswer } {
  const { channel } = request;
  const open = scheme.openUnlessSaid && !roomRules(policy).unlistedIsShut;
  const path = settingsPath(channel, access);
  const groupPolicy = groupPolicyOf(channel, access, policy, open ? "open" : undefined);
  const { outer, room, listedBy } = placeRoom(scheme, request, access, policy);
  const facts: RoomFacts = {
    scheme,
    outer,
    room,
    listedBy,
    request,
    access,
    sender,
    groupPolicy,
    path,
  };
  // What opens the policy again opens it to everybody, and that is how the other gates are asked then.
  const beside =
    groupPolicy.value === "disabled" ? { ...facts, groupPolicy: { ...groupPolicy, value: "open" } } : facts;
  const chat = isGroupChat(scheme, request) ? scheme.groupChats : undefined;
  const author = authorGate(facts, policy);
  const gates =
    chat === undefined
      ? [
          author,
          roomGate(facts, policy),
          ...(scheme.placesFirst === true
            ? [listingGate(beside, policy), policyGate(facts)]
            : [policyGate(facts), listingGate(beside, policy)]),
          senderGate(beside, policy),
          watchedGate(facts, policy),
          mentionGate(beside, policy),
        ]
      : [author, ...groupChatGates(facts, chat, policy)];
  const answer = () => ({
    mention: {
      required: chat === undefined && mentionAsked(facts, policy).value,
      mentioned: isMeant(facts, policy) === true,
    },
    commands: mayCommand(facts, policy),
  });
  return { gates, answer };
}
