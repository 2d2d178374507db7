import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Draft } from "../../config/draft.ts";
import { isObject } from "../../config/is-object.ts";
import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import {
  execApproval,
  type ExecApproval,
  everyExecSettings,
  execSettings,
  type ExecSettings,
} from "./exec-settings.ts";
import type { ExecOutcome, ExecReason, ExecRequest } from "./exec-request.ts";
import { oppositeByConfig, oppositeByFile } from "./opposite.ts";
import { definedFields } from "../section.ts";
import { sayable, type TraceOptions, type ChangeSet } from "../trace.ts";
import { isRefused } from "../../scope/facts/read-facts.ts";
import { isUnresolved } from "../session-facts.ts";
import { readExecRequest } from "./exec-facts.ts";
import { elevatedPermissions, listsElevated } from "./elevated.ts";
import { chooseHost, execHosts, type ExecPlace } from "./host.ts";
import {
  configuredModes,
  execAgent,
  heldToFile,
  modesOfApprovals,
  sandboxedFor,
  type ExecSource,
  type SourcedModes,
} from "./in-force.ts";
import { bringsCode } from "./inline-code.ts";
import { judgeCommand, judgeSegments } from "./listed.ts";
import { approvalRules, execSecurities, stricterAsk, stricterSecurity } from "./mode.ts";

/** How a decision about a command came about. */
export interface ExecTrace {
  /** The settings that were asked, each with what it says. */
  readonly settings: readonly {
    /** The path of the setting. */
    readonly setting: string;
    /** What is written there. */
    readonly value: unknown;
  }[];
  /** Every smallest set of settings that would have to change for the opposite answer. */
  readonly opposite: readonly ChangeSet[];
}

/** Whether a command may run, and where. */
export interface ExecDecision extends ExecOutcome {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "exec";
  /** Whether it may run without asking: `outcome` is `"run"`. */
  readonly allowed: boolean;
  /** The facts of the request that are at fault. */
  readonly facts?: readonly string[];
  /** Who is asked, where somebody has to be and the channel says who. */
  readonly approval?: ExecApproval;
  /** How it came about, when asked for. */
  readonly trace?: ExecTrace;
}

function trace(settings: ExecSettings, opposite: readonly ChangeSet[]): ExecTrace {
  const { approvalsPath, approvals, byConfig, security, ask, securityPath, askPath, mode, host } = settings;
  const asked = definedFields({
    [settings.hostPath]: host?.value,
    ...(mode === undefined ? { [securityPath]: security, [askPath]: ask } : { [securityPath]: mode }),
    ...(settings.asksAboutCode && { [settings.asksAboutCode.path]: settings.asksAboutCode.value }),
    ...(byConfig && {
      [`${approvalsPath}.enabled`]: approvals.enabled,
      [`${approvalsPath}.policy`]: approvals.policy,
      [`${approvalsPath}.allowlist`]: approvals.allowlist,
    }),
  });
  return { settings: Object.entries(asked).map(([setting, value]) => ({ setting, value })), opposite };
}

function refuse(reason: ExecReason): ExecDecision {
  return { kind: "exec", outcome: "deny", allowed: false, reason };
}

/** The decision that an outcome is. */
function decisionOf(decided: ExecOutcome): Draft<ExecDecision> {
  const { outcome, reason, host, security, ask, path, defaultOf, doubt, entry } = decided;
  const decision: Draft<ExecDecision> = { kind: "exec", outcome, allowed: outcome === "run", reason };
  if (host !== undefined) decision.host = host;
  if (security !== undefined) decision.security = security;
  if (ask !== undefined) decision.ask = ask;
  if (path !== undefined) decision.path = path;
  if (defaultOf !== undefined) decision.defaultOf = defaultOf;
  if (doubt !== undefined) decision.doubt = doubt;
  if (entry !== undefined) decision.entry = entry;
  return decision;
}

/** How far a command is outside the sandbox and outside approvals: the more, the more may happen. */
const reach = { deny: 0, ask: 1, run: 2 } as const;

/** How much a decision about a command lets happen: on the host more than in a sandbox. */
export function execOpenness({ outcome, host }: Pick<ExecOutcome, "outcome" | "host">): number {
  return reach[outcome] + (outcome === "run" && host !== "sandbox" ? 1 : 0);
}

function decide(
  request: ExecRequest,
  agentId: string | undefined,
  settings: ExecSettings,
  policy: Policy,
): ExecOutcome {
  const sandboxed = sandboxedFor(request, agentId, policy);
  if (sandboxed !== undefined) return decideIn(sandboxed, request, agentId, settings, policy);
  // Of a session that is not known the stricter answer holds.
  const inside = decideIn(true, request, agentId, settings, policy);
  const outside = decideIn(false, request, agentId, settings, policy);
  const [within, without] = [execOpenness(inside), execOpenness(outside)];
  return within < without || (within === without && request.sandboxed === true) ? inside : outside;
}

