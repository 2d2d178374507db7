import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import type { RuleListConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import type { Edition } from "../../edition/edition.ts";
import { normalizeAgentId, normalizeOptionalAgentId } from "../../identity/agent-id.ts";
import { splitAgentKey } from "../../scope/key/agent-key.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { keyTeller } from "../../scope/facts/told-by-key.ts";
import type { Resolution } from "../../scope/resolution.ts";
import { areNotesGiven } from "./bootstrap-files.ts";
import { defaultMemoryScope } from "../defaults.ts";
import { type KeyFacts, type RuleFacts, ruleFactsReader } from "../rule/rule-facts.ts";
import { keyFactsReader } from "../rule/key-reading.ts";
import { qmdKeyReader, compileQmdScope, defaultQmdScope } from "./qmd-scope.ts";
import { remember } from "../../edition/remember.ts";
import { compileRuleList, type RuleList, fullReading } from "../rule/rule-list.ts";
import { traceRules, type RuleListTrace } from "../rule/trace.ts";
import { sayable, type TraceOptions } from "../trace.ts";
import type { RuleAction, RuleReference } from "../rule/rule.ts";
import { normalizeChatType } from "../../scope/chat-type.ts";
import { contradictionOf, heldAgainst, withoutBlanks } from "../../scope/facts/contradiction.ts";
import { isRefused, readFacts, type FactFault, type FactRefusal } from "../../scope/facts/read-facts.ts";
import {
  areSessionFacts,
  isUnresolved,
  looseFactReadings,
  sessionFactReadings,
  type SessionFacts,
} from "../session-facts.ts";

/** A session that wants to search memory. */
export type MemorySearchRequest = SessionFacts;

/** Why memory may or may not be searched. */
export type MemorySearchReason =
  /** A rule of the scope decided. */
  | "rule"
  /** A rule could deny it, were a fact known of the session that the request does not tell; see `missing` (`2026-11`). */
  | "missing-fact"
  /** No rule matched; the `default` of the scope decided. */
  | "default"
  /** The config says nothing about this session; the edition decided. */
  | "edition-default"
  /** The key can be read in two ways, so that no rule can be trusted with it. */
  | "ambiguous-key"
  /** The key cannot be read. */
  | "malformed-key"
  /** The request is a message that could not be placed in a session. */
  | "unresolved-session"
  /** Facts of the request cannot be read, or contradict its key (`2026-11`); see `facts`. */
  | FactFault;

/** Whether a session may search memory. */
export interface MemorySearchDecision {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "memory-search";
  /** Whether the session may search. */
  readonly allowed: boolean;
  /** Why; each is told in `MemorySearchReason`. */
  readonly reason: MemorySearchReason;
  /** The rule that decided, when one did; of a missing fact the one that asks for it. */
  readonly rule?: RuleReference;
  /** The facts that a rule asks for and nobody told. */
  readonly missing?: readonly string[];
  /** The scope that was asked: `agents.defaults.memorySearch.scope`; absent where the config has none. */
  readonly scope?: string;
  /** The edition whose default decided, where the config does not say. */
  readonly defaultOf?: Edition;
  /** Whether the agent's private notes, MEMORY.md, belong in this session. */
  readonly notes: boolean;
  /** The facts of the request that are at fault. */
  readonly facts?: readonly string[];
  /** How it came about, when asked for. */
  readonly trace?: RuleListTrace;
}

/** What rules are held against, and why they may not be trusted with it. */
interface ReadSession {
  readonly facts: RuleFacts;
  readonly doubt?: KeyFacts["doubt"];
}

/** What decides about the sessions of one agent. */
export interface MemoryScope {
  readonly list: RuleList;
  /** Where it is written; undefined for what an edition applies of itself. */
  readonly path: string | undefined;
  readonly read: (request: MemorySearchRequest) => ReadSession;
  /** Whether a chat may be behind the session of a key. */
  readonly isOfChat: (key: string) => boolean;
  /** Whether the key alone tells about a session, whatever the host says beside it. */
  readonly keyAlone: boolean;
  /** What holds where neither a rule nor a written default decides. */
  readonly byEdition: (facts: RuleFacts) => RuleAction;
}

/** What rules decide, or else their default; memory is searched where they have none. */
function actionOf(list: RuleList): MemoryScope["byEdition"] {
  return (facts) => list.match(facts)?.action ?? list.default ?? "allow";
}

/** `memorySearch.scope` is read alike under every edition; the facts are those that the edition sees. */
function compileScope(policy: Policy): (written: RuleListConfig | undefined, path: string) => MemoryScope {
  const { behaviours } = policy;
  const read = remember(keyFactsReader(policy));
  const tell = keyTeller(policy);
  const complete = ruleFactsReader(behaviours);
  const listOf = (scope: RuleListConfig | undefined, path: string) =>
    compileRuleList(scope, path, fullReading(behaviours), "deny-overrides");
  return (written, path) => ({
    list: listOf(written, path),
    path: written === undefined ? undefined : path,
    keyAlone: false,
    read: (request) => {
      const ofKey = read(request.key);
      return { facts: complete(request, ofKey), doubt: ofKey.doubt };
    },
    isOfChat: (key) => !tell(key).isNobodys,
    byEdition: actionOf(listOf(defaultMemoryScope(behaviours), path)),
  });
}

function qmdScope({ behaviours, config }: Policy): MemoryScope {
  const written = config.memory?.qmd?.scope;
  const read = qmdKeyReader(behaviours);
  return {
    list: compileQmdScope(written, behaviours),
    path: written === undefined ? undefined : "memory.qmd.scope",
    keyAlone: true,
    read: ({ key }) => ({ facts: read(key) }),
    isOfChat: () => true,
    byEdition: actionOf(compileQmdScope(written ? undefined : defaultQmdScope(behaviours), behaviours)),
  };
}

/** What decides where memory is searched: for agents with a scope of their own, and for the others. */
export const memoryScopes = /* @__PURE__ */ once((policy: Policy) => {
  const compile = compileScope(policy);
  const ofAll = policy.config.agents?.defaults?.memorySearch?.scope;
  const byAgent = new Map<string, MemoryScope>();
  for (const { id, path, config } of agentRoster(policy).agents) {
    const scope = config.memorySearch?.scope;
    if (scope !== undefined) byAgent.set(id, compile(scope, `${path}.memorySearch.scope`));
  }
  const asksQmd = ofAll === undefined && policy.behaviours.has("memory-qmd-scope");
  return {
    byAgent,
    shared: asksQmd ? qmdScope(policy) : compile(ofAll, "agents.defaults.memorySearch.scope"),
  };
});

/** Every written list of rules that says where memory is searched, as the edition reads it. */
export function memoryRules(policy: Policy): readonly RuleList[] {
  const { byAgent, shared } = memoryScopes(policy);
  return [shared, ...byAgent.values()].filter(({ path }) => path !== undefined).map(({ list }) => list);
}

type Decided = Pick<MemorySearchDecision, "allowed" | "reason" | "rule" | "missing">;

function decideByKnown({ list, byEdition }: MemoryScope, facts: RuleFacts): Decided {
  const rule = list.match(facts);
  if (rule !== undefined) return { allowed: rule.action === "allow", reason: "rule", rule: rule.reference };
  return list.default === undefined
    ? { allowed: byEdition(facts) === "allow", reason: "edition-default" }
    : { allowed: list.default === "allow", reason: "default" };
}

function decide(scope: MemoryScope, key: string, { facts, doubt }: ReadSession): Decided {
  if (doubt !== undefined) return { allowed: false, reason: doubt };
  const decided = decideByKnown(scope, facts);
  const untold = decided.allowed ? scope.list.untoldDenial(facts) : undefined;
  return untold === undefined || !scope.isOfChat(key)
    ? decided
    : { allowed: false, reason: "missing-fact", ...untold };
}

function trace(
  { list, byEdition }: MemoryScope,
  { facts, doubt }: ReadSession,
  { allowed, missing, rule }: Decided,
  policy: Policy,
): RuleListTrace {
  const byDefault = list.default ?? byEdition(facts);
  const traced = traceRules({ list, byDefault }, facts, allowed ? "allow" : "deny", rule);
  // Where it is not known whose scope holds, nor what the key says, no setting of it is at fault.
  const isAsked = doubt === undefined && (missing === undefined || rule !== undefined);
  return { ...traced, opposite: isAsked ? sayable(traced.opposite, policy) : [] };
}

function refuse({ reason, facts }: FactRefusal): MemorySearchDecision {
  return { kind: "memory-search", allowed: false, reason, notes: false, facts };
}

/** What contradicts the key; that somebody's direct chat is a job's session, or another agent's, nobody may say. */
function contradictionTo(request: MemorySearchRequest, policy: Policy): FactRefusal | undefined {
  const told = heldAgainst(policy).tell?.(request.key);
  if (told === undefined) return undefined;
  const isDirect = (word: string | undefined) => normalizeChatType(word) === "direct";
  const claim = isDirect(request.chatType)
    ? "chatType"
    : isDirect(request.stored?.chatType)
      ? "stored"
      : undefined;
  return told.isTask && claim !== undefined
    ? { reason: "fact-mismatch", facts: [claim, "key"] }
    : contradictionOf(request, told, policy);
}

function evaluate(
  given: MemorySearchRequest | Resolution,
  policy: Policy,
  options: TraceOptions | undefined,
): MemorySearchDecision {
  const kind = "memory-search";
  if (isUnresolved(given)) return { kind, allowed: false, reason: "unresolved-session", notes: false };
  const request = withoutBlanks(given, policy);
  const contradiction = contradictionTo(request, policy);
  if (contradiction !== undefined) return refuse(contradiction);
  const { byAgent, shared } = memoryScopes(policy);
  const agent =
    normalizeOptionalAgentId(request.agentId) ?? splitAgentKey(request.key, policy.behaviours)?.agentId;
  const scope = (agent === undefined ? undefined : byAgent.get(normalizeAgentId(agent))) ?? shared;
  const session = scope.read(request);
  const byScope = decide(scope, request.key, session);
  // An agent that has a scope of its own may be the one that nobody tells.
  const wantsAgent =
    byScope.allowed && agent === undefined && byAgent.size > 0 && scope.list.reading.deniesUntold;
  const decided: Decided = wantsAgent
    ? { allowed: false, reason: "missing-fact", missing: ["agentId"] }
    : byScope;
  return {
    kind,
    ...decided,
    ...(scope.path !== undefined && { scope: scope.path }),
    ...(decided.reason === "edition-default" && { defaultOf: policy.edition }),
    notes: areNotesGiven(request, policy),
    ...(options?.trace === true && { trace: trace(scope, session, decided, policy) }),
  };
}

/**
 * Decides whether a session may search the agent's memory, and whether the agent's private notes
 * belong in it.
 *
 * Asks `agents.list[].memorySearch.scope` of the session's agent, else
 * `agents.defaults.memorySearch.scope`: any matching deny rule beats every allow, then the written
 * default. Where they say nothing, `2026-11` searches in direct chats only: not in rooms, cron
 * jobs, hooks, sub-agents, nor in a session whose key cannot be read. The releases 2026.2.2 to
 * 2026.7 ask `memory.qmd.scope` then, where the first matching rule decides; the others search
 * everywhere. A request that cannot be read searches nothing. A key alone is a request, too.
 *
 * Under `2026-11` nothing is searched where a fact contradicts the key, and a job, a hook or a sub-agent is nobody's direct
 * chat; nor where neither the request nor the key tells a fact that a deny rule asks for, or which agent it is while one has
 * a scope of its own (`missing`): pass the `Resolution`.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * evaluateMemorySearch({ key: "agent:main:telegram:direct:7" }, policy).allowed; //=> true
 * evaluateMemorySearch({ key: "agent:main:telegram:group:-100" }, policy).allowed; //=> false
 * evaluateMemorySearch({ key: "agent:main:cron:report" }, policy).reason; //=> "edition-default"
 * ```
 */
export function evaluateMemorySearch(
  request: MemorySearchRequest | Resolution | string,
  policy: Policy,
  options?: TraceOptions,
): MemorySearchDecision {
  if (isPolluted()) return unpolluted(evaluateMemorySearch, request, policy, options);
  demandPolicy(policy);
  if (areSessionFacts(request)) return evaluate(request, policy, options);
  const strict = heldAgainst(policy).tell !== undefined;
  const readings = strict ? sessionFactReadings : looseFactReadings;
  const read = readFacts<MemorySearchRequest>(request, readings, ["key"]);
  return isRefused(read) ? refuse(read) : evaluate(read.facts, policy, options);
}
