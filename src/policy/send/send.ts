import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { compileRuleList, sendRuleReading } from "../rule/rule-list.ts";
import type { Edition } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import type { Resolution } from "../../scope/resolution.ts";
import { type KeyFacts, type RuleFacts, ruleFactsReader } from "../rule/rule-facts.ts";
import { keyFactsReader } from "../rule/key-reading.ts";
import type { Deciding } from "../rule/opposite.ts";
import { remember } from "../../edition/remember.ts";
import type { RuleMatcher } from "../rule/matcher.ts";
import { traceRules, type RuleListTrace } from "../rule/trace.ts";
import type { TraceOptions } from "../trace.ts";
import type { RuleAction, RuleReference } from "../rule/rule.ts";
import { defaultSendAction } from "../defaults.ts";
import { contradictionOf, heldAgainst, withoutBlanks } from "../../scope/facts/contradiction.ts";
import type { ToldByKey } from "../../scope/facts/told-by-key.ts";
import { isTextOrNone } from "../../scope/facts/plain.ts";
import {
  isRefused,
  readFacts,
  type FactFault,
  type FactReadings,
  type FactRefusal,
} from "../../scope/facts/read-facts.ts";
import {
  areSessionFacts,
  isUnresolved,
  looseFactReadings,
  sessionFactReadings,
  type SessionFacts,
} from "../session-facts.ts";

/** The rules of a config's `session.sendPolicy`: compiled once, for the check of the config and for every decision. */
export const sendRules = /* @__PURE__ */ once(({ behaviours, config }: Policy) =>
  compileRuleList(
    config.session?.sendPolicy,
    "session.sendPolicy",
    sendRuleReading(behaviours),
    "deny-overrides",
  ),
);

/** A session that wants to send. */
export interface SendRequest extends SessionFacts {
  /** The session's own switch (`/send on|off|inherit`); it beats every rule. */
  readonly override?: "allow" | "deny" | "inherit";
}

/** Why a session may or may not send. */
export type SendReason =
  /** The session's own switch decided. */
  | "override"
  /** A rule of `session.sendPolicy` decided. */
  | "rule"
  /** A rule could deny it, were a fact known of the session that the request does not tell; see `missing` (`2026-11`). */
  | "missing-fact"
  /** No rule matched; `session.sendPolicy.default` decided, or the allow that it stands for. */
  | "default"
  /** There is no send policy. */
  | "no-policy"
  /** The key can be read in two ways, so that no rule can be trusted with it. */
  | "ambiguous-key"
  /** The key cannot be read. */
  | "malformed-key"
  /** The request is a message that could not be placed in a session. */
  | "unresolved-session"
  /** Facts of the request cannot be read, or contradict its key (`2026-11`); see `facts`. */
  | FactFault;

/** Whether a session may send. */
export interface SendDecision {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "send";
  /** Whether the session may send. */
  readonly allowed: boolean;
  /** Why; each is told in `SendReason`. */
  readonly reason: SendReason;
  /** The rule that decided, when one did; of a missing fact the one that asks for it. */
  readonly rule?: RuleReference;
  /** The facts that a rule asks for and nobody told. */
  readonly missing?: readonly string[];
  /** The edition whose default decided, where the config writes none. */
  readonly defaultOf?: Edition;
  /** The facts of the request that are at fault. */
  readonly facts?: readonly string[];
  /** How it came about, when asked for. */
  readonly trace?: RuleListTrace;
}

function decision(allowed: boolean, reason: SendReason, more: Partial<SendDecision> = {}): SendDecision {
  return Object.freeze({ kind: "send", allowed, reason, ...more });
}

/** What is known of a key before anybody asks about its sessions. */
interface KnownKey {
  readonly facts: KeyFacts;
  readonly match: RuleMatcher;
  /** What it tells that no fact may contradict; undefined where the caller's word wins. */
  readonly told: ToldByKey | undefined;
}

/** The send policy of one config, ready to decide. Its decisions exist before they are asked for. */
interface SendPolicy extends Deciding {
  readonly readings: FactReadings;
  /** Whether a switch that says neither is refused; in releases it says nothing. */
  readonly switchIsWord: boolean;
  readonly know: (key: string) => KnownKey;
  readonly complete: (facts: SessionFacts, ofKey: KeyFacts) => RuleFacts;
  /** What each rule decides, by its place in the list. */
  readonly byRule: readonly SendDecision[];
  readonly withoutRule: SendDecision;
  /** Whether a key of which nothing may be concluded is let through, because nothing is asked of it. */
  readonly trustsAnyKey: boolean;
}

/** The send policy of a config, compiled once. */
export const sendPolicy = /* @__PURE__ */ once((policy: Policy): SendPolicy => {
  const { behaviours, config, edition } = policy;
  const written = config.session?.sendPolicy;
  const list = sendRules(policy);
  const byDefault = list.default ?? defaultSendAction;
  const ofEdition = list.default === undefined ? { defaultOf: edition } : {};
  const read = keyFactsReader(policy);
  const { tell } = heldAgainst(policy);
  const strict = tell !== undefined;
  return {
    readings: { ...(strict ? sessionFactReadings : looseFactReadings), override: "text" },
    switchIsWord: strict,
    list,
    byDefault,
    know: remember((key) => {
      const facts = read(key);
      return { facts, match: list.matcherOf(facts), told: tell?.(key) };
    }),
    complete: ruleFactsReader(behaviours),
    byRule: list.rules.map(({ action, reference }) =>
      decision(action === "allow", "rule", { rule: reference }),
    ),
    withoutRule: decision(byDefault === "allow", written ? "default" : "no-policy", ofEdition),
    trustsAnyKey: written === undefined && !behaviours.has("send-reads-whole-key"),
  };
});

