import type { Policy } from "../../config/policy.ts";
import type { AccessRequest, RoomAddress } from "../../policy/access/access-request.ts";
import { channelAccess, usualAccount } from "../../policy/access/channel-access.ts";
import type { Place, PlaceTable } from "../../policy/access/places.ts";
import { placeRoom, type PlacedRoom } from "../../policy/access/placed-room.ts";
import { sessionAccess, sessionPlaces } from "../../policy/access/session-rooms.ts";
import type { PlaceLevel } from "../../config/rooms.ts";
import { slug } from "../../policy/access/slug.ts";
import { directRequests, groupChatRequests, messagesInRoom, senderChoice } from "../compare/access.ts";
import { toolsToldApart } from "../compare/tool.ts";
import { freshText, told, type Representative } from "../representative/representative.ts";
import { representativeAgents, sendersOf } from "../representative/tool-places.ts";
import { bestWhenAsked, withFewestFacts } from "./best-messages.ts";
import { strangersOn } from "./door-suggestions.ts";
import { doors } from "./deciding-settings.ts";
import { foremost } from "./foremost.ts";
import type { Suggestions } from "./part.ts";
import { placeSections, settingsOf, type PlaceSection } from "./places.ts";
import { accountsHearing } from "./room-suggestions.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** Where a room is, and which. */
type Address = RoomAddress & { readonly peer?: string };

function keysOf(table: PlaceTable | undefined): readonly string[] {
  return [...(table?.byKey.values() ?? [])].flatMap(({ key, within }) => [key, ...keysOf(within)]);
}

/** A name by which none of a section's places is found. */
function otherThanPlaces(table: PlaceTable | undefined): string {
  const taken = new Set(keysOf(table).flatMap((key) => [lowerCase(key), slug(key)]));
  return freshText((text) => taken.has(text));
}

