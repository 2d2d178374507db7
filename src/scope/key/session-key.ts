import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { isText } from "../../config/given.ts";
import { isObject } from "../../config/is-object.ts";
import { agentKeyPrefix, splitEscapedKey } from "./agent-key.ts";
import { readChatNames, writeChatName } from "./chat-name.ts";
import {
  escapeSegment,
  readSegment,
  writeSegment,
  idOf,
  segmentsBefore,
  splitSegments,
  type KeySegments,
  type KeyWord,
} from "./segment.ts";
import type { SessionKey } from "../resolution.ts";
import type { AgentKeyParts, NameOf, SessionKeyParts } from "./parts.ts";
import { isSoloName, readSoloName, writeSoloName } from "./solo-name.ts";
import { readTaskName, writeTaskName } from "./task-name.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/*
 * The grammar:
 *
 *   key     = "global" | "unknown" | "agent:" agentId ":" name [":thread:" id] [":heartbeat"]
 *   name    = mainKey | "node-" id | "tui-" id | "boot"                            solo-name.ts
 *           | "direct:" peer [":party:" party]                                     chat-name.ts
 *           | channel [":" account] ":direct:" peer [":party:" party]
 *           | channel [":" account] ":" ("group" | "channel") ":" peer [":sender:" sender]
 *           | channel ":slash:" user
 *           | "cron:" job [":run:" run *(":subagent:" id)]                         task-name.ts
 *           | "subagent:" id *(":subagent:" id)
 *           | "acp:binding:" channel ":" account ":" conversation
 *           | "harness:" owner ":" id
 *           | ("hook" | "acp" | "explicit" | "dashboard" | …) ":" id
 *           | id ":" id *(":" id)                                                  any other name
 *
 * No id contains a colon or equals a word of the grammar (segment.ts), so a key that was
 * written here is read in one way only. Keys of openclaw@ editions, whose ids are raw, are read
 * as far as exactly one shape fits them.
 */

type Name = NameOf<AgentKeyParts>;

/** A session key that was read: its pieces, as `formatSessionKey` takes them. */
export type ParsedSessionKey = SessionKeyParts;

/** Stands for no key. */
const noKey = "";

/** The texts, and the lists of texts, that a key of each kind is written of. */
const needed = {
  global: [],
  unknown: [],
  main: ["agentId", "mainKey"],
  direct: ["agentId", "peer"],
  group: ["agentId", "channel", "peer"],
  channel: ["agentId", "channel", "peer"],
  slash: ["agentId", "channel", "user"],
  cron: ["agentId", "job"],
  subagent: ["agentId", "path"],
  "acp-binding": ["agentId", "channel", "account", "conversation"],
  harness: ["agentId", "owner", "id"],
  hook: ["agentId", "id"],
  acp: ["agentId", "id"],
  explicit: ["agentId", "id"],
  openai: ["agentId", "id"],
  "openai-user": ["agentId", "id"],
  openresponses: ["agentId", "id"],
  "openresponses-user": ["agentId", "id"],
  dashboard: ["agentId", "id"],
  "internal-session-effects": ["agentId", "id"],
  node: ["agentId", "id"],
  tui: ["agentId", "id"],
  boot: ["agentId"],
  custom: ["agentId", "segments"],
} as const satisfies Readonly<Record<SessionKeyParts["kind"], readonly string[]>>;

const lists: ReadonlySet<string> = new Set(["path", "segments", "subagents"]);
const marks: ReadonlySet<string> = new Set(["heartbeat", "identity"]);

function isPart([name, value]: readonly [string, unknown]): boolean {
  if (lists.has(name)) return Array.isArray(value) && value.length > 0 && value.every(isText);
  return marks.has(name) ? typeof value === "boolean" : isText(value);
}

/** Whether something is what a key is written of; JavaScript hands over anything. */
function areParts(given: unknown): given is SessionKeyParts {
  if (!isObject(given)) return false;
  const { kind } = given;
  if (!isText(kind) || !Object.hasOwn(needed, kind)) return false;
  // It is the name of a kind, as has been asked.
  const names: readonly string[] = needed[kind as SessionKeyParts["kind"]];
  const told = Object.entries(given).filter(([, value]) => value !== undefined);
  return names.every((name) => told.some(([each]) => each === name)) && told.every(isPart);
}

function writeName(parts: AgentKeyParts): string {
  if (isSoloName(parts)) return writeSoloName(parts);
  if (parts.kind === "custom") return parts.segments.map(writeSegment).join(":");
  if (parts.kind === "slash") return writeChatName({ ...parts, peer: parts.user });
  return "peer" in parts ? writeChatName(parts) : writeTaskName(parts).join(":");
}

