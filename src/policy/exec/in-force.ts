import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import type { Edition } from "../../edition/edition.ts";
import { isRefused } from "../../scope/facts/read-facts.ts";
import { isUnresolved } from "../session-facts.ts";
import { readExecRequest } from "./exec-facts.ts";
import { dependsOnSession, isSandboxByConfig, runsInSandbox } from "../sandbox-settings.ts";
import { mainAgentId, normalizeOptionalAgentId } from "../../identity/agent-id.ts";
import { resolveToolAgent, type ToolAgent, type ToolAgentRequest } from "../tool/agent.ts";
import { execSettings, type ExecSettings } from "./exec-settings.ts";
import type { ExecRequest } from "./exec-request.ts";
import { resolveExecApprovals, type ExecApprovalsFile } from "./file.ts";
import type { ExecAllowlistEntry } from "./allowlist.ts";
import { chooseHost, type ExecHost, type ExecPlace } from "./host.ts";
import {
  modeOf,
  stricterAsk,
  stricterSecurity,
  type ExecAsk,
  type ExecMode,
  type ExecModesInForce,
  type ExecSecurity,
} from "./mode.ts";

/** Where a word comes from: a setting of the config, the approvals file, or what goes without saying. */
export type ExecSource =
  | {
      /** The setting of the config that says it. */
      readonly path: string;
    }
  | {
      /** The approvals file says it. */
      readonly file: true;
    }
  | {
      /** Nothing says it: the edition whose default it is. */
      readonly defaultOf: Edition;
    };

/** What holds for an agent's commands before one is known. */
export interface ExecPolicy {
  /** The host that is configured; `"auto"` is the sandbox where there is one, else the gateway. */
  readonly host: ExecHost;
  /** Where commands run. */
  readonly runsOn: ExecPlace;
  /** The node that is configured for commands, by its name; absent where none is. */
  readonly node?: string;
  /** The word for what is in force, where the edition has words for it. */
  readonly mode?: ExecMode;
  /** Which commands may run: `deny` none, `allowlist` those that are listed, `full` all. */
  readonly security: ExecSecurity;
  /** When somebody is asked first: `off`, `on-miss` for what is not listed, or `always`. */
  readonly ask: ExecAsk;
  /** Where each of the three words comes from. */
  readonly from: {
    /** Where `host` comes from. */
    readonly host: ExecSource;
    /** Where `security` comes from. */
    readonly security: ExecSource;
    /** Where `ask` comes from. */
    readonly ask: ExecSource;
  };
}

const rules = /* @__PURE__ */ once(({ behaviours, edition }: Policy) => ({
  unwritten: { defaultOf: edition },
  trusts: behaviours.has("exec-trusted-by-default"),
  completes: behaviours.has("file-defaults-complete-config"),
  offWins: behaviours.has("file-ask-off-wins"),
  loosens: behaviours.has("file-loosens-config"),
  tellsOfFile: behaviours.has("effective-policy-reads-file"),
  hasModes: behaviours.has("exec-modes"),
  autoHost: behaviours.has("exec-host-is-auto"),
}));

/** A word and where it comes from. */
interface Sourced<Word> {
  readonly value: Word;
  readonly from: ExecSource;
}

/** How strictly commands are to be decided, and where each word comes from. */
export interface SourcedModes {
  readonly security: Sourced<ExecSecurity>;
  readonly ask: Sourced<ExecAsk>;
}

/** What the config asks for, completed by what goes without saying where the command runs. */
export function configuredModes(
  settings: ExecSettings,
  file: ExecApprovalsFile | undefined,
  host: ExecPlace,
  policy: Policy,
): SourcedModes {
  const { trusts, completes, unwritten } = rules(policy);
  const open = trusts ? "full" : "allowlist";
  const usual: ExecModesInForce = {
    security: host === "sandbox" ? "deny" : open,
    ask: trusts ? "off" : "on-miss",
  };
  const defaults = completes ? file?.defaults : undefined;
  const pick = <Word>(written: Word | undefined, path: string, filed: Word | undefined, usually: Word) => {
    if (written !== undefined) return { value: written, from: { path } };
    return filed === undefined
      ? { value: usually, from: unwritten }
      : { value: filed, from: { file: true as const } };
  };
  return {
    security: pick(settings.security, settings.securityPath, defaults?.security, usual.security),
    ask: pick(settings.ask, settings.askPath, defaults?.ask, usual.ask),
  };
}

/** What the approvals file leaves of what the config asks for, and the allowlist that it has. */
export function heldToFile(
  { security, ask }: SourcedModes,
  file: ExecApprovalsFile | undefined,
  agentId: string | undefined,
  policy: Policy,
): { readonly modes: SourcedModes; readonly allowlist: readonly ExecAllowlistEntry[] } {
  const { offWins, loosens } = rules(policy);
  const overrides = { security: security.value, ask: ask.value };
  const { agent, allowlist } = resolveExecApprovals(file, agentId, overrides, policy);
  const filed = <Word>(before: Sourced<Word>, value: Word): Sourced<Word> =>
    value === before.value ? before : { value, from: { file: true } };
  const modes = {
    security: filed(security, loosens ? agent.security : stricterSecurity(security.value, agent.security)),
    ask: filed(ask, offWins && agent.ask === "off" ? "off" : stricterAsk(ask.value, agent.ask)),
  };
  return { modes, allowlist };
}

