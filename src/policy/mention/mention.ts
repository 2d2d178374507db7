import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Draft } from "../../config/draft.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { contradictionIn } from "../../scope/facts/contradiction.ts";
import {
  isRefused,
  readFacts,
  type FactFault,
  type FactReading,
  type FactReadings,
  type FactRefusal,
} from "../../scope/facts/read-facts.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import { isUnresolved } from "../session-facts.ts";
import {
  patternsOfAgent,
  patternSwitch,
  type CompiledPattern,
  type MentionPattern,
} from "./mention-pattern.ts";
import { occurs, spansOf } from "./search.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** A message that may mention the bot. A resolved message can be handed on as it is, with its text beside it. */
export interface MentionRequest {
  /** What was written, as the platform delivered it. */
  readonly text: string;
  /** What was said aloud; it is searched where there is no text, from 2026.2.12 on. */
  readonly transcript?: string;
  /** The agent that would answer; without it only the patterns of all agents count. */
  readonly agentId?: string;
  /** The channel that the message came on, which may switch the patterns off. */
  readonly channel?: string;
  /** The conversation, as the channel names it. */
  readonly peer?: string;
  /** The session, where it is known; no fact may contradict it. */
  readonly key?: string;
  /** Whom the channel itself tells to be mentioned: the bot, only others, or nobody. */
  readonly told?: "bot" | "others" | "nobody";
}

/** Why a message mentions the bot, or does not. */
export type MentionReason =
  /** The channel tells so. */
  | "told"
  /** A pattern is found in the text. */
  | "pattern"
  /** None is. */
  | "no-match"
  /** There are no patterns. */
  | "no-patterns"
  /** Patterns do not count in this conversation. */
  | "switched-off"
  /** A pattern was not looked for, because that might never end; no other one is found. */
  | "not-searched"
  /** The request is a message that could not be placed in a session. */
  | "unresolved-session"
  /** Facts of the request cannot be read, or contradict its key (`2026-11`); see `facts`. */
  | FactFault;

/** Whether a message mentions the bot. */
export interface MentionDecision {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "mention";
  /** Whether it mentions the bot. */
  readonly mentioned: boolean;
  /** Why; each is told in `MentionReason`. */
  readonly reason: MentionReason;
  /** The pattern that was found, or the setting by which none counts. */
  readonly path?: string;
  /** The facts of the request that are at fault. */
  readonly facts?: readonly string[];
  /** What in the text mentions the bot, as `matchResetTrigger` takes it (`mentions`). */
  readonly mentions: readonly string[];
}

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  exact: behaviours.has("facts-held-against-keys"),
  transcripts: behaviours.has("transcripts-mention"),
  trims: behaviours.has("mention-text-trimmed"),
  searchesEmpty: behaviours.has("empty-text-searched"),
}));

/** Marks that nobody sees: of no width, and of the direction of writing. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f]/g;

function searchable(text: string, trims: boolean): string {
  const seen = lowerCase(text.replace(unseen, ""));
  return trims ? seen.trim() : seen;
}

/** A text as characters: whole ones where an expression reads them so. */
function charactersOf(text: string, flags: string): readonly string[] {
  return flags.includes("u") ? Array.from(text) : text.split("");
}

function isIn({ bounded, flags, program }: CompiledPattern, text: string): boolean | undefined {
  if (program !== undefined) return occurs(program, charactersOf(text, flags));
  return bounded?.test(text);
}

/** More mentions than a message has, of which each might be looked for to the end of the text. */
const mostMentions = 16;

/** What of a text the patterns match. */
function mentionsIn(patterns: readonly CompiledPattern[], text: string): readonly string[] {
  const found = patterns.flatMap(({ bounded, flags, program }) => {
    if (program === undefined) return bounded?.exec(text)?.[0] ?? [];
    const characters = charactersOf(text, flags);
    return spansOf(program, characters, mostMentions).map(({ start, end }) =>
      characters.slice(start, end).join(""),
    );
  });
  return [...new Set(found)].filter((mention) => mention !== "");
}

function usable(agentId: string | undefined, policy: Policy): readonly CompiledPattern[] {
  return patternsOfAgent(agentId, policy).flatMap((read) => (read.ok ? [read.pattern] : []));
}

/**
 * The patterns by which texts mention an agent, as regular expressions, each with the place where it is written: its own
 * `groupChat.mentionPatterns`, those of `messages`, else its name and sign; none where they do not count, or the request cannot
 * be read.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ messages: { groupChat: { mentionPatterns: ["@claw\\b"] } } }, { edition: "2026-11" });
 * mentionPatterns({ channel: "telegram" }, policy);
 * //=> [{ source: "@claw\\b", flags: "i", path: "messages.groupChat.mentionPatterns[0]" }]
 * ```
 */
