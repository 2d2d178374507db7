import { isText } from "../../config/given.ts";
import { isObject } from "../../config/is-object.ts";
import { demandPolicy, type Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { mainAgentId } from "../../identity/agent-id.ts";
import { fold, isBlank } from "../../identity/fold.ts";
import { linksOf } from "../../identity/identity-links.ts";
import {
  readRow,
  type StoredOrigin,
  type StoredRoute,
  type StoreRow,
} from "../../lifecycle/store/store-row.ts";
import type { RoomAddress } from "../../policy/access/access-request.ts";
import { normalizeChatType, type ChatType } from "../../scope/chat-type.ts";
import { roomsShareMain } from "../../scope/facts/told-by-key.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { defaultMainKey } from "../../scope/key/main-key.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import type { Unread, UnreadReason } from "../../scope/unread.ts";
import { readAddress, type Address } from "./address.ts";

/** The last message of a stored session, as far as its entry tells it: for `resolveSession`, and for `evaluateAccess`. */
export type StoredInbound = Inbound & Pick<RoomAddress, "guildName" | "roomName">;

/** A fact, and the field that tells it. */
interface Told<Fact> {
  readonly fact: Fact;
  readonly field: string;
}

/** What one part of an entry tells. */
interface Part {
  readonly channel?: Told<string> | undefined;
  readonly chatType?: Told<string> | undefined;
  readonly account?: Told<string> | undefined;
  readonly thread?: Told<string> | undefined;
  /** Whoever wrote, or the room. */
  readonly from?: Told<string> | undefined;
  /** Where answers go. */
  readonly to?: Told<string> | undefined;
  readonly person?: Told<string> | undefined;
}

/** What says nothing of a chat: from there operators, and the gateway itself, reach any session. */
const surfaces: ReadonlySet<string> = new Set([
  "webchat",
  "internal",
  "heartbeat",
  "cron-event",
  "exec-event",
]);

/** Channels on which the answers to a person go elsewhere than to that person's id. */
const answersElsewhere: ReadonlySet<string> = new Set(["bluebubbles", "nextcloud-talk", "tlon", "twitch"]);

/** Channels whose word for the place of a room is its team's id. */
const spacesAreTeams: ReadonlySet<string> = new Set(["mattermost", "msteams", "slack"]);

/** The fields that are asked for facts; what else is wrong with an entry is no matter. */
const factFields =
  /^(?:origin|delivery|deliveryContext|last[ACT]\w+|channel|chatType|groupId|subject|groupChannel|room|space)\b/;

function told(fact: string | undefined, field: string): Told<string> | undefined {
  return fact === undefined || isBlank(fact) ? undefined : { fact: fact.trim(), field };
}

function partOfOrigin(origin: StoredOrigin | undefined, path: string): Part {
  const { accountId, chatType, from, nativeDirectUserId, provider, surface, threadId, to } = origin ?? {};
  return {
    channel: told(provider, `${path}.provider`) ?? told(surface, `${path}.surface`),
    chatType: told(chatType, `${path}.chatType`),
    account: told(accountId, `${path}.accountId`),
    thread: told(threadId, `${path}.threadId`),
    from: told(from, `${path}.from`),
    to: told(to, `${path}.to`),
    person: told(nativeDirectUserId, `${path}.nativeDirectUserId`),
  };
}

function partOfRoute(route: StoredRoute | undefined, path: string): Part {
  const { accountId, channel, threadId, to } = route ?? {};
  return {
    channel: told(channel, `${path}.channel`),
    account: told(accountId, `${path}.accountId`),
    thread: told(threadId, `${path}.threadId`),
    to: told(to, `${path}.to`),
  };
}

/** The parts of an entry, those first that tell most. */
function partsOf(row: StoreRow): readonly Part[] {
  const { channel, chatType, delivery, deliveryContext, groupId, origin } = row;
  return [
    ...(delivery === undefined
      ? []
      : [
          partOfOrigin(delivery.origin, "delivery.origin"),
          partOfRoute(delivery.context, "delivery.context"),
        ]),
    partOfOrigin(origin, "origin"),
    partOfRoute(deliveryContext, "deliveryContext"),
    {
      channel: told(row.lastChannel, "lastChannel"),
      account: told(row.lastAccountId, "lastAccountId"),
      thread: told(row.lastThreadId, "lastThreadId"),
      to: told(row.lastTo, "lastTo"),
    },
    {
      channel: told(channel, "channel"),
      chatType: told(chatType, "chatType"),
      from: told(groupId === undefined ? undefined : `group:${groupId}`, "groupId"),
    },
  ];
}

function unread(reason: UnreadReason, ...fields: readonly (string | undefined)[]): Unread {
  const missing = fields.filter((field) => field !== undefined);
  return { kind: "unread", ok: false, reason, missing: [...new Set(missing)] };
}

/** What a key tells of its chat. */
interface ChatOfKey {
  readonly channel?: string | undefined;
  readonly account?: string | undefined;
  readonly chatType?: ChatType | undefined;
  readonly peer?: string | undefined;
  readonly thread?: string | undefined;
  readonly sender?: string | undefined;
  readonly party?: string | undefined;
  /** The peer is what identity links call a person. */
  readonly isName?: boolean;
  /** It is a main session's. */
  readonly isMain?: boolean;
}

/** What a key tells of its chat; undefined for the key of a session that no message leads to. */
function chatOfKey(key: string): ChatOfKey | undefined {
  // Older keys have no agent, and are then mostly a chat's name, or any other word.
  const whole = parseSessionKey(key) ?? parseSessionKey(`agent:${mainAgentId}:${key.trim()}`);
  const isWord = whole?.kind === "main" && !key.startsWith("agent:") && whole.mainKey !== defaultMainKey;
  const parts = isWord ? undefined : whole;
  if (parts === undefined || parts.kind === "global" || parts.kind === "custom") return {};
  if ("heartbeat" in parts) return undefined;
  if (parts.kind === "main") return { thread: parts.thread, isMain: true };
  if (parts.kind !== "direct" && parts.kind !== "group" && parts.kind !== "channel") return undefined;
  const { account, channel, kind: chatType, thread } = parts;
  const isName = "identity" in parts;
  const party = "party" in parts ? parts.party : undefined;
  const [peer = "", topic] = chatType === "direct" ? [parts.peer] : parts.peer.split(":topic:", 2);
  const sender = "sender" in parts ? parts.sender : undefined;
  return { channel, account, chatType, peer, thread: thread ?? topic, sender, party, isName };
}

/** The first part that tells a fact, and the first that tells it otherwise. */
function agreed<Fact>(
  facts: readonly (Told<Fact> | undefined)[],
  form: (fact: Fact) => unknown,
): { readonly one: Told<Fact> | undefined; readonly other: Told<Fact> | undefined } {
  const all = facts.filter((each) => each !== undefined);
  const [one] = all;
  return { one, other: all.find((each) => one !== undefined && form(each.fact) !== form(one.fact)) };
}

/** An id as it is compared: releases write most of them in small letters. */
const sameId = (address: Address): string => fold(address.id);

/** The names of the people whom identity links know, folded. */
const linkedNames = /* @__PURE__ */ once(
  (policy: Policy): ReadonlySet<string> => new Set(linksOf(policy).map(({ name }) => fold(name))),
);

/** Whether a name stands for a person whom identity links know. */
function isLinked(name: string, policy: Policy | undefined): boolean {
  return policy !== undefined && linkedNames(policy).has(fold(name));
}

/** A thread as it is compared: of a direct chat's topic releases write the chat beside it. */
function sameThread(one: string, other: string): boolean {
  return one === other || one.endsWith(`:${other}`) || fold(one) === fold(other);
}

/** The last message of a session, and which of its facts the entry itself tells, as the platform spells them. */
export interface EntryFacts {
  readonly inbound: StoredInbound;
  readonly told: Partial<Inbound>;
}

/** Reads the facts of the last message out of what is known of a session. */
function readFacts(key: ChatOfKey, row: StoreRow, policy: Policy | undefined): EntryFacts | Unread {
  const keyed = told(key.channel, "key");
  const isSurface = ({ channel }: Part) =>
    channel !== undefined && surfaces.has(fold(channel.fact)) && fold(channel.fact) !== key.channel;
  const all = partsOf(row);
  const hidden = all.filter(isSurface);
  const parts = all.filter((part) => !isSurface(part));
  const channels = agreed([keyed, ...parts.map(({ channel }) => channel)], fold);
  if (channels.other !== undefined)
    return unread("contradicting-facts", channels.one?.field, channels.other.field);
  if (channels.one === undefined) return unread("missing-fact", hidden[0]?.channel?.field ?? "channel");
  const channel = fold(channels.one.fact);

  const addressOf = (each: Told<string> | undefined): Told<Address> | undefined => {
    const fact = each === undefined ? undefined : readAddress(each.fact, channel);
    return fact === undefined || each === undefined ? undefined : { fact, field: each.field };
  };
  const froms = parts.map(({ from }) => addressOf(from)).filter((each) => each !== undefined);
  const tos = parts.map(({ to }) => addressOf(to)).filter((each) => each !== undefined);

  // What a page of the gateway was told of itself says nothing of a chat that the key names.
  const isHeard = hidden.length === 0 || key.chatType === undefined;
  const words = parts.flatMap(({ chatType, from }) => {
    const fact = normalizeChatType(chatType?.fact);
    if (fact !== undefined && chatType !== undefined && (isHeard || chatType.field !== "chatType"))
      return [{ fact, field: chatType.field }];
    const address = addressOf(from);
    return address?.fact.of !== "room" || from?.field === "groupId"
      ? []
      : [{ fact: address.fact.chatType ?? ("group" as const), field: address.field }];
  });
  // Some channels call one room a group and a channel, in different places; that it is a room, all say.
  const kinds = agreed<ChatType>(
    [key.chatType === undefined ? undefined : { fact: key.chatType, field: "key" }, ...words.toReversed()],
    (chatType) => chatType === "direct",
  );
  if (kinds.other !== undefined) return unread("contradicting-facts", kinds.one?.field, kinds.other.field);
  // Main sessions are of direct chats, unless a scope puts rooms there.
  const isDirect = key.isMain === true && (policy === undefined || !roomsShareMain(policy));
  const chatType = kinds.one?.fact ?? (isDirect ? "direct" : undefined);
  if (chatType === undefined) return unread("missing-fact", "chatType");

  const accounts = agreed([told(key.account, "key"), ...parts.map(({ account }) => account)], fold);
  if (accounts.other !== undefined)
    return unread("contradicting-facts", accounts.one?.field, accounts.other.field);
  const [toldAccount] = parts.map((part) => part.account?.fact).filter((fact) => fact !== undefined);

  const threads = parts.map(({ thread }) => thread).filter((each) => each !== undefined);
  const strayed =
    key.thread === undefined ? undefined : threads.find(({ fact }) => !sameThread(key.thread ?? "", fact));
  if (strayed !== undefined) return unread("contradicting-facts", "key", strayed.field);
  // A session whose key names no thread is the whole chat's, in whichever thread the last message was.
  const toldThread = key.thread === undefined ? undefined : threads[0]?.fact;

  const people = chatType === "direct" ? personIn(key, parts, froms, tos, channel, policy) : undefined;
  const place = people ?? roomIn(key, froms, tos);
  if ("reason" in place) return place;
  // The entry has them as the host and the platform write them.
  const [account, thread] = [toldAccount ?? key.account, toldThread ?? key.thread];
  // Releases write the id of a group in small letters, as they do in its key.
  const isPeerTold =
    [...froms, ...tos].some(({ field }) => field !== "groupId") ||
    parts.some(({ person }) => person !== undefined);
  return {
    inbound: {
      channel,
      chatType,
      ...(account !== undefined && { account }),
      ...place,
      ...(thread !== undefined && { thread }),
      ...(key.party !== undefined && { party: key.party }),
      ...(chatType !== "direct" && namesIn(row, channel)),
    },
    told: {
      channel,
      chatType,
      ...(toldAccount !== undefined && { account: toldAccount }),
      ...(isPeerTold && { peer: place.peer }),
      ...(toldThread !== undefined && { thread: toldThread }),
    },
  };
}

/** Whom or what room a message is of. */
type Place = Pick<Inbound, "room" | "sender"> & { readonly peer: string };

/** Whose direct chat it is. */
function personIn(
  key: ChatOfKey,
  parts: readonly Part[],
  froms: readonly Told<Address>[],
  tos: readonly Told<Address>[],
  channel: string,
  policy: Policy | undefined,
): Place | Unread {
  const isPerson = ({ fact }: Told<Address>) => fact.of !== "room";
  const natives = parts.flatMap(({ person }) =>
    person === undefined ? [] : [{ fact: { id: person.fact }, field: person.field }],
  );
  const answers = tos.filter(({ fact }) =>
    answersElsewhere.has(channel) ? fact.of === "person" : fact.of !== "room",
  );
  const { one, other } = agreed([...froms.filter(isPerson), ...natives, ...answers], sameId);
  if (other !== undefined) return unread("contradicting-facts", one?.field, other.field);
  const chat = tos.find(({ fact }) => fact.of === "room")?.fact.id;
  const { peer } = key;
  const isName = key.isName === true || (peer !== undefined && isLinked(peer, policy));
  if (one === undefined)
    return peer === undefined || isName ? unread("missing-fact", "origin.from", "lastTo") : { peer };
  const { id } = one.fact;
  // On some channels a direct chat has the id of a room, by which the session is called.
  if (peer !== undefined && chat !== undefined && fold(chat) === fold(peer))
    return { peer: chat, sender: id };
  if (peer !== undefined && !isName && fold(peer) !== fold(id))
    return unread("contradicting-facts", "key", one.field);
  return { peer: id, ...(channel === "matrix" && chat !== undefined && { room: chat }) };
}

/** Which room it is, and who wrote there last where that is told. */
function roomIn(
  key: ChatOfKey,
  froms: readonly Told<Address>[],
  tos: readonly Told<Address>[],
): Place | Unread {
  const isRoom = ({ fact }: Told<Address>) => fact.of === "room";
  // Where the address of whoever wrote is the room's, an answer goes there, too, however that is written.
  const sure = [...froms.filter((each) => isRoom(each) && each.field !== "groupId"), ...tos.filter(isRoom)];
  const written = [...sure, ...tos.filter(({ fact }) => fact.of === undefined)];
  const { one, other } = agreed([...written, ...froms.filter(({ field }) => field === "groupId")], sameId);
  if (other !== undefined) return unread("contradicting-facts", one?.field, other.field);
  const { peer } = key;
  if (peer !== undefined && one !== undefined && fold(peer) !== fold(one.fact.id))
    return unread("contradicting-facts", "key", one.field);
  const id = one?.fact.id ?? peer;
  if (id === undefined) return unread("missing-fact", "origin.from", "lastTo");
  const writer = froms.find((each) => !isRoom(each) && fold(each.fact.id) !== fold(id));
  const sender = writer?.fact.id ?? key.sender;
  if (writer !== undefined && key.sender !== undefined && fold(key.sender) !== fold(writer.fact.id))
    return unread("contradicting-facts", "key", writer.field);
  return { peer: id, ...(sender !== undefined && { sender }) };
}

/** Where a room stands, and what it is called. */
function namesIn(
  row: StoreRow,
  channel: string,
): Pick<StoredInbound, "guild" | "guildName" | "roomName" | "team"> {
  const space = told(row.space, "space")?.fact;
  const name = told(row.groupChannel ?? row.room ?? row.subject, "subject")?.fact.replace(/^#/, "");
  const isGuild = channel === "discord" && space !== undefined;
  return {
    ...(isGuild && (/^\d+$/.test(space) ? { guild: space } : { guildName: space })),
    ...(spacesAreTeams.has(channel) && space !== undefined && { team: space }),
    ...(name !== undefined && { roomName: name }),
  };
}

/**
 * Reads the facts of the last message of a stored session out of its entry: `origin`, `deliveryContext` and `last*` as releases
 * wrote them until 2026.7, `delivery` as they do since, `chatType`, `channel`, `groupId`, `subject`, `groupChannel`, `room` and
 * `space`. Ids come as the platform spells them, where the key has them in small letters.
 *
 * What the key tells must agree: a fact that contradicts it, or another field, is named (`contradicting-facts`, with both fields
 * in `missing`), and so is what nothing tells (`missing-fact`). What was written on a page of the gateway (`webchat`), and what
 * the gateway wrote itself, tells nothing of the chat. A thread that the key does not name is left out, because the session is
 * then the whole chat's. Sessions of jobs, hooks and sub-agents have no conversation (`no-conversation`).
 *
 * An entry tells of one message. A session that several people share, such as a main session, has others.
 *
 * @param entry - The entry, or a row of `readStore`.
 * @param policy - With it, a name of `session.identityLinks` in the key is no id, and contradicts none.
 * @example
 * ```ts
 * inboundOfEntry("agent:main:slack:channel:c1", {
 *   chatType: "channel",
 *   groupChannel: "#general",
 *   space: "T1",
 *   lastChannel: "slack",
 *   lastTo: "channel:C1",
 *   lastAccountId: "default",
 * });
 * //=> { channel: "slack", chatType: "channel", account: "default", peer: "C1", team: "T1", roomName: "general" }
 * inboundOfEntry("agent:main:telegram:direct:5", { lastTo: "telegram:6" });
 * //=> { kind: "unread", ok: false, reason: "contradicting-facts", missing: ["key", "lastTo"] }
 * ```
 */
export function inboundOfEntry(key: string, entry: object, policy?: Policy): StoredInbound | Unread {
  if (isPolluted()) return unpolluted(inboundOfEntry, key, entry, policy);
  if (policy !== undefined) demandPolicy(policy);
  if (!isText(key) || isBlank(key)) return unread("missing-fact", "key");
  if (!isObject(entry)) return unread("unknown-shape");
  const { faults, row } = readRow(key, entry);
  const unreadable = faults.filter((field) => factFields.test(field));
  if (unreadable.length > 0) return unread("missing-fact", ...unreadable);
  const read = factsOfRow(row, policy);
  return "reason" in read ? read : read.inbound;
}

/** The same of a row that has been read, with what the entry alone tells. */
export function factsOfRow(row: StoreRow, policy?: Policy): EntryFacts | Unread {
  const chat = chatOfKey(row.key);
  return chat === undefined ? unread("no-conversation") : readFacts(chat, row, policy);
}
