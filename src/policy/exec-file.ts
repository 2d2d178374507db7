import { perPolicy } from "../config/per-policy.ts";
import type { Policy } from "../config/policy.ts";
import { mainAgentId, normalizeOptionalAgentId } from "../identity/agent-id.ts";
import type { ExecAllowlistEntry } from "./exec-allowlist.ts";
import { execAsks, execSecurities, type ExecAsk, type ExecSecurity } from "./exec-mode.ts";

/** What an approvals file, or a part of it, says about running commands. */
export interface ExecModes {
  readonly security?: ExecSecurity | undefined;
  readonly ask?: ExecAsk | undefined;
  /** What holds where somebody should be asked and nobody can be. */
  readonly askFallback?: ExecSecurity | undefined;
  readonly autoAllowSkills?: boolean | undefined;
}

/** Every mode decided. */
export type DecidedModes = { readonly [Mode in keyof ExecModes]-?: NonNullable<ExecModes[Mode]> };

/** What the file says of one agent. */
export interface ExecFileAgent extends ExecModes {
  readonly allowlist?: readonly ExecAllowlistEntry[] | undefined;
}

/** The approvals file of a release (`exec-approvals.json`), as the host read it. */
export interface ExecApprovalsFile {
  readonly defaults?: ExecModes | undefined;
  readonly agents?: Readonly<Record<string, ExecFileAgent>> | undefined;
}

/** What holds for one agent, every mode decided. */
export interface ResolvedExecApprovals {
  readonly agent: DecidedModes;
  readonly defaults: DecidedModes;
  readonly allowlist: readonly ExecAllowlistEntry[];
}

const rules = perPolicy(({ behaviours }) => {
  const trusted = behaviours.has("exec-trusted-by-default");
  const fallback = {
    security: trusted ? "full" : "deny",
    ask: trusted ? "off" : "on-miss",
    askFallback: behaviours.has("unanswered-exec-runs") ? "full" : "deny",
    autoAllowSkills: false,
  } as const satisfies DecidedModes;
  return {
    fallback,
    dropsBlank: behaviours.has("blank-exec-entries-dropped"),
    lendsModes: !behaviours.has("default-agent-lends-list-only"),
    assumesMain: !behaviours.has("exec-agent-not-assumed"),
    strict: behaviours.has("unknown-exec-mode-is-strictest"),
  };
});

/** The first word that each mode is given. */
function firstWord(sources: readonly (ExecModes | undefined)[], policy: Policy): DecidedModes {
  const { fallback, strict } = rules(policy);
  const first = <Name extends keyof ExecModes>(name: Name): NonNullable<ExecModes[Name]> => {
    for (const source of sources) {
      const value = source?.[name];
      if (value !== undefined) return value;
    }
    return fallback[name];
  };
  const modes = {
    security: first("security"),
    ask: first("ask"),
    askFallback: first("askFallback"),
    autoAllowSkills: first("autoAllowSkills"),
  };
  if (!strict) return modes;
  const known = (mode: ExecSecurity) => (execSecurities.includes(mode) ? mode : "deny");
  return {
    ...modes,
    security: known(modes.security),
    askFallback: known(modes.askFallback),
    ask: execAsks.includes(modes.ask) ? modes.ask : "always",
  };
}

function mergeLists(
  own: readonly ExecAllowlistEntry[],
  lent: readonly ExecAllowlistEntry[],
): readonly ExecAllowlistEntry[] {
  const seen = new Set<string>();
  return [...own, ...lent].filter(({ pattern }) => {
    const key = pattern.trim().toLowerCase();
    if (key === "" || seen.has(key)) return false;
    return seen.add(key);
  });
}

/** What the file says of `main`: its own section, completed by that of `default`, its former name. */
function mainSection(agents: ReadonlyMap<string, ExecFileAgent>, policy: Policy): ExecFileAgent | undefined {
  const main = agents.get(mainAgentId);
  const lender = agents.get("default");
  if (lender === undefined) return main;
  const { autoAllowSkills, allowlist } = lender;
  const lent: ExecFileAgent = rules(policy).lendsModes ? lender : { autoAllowSkills, allowlist };
  if (main === undefined) return lent;
  return {
    security: main.security ?? lent.security,
    ask: main.ask ?? lent.ask,
    askFallback: main.askFallback ?? lent.askFallback,
    autoAllowSkills: main.autoAllowSkills ?? lent.autoAllowSkills,
    allowlist: mergeLists(main.allowlist ?? [], lent.allowlist ?? []),
  };
}

/** What `*` says to a command of no named agent: since 2026.8.1 the section `default`, though unread, hides it. */
function unhidden(everyone: ExecFileAgent, hiding: ExecFileAgent): ExecModes {
  const { security, ask, askFallback, autoAllowSkills } = everyone;
  return {
    autoAllowSkills,
    ...(hiding.security === undefined && { security }),
    ...(hiding.ask === undefined && { ask }),
    ...(hiding.askFallback === undefined && { askFallback }),
  };
}

/** Resolves the approvals file for an agent: its section, then `*`, then the defaults, then what the host would have. */
export function resolveExecApprovals(
  file: ExecApprovalsFile | undefined,
  agentId: string | undefined,
  overrides: ExecModes | undefined,
  policy: Policy,
): ResolvedExecApprovals {
  const { dropsBlank, assumesMain } = rules(policy);
  const agents = new Map(Object.entries(file?.agents ?? {}));
  const id = normalizeOptionalAgentId(agentId) ?? (assumesMain ? mainAgentId : undefined);
  const agent =
    id === mainAgentId ? mainSection(agents, policy) : id === undefined ? undefined : agents.get(id);
  const everyone = agents.get("*");
  const spoken =
    id === undefined && everyone !== undefined ? unhidden(everyone, agents.get("default") ?? {}) : everyone;
  const allowlist = [...(everyone?.allowlist ?? []), ...(agent?.allowlist ?? [])];
  return {
    agent: firstWord([agent, spoken, file?.defaults, overrides], policy),
    defaults: firstWord([file?.defaults, overrides], policy),
    allowlist: dropsBlank ? allowlist.filter(({ pattern }) => pattern.trim() !== "") : allowlist,
  };
}
