import type { Draft } from "../../config/draft.ts";
import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { isBlank } from "../../identity/fold.ts";
import type { Inbound } from "../inbound.ts";
import {
  conversationsOf,
  type ChannelConversations,
  type GroupSplit,
  type SettingPlace,
  type ThreadRule,
} from "./rules.ts";
import { conversationSettings, holds, type ConversationSettings, type Where, type Word } from "./settings.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** A fact of a message that can decide which session of its chat it belongs to. */
export type ConversationFact = "messageId" | "mentioned" | "sender" | "room";

/** Which session of its chat a message belongs to. */
export interface Conversation {
  /** Whether it is a reply in a thread. */
  readonly isReply: boolean;
  /** The chat's id without what names a message in it, where the platform adds that. */
  readonly chat?: string;
  /** The thread whose session it is; absent where it is that of the chat. */
  readonly thread?: string;
  /** The person whose session it is, where each person in a room has one. */
  readonly sender?: string;
  /** The room whose session it is, where each room of a direct chat has one. */
  readonly room?: string;
  /** The room of a direct chat, where bindings to it reach the chat. */
  readonly directRoom?: string;
  /** The path of the setting that decided, where one is written. */
  readonly setting?: string;
  /** When answers open threads, in the channel's own word; absent on channels that have none. */
  readonly mode?: string;
  /** What the group is split by, in the channel's own word; absent on channels that have none. */
  readonly scope?: string;
  /** Whether what is quoted with the message, of what was said since the last answer, is its thread's or the chat's. */
  readonly history?: "thread" | "chat";
  /** Facts that decide, and that the message lacks. */
  readonly missing?: readonly ConversationFact[];
}

/** How a channel makes conversations of its messages under a policy. */
interface ConversationRule {
  readonly rules: ChannelConversations;
  /** Those that are in force. */
  readonly threads: readonly ThreadRule[];
  readonly threadIds: NonNullable<ChannelConversations["threadIds"]>;
  readonly splits: boolean;
  readonly hasDirectRooms: boolean;
  readonly directRoomsBind: boolean;
  /** Whether a message that is in no thread is of the chat's session whatever is written. */
  readonly onlyThreadsMatter: boolean;
  /** Whether a message that is in no thread is of the chat's session where nothing is written. */
  readonly restsByDefault: boolean;
  /** Whether a blank id is one, and a fact that decides must be told. */
  readonly exact: boolean;
  readonly settingsOf: (account: string) => ConversationSettings;
}

const theThread = [{ fact: "thread" }] as const;

/** Whether no message opens a thread, and no person or room has a session, under the words that go without saying. */
function restsByDefault(
  { directRooms, mode, rootMark, split }: ChannelConversations,
  threads: readonly ThreadRule[],
): boolean {
  const byDefault = split?.words[split.setting.otherwise];
  const opens = threads.some(
    ({ as, ofTopics, under, unless }) =>
      as === "opener" &&
      (under === undefined || under.includes(mode?.otherwise ?? "")) &&
      unless !== mode?.otherwise &&
      (ofTopics === undefined || byDefault?.topic === true),
  );
  const isApart =
    byDefault?.sender === true ||
    (directRooms !== undefined && directRooms.setting.otherwise === directRooms.word);
  return rootMark === undefined && !opens && !isApart;
}

/** The rules of a policy, by channel. */
const conversationRules = /* @__PURE__ */ once((policy: Policy): ReadonlyMap<string, ConversationRule> => {
  const { behaviours } = policy;
  const inForce = <Rule extends Parameters<typeof holds>[0]>(rules: readonly Rule[]) =>
    rules.filter((rule) => holds(rule, behaviours));
  return new Map(
    Object.entries(conversationsOf).map(([channel, rules]) => [
      channel,
      {
        rules,
        threads: inForce(rules.threads),
        threadIds: inForce(rules.threadIds ?? theThread),
        splits: rules.split !== undefined && holds(rules.split, behaviours),
        hasDirectRooms: rules.directRooms !== undefined && holds(rules.directRooms, behaviours),
        directRoomsBind: rules.directRoomsBind !== undefined && holds(rules.directRoomsBind, behaviours),
        onlyThreadsMatter:
          rules.split === undefined &&
          rules.directRoomsBind === undefined &&
          !inForce(rules.threads).some(({ as }) => as === "opener"),
        restsByDefault: restsByDefault(rules, inForce(rules.threads)),
        exact: behaviours.has("conversation-facts-required"),
        settingsOf: conversationSettings(channel, policy),
      },
    ]),
  );
});

/** What is told of a fact as text; a caller without types may tell anything. */
function textOf(fact: unknown): string | undefined {
  return typeof fact === "string" ? fact : undefined;
}

