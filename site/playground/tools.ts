import { evaluateTool, explainTool, type Policy, type Resolved } from "keyscope";
import { waysOf, type Told } from "./decisions.ts";

/** Tools that tell much of what a bot could do: run, read, write, look up, speak elsewhere. */
export const telling = [
  "exec",
  "read",
  "write",
  "web_fetch",
  "browser",
  "memory_search",
  "sessions_history",
  "sessions_send",
  "message",
  "cron",
] as const;

/** Whether each of these tools may be used in the session of a message. */
export function toolsOf(resolution: Resolved, policy: Policy): readonly Told[] {
  const { account, agentId, aliases, channel, chatType, guild, key, peer, sender, team } = resolution;
  const facts = { account, agentId, aliases, channel, chatType, guild, key, peer, sender, team };
  const known = Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
  return telling.map((tool) => {
    const decision = evaluateTool({ ...known, tool }, policy, { trace: true });
    const { allowed, path, trace } = decision;
    return {
      title: tool,
      allowed,
      sentence: explainTool(decision),
      ...(path !== undefined && { setting: path }),
      ways: waysOf(trace?.opposite),
    };
  });
}
