import type { RuleListConfig } from "../config/config.ts";
import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { normalizeAgentId } from "../identity/agent-id.ts";
import { splitAgentKey } from "../scope/agent-key.ts";
import { agentRoster } from "../scope/agent-roster.ts";
import type { Resolution } from "../scope/resolution.ts";
import { areNotesGiven } from "./bootstrap-files.ts";
import { keyFactsReader } from "./key-facts.ts";
import { qmdKeyReader } from "./qmd-key.ts";
import { compileQmdScope, defaultQmdScope } from "./qmd-scope.ts";
import type { RuleFacts } from "./rule-facts.ts";
import { compileRuleList, type RuleList } from "./rule-list.ts";
import { fullReading } from "./rule-reading.ts";
import { traceRules, type Trace, type TraceOptions } from "./rule-trace.ts";
import type { RuleAction, RuleReference } from "./rule.ts";
import { isUnresolved, type SessionFacts } from "./session-facts.ts";
import { ruleFactsReader } from "./session-rule-facts.ts";

/** A session that wants to search memory. */
export type MemorySearchRequest = SessionFacts;

/** Why memory may or may not be searched. */
export type MemorySearchReason =
  /** A rule of the scope decided. */
  | "rule"
  /** No rule matched; the `default` of the scope decided. */
  | "default"
  /** The config says nothing about this session; the edition decided. */
  | "edition-default"
  /** The key can be read in two ways, so that no rule can be trusted with it. */
  | "ambiguous-key"
  /** The key cannot be read. */
  | "malformed-key"
  /** The request is a message that could not be placed in a session. */
  | "unresolved-session";

/** Whether a session may search memory. */
export interface MemorySearchDecision {
  readonly kind: "memory-search";
  readonly allowed: boolean;
  readonly reason: MemorySearchReason;
  /** The rule that decided, when one did. */
  readonly rule?: RuleReference;
  /** The scope that was asked: `agents.defaults.memorySearch.scope`; absent where the config has none. */
  readonly scope?: string;
  /** Whether the agent's private notes, MEMORY.md, belong in this session. */
  readonly notes: boolean;
  /** How it came about, when asked for. */
  readonly trace?: Trace;
}

/** What decides about the sessions of one agent. */
interface MemoryScope {
  readonly list: RuleList;
  /** Where it is written; undefined for what an edition applies of itself. */
  readonly path: string | undefined;
  readonly facts: (request: MemorySearchRequest) => RuleFacts | "ambiguous-key" | "malformed-key";
  /** What holds where neither a rule nor a written default decides. */
  readonly byEdition: (facts: RuleFacts) => RuleAction;
}

/** `memorySearch.scope` is read alike under every edition; the facts are those that the edition sees. */
function compileScope(policy: Policy): (written: RuleListConfig | undefined, path: string) => MemoryScope {
  const { behaviours } = policy;
  const { read } = keyFactsReader(policy);
  const complete = ruleFactsReader(behaviours);
  const directOnly = behaviours.has("memory-direct-only");
  return (written, path) => ({
    list: compileRuleList(written, path, fullReading(behaviours), "deny-overrides"),
    path: written === undefined ? undefined : path,
    facts: (request) => {
      const ofKey = read(request.key);
      return ofKey.doubt ?? complete(request, ofKey);
    },
    byEdition: ({ chatType }) => (directOnly && chatType !== "direct" ? "deny" : "allow"),
  });
}

function qmdScope({ behaviours, config }: Policy): MemoryScope | undefined {
  if (!behaviours.has("memory-qmd-scope")) return undefined;
  const written = config.memory?.qmd?.scope;
  const read = qmdKeyReader(behaviours);
  return {
    list: compileQmdScope(written ?? defaultQmdScope(behaviours), behaviours),
    path: written === undefined ? undefined : "memory.qmd.scope",
    facts: ({ key }) => read(key),
    byEdition: () => "allow",
  };
}

const memoryScopes = perPolicy((policy) => {
  const compile = compileScope(policy);
  const ofAll = policy.config.agents?.defaults?.memorySearch?.scope;
  const byAgent = new Map<string, MemoryScope>();
  for (const { id, path, config } of agentRoster(policy).agents) {
    const scope = config.memorySearch?.scope;
    if (scope !== undefined) byAgent.set(id, compile(scope, `${path}.memorySearch.scope`));
  }
  const shared = compile(ofAll, "agents.defaults.memorySearch.scope");
  return { byAgent, shared: ofAll === undefined ? (qmdScope(policy) ?? shared) : shared };
});

type Decided = Pick<MemorySearchDecision, "allowed" | "reason" | "rule">;

function decide({ list, path, byEdition }: MemoryScope, facts: RuleFacts): Decided {
  const rule = list.match(facts);
  if (rule !== undefined && path !== undefined)
    return { allowed: rule.action === "allow", reason: "rule", rule: rule.reference };
  if (rule === undefined && list.default !== undefined && path !== undefined)
    return { allowed: list.default === "allow", reason: "default" };
  const action = rule?.action ?? list.default ?? byEdition(facts);
  return { allowed: action === "allow", reason: "edition-default" };
}

function trace({ list, byEdition }: MemoryScope, facts: RuleFacts, { allowed, rule }: Decided): Trace {
  const byDefault = list.default ?? byEdition(facts);
  return traceRules({ list, byDefault }, facts, allowed ? "allow" : "deny", rule);
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
 * everywhere.
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
  request: MemorySearchRequest | Resolution,
  policy: Policy,
  options?: TraceOptions,
): MemorySearchDecision {
  const kind = "memory-search";
  if (isUnresolved(request)) return { kind, allowed: false, reason: "unresolved-session", notes: false };
  const { byAgent, shared } = memoryScopes(policy);
  const agent = request.agentId ?? splitAgentKey(request.key, policy.behaviours)?.agentId;
  const scope = (agent === undefined ? undefined : byAgent.get(normalizeAgentId(agent))) ?? shared;
  const notes = areNotesGiven(request, policy);
  const facts = scope.facts(request);
  if (typeof facts === "string") return { kind, allowed: false, reason: facts, notes };
  const decided = decide(scope, facts);
  return {
    kind,
    ...decided,
    ...(scope.path !== undefined && { scope: scope.path }),
    notes,
    ...(options?.trace === true && { trace: trace(scope, facts, decided) }),
  };
}