/** The chat's id, and the message at the root of its thread, which some platforms write behind it. */
function chatAndRoot(peer: string | undefined, mark: string | undefined): readonly (string | undefined)[] {
  const end = mark === undefined || peer === undefined ? -1 : peer.indexOf(";");
  if (peer === undefined || mark === undefined || end === -1) return [undefined, undefined];
  const parts = peer.slice(end + 1).split(";");
  const root = parts.find((part) => lowerCase(part).startsWith(mark))?.slice(mark.length);
  return [peer.slice(0, end), root];
}

/** The thread that a message is a reply in. */
function repliedIn(
  inbound: Inbound,
  named: string | undefined,
  { exact, rules, threadIds }: ConversationRule,
): string | undefined {
  const { forum, messageId, reply } = inbound;
  if (named !== undefined && named !== "") return named;
  for (const { fact, ofForums } of threadIds) {
    const id = textOf(inbound[fact]);
    if (id === undefined || (ofForums && forum !== true) || (!exact && isBlank(id))) continue;
    // The message at the root stands in the chat, though platforms name the thread there, too.
    const mayBeRoot = rules.threadsNamedByRoot === true && messageId !== undefined && reply !== true;
    const isRoot = mayBeRoot && id.trim() === messageId.trim();
    return isRoot ? undefined : id;
  }
  return undefined;
}

/** The thread that a message in a room opens, where whoever answers opens one under it. */
function openedBy(
  { chatType, messageId, startsThread }: Inbound,
  { exact, rules }: ConversationRule,
): string | undefined {
  const opens = exact && startsThread === true && chatType !== "direct" && rules.threadsNamedByRoot === true;
  const id = opens ? textOf(messageId) : undefined;
  return id === undefined || isBlank(id) ? undefined : id;
}

function whereOf(inbound: Inbound, { rooms }: ChannelConversations): Where {
  const { chatType, peer, room, team, thread } = inbound;
  const entry = chatType === "direct" && rooms?.chatType !== "direct" ? room : peer;
  return { chatType, room: textOf(entry), team: textOf(team), thread: textOf(thread) };
}

/** What a group is split by, and the word that says so. */
function splitOf(
  { rules: { split }, splits }: ConversationRule,
  settings: ConversationSettings,
  where: Where,
): (Word & { readonly by: GroupSplit }) | undefined {
  if (split === undefined || !splits || where.chatType === "direct") return undefined;
  const written = settings.word(split.setting, where);
  const older = written.path === undefined ? settings.word(split.older.setting, where) : undefined;
  const decided: Word = older?.word === split.older.on ? { ...older, word: split.older.word } : written;
  return {
    ...decided,
    by: Object.hasOwn(split.words, decided.word) ? (split.words[decided.word] ?? {}) : {},
  };
}

/** Whether a switch is on. */
function isOn(places: readonly SettingPlace[], settings: ConversationSettings, where: Where): boolean {
  return settings.find(places, where)?.value === true;
}

/** Tells which session of its chat a message belongs to; undefined on channels that nothing is said of. */
export function conversationOf(
  inbound: Inbound,
  channel: string,
  account: string,
  policy: Policy,
): Conversation | undefined {
  const rule = conversationRules(policy).get(channel);
  if (rule === undefined || (rule.rules.mode === undefined && isOfChat(inbound, rule))) return undefined;
  return readConversation(inbound, account, rule);
}

/** Tells the same under one policy; undefined, too, where it is plain that the message is of its chat's session. */
export function conversationReader(
  policy: Policy,
): (inbound: Inbound, channel: string, account: string) => Conversation | undefined {
  const rules = conversationRules(policy);
  return (inbound, channel, account) => {
    const rule = rules.get(channel);
    if (rule === undefined) return undefined;
    if (isOfChat(inbound, rule)) return undefined;
    const { room, root, startsThread, thread } = inbound;
    const isPlain =
      thread === undefined &&
      root === undefined &&
      room === undefined &&
      startsThread !== true &&
      rule.restsByDefault;
    return isPlain && rule.settingsOf(account).isSilent
      ? undefined
      : readConversation(inbound, account, rule);
  };
}

/** Whether a message is of its chat's session whatever is written. */
function isOfChat(inbound: Inbound, rule: ConversationRule): boolean {
  if (!rule.onlyThreadsMatter || inbound.thread !== undefined || inbound.startsThread === true) return false;
  const [chat, root] = chatAndRoot(textOf(inbound.peer), rule.rules.rootMark);
  return chat === undefined && repliedIn(inbound, root, rule) === undefined;
}