/** How a command leaves the sandbox: not at all, with the approvals of the host, or without. */
type Leaving = "no" | "approved" | "freely" | "forbidden";

const leaving = /* @__PURE__ */ once(({ behaviours, config }: Policy) => ({
  usual: config.agents?.defaults?.elevatedDefault ?? (behaviours.has("elevated-when-asked") ? "off" : "on"),
  isHeld: behaviours.has("elevated-full-heeds-policy"),
}));

function leaves(request: ExecRequest, agentId: string | undefined, policy: Policy): Leaving {
  const { usual, isHeld } = leaving(policy);
  const { elevated, elevatedLevel = usual } = request;
  const isUsual = elevated === undefined && (elevatedLevel === "off" || !listsElevated(policy));
  if (elevated === false || isUsual) return "no";
  if (!elevatedPermissions({ ...request, agentId }, policy).allowed)
    return elevated === true ? "forbidden" : "no";
  return elevatedLevel === "full" && !isHeld ? "freely" : "approved";
}

/** Where a command runs and who is asked about it there, before it is looked at; or why it does not. */
type Placement =
  | { readonly kind: "guarded" | "sandbox"; readonly host: ExecPlace }
  | { readonly kind: "decided"; readonly outcome: ExecOutcome };

function place(
  sandboxed: boolean,
  request: ExecRequest,
  agentId: string | undefined,
  settings: ExecSettings,
  policy: Policy,
): Placement {
  const decided = (outcome: ExecOutcome): Placement => ({ kind: "decided", outcome });
  const left = leaves(request, agentId, policy);
  if (left === "forbidden") return decided({ outcome: "deny", reason: "elevated-unavailable" });
  const configured = settings.host?.value;
  const isHost = request.host === undefined || execHosts.includes(request.host);
  const elevated = left !== "no";
  const choice = chooseHost({ configured, requested: request.host, elevated, sandboxed }, policy);
  const source = settings.host === undefined ? { defaultOf: policy.edition } : { path: settings.hostPath };
  if (!choice.ok || !isHost) return decided({ outcome: "deny", reason: "host-not-allowed", ...source });
  const { host } = choice;
  if (host === "sandbox" && !sandboxed)
    return decided({ outcome: "deny", reason: "no-sandbox", host, ...source });
  if (settings.byConfig) return { kind: "guarded", host };
  if (choice.unguarded) return decided({ outcome: "run", reason: "no-approvals", host, ...source });
  if (left === "freely") return decided({ outcome: "run", reason: "elevated", host });
  return { kind: host === "sandbox" ? "sandbox" : "guarded", host };
}

function decideIn(
  sandboxed: boolean,
  request: ExecRequest,
  agentId: string | undefined,
  settings: ExecSettings,
  policy: Policy,
): ExecOutcome {
  const placed = place(sandboxed, request, agentId, settings, policy);
  if (placed.kind === "decided") return placed.outcome;
  const { host } = placed;
  if (placed.kind === "sandbox") return decideInSandbox(settings, policy);
  const decided = settings.byConfig
    ? decideByConfig(request, settings, policy)
    : decideByFile(request, agentId, settings, host, policy);
  decided.host = host;
  if (host === "node" && !policy.behaviours.has("nodes-told-policy")) {
    delete decided.security;
    delete decided.ask;
  }
  return decided;
}

/**
 * Where a command runs and who is asked about it there, in a word for each session that it may be of: requests of which the
 * words are the same are decided alike, whatever the command.
 */
export function execPlacement(request: ExecRequest, policy: Policy): readonly string[] {
  const agent = execAgent(request, policy);
  if (!agent.ok) return [agent.reason];
  const settings = execSettings(agent.agentId, policy);
  const sandboxed = sandboxedFor(request, agent.agentId, policy);
  return (sandboxed === undefined ? [true, false] : [sandboxed]).map((inside) => {
    const placed = place(inside, request, agent.agentId, settings, policy);
    return placed.kind === "decided"
      ? `${placed.outcome.outcome} ${placed.outcome.host ?? ""}`
      : `${placed.kind} ${placed.host}`;
  });
}

/** In a sandbox every command runs, but for a written `deny` where that is heeded there. */
function decideInSandbox({ security, securityPath }: ExecSettings, policy: Policy): ExecOutcome {
  const host = "sandbox";
  return security === "deny" && policy.behaviours.has("sandbox-heeds-deny")
    ? { outcome: "deny", reason: "security-deny", host, path: securityPath }
    : { outcome: "run", reason: "sandboxed", host };
}

