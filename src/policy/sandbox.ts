import type { Policy } from "../config/policy.ts";
import type { Unresolved } from "../scope/resolution.ts";
import { isSandboxed, nearestSandbox, sandboxSettings } from "./sandbox-settings.ts";
import { isUnresolved } from "./session-facts.ts";
import { resolveToolAgent } from "./tool-agent.ts";
import { judgeTool, toolNames } from "./tool-rule.ts";
import { sandboxTools } from "./tool-sandbox.ts";
import { sandboxSections } from "./tool-settings.ts";

/** What a session wants to do that its sandbox may forbid. */
export type SandboxAction = "read-workspace" | "write-workspace" | "network" | "tool";

/** A session, and what it wants to do. */
export interface SandboxRequest {
  readonly action: SandboxAction;
  /** The tool, where the action is `"tool"`. */
  readonly tool?: string;
  readonly agentId?: string;
  /** The session key, and the key of the same agent's main session. */
  readonly key?: string;
  readonly mainKey?: string;
}

/** What decided about a sandboxed session. */
export type SandboxReason =
  /** The session is not sandboxed. */
  | "not-sandboxed"
  /** What `workspaceAccess` says. */
  | "workspace-access"
  /** What `network` says; `"restricted"` is for the host to look into, and not allowed as such. */
  | "network"
  /** What the sandbox's tool lists say. */
  | "tools"
  /** The request names no tool. */
  | "missing-fact"
  | "ambiguous-agent"
  | "agent-mismatch"
  | "unresolved-session";

/** Whether a session's sandbox lets something through. */
export interface SandboxDecision {
  readonly kind: "sandbox";
  readonly allowed: boolean;
  readonly reason: SandboxReason;
  readonly sandboxed: boolean;
  readonly workspaceAccess: "none" | "ro" | "rw";
  readonly network: string;
  /** The setting or entry that decided. */
  readonly path?: string;
}

const unconfined = { sandboxed: false, workspaceAccess: "rw", network: "open" } as const;
const confined = { sandboxed: true, workspaceAccess: "none", network: "none" } as const;

/**
 * Decides whether a session's sandbox lets it read or write the workspace, reach the network, or
 * use a tool. Outside a sandbox everything is let through; inside, what the config does not grant
 * is not: without `workspaceAccess` there is no workspace, without `network` no network.
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
): SandboxDecision {
  const refuse = (reason: SandboxReason): SandboxDecision => ({
    kind: "sandbox",
    allowed: false,
    reason,
    ...confined,
  });
  if (isUnresolved(request)) return refuse("unresolved-session");
  const agent = resolveToolAgent(request, policy);
  if (!agent.ok) return refuse(agent.reason);
  const sections = sandboxSettings(agent.agentId, policy);
  if (!isSandboxed(sections, request))
    return { kind: "sandbox", allowed: true, reason: "not-sandboxed", ...unconfined };
  const access = nearestSandbox(sections, "workspaceAccess");
  const net = nearestSandbox(sections, "network");
  const { value: workspaceAccess = confined.workspaceAccess } = access ?? {};
  const { value: network = confined.network } = net ?? {};
  const decide = (allowed: boolean, reason: SandboxReason, path: string | undefined): SandboxDecision => ({
    kind: "sandbox",
    allowed,
    reason,
    sandboxed: true,
    workspaceAccess,
    network,
    ...(path !== undefined && { path }),
  });
  switch (request.action) {
    case "read-workspace":
      return decide(workspaceAccess !== "none", "workspace-access", access?.path);
    case "write-workspace":
      return decide(workspaceAccess === "rw", "workspace-access", access?.path);
    case "network":
      return decide(network !== "none" && network !== "restricted", "network", net?.path);
    case "tool": {
      if (request.tool === undefined) return decide(false, "missing-fact", undefined);
      const lists = sandboxTools(sandboxSections(agent.agentId, policy), policy);
      const verdict = judgeTool(toolNames(request.tool, undefined, policy), lists, policy);
      return decide(verdict.allowed, "tools", "path" in verdict ? verdict.path : undefined);
    }
  }
}
