import type { Policy } from "../../config/policy.ts";
import { evaluateMemorySearch } from "../../policy/memory/memory-search.ts";
import { evaluateTool } from "../../policy/tool/tool.ts";
import { evaluateVisibility } from "../../policy/visibility/visibility.ts";
import type { Source, Statement } from "./statement.ts";
import { alike, statement } from "./statement.ts";
import { agentsOf } from "./tools.ts";
import { enumerated } from "../enumeration.ts";
import { canSay } from "../../config/keys/knows.ts";

const historyTool = "sessions_history";

/** Whether one conversation reads another, which nobody spawned. */
function reads(requester: string, target: string, policy: Policy) {
  return evaluateVisibility({ action: "history", requester, target }, policy);
}

/** Says which conversations an agent may read from within another. */
function otherConversations(policy: Policy): readonly Statement[] {
  const agents = agentsOf(policy);
  const readers = agents.filter((agentId) => evaluateTool({ tool: historyTool, agentId }, policy).allowed);
  const asked = readers.map((agentId) => {
    const keyOf = (id: string, peer: string) => `agent:${id}:telegram:direct:${peer}`;
    const requester = keyOf(agentId, "1");
    const own = reads(requester, keyOf(agentId, "2"), policy);
    const others = agents.filter((id) => id !== agentId && reads(requester, keyOf(id, "2"), policy).allowed);
    return { agentId, own, others };
  });
  const path = canSay("tools.sessions.visibility", policy)
    ? "tools.sessions.visibility"
    : "tools.agentToAgent.enabled";
  return alike(asked, ({ own, others }) => [own.allowed, own.visibility, others]).map((group) => {
    const [{ own, others }] = group;
    const names = group.map(({ agentId }) => agentId);
    const from = `From within a conversation, the agent${names.length === 1 ? "" : "s"} ${enumerated(names)} can read`;
    const source: Source = { path, ...(own.defaultOf !== undefined && { defaultOf: own.defaultOf }) };
    const sentence = own.allowed
      ? `${from} every other conversation of the same agent${others.length === 0 ? "" : `, and those of ${enumerated(others)}`}.`
      : own.visibility === "self"
        ? `${from} no other conversation.`
        : `${from} no other conversation except those that it started itself.`;
    return statement("visibility", sentence, source);
  });
}

/** Says where an agent's memory is searched. */
function memory(policy: Policy): readonly Statement[] {
  return alike(
    agentsOf(policy).map((agentId) => {
      const asked = (name: string) =>
        evaluateMemorySearch({ key: `agent:${agentId}:telegram:${name}`, agentId }, policy);
      return { agentId, direct: asked("direct:1"), group: asked("group:-1") };
    }),
    ({ direct, group }) => [direct.allowed, group.allowed, group.scope],
  ).map((agents) => {
    const [{ direct, group }] = agents;
    const names = agents.map(({ agentId }) => agentId);
    const whose =
      names.length === 1
        ? `The memory of the agent ${names[0] ?? ""} is`
        : `The memories of the agents ${enumerated(names)} are`;
    const where =
      direct.allowed && group.allowed
        ? "in direct conversations and in groups"
        : direct.allowed
          ? "in direct conversations, but not in groups"
          : group.allowed
            ? "in groups, but not in direct conversations"
            : "nowhere";
    return statement("visibility", `${whose} searched ${where}.`, {
      path: group.rule?.path ?? group.scope ?? "agents.defaults.memorySearch.scope",
      ...(group.defaultOf !== undefined && { defaultOf: group.defaultOf }),
    });
  });
}

/** Says what an agent may tell from elsewhere: out of other conversations, out of its memory. */
export function describeVisibility(policy: Policy): readonly Statement[] {
  return [...otherConversations(policy), ...memory(policy)];
}