/**
 * Decides whether a command may run, after `evaluateTool` has let its tool through.
 *
 * Under `2026-11` the config decides, by `tools.exec.approvals` (the agent's before everybody's):
 * a plain command runs if an entry of the allowlist has exactly its words, or its first words and
 * then ` *`, which lets any arguments follow; anything else has to be approved, or, where the policy
 * is `"never"` and nobody is asked, is denied. Approvals are on unless `enabled` is `false`. A command
 * with operators, substitution, redirection, file patterns or line breaks is no plain command, nor is
 * one with anything that its `shell` reads otherwise; of an unknown shell none is.
 *
 * Under an `openclaw@` edition `tools.exec` and the host's approvals `file` decide, each release in its own way: in a sandbox
 * nobody is asked, up to 2026.3.28 nobody where no host is named. The command is taken apart, and programs that run another
 * are looked through, as the release does, unless the host hands over `segments`.
 *
 * Where it runs is told (`host`): `tools.exec.host` says so, and the call as far as it may; people whom `tools.elevated` lists
 * may have it leave the sandbox. Of a session that is not known the stricter answer holds. A request of which a fact cannot be
 * read or, under `2026-11`, contradicts its key is denied, and `facts` names it.
 *
 * Source: the releases' exec tool and approvals, 2026.1.29 to 2026.9.6; `tools.exec.approvals` and
 * `channels.<id>.execApprovals` are of `2026-11`.
 *
 * @example
 * ```ts
 * const approvals = { enabled: true, policy: "allowlist", allowlist: ["git status", "ls *"] } as const;
 * const policy = parsePolicy({ tools: { exec: { approvals } } }, { edition: "2026-11" });
 * evaluateExec({ command: "git status" }, policy).outcome; //=> "run"
 * evaluateExec({ command: "git status -s" }, policy).outcome; //=> "ask"
 * evaluateExec({ command: "ls -l src" }, policy).outcome; //=> "run"
 * evaluateExec({ command: "git status; rm -rf /" }, policy).doubt; //=> "operator"
 * evaluateExec({ command: "ls %TEMP%", shell: "cmd" }, policy).doubt; //=> "substitution"
 * evaluateExec({ command: "git push" }, policy).outcome; //=> "ask"
 * ```
 */
export function evaluateExec(
  given: ExecRequest | (Unresolved & Pick<ExecRequest, "command">),
  policy: Policy,
  options?: TraceOptions,
): ExecDecision {
  if (isPolluted()) return unpolluted(evaluateExec, given, policy, options);
  demandPolicy(policy);
  const request = readExecRequest(given, ["command"], policy);
  if (isRefused(request)) return { ...refuse(request.reason), facts: request.facts };
  if (isUnresolved(request)) return refuse("unresolved-session");
  const agent = execAgent(request, policy);
  if (!agent.ok) return refuse(agent.reason);
  const settings = execSettings(agent.agentId, policy);
  const decided = decide(request, agent.agentId, settings, policy);
  const approval = decided.outcome === "ask" ? execApproval(request.channel, policy) : undefined;
  const decision = decisionOf(decided);
  if (approval !== undefined) decision.approval = approval;
  if (options?.trace === true) {
    const others = everyExecSettings(policy).filter((other) => other !== settings);
    const under = (other: ExecSettings) => decide(request, agent.agentId, other, policy);
    const opposite = settings.byConfig
      ? oppositeByConfig(request, decided, settings, others, under)
      : oppositeByFile(decided, settings, under, policy);
    decision.trace = trace(settings, sayable(opposite, policy));
  }
  return decision;
}

/** An outcome under words of which it is known where they come from; nothing is told of the approvals file. */
function settled(
  outcome: ExecOutcome["outcome"],
  reason: ExecReason,
  modes: SourcedModes,
  source?: ExecSource,
): Draft<ExecOutcome> {
  const made: Draft<ExecOutcome> = {
    outcome,
    reason,
    security: modes.security.value,
    ask: modes.ask.value,
  };
  if (source !== undefined && "path" in source) made.path = source.path;
  else if (source !== undefined && "defaultOf" in source) made.defaultOf = source.defaultOf;
  return made;
}

