import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { hasRooms } from "../../config/rooms.ts";
import type { AccessRequest } from "../../policy/access/access-request.ts";
import { overrideList } from "../../policy/access/group.ts";
import { findRoom } from "../../policy/access/room.ts";
import { groupSenders, senderList } from "../../policy/access/sender-list.ts";
import { channelAccess } from "../../policy/access/channel-access.ts";
import { groupSections, type GroupSection } from "../representative/places.ts";
import { freshText, told } from "../representative/representative.ts";
import { telling } from "./best-messages.ts";
import { groupSettings, type WrittenSetting } from "./deciding-settings.ts";
import { freshNumber } from "./fresh-number.ts";
import { foremost } from "./foremost.ts";
import type { Suggestions } from "./part.ts";
import { messagesInChat, toolsInGroup } from "./setting-questions.ts";

/** A message in a room, as far as that says where it is. */
type Place = Pick<AccessRequest, "account" | "channel" | "thread"> & {
  readonly chatType: "group";
  readonly peer: string;
};

/** Somebody whom the lists of a room let in, and somebody else, by a word and by a number. */
function sendersIn({ channel, account, peer, thread }: Place, policy: Policy): readonly string[] {
  const access = channelAccess(channel, account, policy);
  const source =
    overrideList(findRoom(access, peer, thread, policy)) ?? groupSenders(channel, access, policy);
  const listed = senderList(source, channel, policy)
    .ids()
    .filter((id) => id !== "*");
  const isTaken = (text: string) => listed.includes(text);
  return [...listed.slice(0, 1), freshText(isTaken), freshNumber(isTaken)];
}

/** Messages in a room, those first of which the answer tells most of a part, and of these those that are let in. */
function messagesIn(place: Place, part: string, policy: Policy): readonly AccessRequest[] {
  const senders = sendersIn(place, policy);
  return [false, true]
    .flatMap((mentioned) => senders.map((sender) => ({ ...place, sender, mentioned })))
    .map((request) => ({ request, told: telling(request, policy) }))
    .sort((a, b) => b.told.of(part) - a.told.of(part) || Number(b.told.allowed) - Number(a.told.allowed))
    .map(({ request }) => request);
}

/** A name that nothing is written under. */
function otherThan(entries: object): string {
  return freshText((text) => Object.hasOwn(entries, text));
}

/** The accounts of the bot through which the messages of a section's groups come. */
function throughAccounts(
  { account, channel }: Pick<GroupSection, "account" | "channel">,
  { config }: Policy,
): readonly (string | undefined)[] {
  // What the channel says is not heard through an account that has its own groups.
  return account === undefined
    ? [undefined, otherThan(config.channels?.[channel]?.accounts ?? {})]
    : [account];
}

/** Of a channel more accounts than these are not tried for what the channel says. */
const mostAccounts = 4;

/** The accounts through which anything that a section says may be heard: those without a word of their own first. */
export function accountsHearing(
  section: Pick<GroupSection, "account" | "channel">,
  policy: Policy,
): readonly (string | undefined)[] {
  const named = Object.keys(policy.config.channels?.[section.channel]?.accounts ?? {});
  const own = section.account === undefined ? named.slice(0, mostAccounts) : [];
  return [...new Set([...throughAccounts(section, policy), ...own])];
}

function* suggestionsIn(section: GroupSection, policy: Policy): Generator<Suggestions> {
  const { channel, groups, path } = section;
  const accounts = throughAccounts(section, policy);

  function* asked(room: Pick<Place, "peer" | "thread">, part: string): Suggestions["inputs"] {
    for (const account of accounts) {
      const place: Place = told({ channel, account, chatType: "group", ...room });
      for (const request of messagesIn(place, part, policy)) yield { ask: "access", request };
      // A topic may name its agent, and say nothing of who is let in.
      if (room.thread !== undefined) yield { ask: "resolution", request: place };
    }
  }

  function* askedOf(room: Pick<Place, "peer" | "thread">, setting: WrittenSetting): Suggestions["inputs"] {
    if (setting.kinds.includes("access")) yield* asked(room, setting.path);
    for (const account of accounts) {
      const place: Place = told({ channel, account, chatType: "group", ...room });
      if (setting.kinds.includes("resolution")) yield* messagesInChat(place);
      if (setting.kinds.includes("tool"))
        yield* foremost(setting.path, toolsInGroup(setting, place, policy), policy);
    }
  }

  function* askedWithin(room: Pick<Place, "peer" | "thread">, part: string): Generator<Suggestions> {
    yield { path: part, inputs: asked(room, part) };
    for (const setting of groupSettings(policy).get(part) ?? [])
      yield { path: setting.path, inputs: askedOf(room, setting) };
  }

  for (const [group, { topics = {} }] of Object.entries(groups)) {
    const peer = group === "*" ? otherThan(groups) : group;
    const place = [...path, "groups", group];
    yield* askedWithin({ peer }, formatPath(place));
    for (const topic of Object.keys(topics)) {
      const thread = topic === "*" ? otherThan(topics) : topic;
      yield* askedWithin({ peer, thread }, formatPath([...place, "topics", topic]));
    }
  }
}

/** Suggestions for groups and topics, and for their settings. */
export function* roomSuggestions(policy: Policy): Generator<Suggestions> {
  for (const section of groupSections(policy))
    if (!hasRooms(section.channel)) yield* suggestionsIn(section, policy);
}
