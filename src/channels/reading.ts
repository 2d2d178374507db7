import type { Draft } from "../config/draft.ts";
import type { AccessRequest } from "../policy/access/access-request.ts";
import type { Inbound } from "../scope/inbound.ts";
import type { Moved } from "../scope/moved.ts";
import type { Unread, UnreadReason } from "../scope/unread.ts";
import { found, type Loose } from "./payload.ts";

/** What a person did. */
export type ReadingKind = "message" | "edit" | "button" | "command" | "reaction";

/** What else a payload tells of a message, as `evaluateAccess` asks for it. */
export type AccessFacts = Pick<
  AccessRequest,
  | "bot"
  | "guildName"
  | "mentioned"
  | "othersMentioned"
  | "orgWide"
  | "parentName"
  | "roomName"
  | "teamName"
  | "senderEmail"
  | "senderName"
  | "senderUsername"
>;

/** What a person did, where, and when. */
export interface Read<Native> {
  /** True: somebody did something that a bot may answer. */
  readonly ok: true;
  /** What was done: `"message"`, `"edit"`, `"button"`, `"command"` or `"reaction"`. */
  readonly kind: ReadingKind;
  /** Where it was done, for `resolveSession`. */
  readonly inbound: Inbound;
  /** What was said: the text or the caption, the command and its arguments, what a button stands for, a reaction; empty for a file alone. */
  readonly text: string;
  /** Whether it names the bot or answers it; absent where nobody can tell without `self`. */
  readonly mentioned?: boolean;
  /** When, in epoch milliseconds; absent where the platform does not tell. */
  readonly at?: number;
  /** With `inbound`, the request of `evaluateAccess`; `mentioned` is finer here. */
  readonly access: AccessFacts;
  /** That the person was known by another id before, where a platform has two: a LID, before it told the number. */
  readonly moved?: Moved;
  /** The payload itself. */
  readonly native: Native;
  /** Absent where the payload was read; a payload that was not has its reason here. */
  readonly reason?: never;
  /** Absent where the payload was read; a payload that was not may have here what would have told. */
  readonly missing?: never;
}

/** What a reader made of a payload. */
export type Reading<Native> = Read<Native> | Unread;

/** What every reader may be told. */
export interface ReaderOptions {
  /** Which of the host's bots received it. */
  readonly account?: string | undefined;
  /** The ids by which the platform names the bot: one, or several where it has several. */
  readonly self?: string | readonly string[] | undefined;
  /** Read what other bots write, too; the bot itself is then told by `self` alone. */
  readonly bots?: boolean | undefined;
}

/** What the host does with messages that stand in no thread yet. */
export interface ThreadingOptions {
  /**
   * The bot answers in threads: a message at the top of a room belongs to the thread that its answer opens. Direct chats go
   * on as they are.
   */
  readonly startsThread?: boolean | undefined;
}

/** The facts of a message at the top of a room whose answer opens a thread that has its id; none where no answer does. */
export function openedThread(
  isTop: boolean,
  id: string | undefined,
  { startsThread }: ThreadingOptions,
): { readonly thread?: string; readonly startsThread?: true } {
  return isTop && startsThread === true && id !== undefined ? { thread: id, startsThread: true } : {};
}

/** Says that nobody said anything, and that an id has changed. */
export function unreadMove(channel: string, from: string | undefined, to: string | undefined): Unread {
  const nothing = unread("not-a-message");
  return from === undefined || to === undefined ? nothing : { ...nothing, moved: { channel, from, to } };
}

/** Says that there is nothing to answer, and why. */
export function unread(reason: UnreadReason, ...missing: readonly string[]): Unread {
  return { kind: "unread", ok: false, reason, missing };
}

/** The facts that were found in a payload, those that were not as `undefined`. */
type Facts = Pick<Inbound, "channel" | "chatType"> & Loose<Omit<Inbound, "channel" | "chatType">>;

/** All that a reader found. */
interface Found<Native> {
  readonly kind: ReadingKind;
  readonly facts: Facts;
  readonly text: string | undefined;
  readonly at: number | undefined;
  readonly access: Loose<AccessFacts>;
  readonly native: Native;
  readonly moved?: Moved | undefined;
}

/** Puts together what was found. A conversation without a peer is none: nobody could be kept apart from anybody. */
export function reading<Native>({
  access,
  at,
  facts,
  kind,
  moved,
  native,
  text = "",
}: Found<Native>): Reading<Native> {
  const { peer, sender } = facts;
  if (peer === undefined) return unread("missing-fact", "peer");
  const { mentioned: finely } = access;
  const mentioned = finely === undefined ? undefined : finely === true || finely === "reply";
  // A sender who is the peer is not told twice.
  const inbound: Draft<Inbound> = found(sender === peer ? { ...facts, sender: undefined } : facts);
  // What is added after a spread would give every object a hidden class of its own.
  if (mentioned !== undefined) inbound.mentioned = mentioned;
  return found<Read<Native>>({
    ok: true,
    kind,
    inbound,
    text,
    mentioned,
    at,
    access: found(access),
    moved,
    native,
  });
}

/** The short form of a reading: where a person said something; nothing where nobody did, reactions included. */
export function saidIn(reading: Reading<unknown>): Inbound | undefined {
  return reading.ok && reading.kind !== "reaction" ? reading.inbound : undefined;
}
