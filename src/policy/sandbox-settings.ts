import { once } from "../edition/once.ts";
import type { AgentConfig } from "../config/config.ts";
import type { Policy } from "../config/policy.ts";
import { agentRoster } from "../scope/routing/agent-roster.ts";

type SandboxConfig = NonNullable<AgentConfig["sandbox"]>;

/** One `sandbox` section, and where it stands. */
export interface SandboxSection {
  readonly config: SandboxConfig;
  readonly path: string;
}

const compiled = /* @__PURE__ */ once((policy: Policy) => {
  const ofAll = policy.config.agents?.defaults?.sandbox;
  const shared = ofAll ? [{ config: ofAll, path: "agents.defaults.sandbox" }] : [];
  const agents = new Map<string, readonly SandboxSection[]>();
  for (const { id, path, config } of agentRoster(policy).agents) {
    const own = config.sandbox ? [{ config: config.sandbox, path: `${path}.sandbox` }] : [];
    if (!agents.has(id)) agents.set(id, [...own, ...shared]);
  }
  return { shared, agents };
});

/** The `sandbox` sections that hold for an agent, its own first. */
export function sandboxSettings(agentId: string | undefined, policy: Policy): readonly SandboxSection[] {
  const { shared, agents } = compiled(policy);
  return (agentId === undefined ? undefined : agents.get(agentId)) ?? shared;
}

/** A field of the sandbox of which the nearest word holds. */
export type SandboxField = "enabled" | "mode" | "workspaceAccess" | "network";

function sectionOf(sections: readonly SandboxSection[], name: SandboxField): SandboxSection | undefined {
  for (const section of sections) if (section.config[name] !== undefined) return section;
  return undefined;
}

/** The nearest word on one field of the sandbox. */
export function nearestSandbox<Name extends SandboxField>(sections: readonly SandboxSection[], name: Name) {
  const section = sectionOf(sections, name);
  return section && { value: section.config[name], path: `${section.path}.${name}` };
}

/**
 * The setting by which a sandbox leaves its workspace to be read alone; undefined where none does, and in
 * releases, which do not hold tools to it.
 */
export function readOnlyWorkspace(
  sections: readonly SandboxSection[],
  { behaviours }: Policy,
): string | undefined {
  if (!behaviours.has("read-only-denies-writing")) return undefined;
  const access = nearestSandbox(sections, "workspaceAccess");
  return access?.value === "ro" ? access.path : undefined;
}

/** Tells whether a session runs in a sandbox; whether it is the main one must be known to be left out. */
export function isSandboxed(
  sections: readonly SandboxSection[],
  { key, mainKey }: { readonly key?: string | undefined; readonly mainKey?: string | undefined },
): boolean {
  if (sectionOf(sections, "enabled")?.config.enabled === true) return true;
  const mode = sectionOf(sections, "mode")?.config.mode ?? "off";
  return mode === "all" || (mode === "non-main" && (key === undefined || key !== mainKey));
}
