import type { Policy } from "../../config/policy.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import type { TraceOptions } from "../trace.ts";
import {
  type SandboxRequest,
  confined,
  judgeSandbox,
  type SandboxReason,
  type SandboxVerdict,
} from "./sandbox-rule.ts";
import { sandboxSettings } from "../sandbox-settings.ts";
import { traceSandbox, type SandboxTrace } from "./trace.ts";
import { isUnresolved } from "../session-facts.ts";
import { resolveToolAgent } from "../tool/agent.ts";
import { sandboxSections } from "../tool/tool-settings.ts";

/** Whether a session's sandbox lets something through. */
export interface SandboxDecision extends SandboxVerdict {
  readonly kind: "sandbox";
  /** How it came about, when asked for. */
  readonly trace?: SandboxTrace;
}

/**
 * Decides whether a session's sandbox lets it read or write the workspace, reach the network, or
 * use a tool. Outside a sandbox everything is let through; inside, what the config does not grant
 * is not: without `workspaceAccess` there is no workspace, without `network` no network. Where the
 * workspace may only be read, a tool that writes it is denied under `2026-11`, whatever the lists say.
 *
 * With `trace`, the decision also carries every setting that was asked, and the settings that
 * would turn it around.
 *
 * Source: `sandbox` of an agent and of `agents.defaults`, as published guides write it; the tool
 * lists are those of the releases.
 *
 * @example
 * ```ts
 * const sandbox = { enabled: true, workspaceAccess: "ro" } as const;
 * const policy = parsePolicy({ agents: { list: [{ id: "guest", sandbox }] } }, { edition: "2026-11" });
 * evaluateSandbox({ agentId: "guest", action: "read-workspace" }, policy).allowed; //=> true
 * evaluateSandbox({ agentId: "guest", action: "write-workspace" }, policy).path; //=> "agents.list[0].sandbox.workspaceAccess"
 * evaluateSandbox({ agentId: "guest", action: "network" }, policy).allowed; //=> false
 * ```
 */
export function evaluateSandbox(
  request: SandboxRequest | (Unresolved & Pick<SandboxRequest, "action" | "tool">),
  policy: Policy,
  options?: TraceOptions,
): SandboxDecision {
  // Whose sandbox it is, is not known: nothing is let through.
  const refuse = (reason: SandboxReason): SandboxDecision => ({
    kind: "sandbox",
    allowed: false,
    reason,
    ...confined,
  });
  if (isUnresolved(request)) return refuse("unresolved-session");
  const agent = resolveToolAgent(request, policy);
  if (!agent.ok) return refuse(agent.reason);
  const { agentId } = agent;
  const settings = {
    sections: sandboxSettings(agentId, policy),
    tools: sandboxSections(agentId, policy),
  };
  return {
    kind: "sandbox",
    ...judgeSandbox(request, settings, policy),
    ...(options?.trace === true && { trace: traceSandbox(request, settings, policy) }),
  };
}