function readConversation(inbound: Inbound, account: string, rule: ConversationRule): Conversation {
  const { exact, hasDirectRooms, rules, threads } = rule;
  const { chatType, mentioned } = inbound;
  const [chat, root] = chatAndRoot(textOf(inbound.peer), rules.rootMark);
  const replied = repliedIn(inbound, root, rule) ?? openedBy(inbound, rule);
  const messageId = textOf(inbound.messageId) ?? "";
  const sender = textOf(inbound.sender) ?? "";
  const settings = rule.settingsOf(account);
  const where = whereOf(inbound, rules);
  const split = splitOf(rule, settings, where);
  const mode = rules.mode && settings.word(rules.mode, where);
  const made: Draft<Conversation> = { isReply: replied !== undefined };
  if (chat !== undefined) made.chat = chat;
  const missing: ConversationFact[] = [];
  if (mode !== undefined) made.mode = mode.word;
  if (split !== undefined) {
    made.scope = split.word;
    if (split.path !== undefined) made.setting = split.path;
    if (split.by.sender) {
      if (!isBlank(sender)) made.sender = sender;
      else if (exact) missing.push("sender");
    }
  }

  /** Whether a message that opens a thread under a rule does so; what it lacks is noted. */
  function opens({ when }: ThreadRule): boolean {
    if (when === "no-mention-needed" && settings.find(rules.needsMention ?? [], where)?.value !== false)
      return false;
    if (when === "mentioned" && mentioned !== true && (mentioned !== undefined || !exact)) return false;
    if (exact && when === "mentioned" && mentioned === undefined) missing.push("mentioned");
    if (exact && isBlank(messageId)) missing.push("messageId");
    return !isBlank(messageId);
  }

  function applies(thread: ThreadRule): boolean {
    const { as, chats, ofTopics, under, unless, written } = thread;
    if (!chats.includes(chatType) || (as === "reply") !== (replied !== undefined)) return false;
    if (ofTopics && split?.by.topic !== true) return false;
    const word = mode?.word ?? "";
    if (under?.includes(word) === false || word === unless) return false;
    if (written !== undefined && settings.find([written], where) === undefined) return false;
    return as === "reply" || opens(thread);
  }

  const chosen = threads.find(applies);
  if (chosen !== undefined) made.thread = replied ?? messageId;
  // Where something would open a thread or join one, it is the mode that says whether.
  const byMode = chosen === undefined ? split === undefined : (chosen.under ?? chosen.unless) !== undefined;
  if (mode?.path !== undefined && byMode && !chosen?.ofTopics) made.setting = mode.path;
  if (rules.history !== undefined)
    made.history =
      replied !== undefined && settings.word(rules.history, where).word === "thread" ? "thread" : "chat";
  const { directRooms } = rules;
  const room = textOf(inbound.room) ?? "";
  if (rule.directRoomsBind && chatType === "direct" && !isBlank(room)) made.directRoom = room;
  if (hasDirectRooms && directRooms !== undefined && chatType === "direct") {
    const scope = settings.word(directRooms.setting, where);
    if (scope.word === directRooms.word) {
      made.room = room;
      if (scope.path !== undefined) made.setting = scope.path;
      if (exact && isBlank(room)) missing.push("room");
    }
  }
  if (missing.length > 0) made.missing = missing;
  return made;
}

/** Whether the session of a thread continues another. */
export function continuesParent(inbound: Inbound, channel: string, account: string, policy: Policy): boolean {
  const rule = conversationRules(policy).get(channel);
  if (rule?.rules.parents === undefined) return false;
  const { chatType } = inbound;
  const where = whereOf(inbound, rule.rules);
  return rule.rules.parents.some(
    ({ asked, chats, ...spell }) =>
      chats.includes(chatType) &&
      holds(spell, policy.behaviours) &&
      (asked === undefined || isOn([asked], rule.settingsOf(account), where)),
  );
}

/** Whether a channel may have threads share the session of their chat. */
export function mayJoinThreads(channel: string): boolean {
  const rules = Object.hasOwn(conversationsOf, channel) ? conversationsOf[channel] : undefined;
  return (
    rules !== undefined &&
    !rules.threads.some((rule) => Object.keys(rule).length === 2 && rule.chats.length === 3)
  );
}

/** The facts by which a channel may tell messages of one chat apart, beside their thread. */
export type SplittingFact = ConversationFact | "root" | "forum";

/** Which facts can decide, on a channel, which session of its chat a message has; settings say whether they do. */
export function splittingFacts(channel: string): readonly SplittingFact[] {
  const rules = Object.hasOwn(conversationsOf, channel) ? conversationsOf[channel] : undefined;
  if (rules === undefined) return [];
  const { directRooms, split, threadIds = [], threads } = rules;
  return [
    ...(threads.some(({ as }) => as === "opener") ? (["messageId"] as const) : []),
    ...(threads.some(({ when }) => when === "mentioned") ? (["mentioned"] as const) : []),
    ...(Object.values(split?.words ?? {}).some(({ sender }) => sender) ? (["sender"] as const) : []),
    ...(directRooms === undefined ? [] : (["room"] as const)),
    ...(threadIds.some(({ fact }) => fact === "root") ? (["root"] as const) : []),
    ...(threadIds.some(({ ofForums }) => ofForums) ? (["forum"] as const) : []),
  ];
}
