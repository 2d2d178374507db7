import { once } from "../../edition/once.ts";
import { isObject } from "../../config/is-object.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { agentRoster, type RosterAgent } from "../../scope/routing/agent-roster.ts";
import { configuredChannels } from "../access/channel-access.ts";
import { readExpression, tester } from "./expression.ts";
import { unicodePatterns, wordPatterns } from "./identity-pattern.ts";
import { repeatsRepetition } from "./nested-repetition.ts";
import { compileExpression, type Program } from "./search.ts";

/** Why a pattern is left out. */
export type PatternFault =
  /** It is no regular expression. */
  | "invalid"
  /** It repeats what repeats something itself. */
  | "repetition"
  /** It is blank. */
  | "blank";

/** A pattern by which texts mention the bot. */
export interface MentionPattern {
  /** As a regular expression. */
  readonly source: string;
  /** The flags of the expression, such as `i` for letters of either case. */
  readonly flags: string;
  /** Where it is written. */
  readonly path: string;
}

/** A pattern, and how it is searched for. */
export interface CompiledPattern extends MentionPattern {
  /** Absent where it cannot be searched for without going back. */
  readonly program?: Program;
  /** The expression itself, where it cannot, and yet cannot take long. */
  readonly bounded?: RegExp;
}

/** What stands at a place of a config: a pattern, or why there is none. */
export type ReadPattern =
  | { readonly ok: true; readonly pattern: CompiledPattern }
  | { readonly ok: false; readonly fault: PatternFault; readonly path: string; readonly written: string };

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  doubtful: behaviours.has("doubtful-patterns-dropped"),
  escapesCount: behaviours.has("class-escapes-count"),
  unicodeNames: behaviours.has("names-of-any-script"),
  byChannel: behaviours.has("mentions-by-channel"),
  closed: behaviours.has("mention-patterns-checked"),
}));

/** Nothing in it repeats, so that going back ends after a few steps at each place. */
const repeatsNothing = /^(?:\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|[^*+{\\[])*$/;

/** Reads a pattern, and makes it ready to be searched for. */
export function readPattern(written: string, flags: string, path: string, policy: Policy): ReadPattern {
  const { doubtful, escapesCount } = rules(policy);
  // A backspace is what JSON makes of an edge of a word that was written with one backslash.
  const spelled = written.replaceAll("\b", "\\b");
  const source = doubtful ? spelled.trim() : spelled;
  if (doubtful && source === "") return { ok: false, fault: "blank", path, written };
  if (doubtful && repeatsRepetition(source, escapesCount))
    return { ok: false, fault: "repetition", path, written };
  let expression: RegExp;
  try {
    expression = new RegExp(source, flags);
  } catch {
    return { ok: false, fault: "invalid", path, written };
  }
  const read = readExpression(source, flags);
  const program = read && compileExpression(read, tester("\\w", flags));
  const pattern = { source: expression.source, flags, path };
  if (program !== undefined) return { ok: true, pattern: { ...pattern, program } };
  return { ok: true, pattern: repeatsNothing.test(source) ? { ...pattern, bounded: expression } : pattern };
}

/** Patterns as they are written, and where. */
interface WrittenPatterns {
  readonly patterns: readonly string[];
  readonly flags: string;
  /** The place of a pattern. */
  readonly pathOf: (index: number) => string;
}

function listed(patterns: readonly string[], path: string): WrittenPatterns {
  return { patterns, flags: "i", pathOf: (index) => `${path}[${index}]` };
}

/** The patterns of an agent, or of nobody in particular: its own, those of all, else what it is called. */
function writtenPatterns(agent: RosterAgent | undefined, policy: Policy): WrittenPatterns {
  const own = agent?.config.groupChat?.mentionPatterns;
  if (agent !== undefined && own !== undefined) return listed(own, `${agent.path}.groupChat.mentionPatterns`);
  const shared = policy.config.messages?.groupChat?.mentionPatterns;
  if (agent === undefined || shared !== undefined)
    return listed(shared ?? [], "messages.groupChat.mentionPatterns");
  const { identity = {} } = agent.config;
  const { unicodeNames } = rules(policy);
  const patterns = unicodeNames ? unicodePatterns(identity) : wordPatterns(identity);
  const flags = unicodeNames ? "iu" : "i";
  const named = (identity.name ?? "").trim() !== "";
  return {
    patterns,
    flags,
    pathOf: (index) => `${agent.path}.identity.${named && index === 0 ? "name" : "emoji"}`,
  };
}

const compiled = /* @__PURE__ */ once((policy: Policy) => {
  const read = (agent?: RosterAgent): readonly ReadPattern[] => {
    const { flags, pathOf, patterns } = writtenPatterns(agent, policy);
    return patterns.map((pattern, index) => readPattern(pattern, flags, pathOf(index), policy));
  };
  // Of agents of one name the first counts.
  const agents = new Map(
    agentRoster(policy)
      .agents.toReversed()
      .map((agent) => [agent.id, agent]),
  );
  return { agents, of: once((agent: RosterAgent) => read(agent)), ofNobody: read() };
});

/** The patterns of an agent, those that are left out among them; agents that there are not are all alike. */
export function patternsOfAgent(agentId: string | undefined, policy: Policy): readonly ReadPattern[] {
  const { agents, of, ofNobody } = compiled(policy);
  const agent = agentId ? agents.get(normalizeAgentId(agentId)) : undefined;
  return agent === undefined ? ofNobody : of(agent);
}

/** Whether patterns count in a conversation, and which setting says that they do not. */
export interface PatternSwitch {
  readonly on: boolean;
  readonly path?: string;
}

function hasId(list: unknown, id: string | undefined): boolean {
  return Array.isArray(list) && list.some((entry) => String(entry).trim() === id);
}

/** Whether patterns count in a conversation of a channel (`channels.<id>.mentionPatterns`, from 2026.6.1 on). */
export function patternSwitch(
  channel: string | undefined,
  conversation: string | undefined,
  policy: Policy,
): PatternSwitch {
  const { byChannel, closed } = rules(policy);
  const section: unknown = byChannel && channel ? configuredChannels(policy.config).get(channel) : undefined;
  const setting = isObject(section) ? section["mentionPatterns"] : undefined;
  if (channel === undefined || !isObject(setting)) return { on: true };
  // None has a blank id.
  const trimmed = conversation?.trim();
  const id = trimmed === "" ? undefined : trimmed;
  const { allowIn, denyIn, mode } = setting;
  const path = `${extendPath("channels", channel)}.mentionPatterns`;
  if (hasId(denyIn, id)) return { on: false, path: `${path}.denyIn` };
  const deny = mode === "deny" || (closed && mode !== undefined && mode !== "allow");
  return !deny || hasId(allowIn, id) ? { on: true } : { on: false, path: `${path}.mode` };
}
