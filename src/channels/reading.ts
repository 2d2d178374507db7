import type { AccessRequest } from "../policy/access/access-request.ts";
import type { Inbound } from "../scope/inbound.ts";
import type { Unread, UnreadReason } from "../scope/unread.ts";
import { type Facts, inboundOf } from "./payload.ts";

/** What a person did. */
export type ReadingKind = "message" | "edit" | "button" | "command" | "reaction";

/** What else a payload tells of a message, as `evaluateAccess` asks for it. */
export type AccessFacts = Pick<
  AccessRequest,
  | "bot"
  | "mentioned"
  | "othersMentioned"
  | "orgWide"
  | "roomName"
  | "teamName"
  | "senderEmail"
  | "senderName"
  | "senderUsername"
>;

/** What a person did, where, and when. */
export interface Read<Native> {
  readonly ok: true;
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
  /** The payload itself. */
  readonly native: Native;
  readonly reason?: never;
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

/** Says that there is nothing to answer, and why. */
export function unread(reason: UnreadReason, ...missing: readonly string[]): Unread {
  return { kind: "unread", ok: false, reason, missing };
}

type Loose<Shape> = { readonly [Name in keyof Shape]: Shape[Name] | undefined };

/** All that a reader found. */
interface Found<Native> {
  readonly kind: ReadingKind;
  readonly facts: Facts;
  readonly text: string | undefined;
  readonly at: number | undefined;
  readonly access: Loose<AccessFacts>;
  readonly native: Native;
}

function told<Shape extends object>(facts: Loose<Shape>): Shape {
  // Only optional facts are ever undefined, so what the type requires is still there.
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as Shape;
}

/** Puts together what was found. A conversation without a peer is none: nobody could be kept apart from anybody. */
export function reading<Native>({
  access,
  at,
  facts,
  kind,
  native,
  text = "",
}: Found<Native>): Reading<Native> {
  if (facts.peer === undefined) return unread("missing-fact", "peer");
  const { mentioned: finely } = access;
  const mentioned = finely === undefined ? undefined : finely === true || finely === "reply";
  return {
    ok: true,
    kind,
    inbound: inboundOf({ ...facts, mentioned }),
    text,
    ...(mentioned !== undefined && { mentioned }),
    ...(at !== undefined && { at }),
    access: told(access),
    native,
  };
}

/** The short form of a reading: where a person said something; nothing where nobody did, reactions included. */
export function saidIn(reading: Reading<unknown>): Inbound | undefined {
  return reading.ok && reading.kind !== "reaction" ? reading.inbound : undefined;
}