/** The same where the config's approvals decide. */
export function modesOfApprovals(settings: ExecSettings, policy: Policy): SourcedModes {
  const { approvals, approvalsPath, security, ask, mode, securityPath, askPath, decidesUnlisted } = settings;
  const { unwritten } = rules(policy);
  const at = (name: "enabled" | "policy") => ({ path: `${approvalsPath}.${name}` });
  const policyFrom = approvals.policy === undefined ? unwritten : at("policy");
  if (security === "deny")
    return {
      security: { value: "deny", from: { path: securityPath } },
      ask: { value: "off", from: { path: securityPath } },
    };
  const isOff = approvals.enabled === false;
  const asks = (): Sourced<ExecAsk> => {
    if (ask === "always") return { value: "always", from: { path: askPath } };
    if (isOff) return { value: "off", from: at("enabled") };
    if (approvals.policy === "always") return { value: "always", from: policyFrom };
    if (mode === "allowlist") return { value: "off", from: { path: securityPath } };
    return { value: approvals.policy === "never" ? "off" : "on-miss", from: policyFrom };
  };
  return {
    security: isOff ? { value: "full", from: at("enabled") } : { value: "allowlist", from: decidesUnlisted },
    ask: asks(),
  };
}

/**
 * Whose commands they are: whoever is named, where the key does not say otherwise; releases never ignored who is named here.
 * Where nobody is, they are of `main` up to 2026.7.35.
 */
export function execAgent(request: ToolAgentRequest, policy: Policy): ToolAgent {
  const agent = resolveToolAgent(request, policy);
  if (!agent.ok) return agent;
  const named = normalizeOptionalAgentId(request.agentId) ?? agent.agentId;
  if (named !== undefined) return { ok: true, agentId: named };
  return policy.behaviours.has("exec-agent-not-assumed") ? agent : { ok: true, agentId: mainAgentId };
}

/** Whether a command's session runs in a sandbox; undefined where it is not known which session it is, and depends on it. */
export function sandboxedFor(
  { sandboxed, key }: Pick<ExecRequest, "sandboxed" | "key">,
  agentId: string | undefined,
  policy: Policy,
): boolean | undefined {
  const byConfig = isSandboxByConfig(policy);
  if (sandboxed !== undefined && !byConfig) return sandboxed;
  if (key === undefined && dependsOnSession(agentId, policy)) return undefined;
  const prescribed = runsInSandbox({ agentId, key }, policy);
  // Where only the request knows of a sandbox, it is as if nobody did.
  return byConfig && sandboxed === true && !prescribed ? undefined : prescribed;
}

/**
 * Tells what holds for an agent's commands before one is known: where they run, how far they may go and when somebody is
 * asked, and where each of that comes from. A session that is not known is taken for the agent's main one. Up to 2026.5.22
 * that is what the config asks for, as the releases tell it; of the approvals file only `defaults` count in it. Undefined
 * where the agent is not certain, or the request cannot be read.
 *
 * Source: what the releases tell to be in force, 2026.4.14 to 2026.9.6; what they decide, before that.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ tools: { exec: { mode: "ask" } } }, { edition: "openclaw@2026.9.6" });
 * execPolicy({ agentId: "main" }, policy)?.ask; //=> "on-miss"
 * execPolicy({ agentId: "main", file: { defaults: { security: "deny" } } }, policy)?.from.security; //=> { file: true }
 * ```
 */
export function execPolicy(
  given: Pick<ExecRequest, "agentId" | "key" | "sandboxed" | "file">,
  policy: Policy,
): ExecPolicy | undefined {
  if (isPolluted()) return unpolluted(execPolicy, given, policy);
  demandPolicy(policy);
  const request = readExecRequest(given, [], policy);
  if (isRefused(request) || isUnresolved(request)) return undefined;
  const agent = execAgent(request, policy);
  if (!agent.ok) return undefined;
  const settings = execSettings(agent.agentId, policy);
  const { unwritten, tellsOfFile, hasModes, autoHost } = rules(policy);
  const sandboxed = sandboxedFor(request, agent.agentId, policy) ?? false;
  const choice = chooseHost({ configured: settings.host?.value, elevated: false, sandboxed }, policy);
  if (!choice.ok) return undefined;
  const { host: runsOn, selected } = choice;
  const asked = settings.byConfig
    ? modesOfApprovals(settings, policy)
    : configuredModes(settings, request.file, runsOn, policy);
  const reads = tellsOfFile && !settings.byConfig && runsOn !== "sandbox";
  const { security, ask } = reads ? heldToFile(asked, request.file, agent.agentId, policy).modes : asked;
  const inForce = { security: security.value, ask: ask.value };
  const hostFrom =
    settings.host === undefined || !(autoHost || settings.host.value !== "auto") ? unwritten : settings.host;
  return {
    host: selected,
    runsOn,
    ...(settings.node !== undefined && { node: settings.node }),
    ...(hasModes && { mode: modeOf(inForce, settings.mode === "auto") }),
    ...inForce,
    from: {
      host: "path" in hostFrom ? { path: hostFrom.path } : hostFrom,
      security: security.from,
      ask: ask.from,
    },
  };
}
