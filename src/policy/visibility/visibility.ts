import { isPolluted, unpolluted, unpollutedSteps } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { membersOf, optionsOf } from "../../config/given.ts";
import { once } from "../../edition/once.ts";
import type { Draft } from "../../config/draft.ts";
import type { Policy } from "../../config/policy.ts";
import type { Edition } from "../../edition/edition.ts";
import { agentToAgent, coversAgents } from "./agent-to-agent.ts";
import type { TraceOptions } from "../trace.ts";
import { isGiven } from "../../scope/facts/plain.ts";
import { isRefused } from "../../scope/facts/read-facts.ts";
import { readVisibility } from "./visibility-request.ts";
import { isUnresolved } from "../session-facts.ts";
import {
  shareClimbs,
  visibilityFacts,
  type Climbs,
  type VisibilityFacts,
  type SessionRow,
  type SessionWorld,
  type VisibilityAction,
  type VisibilityRequest,
} from "./visibility-facts.ts";
import { traceVisibility, type VisibilityTrace } from "./trace.ts";
import {
  judgeVisibility,
  type VisibilityReason,
  type VisibilitySettings,
  configuredVisibility,
  sandboxVisibility,
  writtenVisibility,
  type Visibility,
} from "./visibility-rule.ts";

/** Whether one session may see another. */
export interface VisibilityDecision {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "visibility";
  /** What was asked: list, history, send or status. */
  readonly action: VisibilityAction;
  /** Whether the one may see the other. */
  readonly allowed: boolean;
  /** Why; each is told in `VisibilityReason`. */
  readonly reason: VisibilityReason;
  /** How far the requester sees, the sandbox considered. */
  readonly visibility: Visibility;
  /** The edition whose visibility that is, where `tools.sessions.visibility` is not written, or not read. */
  readonly defaultOf?: Edition;
  /** The facts of the request that are at fault. */
  readonly facts?: readonly string[];
  /** How it came about, when asked for. */
  readonly trace?: VisibilityTrace;
}

/** The settings that hold for every pair of sessions. */
const sharedSettings = /* @__PURE__ */ once((policy: Policy) => ({
  visibility: configuredVisibility(policy),
  isDefault: writtenVisibility(policy) === undefined,
  sandbox: sandboxVisibility(policy),
  agentToAgent: agentToAgent(policy).enabled,
}));

function settingsFor(
  { requesterAgent = "", targetAgent = "" }: VisibilityFacts,
  policy: Policy,
): VisibilitySettings {
  const { visibility, sandbox, agentToAgent: enabled } = sharedSettings(policy);
  const admitted = coversAgents(requesterAgent, targetAgent, policy);
  return { visibility, sandbox, agentToAgent: enabled, admitted };
}

/**
 * Decides whether one session may list, read, write to or ask after another.
 *
 * `tools.sessions.visibility` says how far a session sees: `self`; `tree`, what it spawned as well;
 * `agent`, every session of its agent; `all`, where agent-to-agent access must cover both agents.
 * By default `tree` under `2026-11` and from 2026.2.17 to 2026.8.1, `agent` in 2026.8.2, `all` since
 * 2026.9.2, when agent-to-agent access became the default too. In the sandbox it is narrowed to
 * `tree`; the releases also turn `self` into `tree` there. Incognito sessions are seen by none since
 * 2026.8.1. Under `2026-11` the spawn tree has any depth. A session whose agent is not known is not
 * seen, and a requester without one sees nothing (the release throws); nor does one of which a fact cannot be read or, under
 * `2026-11`, contradicts its key.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * const spawnedBy = { "agent:main:subagent:b": "agent:main:subagent:a", "agent:main:subagent:a": "agent:main:main" };
 * const ask = (target: string) =>
 *   evaluateVisibility({ action: "history", requester: "agent:main:main", target, spawnedBy }, policy).reason;
 * ask("agent:main:subagent:b"); //=> "spawned"
 * ask("agent:main:telegram:direct:7"); //=> "tree-only"
 * ask("agent:work:main"); //=> "other-agent"
 * ```
 */
export function evaluateVisibility(
  request: VisibilityRequest,
  policy: Policy,
  options?: TraceOptions,
): VisibilityDecision {
  if (isPolluted()) return unpolluted(evaluateVisibility, request, policy, options);
  demandPolicy(policy);
  const kind = "visibility";
  const read = readVisibility(request, policy);
  const { visibility: configured } = sharedSettings(policy);
  if (isRefused(read)) {
    const { action } = isGiven(request) ? request : { action: "list" as const };
    return { kind, action, allowed: false, reason: read.reason, visibility: configured, facts: read.facts };
  }
  const { action } = request;
  const { requester, target } = read;
  if (isUnresolved(requester))
    return { kind, action, allowed: false, reason: "unresolved-session", visibility: configured };
  const facts = visibilityFacts(action, requester, target, request, policy);
  const settings = settingsFor(facts, policy);
  const { allowed, reason, visibility } = judgeVisibility(settings, facts, policy.behaviours);
  const decision: Draft<VisibilityDecision> = { kind, action, allowed, reason, visibility };
  if (sharedSettings(policy).isDefault) decision.defaultOf = policy.edition;
  return options?.trace === true
    ? { ...decision, trace: traceVisibility(settings, facts, policy.behaviours) }
    : decision;
}

/**
 * Passes on the sessions that a session may list, one at a time and in their order.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ tools: { sessions: { visibility: "agent" } } }, { edition: "2026-11" });
 * [...visibleSessions("agent:main:main", ["agent:main:cron:daily", "agent:work:main"], policy)];
 * //=> ["agent:main:cron:daily"]
 * ```
 */
export function* visibleSessions<Target extends string | SessionRow>(
  requester: VisibilityRequest["requester"],
  targets: Iterable<Target>,
  policy: Policy,
  world: SessionWorld = {},
): Generator<Target, void, undefined> {
  if (isPolluted()) return yield* unpollutedSteps(visibleSessions, requester, targets, policy, world);
  demandPolicy(policy);
  const climbs: Climbs = new Map();
  const known = optionsOf(world);
  for (const target of membersOf(targets)) {
    // The world stands last: what is added after a spread gives every object a hidden class of its own.
    const request = { action: "list", requester, target, ...known } as const;
    shareClimbs(request, climbs);
    if (evaluateVisibility(request, policy).allowed) yield target;
  }
}
