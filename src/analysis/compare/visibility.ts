import type { Policy } from "../../config/policy.ts";
import { isValidAgentId } from "../../identity/agent-id.ts";
import { agentToAgent } from "../../policy/visibility/agent-to-agent.ts";
import { evaluateVisibility, type VisibilityDecision } from "../../policy/visibility/visibility.ts";
import type { Requester, SessionRow, VisibilityRequest } from "../../policy/visibility/visibility-facts.ts";
import { askBoth, readAlike, compareRequests } from "./requests.ts";
import { type Representative, freshLetter } from "../representative/representative.ts";
import type { KindComparison } from "./verdict.ts";
import { namesByPatterns, type RepresentativeNames } from "../representative/names.ts";

/** Two agents of each kind that the lists of agent-to-agent access tell apart. */
function agentsToldApart(from: Policy, to: Policy): RepresentativeNames {
  const policies = [from, to];
  const patterns = policies
    .flatMap(({ config }) => config.tools?.agentToAgent?.allow ?? [])
    .map((pattern) => pattern.trim().toLowerCase());
  const letter = freshLetter((each) => patterns.some((pattern) => pattern.includes(each)));
  const kindOf = (id: string) => policies.map((policy) => String(agentToAgent(policy).admits(id))).join();
  return namesByPatterns(patterns, (id) => (isValidAgentId(id) ? kindOf(id) : undefined), letter, 2);
}

/** What a session of one agent may have to do with one of another, or of the same. */
function* targetsOf(
  requester: string,
  agent: string,
): Generator<Partial<VisibilityRequest> & { readonly target: string | SessionRow }> {
  for (const name of ["x", "subagent:x", "acp:x", "subagent:incognito-x"]) {
    const key = `agent:${agent}:${name}`;
    yield { target: key };
    yield { target: { key, owner: requester } };
    yield { target: key, spawnedBy: { [key]: requester } };
    yield { target: key, spawnedBy: { [key]: "agent:x:between", "agent:x:between": requester } };
  }
}

function* requestersOf(agent: string): Generator<Requester> {
  const key = `agent:${agent}:main`;
  yield { key };
  yield { key, mainKey: key };
  yield { key, sandboxed: true };
  yield { key, mainKey: key, sandboxed: true };
  yield { key: `agent:${agent}:subagent:y`, sandboxed: true };
}

function* pairsOf(
  agents: readonly string[],
): Generator<readonly [Requester, Partial<VisibilityRequest> & Pick<VisibilityRequest, "target">]> {
  for (const one of agents)
    for (const requester of requestersOf(one)) {
      yield [requester, { target: requester.key }];
      yield [requester, { target: "current" }];
      yield [requester, { target: "other" }];
      for (const other of agents)
        for (const target of targetsOf(requester.key, other)) yield [requester, target];
    }
  const [agent = "x"] = agents;
  yield [{ key: "x" }, { target: "y" }];
  yield [{ key: "x" }, { target: `agent:${agent}:main` }];
  yield [{ key: "x", agentId: agent }, { target: { key: "y", agentId: agent } }];
}

function* requests(agents: readonly string[]): Generator<Representative<VisibilityRequest>> {
  for (const [requester, facts] of pairsOf(agents))
    for (const action of ["history", "list"] as const) yield { core: { action, requester, ...facts } };
}

/** Compares which sessions may see which. */
export function compareVisibility(
  from: Policy,
  to: Policy,
): KindComparison<VisibilityRequest, VisibilityDecision> {
  const { names, complete } = agentsToldApart(from, to);
  return compareRequests<VisibilityRequest, VisibilityDecision>(
    requests(names),
    askBoth(evaluateVisibility, from, to),
    complete && readAlike(from, to, ["visibility", "keys"]),
  );
}