export function mentionPatterns(
  given: Pick<MentionRequest, "agentId" | "channel" | "peer">,
  policy: Policy,
): readonly MentionPattern[] {
  if (isPolluted()) return unpolluted(mentionPatterns, given, policy);
  demandPolicy(policy);
  const request = readRequest(given, policy);
  if (isRefused(request) || isUnresolved(request)) return [];
  const { agentId, channel, peer } = request;
  if (!patternSwitch(channel, peer, policy).on) return [];
  return usable(agentId, policy).map(({ source, flags, path }) => ({ source, flags, path }));
}

function answer(reason: MentionReason, path?: string): MentionDecision {
  const decision: Draft<MentionDecision> = {
    kind: "mention",
    mentioned: reason === "told",
    reason,
    mentions: [],
  };
  if (path !== undefined) decision.path = path;
  return decision;
}

const looseReadings = {
  agentId: "text",
  channel: "text",
  key: "text",
  peer: "text",
  text: "text",
  transcript: "text",
  told: ["bot", "others", "nobody"],
} as const satisfies Readonly<Record<keyof MentionRequest, FactReading>>;

const readings = { ...looseReadings, channel: "channel" } as const satisfies FactReadings;

/** Reads a message, by whatever types it is told; or names what is wrong with it. */
function readRequest(given: unknown, policy: Policy): Partial<MentionRequest> | Unresolved | FactRefusal {
  const read = readFacts<Partial<MentionRequest> | Unresolved>(
    given,
    rules(policy).exact ? readings : looseReadings,
  );
  if (isRefused(read)) return read;
  const request = read.facts;
  if (isUnresolved(request)) return request;
  return contradictionIn(request, request.key, policy) ?? request;
}

/**
 * Tells whether a message mentions the bot, to be handed on to `evaluateAccess` as `mentioned`: the channel tells so, or a
 * pattern is found in the text, whose letters are small and whose marks of no width are left out. A pattern is one of the
 * agent (`groupChat.mentionPatterns`), else of `messages.groupChat.mentionPatterns`, else what the agent is called.
 *
 * Patterns are regular expressions, and texts are anybody's: they are searched for in time that grows with the text and
 * not faster, whatever the pattern. A pattern that asks for what it found before (`(a)\1`) is looked for only where it
 * repeats nothing; else no text mentions the bot by it (`"not-searched"`).
 *
 * Source: the releases' mentions, 2026.1.29 to 2026.9.6. They leave out patterns that are no expressions, and since
 * 2026.3.22 those that repeat repetitions; under `2026-11` reading the config rejects them, and those that every text has.
 *
 * @example
 * ```ts
 * const agents = { list: [{ id: "main", identity: { name: "Clawd" } }] };
 * const policy = parsePolicy({ agents }, { edition: "2026-11" });
 * evaluateMention({ text: "Hello, CLAWD!", agentId: "main" }, policy).path; //=> "agents.list[0].identity.name"
 * evaluateMention({ text: "clawdia", agentId: "main" }, policy).reason; //=> "no-match"
 * evaluateMention({ text: "", told: "bot" }, policy).mentioned; //=> true
 * ```
 */
export function evaluateMention(
  given: MentionRequest | (Unresolved & Pick<MentionRequest, "text">),
  policy: Policy,
): MentionDecision {
  if (isPolluted()) return unpolluted(evaluateMention, given, policy);
  demandPolicy(policy);
  const request = readRequest(given, policy);
  if (isRefused(request)) return { ...answer(request.reason), facts: request.facts };
  if (isUnresolved(request)) return answer("unresolved-session");
  const { transcripts, trims, searchesEmpty } = rules(policy);
  const { agentId, channel, peer, text = "", told, transcript } = request;
  const { on, path } = patternSwitch(channel, peer, policy);
  const patterns = on ? usable(agentId, policy) : [];
  const own = searchable(text, trims);
  const said = transcripts && own === "" ? searchable(transcript ?? "", trims) : own;
  const searches = said !== "" || searchesEmpty || told === "others";
  let passedBy: string | undefined;
  for (const pattern of searches ? patterns : []) {
    const found = isIn(pattern, said);
    if (found === undefined) passedBy ??= pattern.path;
    if (found !== true) continue;
    // As they are written, to be cut out of the text.
    const mentions = mentionsIn(patterns, text === "" ? (transcript ?? "") : text);
    return {
      kind: "mention",
      mentioned: true,
      reason: told === "bot" ? "told" : "pattern",
      path: pattern.path,
      mentions,
    };
  }
  if (told === "bot") return answer("told");
  if (!on) return answer("switched-off", path);
  if (patterns.length === 0) return answer("no-patterns");
  return passedBy === undefined ? answer("no-match") : answer("not-searched", passedBy);
}