/** Reads an action as every release does, case and blanks aside; undefined for any other text, `inherit` included. */
export function readAction(text: string | undefined): RuleAction | undefined {
  const action = fold(text ?? "");
  return action === "allow" || action === "deny" ? action : undefined;
}

function refuse({ reason, facts }: FactRefusal): SendDecision {
  return decision(false, reason, { facts });
}

/** Whether a switch is written so that it says neither that the session may send nor that it may not. */
function saysNothing(override: string): boolean {
  const word = fold(override);
  return word !== "" && word !== "inherit";
}

function decide(request: SendRequest, send: SendPolicy, policy: Policy): SendDecision {
  const { facts, match, told } = send.know(request.key);
  const contradiction = told === undefined ? undefined : contradictionOf(request, told, policy);
  if (contradiction !== undefined) return refuse(contradiction);
  const override = request.override === undefined ? undefined : readAction(request.override);
  if (override !== undefined) return decision(override === "allow", "override");
  if (request.override !== undefined && send.switchIsWord && saysNothing(request.override))
    return refuse({ reason: "malformed-request", facts: ["override"] });
  if (facts.doubt !== undefined && !send.trustsAnyKey) return decision(false, facts.doubt);
  const session = send.complete(request, facts);
  const rule = match(session);
  // Every rule of the list has its decision; the fallback only tells the compiler so.
  const decided = (rule === undefined ? undefined : send.byRule[rule.reference.index]) ?? send.withoutRule;
  const untold = decided.allowed ? send.list.untoldDenial(session) : undefined;
  return untold === undefined ? decided : decision(false, "missing-fact", untold);
}

/** Whether what is written of rules decided, or would have with other facts. */
function isByRules(reason: SendReason): boolean {
  return reason === "rule" || reason === "missing-fact" || reason === "default" || reason === "no-policy";
}

function trace(
  request: SendRequest,
  send: SendPolicy,
  { allowed, reason, rule }: SendDecision,
): RuleListTrace {
  const answer = allowed ? "allow" : "deny";
  const facts = send.complete(request, send.know(request.key).facts);
  const traced = traceRules(send, facts, answer, rule);
  const bySwitch = [[{ setting: "override", to: allowed ? "deny" : "allow" }]];
  return { ...traced, opposite: isByRules(reason) ? [...traced.opposite, bySwitch] : [bySwitch] };
}

function isPlain(request: unknown): request is SendRequest {
  if (!areSessionFacts(request)) return false;
  const told: SessionFacts & { readonly override?: unknown } = request;
  return isTextOrNone(told.override);
}

function evaluate(
  given: SendRequest | Resolution,
  send: SendPolicy,
  policy: Policy,
  options: TraceOptions | undefined,
): SendDecision {
  if (isUnresolved(given)) return decision(false, "unresolved-session");
  const request = withoutBlanks(given, policy);
  const decided = decide(request, send, policy);
  return options?.trace === true && decided.facts === undefined
    ? { ...decided, trace: trace(request, send, decided) }
    : decided;
}

/**
 * Decides whether a session may send. The session's own switch beats everything; then any matching
 * deny rule of `session.sendPolicy` beats every allow, the first one listed being named; then its
 * default, which is to allow.
 *
 * Facts that the request leaves out are read from the key as the edition reads it. Where neither tells a
 * fact that a deny rule asks for, `2026-11` does not let the session send (`missing`): pass the
 * `Resolution`. An allow rule does not match such a session, nor does any rule in the releases. Under `2026-11`, and with a policy since
 * 2026.7.1, a key of which nothing can be concluded may not send. An unresolved message may not, nor a request that cannot be
 * read; under `2026-11` nor one of which a fact contradicts the key. A key alone is a request, too.
 *
 * With `trace`, the decision also carries every rule that was considered, field by field, and
 * every smallest set of settings that would turn the answer around.
 *
 * Source: the releases' send policy, 2026.1.29 to 2026.9.6; the parsed key, account, peer, agent
 * and thread are of `2026-11`.
 *
 * @example
 * ```ts
 * const policy = parsePolicy(
 *   { session: { sendPolicy: { rules: [{ action: "deny", match: { channel: "discord", chatType: "group" } }] } } },
 *   { edition: "2026-11" },
 * );
 * evaluateSend({ key: "agent:main:discord:group:1" }, policy).allowed; //=> false
 * evaluateSend({ key: "agent:main:discord:group:1", override: "allow" }, policy).reason; //=> "override"
 * evaluateSend({ key: "agent:main:telegram:group:1" }, policy).reason; //=> "default"
 * ```
 */
export function evaluateSend(
  request: SendRequest | Resolution | string,
  policy: Policy,
  options?: TraceOptions,
): SendDecision {
  if (isPolluted()) return unpolluted(evaluateSend, request, policy, options);
  demandPolicy(policy);
  const send = sendPolicy(policy);
  if (isPlain(request)) return evaluate(request, send, policy, options);
  const read = readFacts<SendRequest>(request, send.readings, ["key"]);
  return isRefused(read) ? refuse(read) : evaluate(read.facts, send, policy, options);
}
