import type { ChannelConfig } from "../../config/config.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { evaluateAccess, groupSenders } from "../../policy/access/access.ts";
import type { AccessRequest } from "../../policy/access/facts.ts";
import { overrideList } from "../../policy/access/group.ts";
import { findRoom } from "../../policy/access/room.ts";
import { senderList } from "../../policy/access/sender-list.ts";
import { channelAccess } from "../../policy/access/channel-access.ts";
import { configuredChannels } from "../../policy/access/configured-channels.ts";
import { enclosingPlaces } from "../source-lines.ts";
import { freshText } from "../representative/representative.ts";
import type { Suggestions } from "./part.ts";

/** A message in a room, as far as that says where it is. */
type Place = Pick<AccessRequest, "account" | "channel" | "thread"> & {
  readonly chatType: "group";
  readonly peer: string;
};

/** Somebody whom the lists of a room let in, and somebody else. */
function sendersIn({ channel, account, peer, thread }: Place, policy: Policy): readonly string[] {
  const access = channelAccess(channel, account, policy);
  const source =
    overrideList(findRoom(access, peer, thread, policy)) ?? groupSenders(channel, access, policy);
  const listed = senderList(source, channel, policy)
    .ids()
    .filter((id) => id !== "*");
  return [...listed.slice(0, 1), freshText((text) => listed.includes(text))];
}

/** How much of a part an answer tells: whether something within it decided, then whether the message was let in. */
function telling(request: AccessRequest, part: string, policy: Policy): number {
  const { allowed, path = "" } = evaluateAccess(request, policy);
  const within = [...enclosingPlaces(path)].includes(part);
  return (within ? 2 : 0) + (allowed ? 1 : 0);
}

/** Messages in a room, those first of which the answer tells most of a part. */
function messagesIn(place: Place, part: string, policy: Policy): readonly AccessRequest[] {
  const senders = sendersIn(place, policy);
  return [false, true]
    .flatMap((mentioned) => senders.map((sender) => ({ ...place, sender, mentioned })))
    .sort((a, b) => telling(b, part, policy) - telling(a, part, policy));
}

/** Where groups are written, and through which accounts of the bot their messages come. */
interface Section {
  readonly channel: string;
  readonly path: readonly string[];
  readonly groups: ChannelConfig["groups"];
  readonly accounts: readonly (string | undefined)[];
}

/** A name that nothing is written under. */
function otherThan(entries: object): string {
  return freshText((text) => Object.hasOwn(entries, text));
}

function* sectionsOf(policy: Policy): Generator<Section> {
  for (const [channel, { accounts = {}, groups }] of configuredChannels(policy.config)) {
    const path = ["channels", channel];
    // What the channel says is not heard through an account that has its own groups.
    yield { channel, path, groups, accounts: [undefined, otherThan(accounts)] };
    for (const [account, own] of Object.entries(accounts))
      yield { channel, path: [...path, "accounts", account], groups: own.groups, accounts: [account] };
  }
}

function* suggestionsIn({ accounts, channel, groups = {}, path }: Section, policy: Policy): Generator<Suggestions> {
  function* asked(room: Pick<Place, "peer" | "thread">, part: string): Suggestions["inputs"] {
    for (const account of accounts) {
      const through = { channel, ...(account !== undefined && { account }) };
      const place: Place = { ...through, chatType: "group", ...room };
      for (const request of messagesIn(place, part, policy)) yield { ask: "access", request };
      // A topic may name its agent, and say nothing of who is let in.
      if (room.thread !== undefined) yield { ask: "resolution", request: place };
    }
  }

  for (const [group, { topics = {} }] of Object.entries(groups)) {
    const peer = group === "*" ? otherThan(groups) : group;
    const place = [...path, "groups", group];
    const part = formatPath(place);
    yield { path: part, inputs: asked({ peer }, part) };
    for (const topic of Object.keys(topics)) {
      const thread = topic === "*" ? otherThan(topics) : topic;
      const part = formatPath([...place, "topics", topic]);
      yield { path: part, inputs: asked({ peer, thread }, part) };
    }
  }
}

/** Suggestions for groups and topics. */
export function* roomSuggestions(policy: Policy): Generator<Suggestions> {
  for (const section of sectionsOf(policy)) yield* suggestionsIn(section, policy);
}