/**
 * Writes a session key. Ids are escaped, never trimmed or folded: different parts give different
 * keys, and `parseSessionKey` gives the same parts back, for any text in any field. What are no parts give an empty text,
 * which is no key.
 *
 * @example
 * ```ts
 * formatSessionKey({ kind: "group", agentId: "main", channel: "telegram", peer: "-100", thread: "7" });
 * //=> "agent:main:telegram:group:-100:thread:7"
 * formatSessionKey({ kind: "direct", agentId: "main", channel: "irc", peer: "a:b" }); //=> "agent:main:irc:direct:a%3Ab"
 * ```
 */
export function formatSessionKey(parts: SessionKeyParts): SessionKey {
  if (isPolluted()) return unpolluted(formatSessionKey, parts);
  if (!areParts(parts)) return noKey;
  if (parts.kind === "global" || parts.kind === "unknown") return parts.kind;
  const key = agentKeyPrefix(escapeSegment(parts.agentId)) + writeName(parts);
  const thread = parts.thread === undefined ? "" : `:thread:${writeSegment(parts.thread)}`;
  return key + thread + (parts.heartbeat === true ? ":heartbeat" : "");
}

function readCustomName({ texts, words }: KeySegments): Name | undefined {
  if (words.some((word) => word !== undefined)) return undefined;
  const [first, second, ...others] = texts.map(readSegment);
  return first === undefined || second === undefined
    ? undefined
    : { kind: "custom", segments: [first, second, ...others] };
}

function readName(segments: KeySegments): Name | undefined {
  if (segments.texts.length === 1) return readSoloName(segments);
  let name: Name | undefined = readTaskName(segments);
  for (const reading of readChatNames(segments)) {
    if (reading !== undefined && name !== undefined) return undefined;
    name ??= reading;
  }
  return name ?? readCustomName(segments);
}

interface Suffixed {
  readonly name: Name;
  readonly thread?: string;
  readonly heartbeat?: true;
}

function readThread(segments: KeySegments): Suffixed | undefined {
  const marker = segments.words.lastIndexOf("thread");
  if (marker > 0 && marker + 1 < segments.texts.length) {
    const name = readName(segmentsBefore(segments, marker));
    if (name !== undefined) return { name, thread: idOf(segments, marker + 1) };
  }
  const name = readName(segments);
  return name === undefined ? undefined : { name };
}

/** What follows a name at most once, in this order; a key has each for one thing. */
const suffixWords = ["run", "sender", "party", "thread"] as const satisfies readonly KeyWord[];

/**
 * Whether it is in doubt where an id ends, because what follows ids stands there twice, or in another order: `a:thread:b` and
 * its thread `c`, or `a` and its thread `b:thread:c`. No key that was written here is, for no id in it is a word.
 */
function isDoubtful({ words }: KeySegments): boolean {
  let before = 0;
  return suffixWords.some((word) => {
    const first = words.indexOf(word, 1);
    if (first === -1) return false;
    const doubtful = first < before || words.lastIndexOf(word) !== first;
    before = first;
    return doubtful;
  });
}

function readSuffixes(segments: KeySegments): Suffixed | undefined {
  if (isDoubtful(segments)) return undefined;
  let end = segments.texts.length;
  // Older hosts stacked the suffix.
  while (end > 1 && segments.words[end - 1] === "heartbeat") end -= 1;
  const base = end < segments.texts.length ? readThread(segmentsBefore(segments, end)) : undefined;
  return base === undefined ? readThread(segments) : { heartbeat: true, ...base };
}

/**
 * Reads a session key. Keys that `formatSessionKey` wrote are read exactly. Keys of OpenClaw
 * releases are read where they leave no doubt: colons in the last id, `dm` for `direct`, words in
 * any case. Undefined for a key without an agent and for one that fits no shape, or several, or in which a suffix stands twice.
 *
 * @example
 * ```ts
 * parseSessionKey("agent:main:matrix:channel:!Room:example.org");
 * //=> { kind: "channel", agentId: "main", channel: "matrix", peer: "!Room:example.org" }
 * parseSessionKey("agent:main:telegram:group:direct:5"); //=> undefined
 * ```
 */
export function parseSessionKey(key: string): ParsedSessionKey | undefined {
  if (isPolluted()) return unpolluted(parseSessionKey, key);
  if (!isText(key)) return undefined;
  const sentinel = key.length > "unknown".length ? key : lowerCase(key);
  if (sentinel === "global" || sentinel === "unknown") return { kind: sentinel };
  const owned = splitEscapedKey(key);
  if (owned === undefined) return undefined;
  const { agentId, rest } = owned;
  const read = readSuffixes(splitSegments(rest));
  if (read === undefined) return undefined;
  const { name, thread, heartbeat } = read;
  // Named before what is spread: the other way round V8 gives every object a shape of its own.
  const parts = { agentId, ...name };
  if (thread === undefined && heartbeat === undefined) return parts;
  return { ...parts, ...(thread !== undefined && { thread }), ...(heartbeat && { heartbeat }) };
}
