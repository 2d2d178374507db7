import { isObject } from "../../config/is-object.ts";
import { once } from "../../edition/once.ts";
import { fold, isBlank } from "../../identity/fold.ts";
import { normalizeChatType } from "../chat-type.ts";
import { isChatTypeOrNone, isFoldedChannel } from "./plain.ts";

/** What may be wrong with the facts of a request: one is of no type that it can have, or two contradict each other. */
export type FactFault = "malformed-request" | "fact-mismatch";

/** Names what is wrong with the facts of a request, for the decision that refuses it. */
export interface FactRefusal {
  readonly reason: FactFault;
  /** The facts by the names under which they were told; of a contradiction both. */
  readonly facts: readonly string[];
}

/** How a fact may be told. A list of words takes no other. */
export type FactReading =
  /** Text; of a `bigint` its digits. A number is no id: a long one has lost digits by then. */
  | "text"
  /** The name of a channel, in any case. */
  | "channel"
  /** A word for a kind of chat, `dm` among them, in any case. */
  | "chat-type"
  | "texts"
  /** A list of ids as configs write them, of which some may be numbers. */
  | "entries"
  /** A list that whoever decides by it reads. */
  | "list"
  /** A list of texts, or a set of them, which is looked up and not read. */
  | "collection"
  | "flag"
  /** An object that whoever decides by it reads. */
  | "object"
  | readonly (string | boolean)[]
  /** An object of such facts. */
  | FactReadings;

/** The facts of one kind of request, and how each may be told. */
export interface FactReadings {
  readonly [fact: string]: FactReading;
}

/** The names of the facts of a request, which may be of several kinds. */
type FactOf<Facts> = Facts extends unknown ? keyof Facts & string : never;

/** The readings of a request, fact by fact. */
type ReadingsOf<Facts> = FactReadings & { readonly [Fact in keyof Facts]?: FactReading };

/** The facts that say where a message, or whoever asks, is. */
export const chatReadings = {
  channel: "channel",
  account: "text",
  chatType: "chat-type",
  peer: "text",
  sender: "text",
  thread: "text",
  guild: "text",
  team: "text",
  aliases: "texts",
  roles: "texts",
  parent: { chatType: "chat-type", peer: "text" },
} as const satisfies FactReadings;

/** Words by which a message mentions the bot, or does not; of a session none but `true` and `false` counts. */
export const mentionWords = [true, false, "reply", "everyone", "joined"] as const;

/** The facts that say whose session it is. */
export const sessionReadings = { key: "text", agentId: "text" } as const satisfies FactReadings;

/** What hosts call a fact where they mean it: the names of the config, and of frameworks. `isPlainChat` looks for the same. */
export const nearMisses: Readonly<Record<string, readonly string[]>> = {
  key: ["sessionKey"],
  agentId: ["agent"],
  account: ["accountId"],
  peer: ["channelId", "chatId", "peerId"],
  sender: ["senderId", "userId"],
  thread: ["threadId"],
  guild: ["guildId"],
  team: ["teamId"],
  roles: ["roleIds", "memberRoleIds"],
};

function missesOf(name: string): readonly string[] {
  return Object.hasOwn(nearMisses, name) ? (nearMisses[name] ?? []) : [];
}

/** Stands for a fact that cannot be read. */
const unreadable = Symbol("unreadable");

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function readText(value: unknown): unknown {
  if (typeof value === "string") return value;
  return typeof value === "bigint" ? String(value) : unreadable;
}

function readTexts(value: unknown): unknown {
  if (!Array.isArray(value)) return unreadable;
  const texts = Array.from(value, readText);
  return texts.includes(unreadable) ? unreadable : texts;
}

function isEntries(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    !value.includes(undefined) &&
    value.every((entry) => typeof entry === "string" || typeof entry === "number")
  );
}

function isCollection(value: unknown): boolean {
  return typeof value === "object" && value !== null && "has" in value && typeof value.has === "function";
}

function isWords(reading: FactReading): reading is readonly (string | boolean)[] {
  return Array.isArray(reading);
}

