import { once } from "../edition/once.ts";
import type { AgentConfig } from "../config/config.ts";
import type { Policy } from "../config/policy.ts";
import { mainSessionKey } from "../scope/key/main-key.ts";
import { agentRoster } from "../scope/routing/agent-roster.ts";
import { canonicalizeMainAlias } from "../scope/session/main-session.ts";
import { nearest, type Section, type Setting } from "./section.ts";

/** The settings of an agent's sandbox. */
type SandboxConfig = NonNullable<AgentConfig["sandbox"]>;

/** One `sandbox` section, and where it stands. */
export type SandboxSection = Section<SandboxConfig>;

/** Which sessions of an agent run in a sandbox. */
export type SandboxMode = NonNullable<SandboxConfig["mode"]>;

/** Who shares a sandbox. */
export type SandboxScope = NonNullable<SandboxConfig["scope"]>;

/** Where the section for all agents stands. */
export const sharedSandbox = "agents.defaults.sandbox";

const compiled = /* @__PURE__ */ once((policy: Policy) => {
  const ofAll = policy.config.agents?.defaults?.sandbox;
  const shared = ofAll ? [{ config: ofAll, path: sharedSandbox }] : [];
  const agents = new Map<string | undefined, readonly SandboxSection[]>();
  for (const { id, path, config } of agentRoster(policy).agents) {
    const own = config.sandbox ? [{ config: config.sandbox, path: `${path}.sandbox` }] : [];
    if (!agents.has(id)) agents.set(id, [...own, ...shared]);
  }
  const { behaviours } = policy;
  return {
    shared,
    agents,
    holdsTools: behaviours.has("read-only-denies-writing"),
    keyless: !behaviours.has("every-session-has-a-key"),
    byConfig: behaviours.has("sandbox-by-config"),
  };
});

/** The `sandbox` sections that hold for an agent, its own first. */
export function sandboxSettings(agentId: string | undefined, policy: Policy): readonly SandboxSection[] {
  const { shared, agents } = compiled(policy);
  return agents.get(agentId) ?? shared;
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

/** The sessions that sections put into a sandbox. */
export function sandboxMode(sections: readonly SandboxSection[]): SandboxMode {
  if (nearest(sections, "enabled")?.value === true) return "all";
  return nearest(sections, "mode")?.value ?? "off";
}

/** Who shares a sandbox: `scope`, else `perSession`, which it was before. */
export function sandboxScope(sections: readonly SandboxSection[]): SandboxScope {
  const scope = nearest(sections, "scope")?.value;
  if (scope !== undefined) return scope;
  const perSession = nearest(sections, "perSession")?.value;
  return perSession === undefined ? "agent" : perSession ? "session" : "shared";
}

/** The sections that speak of the container: where all agents share one, it is not for one of them to say. */
export function containerSections(
  sections: readonly SandboxSection[],
): readonly Section<NonNullable<SandboxConfig["docker"]>>[] {
  const speaking =
    sandboxScope(sections) === "shared" ? sections.filter(({ path }) => path === sharedSandbox) : sections;
  return speaking.flatMap(({ config, path }) =>
    config.docker ? [{ config: config.docker, path: `${path}.docker` }] : [],
  );
}

/** The network that is written for a container: by name, or in the word of `2026-11`, which comes first. */
export function writtenNetwork(sections: readonly SandboxSection[]): Setting<string> | undefined {
  return nearest(sections, "network") ?? nearest(containerSections(sections), "network");
}

/** The key of an agent's main session; `"global"` where one session is for all. */
export function mainKeyOfAgent(agentId: string, { behaviours, config }: Policy): string {
  const { mainKey, scope } = config.session ?? {};
  return scope === "global" ? "global" : mainSessionKey(agentId, mainKey, behaviours);
}

/** A session, and whose it is; what is not known is absent. */
export interface SandboxedSession {
  readonly agentId?: string | undefined;
  readonly key?: string | undefined;
}

/**
 * Tells whether a session runs in a sandbox: every one under `all`; under `non-main` every one but the main session of its
 * agent, by whatever name. One that is not known counts as one that does; one with an empty key runs in none in releases.
 */
export function isSandboxed(
  sections: readonly SandboxSection[],
  { agentId, key }: SandboxedSession,
  policy: Policy,
): boolean {
  const mode = sandboxMode(sections);
  if (mode === "off") return false;
  if (key === undefined) return true;
  if (compiled(policy).keyless && key.trim() === "") return false;
  if (mode === "all" || agentId === undefined) return true;
  return canonicalizeMainAlias(key, agentId, policy) !== mainKeyOfAgent(agentId, policy);
}

/** Tells whether it depends on which session it is whether it runs in a sandbox. */
export function dependsOnSession(agentId: string | undefined, policy: Policy): boolean {
  return sandboxMode(sandboxSettings(agentId, policy)) === "non-main";
}

/** Tells whether a session of an agent runs in a sandbox, by the agent's sections. */
export function runsInSandbox(session: SandboxedSession, policy: Policy): boolean {
  return isSandboxed(sandboxSettings(session.agentId, policy), session, policy);
}

/** Tells whether the config's word counts before that of a request which says that there is no sandbox. */
export function isSandboxByConfig(policy: Policy): boolean {
  return compiled(policy).byConfig;
}

/** The same of a session of which a request says something, which counts where it is the stricter word, and in releases always. */
export function isToldSandboxed(
  told: boolean | undefined,
  session: SandboxedSession,
  policy: Policy,
): boolean {
  const byWord = isSandboxByConfig(policy) ? told === true || undefined : told;
  return byWord ?? runsInSandbox(session, policy);
}
