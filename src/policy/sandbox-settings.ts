import { once } from "../edition/once.ts";
import type { AgentConfig } from "../config/config.ts";
import type { Policy } from "../config/policy.ts";
import { agentRoster } from "../scope/routing/agent-roster.ts";
import { nearest, type Section } from "./section.ts";

/** One `sandbox` section, and where it stands. */
export type SandboxSection = Section<NonNullable<AgentConfig["sandbox"]>>;

const compiled = /* @__PURE__ */ once((policy: Policy) => {
  const ofAll = policy.config.agents?.defaults?.sandbox;
  const shared = ofAll ? [{ config: ofAll, path: "agents.defaults.sandbox" }] : [];
  const agents = new Map<string, readonly SandboxSection[]>();
  for (const { id, path, config } of agentRoster(policy).agents) {
    const own = config.sandbox ? [{ config: config.sandbox, path: `${path}.sandbox` }] : [];
    if (!agents.has(id)) agents.set(id, [...own, ...shared]);
  }
  return { shared, agents, holdsTools: policy.behaviours.has("read-only-denies-writing") };
});

/** The `sandbox` sections that hold for an agent, its own first. */
export function sandboxSettings(agentId: string | undefined, policy: Policy): readonly SandboxSection[] {
  const { shared, agents } = compiled(policy);
  return (agentId === undefined ? undefined : agents.get(agentId)) ?? shared;
}

/** Tells whether tools are held to a workspace that may only be read. */
export function holdsToolsToAccess(policy: Policy): boolean {
  return compiled(policy).holdsTools;
}

/**
 * The setting by which a sandbox leaves its workspace to be read alone; undefined where none does, and in
 * releases, which do not hold tools to it.
 */
export function readOnlyWorkspace(sections: readonly SandboxSection[], policy: Policy): string | undefined {
  if (!holdsToolsToAccess(policy)) return undefined;
  const access = nearest(sections, "workspaceAccess");
  return access?.value === "ro" ? access.path : undefined;
}

/** Tells whether a session runs in a sandbox; whether it is the main one must be known to be left out. */
export function isSandboxed(
  sections: readonly SandboxSection[],
  { key, mainKey }: { readonly key?: string | undefined; readonly mainKey?: string | undefined },
): boolean {
  if (nearest(sections, "enabled")?.value === true) return true;
  const mode = nearest(sections, "mode")?.value ?? "off";
  return mode === "all" || (mode === "non-main" && (key === undefined || key !== mainKey));
}
