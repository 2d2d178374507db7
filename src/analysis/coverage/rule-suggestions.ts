import type { Policy } from "../../config/policy.ts";
import {
  evaluateMemorySearch,
  memoryScopes,
  type MemorySearchDecision,
} from "../../policy/memory/memory-search.ts";
import type { RuleReference } from "../../policy/rule/rule.ts";
import { evaluateSend, type SendDecision } from "../../policy/send/send.ts";
import type { SessionFacts } from "../../policy/session-facts.ts";
import { memoryRulesToTell } from "../compare/memory-search.ts";
import { startComparison } from "../compare/requests.ts";
import type { Representative } from "../representative/representative.ts";
import { sendRulesToTell } from "../compare/send.ts";
import { demandOf, nothing } from "../representative/demands.ts";
import { sessionFinder, type RulesToTell } from "../representative/sessions.ts";
import type { Suggestions } from "./part.ts";

/** The smallest of some sessions, and of what they come to when facts are left out, that has something. */
function* smallest(
  sessions: Iterable<Representative<SessionFacts>>,
  has: (session: SessionFacts) => boolean,
): Generator<SessionFacts> {
  const search = startComparison<SessionFacts, boolean>({
    from: () => false,
    to: has,
    loosens: (before, after) => !before && after,
  });
  for (const session of sessions) search.consider(session);
  const { looser } = search.conclude({});
  if (looser !== undefined) yield looser.request;
}

/** Of each rule of a list, and of its default, the smallest session about which it decides. */
function* decidedSessions(
  rules: RulesToTell,
  place: string,
  decide: (session: SessionFacts) => SendDecision | MemorySearchDecision,
): Generator<{ readonly path: string; readonly sessions: Iterable<SessionFacts> }> {
  const sessionsFor = sessionFinder(rules);
  const ruleOf = (session: SessionFacts) => matchingRule(decide(session));
  yield {
    path: `${place}.default`,
    sessions: smallest(sessionsFor(nothing), (session) => decide(session).reason === "default"),
  };
  for (const rule of rules.from.rules) {
    const { path } = rule.reference;
    yield {
      path,
      sessions: smallest(sessionsFor(demandOf(rule)), (session) => ruleOf(session)?.path === path),
    };
  }
}

function* asked(ask: "send" | "memory-search", sessions: Iterable<SessionFacts>): Suggestions["inputs"] {
  for (const request of sessions) yield { ask, request };
}

/** The rule that matched, if one did. */
function matchingRule({ reason, rule }: SendDecision | MemorySearchDecision): RuleReference | undefined {
  return reason === "rule" ? rule : undefined;
}

/** Suggestions for the rules that say where sessions may send, and where memory is searched, and for what holds beside them. */
export function* ruleSuggestions(policy: Policy): Generator<Suggestions> {
  const send = sendRulesToTell(policy, policy);
  for (const { path, sessions } of decidedSessions(send, "session.sendPolicy", (session) =>
    evaluateSend(session, policy),
  ))
    yield { path, inputs: asked("send", sessions) };
  const { byAgent, shared } = memoryScopes(policy);
  for (const [agent, { path: place = "" }] of [[undefined, shared] as const, ...byAgent])
    for (const { path, sessions } of decidedSessions(
      memoryRulesToTell(policy, policy, agent),
      place,
      (session) => evaluateMemorySearch(session, policy),
    ))
      yield { path, inputs: asked("memory-search", sessions) };
}
