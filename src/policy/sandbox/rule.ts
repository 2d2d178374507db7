import type { Policy } from "../../config/policy.ts";
import type { SandboxRequest } from "./request.ts";
import { isSandboxed, nearestSandbox, type SandboxSection } from "../sandbox-settings.ts";
import { judgeTool, toolNames } from "../tool/rule.ts";
import { sandboxTools } from "../tool/sandbox.ts";
import type { ToolSection } from "../tool/section.ts";

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

/** The sections of a config that hold for an agent's sandbox, the nearest first. */
export interface SandboxSettings {
  readonly sections: readonly SandboxSection[];
  /** Those that list tools. */
  readonly tools: readonly ToolSection[];
}

/** What the rule says. */
export interface SandboxVerdict {
  readonly allowed: boolean;
  readonly reason: SandboxReason;
  readonly sandboxed: boolean;
  readonly workspaceAccess: "none" | "ro" | "rw";
  readonly network: string;
  /** The setting or entry that decided. */
  readonly path?: string;
}

const unconfined = { sandboxed: false, workspaceAccess: "rw", network: "open" } as const;

/** What a sandbox grants where nothing is written. */
export const confined = { sandboxed: true, workspaceAccess: "none", network: "none" } as const;

/** Decides by the settings that hold for the session's agent. */
export function judgeSandbox(
  request: SandboxRequest,
  { sections, tools }: SandboxSettings,
  policy: Policy,
): SandboxVerdict {
  if (!isSandboxed(sections, request)) return { allowed: true, reason: "not-sandboxed", ...unconfined };
  const access = nearestSandbox(sections, "workspaceAccess");
  const net = nearestSandbox(sections, "network");
  const { value: workspaceAccess = confined.workspaceAccess } = access ?? {};
  const { value: network = confined.network } = net ?? {};
  const decide = (allowed: boolean, reason: SandboxReason, path: string | undefined): SandboxVerdict => ({
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
      const verdict = judgeTool(
        toolNames(request.tool, undefined, policy),
        sandboxTools(tools, policy),
        policy,
      );
      return decide(verdict.allowed, "tools", "path" in verdict ? verdict.path : undefined);
    }
  }
}
