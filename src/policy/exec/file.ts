import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { mainAgentId } from "../../identity/agent-id.ts";
import { firstFound } from "../section.ts";
import type { ExecAllowlistEntry } from "./allowlist.ts";
import { execAsks, execSecurities, type ExecAsk, type ExecSecurity } from "./mode.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** What an approvals file, or a part of it, says about running commands. */
export interface ExecModes {
  /** Which commands may run: `deny` none, `allowlist` those that are listed, `full` all. */
  readonly security?: ExecSecurity | undefined;
  /** When somebody is asked first: `off`, `on-miss` for what is not listed, or `always`. */
  readonly ask?: ExecAsk | undefined;
  /** What holds where somebody should be asked and nobody can be. */
  readonly askFallback?: ExecSecurity | undefined;
  /** Whether the programs that skills bring count as listed. */
  readonly autoAllowSkills?: boolean | undefined;
}

/** Every mode decided. */
type DecidedModes = { readonly [Mode in keyof ExecModes]-?: NonNullable<ExecModes[Mode]> };

/** What the file says of one agent. */
export interface ExecFileAgent extends ExecModes {
  /** The commands that may run without asking; nothing is listed where it is absent. */
  readonly allowlist?: readonly ExecAllowlistEntry[] | undefined;
}

/** The approvals file of a release (`exec-approvals.json`), as the host read it. */
export interface ExecApprovalsFile {
  /** What holds where the file says nothing of an agent. */
  readonly defaults?: ExecModes | undefined;
  /** What holds for an agent, by its id; `*` for all. */
  readonly agents?: Readonly<Record<string, ExecFileAgent>> | undefined;
}

/** What holds for one agent, every mode decided. */
interface ResolvedExecApprovals {
  readonly agent: DecidedModes;
  readonly defaults: DecidedModes;
  readonly allowlist: readonly ExecAllowlistEntry[];
}

/** The agent under which the file speaks of `main` by its former name, and of commands that belong to no agent. */
const formerMain = "default";

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => {
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
    listsArguments: behaviours.has("arguments-in-allowlist"),
    assumed: behaviours.has("exec-agent-not-assumed") ? formerMain : mainAgentId,
    strict: behaviours.has("unknown-exec-mode-is-strictest"),
  };
});

/** The first word that each mode is given. */
function firstWord(sources: readonly (ExecModes | undefined)[], policy: Policy): DecidedModes {
  const { fallback, strict } = rules(policy);
  const first = <Name extends keyof ExecModes>(name: Name): NonNullable<ExecModes[Name]> =>
    firstFound(sources, (source) => source?.[name]) ?? fallback[name];
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
  policy: Policy,
): readonly ExecAllowlistEntry[] {
  const { listsArguments } = rules(policy);
  const seen = new Set<string>();
  return [...own, ...lent].filter(({ pattern, argPattern = "" }) => {
    const name = lowerCase(pattern.trim());
    const key = listsArguments ? `${name}\0${argPattern.trim()}` : name;
    if (name === "" || seen.has(key)) return false;
    return seen.add(key);
  });
}

type Sections = ReadonlyMap<string, ExecFileAgent>;

/** The section of an agent: that of `default` belongs to `main`, whose former name it is, and completes its own. */
function sectionOf(id: string, agents: Sections, policy: Policy): ExecFileAgent | undefined {
  const lender = agents.get(formerMain);
  if (id === formerMain) return undefined;
  const own = agents.get(id);
  if (id !== mainAgentId || lender === undefined) return own;
  const { autoAllowSkills, allowlist } = lender;
  const lent: ExecFileAgent = rules(policy).lendsModes ? lender : { autoAllowSkills, allowlist };
  if (own === undefined) return lent;
  return {
    security: own.security ?? lent.security,
    ask: own.ask ?? lent.ask,
    askFallback: own.askFallback ?? lent.askFallback,
    autoAllowSkills: own.autoAllowSkills ?? lent.autoAllowSkills,
    allowlist: mergeLists(own.allowlist ?? [], lent.allowlist ?? [], policy),
  };
}

/** What `*` says to an agent: to `default` nothing about modes that its section names, unread though that is. */
function wordOfAll(id: string, agents: Sections, policy: Policy): ExecModes | undefined {
  const everyone = agents.get("*");
  const hiding = agents.get(formerMain);
  if (everyone === undefined || hiding === undefined || id !== formerMain || rules(policy).lendsModes)
    return everyone;
  const { security, ask, askFallback, autoAllowSkills } = everyone;
  return {
    autoAllowSkills,
    ...(hiding.security === undefined && { security }),
    ...(hiding.ask === undefined && { ask }),
    ...(hiding.askFallback === undefined && { askFallback }),
  };
}

/**
 * Resolves the approvals file for an agent, whose id is taken as it stands: its section, then `*`, then the
 * defaults, then what the host would have.
 */
export function resolveExecApprovals(
  file: ExecApprovalsFile | undefined,
  agentId: string | undefined,
  overrides: ExecModes | undefined,
  policy: Policy,
): ResolvedExecApprovals {
  const { dropsBlank, assumed } = rules(policy);
  if (file === undefined) {
    const modes = firstWord([overrides], policy);
    return { agent: modes, defaults: modes, allowlist: [] };
  }
  const agents: Sections = new Map(Object.entries(file.agents ?? {}));
  const id = agentId ?? assumed;
  const agent = sectionOf(id, agents, policy);
  const allowlist = [...(agents.get("*")?.allowlist ?? []), ...(agent?.allowlist ?? [])];
  return {
    agent: firstWord([agent, wordOfAll(id, agents, policy), file.defaults, overrides], policy),
    defaults: firstWord([file.defaults, overrides], policy),
    allowlist: dropsBlank ? allowlist.filter(({ pattern }) => pattern.trim() !== "") : allowlist,
  };
}
