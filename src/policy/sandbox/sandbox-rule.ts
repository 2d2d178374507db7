import { lowerCase } from "../../edition/lower-case.ts";
import type { Policy } from "../../config/policy.ts";
import type { Edition } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import {
  isSandboxed,
  readOnlyWorkspace,
  writtenNetwork,
  type SandboxedSession,
  type SandboxSection,
} from "../sandbox-settings.ts";
import type { FactFault } from "../../scope/facts/read-facts.ts";
import { nearest } from "../section.ts";
import { judgeTool, toolNames } from "../tool/tool-rule.ts";
import { sandboxTools } from "../tool/sandbox.ts";
import type { ToolSection } from "../tool/list.ts";

/** What a session may want to do that its sandbox may forbid. */
export const sandboxActions = ["read-workspace", "write-workspace", "network", "tool"] as const;

/** What a session wants to do that its sandbox may forbid. */
export type SandboxAction = (typeof sandboxActions)[number];

/** A session, and what it wants to do. */
export interface SandboxRequest {
  /** What the session wants to do. */
  readonly action: SandboxAction;
  /** The tool, where the action is `"tool"`. */
  readonly tool?: string;
  /** The agent; read from the session key where it is absent. */
  readonly agentId?: string;
  /** The session key. A session that is not known counts as sandboxed where any of its agent's is. */
  readonly key?: string;
}

/** What decided about a sandboxed session. */
export type SandboxReason =
  /** The session is not sandboxed. */
  | "not-sandboxed"
  /** What `workspaceAccess` says; a tool is held to it where it writes the workspace. */
  | "workspace-access"
  /** What `network`, or `docker.network`, says; `"restricted"` is for the host to look into, and not allowed as such. */
  | "network"
  /** What the sandbox's tool lists say. */
  | "tools"
  /** The request names no tool. */
  | "missing-fact"
  | "ambiguous-agent"
  | "agent-mismatch"
  | "unresolved-session"
  /** Facts of the request cannot be read, an unknown action among them, or contradict its key (`2026-11`); see `facts`. */
  | FactFault;

/** The sections of a config that hold for an agent's sandbox, the nearest first. */
export interface SandboxSettings {
  readonly agentId?: string | undefined;
  readonly sections: readonly SandboxSection[];
  /** Those that list tools. */
  readonly tools: readonly ToolSection[];
}

/**
 * How far a sandbox's network reaches. `full` and `restricted` are set up by the host; `open` is what
 * releases say of any network but `none`.
 */
export type SandboxNetwork = "full" | "restricted" | "none" | "open";

/** What the rule says. */
export interface SandboxVerdict {
  /** Whether the sandbox lets it through; what is not sandboxed may do everything. */
  readonly allowed: boolean;
  /** What decided; each is told in `SandboxReason`. */
  readonly reason: SandboxReason;
  /** Whether the session runs in a sandbox. */
  readonly sandboxed: boolean;
  /** How the sandbox has the agent's workspace: not at all, to read, or to write. */
  readonly workspaceAccess: "none" | "ro" | "rw";
  /** Outside a sandbox `full`, in releases `open`. */
  readonly network: SandboxNetwork;
  /** The setting or entry that decided. */
  readonly path?: string;
  /** The edition, where no setting is written and its default decided; a list's `path` is then where it would stand. */
  readonly defaultOf?: Edition;
}

const words = /* @__PURE__ */ once(({ behaviours }: Policy) => {
  const ours = behaviours.has("sandbox-network-words");
  return {
    open: ours ? ("full" as const) : ("open" as const),
    shut: new Set<string>(ours ? ["none", "restricted"] : ["none"]),
  };
});

/** The word for a network that is not shut. */
export function openNetwork(policy: Policy): SandboxNetwork {
  return words(policy).open;
}

/** How far the network reaches that is written for a sandbox: without one there is none. */
export function networkReach(written: string | undefined, policy: Policy): SandboxNetwork {
  const name = lowerCase(written?.trim() ?? "");
  if (name === "") return confined.network;
  // What shuts a network is one of its words.
  return words(policy).shut.has(name) ? (name as SandboxNetwork) : openNetwork(policy);
}

/** What a sandbox grants where nothing is written. */
export const confined = { sandboxed: true, workspaceAccess: "none", network: "none" } as const;

/** Decides by the settings that hold for the session's agent. */
export function judgeSandbox(
  request: SandboxRequest,
  { agentId, sections, tools }: SandboxSettings,
  policy: Policy,
): SandboxVerdict {
  const session: SandboxedSession = { agentId, key: request.key };
  const bySetting = (path: string | undefined) =>
    path === undefined ? { defaultOf: policy.edition } : { path };
  if (!isSandboxed(sections, session, policy)) {
    const said = nearest(sections, "mode") ?? nearest(sections, "enabled");
    const unconfined = { sandboxed: false, workspaceAccess: "rw", network: openNetwork(policy) } as const;
    return { allowed: true, reason: "not-sandboxed", ...unconfined, ...bySetting(said?.path) };
  }
  const access = nearest(sections, "workspaceAccess");
  const net = writtenNetwork(sections);
  const { value: workspaceAccess = confined.workspaceAccess } = access ?? {};
  const network = networkReach(net?.value, policy);
  const decide = (
    allowed: boolean,
    reason: SandboxReason,
    source: Pick<SandboxVerdict, "path" | "defaultOf">,
  ): SandboxVerdict => ({ allowed, reason, sandboxed: true, workspaceAccess, network, ...source });
  switch (request.action) {
    case "read-workspace":
      return decide(workspaceAccess !== "none", "workspace-access", bySetting(access?.path));
    case "write-workspace":
      return decide(workspaceAccess === "rw", "workspace-access", bySetting(access?.path));
    case "network":
      return decide(network === openNetwork(policy), "network", bySetting(net?.path));
    case "tool": {
      if (request.tool === undefined) return decide(false, "missing-fact", {});
      const readOnly = readOnlyWorkspace(sections, policy);
      const lists = sandboxTools({ tools, readOnly }, policy);
      const verdict = judgeTool(toolNames(request.tool, undefined, policy), lists, policy);
      const path = "path" in verdict ? verdict.path : lists.path;
      if (path === readOnly) return decide(verdict.allowed, "workspace-access", { path });
      const unwritten = lists.unwritten.has(path) && { defaultOf: policy.edition };
      return decide(verdict.allowed, "tools", { path, ...unwritten });
    }
  }
}
