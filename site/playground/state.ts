import { editions, isEdition, type ChatType, type Edition } from "keyscope";

/** A person who writes to the bot, by their id on each channel. */
export interface Person {
  readonly name: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** Where a message is written: to the bot alone, or in a room, perhaps in one of its topics. */
export type Place =
  | { readonly kind: "direct" }
  | {
      readonly kind: "room";
      readonly chatType: Exclude<ChatType, "direct">;
      readonly id: string;
      readonly thread?: string;
    };

/** One thing that happens. */
export type Step =
  | {
      readonly kind: "message";
      readonly who: string;
      readonly channel: string;
      readonly place: Place;
      readonly text: string;
      readonly mentioned?: true;
    }
  | { readonly kind: "wait"; readonly minutes: number }
  | { readonly kind: "heartbeat" }
  | { readonly kind: "payload"; readonly channel: string; readonly payload: string };

/** A config, and the edition that reads it. */
export interface Side {
  readonly config: string;
  readonly edition: Edition;
}

/** All that the page holds; what it shows is derived from it. */
export interface State extends Side {
  readonly timeZone: string;
  /** What is compared with. */
  readonly other?: Side;
  readonly people: readonly Person[];
  /** When the script begins, in epoch milliseconds. */
  readonly start: number;
  readonly steps: readonly Step[];
}

/** The newest release that is known. */
export const newestRelease = editions.findLast((edition) => edition.startsWith("openclaw@")) ?? "2026-11";

/** Nobody writes a script by hand that is longer; a link that holds more is refused. */
export const most = { steps: 200, people: 20, text: 20_000 } as const;

type Given = Readonly<Record<string, unknown>>;

function isGiven(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= most.text;
}

function isName(value: unknown): value is string {
  return isText(value) && value.trim() !== "" && value.length <= 200;
}

function readPlace(value: unknown): Place | undefined {
  if (!isGiven(value)) return undefined;
  const { chatType, id, kind, thread } = value;
  if (kind === "direct") return { kind };
  if (kind !== "room" || (chatType !== "group" && chatType !== "channel") || !isName(id)) return undefined;
  if (thread === undefined) return { kind, chatType, id };
  return isName(thread) ? { kind, chatType, id, thread } : undefined;
}

function readStep(value: unknown): Step | undefined {
  if (!isGiven(value)) return undefined;
  const { channel, kind, mentioned, minutes, payload, text, who } = value;
  if (kind === "heartbeat") return { kind };
  if (kind === "wait")
    return typeof minutes === "number" && minutes > 0 && minutes <= 527_040 ? { kind, minutes } : undefined;
  if (!isName(channel)) return undefined;
  if (kind === "payload") return isText(payload) ? { kind, channel, payload } : undefined;
  const place = readPlace(value["place"]);
  if (kind !== "message" || place === undefined || !isName(who) || !isText(text)) return undefined;
  return { kind, who, channel, place, text, ...(mentioned === true && { mentioned }) };
}

function readPerson(value: unknown): Person | undefined {
  if (!isGiven(value) || !isName(value["name"]) || !isGiven(value["ids"])) return undefined;
  const ids = Object.entries(value["ids"]);
  const isNamed = (entry: [string, unknown]): entry is [string, string] => isName(entry[1]);
  return ids.every(isNamed) ? { name: value["name"], ids: Object.fromEntries(ids) } : undefined;
}

function readSide(value: unknown): Side | undefined {
  if (!isGiven(value)) return undefined;
  const { config, edition } = value;
  return isText(config) && typeof edition === "string" && isEdition(edition)
    ? { config, edition }
    : undefined;
}

function readList<Member>(
  value: unknown,
  bound: number,
  read: (member: unknown) => Member | undefined,
): readonly Member[] | undefined {
  if (!Array.isArray(value) || value.length > bound) return undefined;
  const members = value.map(read).filter((member) => member !== undefined);
  return members.length === value.length ? members : undefined;
}

/** Reads a state out of anything; undefined where it is none, and nothing of it is guessed. */
export function readState(value: unknown): State | undefined {
  const side = readSide(value);
  if (side === undefined || !isGiven(value)) return undefined;
  const { start, timeZone } = value;
  const people = readList(value["people"], most.people, readPerson);
  const steps = readList(value["steps"], most.steps, readStep);
  if (people === undefined || steps === undefined || !isName(timeZone)) return undefined;
  if (typeof start !== "number" || !Number.isSafeInteger(start) || Math.abs(start) > 4e12) return undefined;
  if (value["other"] === undefined) return { ...side, timeZone, people, start, steps };
  const other = readSide(value["other"]);
  return other && { ...side, timeZone, other, people, start, steps };
}