function readFact(value: unknown, reading: FactReading): unknown {
  if (isWords(reading)) return reading.some((word) => word === value) ? value : unreadable;
  if (typeof reading === "object") {
    const read = readObject(value, reading);
    return "reason" in read ? unreadable : read.facts;
  }
  switch (reading) {
    case "text":
      return readText(value);
    case "channel":
      return typeof value === "string" ? fold(value) : unreadable;
    case "chat-type":
      return (typeof value === "string" ? normalizeChatType(value) : undefined) ?? unreadable;
    case "texts":
      return readTexts(value);
    case "entries":
      return isEntries(value) ? value : readTexts(value);
    case "list":
      return Array.isArray(value) ? value : unreadable;
    case "collection":
      return isCollection(value) ? value : readTexts(value);
    case "flag":
      return typeof value === "boolean" ? value : unreadable;
    case "object":
      return isObject(value) ? value : unreadable;
  }
}

type ReadObject = { readonly facts: Readonly<Record<string, unknown>> } | FactRefusal;

function malformed(facts: readonly string[]): FactRefusal {
  return { reason: "malformed-request", facts };
}

function readObject(given: unknown, readings: FactReadings): ReadObject {
  if (!isObject(given)) return malformed(["request"]);
  const facts: Record<string, unknown> = { ...given };
  const faults: string[] = [];
  for (const { name, reading, misses } of compiled(readings)) {
    const told = given[name];
    // A word for a kind of chat that is blank says nothing.
    const value = reading === "chat-type" && typeof told === "string" && isBlank(told) ? undefined : told;
    const read = isAbsent(value) ? undefined : readFact(value, reading);
    if (read === unreadable) faults.push(name);
    else if (read !== undefined || name in facts) facts[name] = read;
    if (isAbsent(value)) faults.push(...misses.filter((miss) => !isAbsent(given[miss])));
  }
  return faults.length > 0 ? malformed(faults) : { facts };
}

/** The readings of a kind of request, with the names that nearly are each fact's. */
const compiled = /* @__PURE__ */ once((readings: FactReadings) =>
  Object.entries(readings).map(([name, reading]) => ({
    name,
    reading,
    misses: missesOf(name).filter((miss) => !Object.hasOwn(readings, miss)),
  })),
);

/** Whether a fact is what its type says, without a look into what is read at length. */
function isPlainFact(value: unknown, reading: FactReading): boolean {
  if (value === undefined) return true;
  if (isWords(reading)) return reading.some((word) => word === value);
  if (typeof reading === "object") return false;
  switch (reading) {
    case "text":
      return typeof value === "string";
    case "channel":
      return isFoldedChannel(value);
    case "chat-type":
      return isChatTypeOrNone(value);
    case "flag":
      return typeof value === "boolean";
    case "texts":
    case "entries":
    case "list":
    case "collection":
    case "object":
      return false;
  }
}

function isPlain(given: object, readings: FactReadings): boolean {
  // It is looked at, whatever it is.
  const told = given as Readonly<Record<string, unknown>>;
  return compiled(readings).every(
    ({ name, reading, misses }) =>
      isPlainFact(told[name], reading) &&
      (told[name] !== undefined || misses.every((miss) => told[miss] === undefined)),
  );
}

/**
 * Reads the facts of a request as callers without types tell them: `null` is an absent fact, a `bigint` is its digits, a
 * kind of chat and a channel may be written in any case, a key alone stands for the request of which it is a fact. Whatever
 * else is of another type than its fact, or is told by a name that nearly is one, is refused by name.
 *
 * A request that is what the types say, as most are, is handed back as it is. Where every decision counts, whoever evaluates
 * has a quicker look at it first (`isPlainChat`).
 *
 * @param given - What the caller handed over, whatever it is.
 * @param needed - The facts without which nothing can be asked.
 * @returns The same facts as the types have them, or what is wrong with them.
 */
export function readFacts<Facts extends object>(
  given: unknown,
  readings: ReadingsOf<Facts>,
  needed: readonly FactOf<Facts>[] = [],
): { readonly facts: Facts } | FactRefusal {
  const request = typeof given === "string" && Object.hasOwn(readings, "key") ? { key: given } : given;
  const read: ReadObject =
    isObject(request) && isPlain(request, readings) ? { facts: request } : readObject(request, readings);
  if (isRefused(read)) return read;
  const { facts } = read;
  const missing = needed.filter((fact) => facts[fact] === undefined);
  // A message without a session is refused for that.
  if (missing.length > 0 && facts["ok"] !== false) return malformed(missing);
  // Every fact that its type names was read by that type's words; what is not named is nobody's.
  return read as { readonly facts: Facts };
}

/** Tells whether facts could not be read. */
export function isRefused(read: object): read is FactRefusal {
  return "facts" in read && "reason" in read;
}
