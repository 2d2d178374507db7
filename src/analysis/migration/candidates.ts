import { told, chatTypes } from "../representative/representative.ts";
import { fold } from "../../identity/fold.ts";
import { mayJoinThreads, splittingFacts } from "../../scope/conversation/conversation.ts";
import { chatTypeOfWord, type ChatType } from "../../scope/chat-type.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import { factOfPeople } from "../../scope/session/party.ts";
import type { Clues } from "./clues.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** A message that may lead to a session. */
export interface Candidate {
  readonly inbound: Inbound;
  /** Whether a fact of it is made up, because nothing names it. */
  readonly invented: boolean;
}

/** What the text of a key can tell of its messages; without a `peer` they share the session with others. */
interface Reading {
  readonly chatType?: ChatType;
  readonly channel?: string | undefined;
  readonly account?: string | undefined;
  readonly peer?: string;
  readonly thread?: string | undefined;
  /** Whose direct chat it is beside the person's. */
  readonly party?: string | undefined;
  /** The person whose session in a room it is. */
  readonly sender?: string | undefined;
}

const topicMark = ":topic:";

/** Keys of releases have a forum topic in the room's id, and the number of a direct chat in its topic's. */
function withinIds(reading: Reading): readonly Reading[] {
  const { chatType, peer = "", thread } = reading;
  const topic = peer.indexOf(topicMark);
  if (chatType !== "direct" && topic > 0)
    return [{ ...reading, peer: peer.slice(0, topic), thread: peer.slice(topic + topicMark.length) }];
  const [, chat, own] = /^(-?\d+):(.+)$/.exec(thread ?? "") ?? [];
  if (chat === undefined || own === undefined || (chatType !== "direct" && chatType !== undefined)) return [];
  return [{ ...reading, chatType: "direct", peer: reading.peer ?? chat, thread: own }];
}

/** Every place of a key that parsing does not trust where a chat's kind may stand. */
function rawReadings(key: string): readonly Reading[] {
  const segments = key.split(":").slice(2);
  return segments.flatMap((segment, at) => {
    const chatType = chatTypeOfWord.get(lowerCase(segment));
    if (chatType === undefined || at + 1 === segments.length || at > 2) return [];
    const [channel, account] = segments.slice(0, at);
    return [{ chatType, channel, account, peer: segments.slice(at + 1).join(":") }];
  });
}

/** What the text of a key can tell, the likeliest first; undefined for a key that no message leads to. */
function readingsOf(key: string): readonly (readonly Reading[])[] | undefined {
  const parts = parseSessionKey(key);
  if (parts === undefined) return [rawReadings(key)];
  if (parts.kind === "global") return [[{}]];
  if (parts.kind === "main") {
    const shared: Reading = { thread: parts.thread };
    return [withinIds(shared), [shared]];
  }
  if (parts.kind !== "direct" && parts.kind !== "group" && parts.kind !== "channel") return undefined;
  const { kind: chatType, channel, account, peer, thread } = parts;
  const sender = "sender" in parts ? parts.sender : undefined;
  const party = "party" in parts ? parts.party : undefined;
  const reading: Reading = { chatType, channel, account, peer, thread, party, sender };
  return [withinIds(reading), [reading]];
}

/** Ids that an edition may have written as this one: as the configs spell it, else as it is and in capitals. */
function spellings(id: string, configured: readonly string[] = []): readonly string[] {
  if (configured.length > 0) return configured;
  const capitals = id.toUpperCase();
  return capitals === id ? [id] : [id, capitals];
}

/** Stands in keys of releases for a person, a room or a channel without an id. */
const unnamed = "unknown";

/** Channels on which a thread is a peer of its own, and no chat has one in it. */
const threadsArePeers: ReadonlySet<string> = new Set(["discord"]);

/** A chat without what can surround it. */
type Chat = Candidate & {
  readonly inbound: Pick<Inbound, "channel" | "chatType" | "peer" | "thread" | "room">;
};

/** Facts that may surround a chat. */
interface Surrounding {
  readonly facts: Partial<Inbound>;
  /** Whether one of them is made up. */
  readonly invented: boolean;
}