/** The ids and names that a key may mean. */
function wordsOf(key: string, other: string): readonly string[] {
  if (key === "*") return [other];
  return [...new Set([key, key.slice(key.lastIndexOf(":") + 1), key.replace(/^[#!]/, "")])];
}

/** Messages for the places of a key, as far as they tell what is around a room. */
function* aroundRooms({ scheme }: PlaceSection, key: string, other: string): Generator<Address> {
  const isTeam = scheme.levels[0].fact === "team";
  for (const word of wordsOf(key, other)) {
    if (isTeam) yield* [{ team: word }, { team: other, teamName: word }];
    else yield* [{ guild: word }, { guild: other, guildName: word }, { guild: word, guildUnavailable: true }];
  }
}

/** The same of rooms. */
function* rooms(key: string, other: string): Generator<Address> {
  const [, team, id] = /^team:([^:]*):channel:(.*)$/i.exec(key) ?? [];
  if (team !== undefined && id !== undefined) yield { team, peer: id };
  for (const word of wordsOf(key, other)) {
    yield { peer: word };
    yield { peer: other, roomName: word };
    yield { peer: other, parent: { peer: word } };
    yield { peer: other, parent: { peer: other }, parentName: word };
  }
}

/** Addresses that may lead to each room of a section, and to what is around them. */
function* addressesOf(section: PlaceSection): Generator<Address> {
  const { level, table } = section;
  const other = otherThanPlaces(table);
  const keys = new Set([...(table?.byKey.keys() ?? []), "*"]);
  for (const key of keys) {
    if (level.within === undefined) {
      yield* rooms(key, other);
      continue;
    }
    const within = new Set([...(table?.byKey.get(key)?.within?.byKey.keys() ?? []), "*"]);
    for (const around of aroundRooms(section, key, other))
      for (const room of within) for (const address of rooms(room, other)) yield { ...around, ...address };
  }
}

/** The places that are in force at an address, as text: where they are the same, one address stands for the others. */
function kindOf({ outer, room }: PlacedRoom): string {
  return JSON.stringify(
    [outer, room].map((level) => [level?.table?.path, level?.says.map(({ path }) => path)]),
  );
}

/** Messages in every kind of room of a section, in chats of several people, and direct ones, of bots too. */
function* messagesOf(
  section: PlaceSection,
  account: string | undefined,
  policy: Policy,
): Generator<Representative<AccessRequest>> {
  const { channel, scheme } = section;
  const access = channelAccess(channel, account ?? usualAccount(channel, policy), policy);
  const sendersOf = senderChoice();
  const seen = new Set<string>();
  for (const address of addressesOf(section)) {
    const request = { channel, chatType: "channel" as const, ...address };
    const kind = kindOf(placeRoom(scheme, request, access, policy));
    if (seen.has(kind)) continue;
    seen.add(kind);
    for (const extra of messagesInRoom(request, scheme, [access], [policy], sendersOf))
      yield { core: { channel, chatType: "channel" }, extra: told({ account, ...address, ...extra }) };
  }
  if (scheme.groupChats !== undefined) yield* groupChatRequests({ channel, account }, [policy], sendersOf);
  yield* strangersOn(channel, account, policy);
  yield* directRequests({ channel, account }, [policy], sendersOf);
}

/** Tools that the lists of a place may tell apart, asked for in each kind of room. */
function* toolQuestions(
  toolsBySender: Place["config"]["toolsBySender"],
  section: PlaceSection,
  account: string | undefined,
  policy: Policy,
): Suggestions["inputs"] {
  const { channel, scheme } = section;
  const access = sessionAccess(channel, account, policy);
  const seen = new Set<string>();
  for (const address of addressesOf(section)) {
    const kind = JSON.stringify(sessionPlaces(scheme, address, access, policy).map(({ path }) => path));
    if (seen.has(kind)) continue;
    seen.add(kind);
    const room = { channel, chatType: "channel" as const, ...told({ account }), ...address };
    for (const agentId of representativeAgents(policy, policy))
      for (const sender of [{}, ...sendersOf([toolsBySender])]) {
        const place = { agentId, key: `agent:${agentId}:x`, sandboxed: false, ...room, ...sender };
        for (const tool of toolsToldApart(place, [policy]).tools)
          yield { ask: "tool", request: { ...tool, ...place } };
      }
  }
}

/** Messages that may open a thread, in each room that says when answers do. */
function* openers(section: PlaceSection, account: string | undefined): Suggestions["inputs"] {
  const { channel } = section;
  for (const { guild, peer, team } of addressesOf(section))
    for (const mentioned of [true, false])
      yield {
        ask: "resolution",
        request: {
          channel,
          chatType: "channel",
          ...told({ account, guild, team, peer }),
          messageId: "1",
          mentioned,
        },
      };
}

function* placesIn(
  table: PlaceTable | undefined,
  level: PlaceLevel | undefined,
): Generator<readonly [Place, PlaceLevel]> {
  if (level === undefined) return;
  for (const place of table?.byKey.values() ?? []) {
    yield [place, level];
    yield* placesIn(place.within, level.within);
  }
}

/**
 * Suggestions for channels that write servers, teams and rooms in a way of their own: for these, for what they say, and for
 * what their channels say.
 */
export function* placeSuggestions(policy: Policy): Generator<Suggestions> {
  for (const section of placeSections(policy)) {
    const accounts = accountsHearing(section, policy).map((account) => ({
      account,
      best: bestWhenAsked(() => messagesOf(section, account, policy), policy),
    }));

    function* asked(part: string, { toolsBySender }: Place["config"]): Suggestions["inputs"] {
      for (const { best } of accounts) yield* withFewestFacts(best().get(part), part, policy);
      for (const { account } of accounts) {
        if (/\.tools(?:BySender)?$/.test(part))
          yield* foremost(part, toolQuestions(toolsBySender, section, account, policy), policy);
        if (part.endsWith(".replyToMode")) yield* openers(section, account);
      }
    }

    for (const path of doors(policy).get(section.path)?.paths ?? []) yield { path, inputs: asked(path, {}) };
    for (const [place, level] of placesIn(section.table, section.level))
      for (const path of [place.path, ...settingsOf(place, level, section.scheme, policy)])
        yield { path, inputs: asked(path, place.config) };
  }
}
