import type { Policy } from "../../config/policy.ts";
import { evaluateSandbox, type SandboxDecision } from "../../policy/sandbox/sandbox.ts";
import type { SandboxRequest } from "../../policy/sandbox/sandbox-rule.ts";
import { workspaceWriters } from "../../policy/tool/catalog.ts";
import type { Representative } from "../representative/representative.ts";
import { mainKeys, representativeAgents } from "../representative/tool-places.ts";
import { compareRequests, readAlike } from "./requests.ts";
import { toolsToldApart } from "./tool.ts";
import type { KindComparison } from "./verdict.ts";

/** Sessions of an agent: an unknown one, one without a key, its main one, and another. */
function sessionsOf(agentId: string, policies: readonly Policy[]): readonly Pick<SandboxRequest, "key">[] {
  const keys = ["", ...mainKeys(agentId, policies), `agent:${agentId}:x:x`];
  return [{}, ...keys.map((key) => ({ key }))];
}

function* requests(from: Policy, to: Policy): Generator<Representative<SandboxRequest>> {
  for (const agentId of representativeAgents(from, to)) {
    const { tools } = toolsToldApart({ agentId, sandboxed: true }, [from, to]);
    const named = new Set([...tools.map(({ tool }) => tool), ...workspaceWriters]);
    for (const session of sessionsOf(agentId, [from, to])) {
      const extra = { agentId, ...session };
      for (const action of ["read-workspace", "write-workspace", "network"] as const)
        yield { core: { action }, extra };
      for (const tool of named) yield { core: { action: "tool", tool }, extra };
    }
  }
}

/** How far a decision reaches: a network that the host restricts lies between none and all of it. */
function reach({ allowed, reason, network }: SandboxDecision): number {
  if (allowed) return 2;
  return reason === "network" && network === "restricted" ? 1 : 0;
}

/** Compares what sessions may do of which a sandbox would keep them. */
export function compareSandbox(from: Policy, to: Policy): KindComparison<SandboxRequest, SandboxDecision> {
  return compareRequests<SandboxRequest, SandboxDecision>(
    requests(from, to),
    {
      from: (request) => evaluateSandbox(request, from),
      to: (request) => evaluateSandbox(request, to),
      loosens: (before, after) => reach(before) < reach(after),
    },
    { "editions-differ": !readAlike(from, to, ["tools", "routing"]) },
  );
}