/** Enumerates messages that may lead to the session of a key. */
export function candidateReader(clues: Clues) {
  const everywhere = [
    ...clues.channels.map((name) => ({ name, invented: false })),
    ...clues.possibleChannels.map((name) => ({ name, invented: true })),
  ];

  function channelsOf({ channel }: Reading) {
    if (channel === undefined) return everywhere;
    return [channel, ...(channel === unnamed ? [""] : [])].map((name) => ({ name, invented: false }));
  }

  /** Whom identity links call by the name that stands in a key. */
  function* linked(reading: Reading): Generator<Chat> {
    if (reading.chatType !== "direct") return;
    for (const link of clues.linksOf(reading.peer ?? "")) {
      const places =
        link.channel === undefined ? channelsOf(reading) : [{ name: link.channel.trim(), invented: false }];
      for (const { name, invented } of places)
        yield { inbound: { channel: name, chatType: "direct", peer: link.id }, invented };
    }
  }

  function* named(reading: Reading): Generator<Chat> {
    const { chatType, peer } = reading;
    if (chatType === undefined || peer === undefined) return;
    for (const { name: channel, invented } of channelsOf(reading)) {
      const ids = spellings(peer, clues.configuredSpellings(channel, peer));
      for (const id of [...ids, ...(peer === unnamed ? [""] : [])])
        yield { inbound: { channel, chatType, peer: id }, invented };
    }
  }

  /** Whoever writes in a room that a key names, and that may be one of a direct chat. */
  function* inRoom({ chatType, peer, ...reading }: Reading): Generator<Chat> {
    if (chatType === undefined || chatType === "group" || peer === undefined) return;
    const [stranger] = clues.strangers;
    for (const { name: channel } of channelsOf(reading))
      if (splittingFacts(fold(channel)).includes("room"))
        for (const room of spellings(peer))
          yield { inbound: { channel, chatType: "direct", peer: stranger, room }, invented: true };
  }

  /** What else a channel may ask of a message that it splits a chat by, in every mix. */
  function splitsOf(
    { channel, chatType, room }: Chat["inbound"],
    within: string | undefined,
    { sender }: Reading,
  ): readonly Partial<Inbound>[] {
    const facts = splittingFacts(fold(channel));
    const { strangers } = clues;
    const [stranger] = strangers;
    const asks = (fact: (typeof facts)[number], when: boolean) => facts.includes(fact) && when;
    const mix = (mixes: readonly Partial<Inbound>[], name: keyof Inbound, values: readonly unknown[]) =>
      mixes.flatMap((each) => values.map((value): Partial<Inbound> => told({ ...each, [name]: value })));
    let mixes: readonly Partial<Inbound>[] = [{}];
    const writers = sender === undefined ? [undefined, ...strangers] : spellings(sender);
    if (asks("sender", chatType !== "direct")) mixes = mix(mixes, "sender", writers);
    if (asks("root", within !== undefined)) mixes = mix(mixes, "root", [undefined, within]);
    if (asks("room", chatType === "direct" && room === undefined))
      mixes = mix(mixes, "room", [undefined, stranger]);
    if (asks("messageId", within === undefined)) {
      const bare = mixes;
      mixes = mix(mixes, "messageId", strangers);
      if (asks("mentioned", true)) mixes = mix(mixes, "mentioned", [true, false]);
      mixes = [...bare, ...mixes];
    }
    return mixes;
  }

  /** Of whose direct chat a message may be, and whether that is made up: on some channels each message tells it. */
  function partiesOf(
    { channel, chatType }: Chat["inbound"],
    { party }: Reading,
  ): readonly { readonly facts: Partial<Inbound>; readonly invented: boolean }[] {
    const nobody = { facts: {}, invented: false };
    if (chatType !== "direct") return [nobody];
    const fact = factOfPeople(fold(channel));
    if (party !== undefined) return [{ facts: { [fact ?? "party"]: party }, invented: false }];
    if (fact === undefined) return [nobody];
    const [stranger] = clues.strangers;
    return [nobody, { facts: { [fact]: stranger }, invented: true }];
  }

  /** Everybody who may share a session that names nobody. */
  function* anybody(reading: Reading): Generator<Chat> {
    for (const { name: channel, invented } of channelsOf(reading)) {
      for (const { chatType, peer } of clues.chatsOf(channel)) {
        yield { inbound: { channel, chatType, peer }, invented };
        // A binding of a room means it whichever of the two kinds a platform calls it.
        const other = chatType === "group" ? "channel" : "group";
        if (chatType !== "direct") yield { inbound: { channel, chatType: other, peer }, invented: true };
      }
      for (const chatType of chatTypes)
        for (const peer of clues.strangers) yield { inbound: { channel, chatType, peer }, invented: true };
      yield { inbound: { channel, chatType: "direct" }, invented: true };
    }
  }

  /** The places that a message may be told to be of, in every mix with whose chat it is. */
  function membershipsIn(inbound: Chat["inbound"], reading: Reading) {
    return partiesOf(inbound, reading).flatMap(({ facts, invented }) =>
      clues
        .membershipsOf(inbound.channel)
        // What a binding names stands in place of what is made up, and what the key tells in place of either.
        .map((membership) => ({
          facts: reading.party === undefined ? { ...facts, ...membership } : { ...membership, ...facts },
          invented: invented && membership.team === undefined,
        })),
    );
  }

  /** The accounts that a message may have come by, in every mix with the places that it may be told to be of. */
  function placesOf(inbound: Chat["inbound"], reading: Reading): readonly Surrounding[] {
    const { account } = reading;
    const { channel } = inbound;
    const named = [...(account === undefined ? [] : [account]), ...clues.accountsOf(channel)];
    const accounts = [
      { account: undefined, invented: false },
      ...named.map((name) => ({ account: name, invented: false })),
      ...(clues.accountsOpen(channel) ? clues.strangers : []).map((name) => ({
        account: name,
        invented: true,
      })),
    ];
    return accounts.flatMap((through) =>
      membershipsIn(inbound, reading).map((membership) => ({
        facts: told({ ...membership.facts, account: through.account }),
        invented: through.invented || membership.invented,
      })),
    );
  }

  /** The threads that a message may be in, in every mix with what else its channel splits a chat by. */
  function threadsOf(inbound: Chat["inbound"], reading: Reading): readonly Surrounding[] {
    const { peer, thread } = reading;
    const { channel } = inbound;
    // Whoever shares a session that names nobody may have written in a thread that it does not name either.
    const [stranger] = clues.strangers;
    const isJoined = peer === undefined ? !threadsArePeers.has(fold(channel)) : mayJoinThreads(fold(channel));
    const mayHaveThreads = thread === undefined && isJoined;
    const threads = [
      ...(thread === undefined ? [undefined] : spellings(thread)),
      ...(mayHaveThreads ? [stranger] : []),
    ];
    return threads.flatMap((within) =>
      splitsOf(inbound, within, reading).map((split) => ({
        // The id may be that of the thread or of the message at its root.
        facts: split.root === undefined ? told({ ...split, thread: within }) : split,
        invented: [within, split.messageId, split.sender, split.room].some((fact) =>
          clues.strangers.includes(fact ?? ""),
        ),
      })),
    );
  }

  function mixesOf(inbound: Chat["inbound"], reading: Reading): readonly Surrounding[] {
    const threads = threadsOf(inbound, reading);
    return placesOf(inbound, reading).flatMap((place) =>
      threads.map((thread) => ({
        facts: { ...place.facts, ...thread.facts },
        invented: place.invented || thread.invented,
      })),
    );
  }

  const mixesOfAlike = new Map<string, readonly Surrounding[]>();

  /** All that may surround a chat: the same for all keys that are alike but for whom the chat is with. */
  function surroundingsOf(inbound: Chat["inbound"], reading: Reading): readonly Surrounding[] {
    const { account, party, peer, sender, thread } = reading;
    // Of what names one chat, hardly any two keys tell the same.
    if (party !== undefined || sender !== undefined || thread !== undefined) return mixesOf(inbound, reading);
    const { channel, chatType, room } = inbound;
    const alike = JSON.stringify([channel, chatType, room === undefined, account, peer === undefined]);
    const before = mixesOfAlike.get(alike) ?? mixesOf(inbound, reading);
    mixesOfAlike.set(alike, before);
    return before;
  }

  /** A message of a chat with all that may surround it. */
  function* surrounded({ inbound, invented }: Chat, reading: Reading): Generator<Candidate> {
    for (const around of surroundingsOf(inbound, reading))
      yield { inbound: { ...around.facts, ...inbound }, invented: invented || around.invented };
  }

  function* allOf(
    readings: readonly Reading[],
    chatsOf: (reading: Reading) => Iterable<Chat>,
  ): Generator<Candidate> {
    for (const reading of readings) for (const chat of chatsOf(reading)) yield* surrounded(chat, reading);
  }

  /**
   * The messages that may lead to the session of a key, in groups: where one of a group does, those of
   * later groups need not be considered, because nobody is called by another's canonical name and no id
   * contains the words of a key. Undefined for keys that no message leads to.
   */
  return (key: string): readonly Iterable<Candidate>[] | undefined =>
    readingsOf(key)?.flatMap((readings) => [
      allOf(readings, linked),
      allOf(readings, (reading) => (reading.peer === undefined ? anybody(reading) : named(reading))),
      allOf(readings, inRoom),
    ]);
}
