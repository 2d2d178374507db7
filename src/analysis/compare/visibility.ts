import type { Policy } from "../../config/policy.ts";
import { isValidAgentId } from "../../identity/agent-id.ts";
import { agentToAgent } from "../../policy/visibility/agent-to-agent.ts";
import { evaluateVisibility, type VisibilityDecision } from "../../policy/visibility/visibility.ts";
import type { Requester, SessionRow, VisibilityRequest } from "../../policy/visibility/visibility-facts.ts";
import { sandboxMode, sandboxSettings } from "../../policy/sandbox-settings.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { mainKeys } from "../representative/tool-places.ts";
import { askBoth, readAlike, compareRequests } from "./requests.ts";
import { type Representative, freshLetter } from "../representative/representative.ts";
import type { KindComparison } from "./verdict.ts";
import { namesByPatterns, type RepresentativeNames } from "../representative/names.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** Two agents of each kind that the lists of agent-to-agent access, or their sandboxes, tell apart. */
function agentsToldApart(from: Policy, to: Policy): RepresentativeNames {
  const policies = [from, to];
  const patterns = policies
    .flatMap(({ config }) => config.tools?.agentToAgent?.allow ?? [])
    .map((pattern) => lowerCase(pattern.trim()));
  const own = policies.flatMap((policy) =>
    agentRoster(policy).agents.flatMap(({ id, config }) => (config.sandbox ? [id] : [])),
  );
  const named = [...new Set([...patterns, ...own])];
  const letter = freshLetter((each) => named.some((pattern) => pattern.includes(each)));
  const kindOf = (id: string) =>
    policies
      .map((policy) => `${agentToAgent(policy).admits(id)} ${sandboxMode(sandboxSettings(id, policy))}`)
      .join();
  return namesByPatterns(named, (id) => (isValidAgentId(id) ? kindOf(id) : undefined), letter, 2);
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

function* requestersOf(agent: string, policies: readonly Policy[]): Generator<Requester> {
  const key = `agent:${agent}:main`;
  yield { key };
  for (const main of mainKeys(agent, policies)) yield { key: main };
  // Whether these run in a sandbox is for the config to say.
  yield { key: `agent:${agent}:x:x` };
  yield { key: `agent:${agent}:subagent:z` };
  yield { key, sandboxed: false };
  yield { key, mainKey: key, sandboxed: false };
  yield { key, mainKey: key };
  yield { key, sandboxed: true };
  yield { key, mainKey: key, sandboxed: true };
  yield { key: `agent:${agent}:subagent:y`, sandboxed: true };
}

function* pairsOf(
  agents: readonly string[],
  policies: readonly Policy[],
): Generator<readonly [Requester, Partial<VisibilityRequest> & Pick<VisibilityRequest, "target">]> {
  for (const one of agents)
    for (const requester of requestersOf(one, policies)) {
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

function* requests(
  agents: readonly string[],
  policies: readonly Policy[],
): Generator<Representative<VisibilityRequest>> {
  for (const [requester, facts] of pairsOf(agents, policies))
    for (const action of ["history", "list"] as const) yield { core: { action, requester, ...facts } };
}

/** Compares which sessions may see which. */
export function compareVisibility(
  from: Policy,
  to: Policy,
): KindComparison<VisibilityRequest, VisibilityDecision> {
  const { names, complete } = agentsToldApart(from, to);
  return compareRequests<VisibilityRequest, VisibilityDecision>(
    requests(names, [from, to]),
    askBoth(evaluateVisibility, from, to),
    {
      "editions-differ": !readAlike(from, to, ["visibility", "keys", "tools"]),
      "too-many-patterns": !complete,
    },
  );
}