/** Decides a command by the config's approvals. */
function decideByConfig(request: ExecRequest, settings: ExecSettings, policy: Policy): Draft<ExecOutcome> {
  const { approvalsPath, approvals, parse, allows, securityPath, asksAboutCode } = settings;
  const modes = modesOfApprovals(settings, policy);
  if (modes.security.value === "deny") return settled("deny", "security-deny", modes, { path: securityPath });
  const parsed = parse(request);
  const judge = (): Draft<ExecOutcome> => {
    // What cannot be taken apart could bring code as well.
    if (asksAboutCode?.value === true && !(parsed.ok && !bringsCode(parsed.words, policy)))
      return settled("ask", "inline-code", modes, { path: asksAboutCode.path });
    if (modes.ask.value === "always") return settled("ask", "always-ask", modes, modes.ask.from);
    if (approvals.enabled === false)
      return settled("run", "approvals-off", modes, { path: `${approvalsPath}.enabled` });
    const entry = parsed.ok ? allows({ words: parsed.words, anyArguments: false }) : undefined;
    if (entry !== undefined) return settled("run", "allowlisted", modes, { path: entry });
    const source = settings.mode === "allowlist" ? { path: securityPath } : settings.decidesUnlisted;
    const reason = parsed.ok ? "not-allowlisted" : "not-plain";
    return settled(modes.ask.value === "off" ? "deny" : "ask", reason, modes, source);
  };
  const decided = judge();
  // A call may have somebody asked about what would run.
  if (decided.outcome === "run" && request.ask === "always")
    return settled("ask", "always-ask", { ...modes, ask: { ...modes.ask, value: "always" } });
  const isDoubtful = decided.reason === "not-plain" || decided.reason === "inline-code";
  if (!parsed.ok && isDoubtful) decided.doubt = parsed.doubt;
  return decided;
}

/** What a call asks for counts where it is the stricter one, and only for `ask` since 2026.5.12. */
function heldToCall(modes: SourcedModes, request: ExecRequest, policy: Policy): SourcedModes {
  const { security, ask } = modes;
  const { security: called = security.value } = request;
  const tightens = policy.behaviours.has("calls-tighten-security") && execSecurities.includes(called);
  return {
    security: tightens ? { ...security, value: stricterSecurity(security.value, called) } : security,
    ask: { ...ask, value: stricterAsk(ask.value, request.ask ?? ask.value) },
  };
}

/** How strictly a command is decided on a host, by the config, the call and the approvals file. */
function modesOnHost(
  request: ExecRequest,
  agentId: string | undefined,
  settings: ExecSettings,
  host: ExecPlace,
  policy: Policy,
) {
  const wanted = heldToCall(configuredModes(settings, request.file, host, policy), request, policy);
  return heldToFile(wanted, request.file, agentId, policy);
}

/** How strictly a request is decided outside the sandbox, in a word: of a command it takes no more to decide it. */
export function execStrictness(request: ExecRequest, policy: Policy): string {
  const agent = execAgent(request, policy);
  if (!agent.ok) return agent.reason;
  const settings = execSettings(agent.agentId, policy);
  const modes = settings.byConfig
    ? modesOfApprovals(settings, policy)
    : modesOnHost(request, agent.agentId, settings, "gateway", policy).modes;
  const called = settings.byConfig && request.ask === "always" ? " asked" : "";
  return `${modes.security.value} ${modes.ask.value}${called}`;
}

/** Decides a command as the releases do on a host: by the config and the host's approvals file. */
function decideByFile(
  request: ExecRequest,
  agentId: string | undefined,
  settings: ExecSettings,
  host: ExecPlace,
  policy: Policy,
): Draft<ExecOutcome> {
  const { segments, approvedForGood, command } = request;
  const { modes, allowlist } = modesOnHost(request, agentId, settings, host, policy);
  const [security, ask] = [modes.security.value, modes.ask.value];
  const { asksAboutCode, safe } = settings;
  if (security === "deny") return settled("deny", "security-deny", modes, modes.security.from);
  if (security === "full" && ask !== "always" && asksAboutCode?.value !== true)
    return settled("run", "trusted", modes, modes.security.from);
  const facts = { allowlist, safe, programs: isObject(request.programs) ? request.programs : noPrograms };
  const { understood, allowlisted, matched, byShell, commands } = Array.isArray(segments)
    ? judgeSegments(segments, facts, policy)
    : judgeCommand(command, facts, policy);
  const listFacts = { security, ask, understood, allowlisted, approvedForGood };
  const { needsApproval, isApproved } = approvalRules(policy);
  const putOff = (reason: ExecReason, source: ExecSource) =>
    understood || !policy.behaviours.has("unbindable-not-asked")
      ? settled("ask", reason, modes, source)
      : settled("deny", "unbindable", modes, source);
  if (needsApproval(listFacts))
    return ask === "always"
      ? putOff("always-ask", modes.ask.from)
      : putOff("not-allowlisted", modes.security.from);
  if (asksAboutCode?.value === true && commands.some((words) => bringsCode(words, policy)))
    return putOff("inline-code", { path: asksAboutCode.path });
  if (security === "full") return settled("run", "trusted", modes, modes.security.from);
  const approved = isApproved(listFacts);
  if (allowlisted && byShell && !approved) return putOff("shell-command", modes.security.from);
  if (allowlisted) {
    const decided = settled("run", "allowlisted", modes);
    const [entry] = matched;
    if (entry !== undefined) decided.entry = entry;
    return decided;
  }
  return approved
    ? settled("run", "approved-for-good", modes)
    : settled("deny", "not-allowlisted", modes, modes.security.from);
}

const noPrograms = {};
