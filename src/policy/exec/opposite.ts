import type { Policy } from "../../config/policy.ts";
import type { ExecOutcome, ExecReason, ExecRequest } from "./exec-request.ts";
import { execHosts } from "./host.ts";
import { execModes } from "./mode.ts";
import { spellCommand } from "./command.ts";
import { limitsOf, type ExecSettings } from "./exec-settings.ts";
import { change, turningSteps, type ChangeSet, type SettingChoice, type Step } from "../trace.ts";

/** Where approvals may be switched off: where they stand, unless somebody else decided by them stays limited. */
function offAt(settings: ExecSettings, others: readonly ExecSettings[]): string | undefined {
  const { approvalsPath, ownApprovalsPath, securityPath, askPath } = settings;
  const limited = others.some(
    (other) =>
      other.approvalsPath === approvalsPath &&
      limitsOf(other).some(({ setting }) => setting !== securityPath && setting !== askPath),
  );
  if (!limited) return `${approvalsPath}.enabled`;
  return ownApprovalsPath === approvalsPath ? undefined : `${ownApprovalsPath}.enabled`;
}

/** The command itself as an entry, which has no blanks around it, not even those that are part of a word. */
function asEntry(command: string, words: readonly string[]): string {
  const trimmed = command.trim();
  return command.replace(/^[ \t]+|[ \t]+$/g, "") === trimmed ? trimmed : spellCommand(words);
}

/** The entry that would allow a command; undefined where it is listed, or no entry can. */
function missingEntry(request: ExecRequest, { parse, allows }: ExecSettings): string | undefined {
  const parsed = parse(request);
  return parsed.ok && allows({ words: parsed.words, anyArguments: false }) === undefined
    ? asEntry(request.command, parsed.words)
    : undefined;
}

/** What would have to change for a command to run that does not: it is listed, or approvals are switched off. */
function toRun(
  request: ExecRequest,
  settings: ExecSettings,
  others: readonly ExecSettings[],
): readonly ChangeSet[] {
  const { approvalsPath, approvals, parse, security, ask, securityPath, askPath, mode } = settings;
  const isPlain = parse(request).ok;
  const entry = missingEntry(request, settings);
  const place = `${approvalsPath}.allowlist[${approvals.allowlist?.length ?? 0}]`;
  const always = approvals.policy === "always";
  const listed =
    mode === undefined
      ? [
          ...(security === "deny" ? [change(securityPath, "allowlist")] : []),
          ...(ask === "always" ? [change(askPath, "on-miss")] : []),
        ]
      : mode === "deny"
        ? [change(securityPath, "ask")]
        : [];
  const unlimited =
    mode === undefined
      ? [
          ...(security === "deny" || security === "allowlist" ? [change(securityPath, "full")] : []),
          ...(ask === "always" || ask === "on-miss" ? [change(askPath, "off")] : []),
        ]
      : mode === "full"
        ? []
        : [change(securityPath, "full")];
  const byList: ChangeSet = [
    ...listed,
    ...(always ? [change(`${approvalsPath}.policy`, "allowlist")] : []),
    ...(entry === undefined ? [] : [change(place, entry)]),
  ];
  const off = offAt(settings, others);
  const runsListed = isPlain && entry === undefined && !always;
  const byOff: ChangeSet = off === undefined || runsListed ? [] : [change(off, false), ...unlimited];
  return [...(isPlain ? [byList] : []), byOff].filter((changes) => changes.length > 0);
}

/** The words by which a config keeps any command from running. */
function toStop({ securityPath, askPath, mode }: ExecSettings): SettingChoice {
  // Under `ask` what is listed runs on.
  if (mode !== undefined) return change(securityPath, "deny");
  return [...change(securityPath, "deny"), ...change(askPath, "always")];
}

/** Every smallest set of settings that would turn what the config decides; `others` are the settings of everybody else. */
export function oppositeByConfig(
  request: ExecRequest,
  { outcome, reason }: ExecOutcome,
  settings: ExecSettings,
  others: readonly ExecSettings[],
  decide: (settings: ExecSettings) => ExecOutcome,
): readonly ChangeSet[] {
  if (ofHost.has(reason)) return turnedByHost(settings, (after) => decide(after).outcome === "run");
  if (outcome !== "run") {
    const sets = toRun(request, settings, others);
    const { asksAboutCode } = settings;
    const unlimited = { approvals: { enabled: false }, security: "full", ask: "off", mode: "full" } as const;
    if (decide({ ...settings, ...unlimited }).outcome === "run") return sets;
    // What the call itself asks for, no setting takes back.
    if (asksAboutCode === undefined) return [];
    const unasked = { ...settings, asksAboutCode: { ...asksAboutCode, value: false } };
    if (decide({ ...unasked, ...unlimited }).outcome !== "run") return [];
    // It is asked about because of the code in it, whatever else is said.
    const rest = decide(unasked).outcome === "run" ? [[]] : sets;
    return rest.map((set) => [change(asksAboutCode.path, false), ...set]);
  }
  const { approvalsPath, approvals, parse } = settings;
  // Limits beside approvals that are off for somebody else would contradict each other.
  const free = others.every(
    (other) => other.approvalsPath === approvalsPath || other.approvals.enabled !== false,
  );
  const stop = [...change(`${approvalsPath}.policy`, "always"), ...(free ? toStop(settings) : [])];
  if (reason === "allowlisted") return [[stop]];
  const runsOn =
    approvals.policy !== "always" && parse(request).ok && missingEntry(request, settings) === undefined;
  return [[change(`${approvalsPath}.enabled`, true), ...(runsOn ? [stop] : [])]];
}

/** Decisions that lie in where a command is to run. */
const ofHost: ReadonlySet<ExecReason> = new Set(["no-sandbox", "host-not-allowed"]);

/** The hosts that would turn a decision, each by itself. */
function turnedByHost(settings: ExecSettings, turns: (after: ExecSettings) => boolean): readonly ChangeSet[] {
  const { hostPath: path } = settings;
  const hosts = execHosts.filter((value) => turns({ ...settings, host: { value, path } }));
  return hosts.length === 0 ? [] : [[change(path, ...hosts)]];
}

/** What the settings could say otherwise, each by itself, and what is decided by then. */
function stepsFrom(settings: ExecSettings, policy: Policy): readonly (readonly Step<ExecSettings>[])[] {
  const { hostPath, securityPath, askPath, mode, host, security, ask, asksAboutCode } = settings;
  const step = (path: string, to: string | boolean, said: Partial<ExecSettings>): Step<ExecSettings> => ({
    changes: [change(path, to)],
    after: (before) => ({ ...before, ...said }),
  });
  const hosts = policy.behaviours.has("exec-host-is-auto") ? execHosts : execHosts.slice(1);
  const modes = (["deny", "full"] as const).filter((word) => word !== mode);
  const byWord = modes.map((word) => step(securityPath, word, { mode: word, ...execModes[word] }));
  const bySecurity = (["deny", "full"] as const).filter((word) => word !== security);
  const byAsk = (["off", "always"] as const).filter((word) => word !== ask);
  return [
    ...(mode === undefined
      ? [
          bySecurity.map((word) => step(securityPath, word, { security: word })),
          byAsk.map((word) => step(askPath, word, { ask: word })),
        ]
      : [byWord]),
    hosts
      .filter((value) => value !== host?.value)
      .map((value) => step(hostPath, value, { host: { value, path: hostPath } })),
    asksAboutCode?.value === true
      ? [step(asksAboutCode.path, false, { asksAboutCode: { ...asksAboutCode, value: false } })]
      : [],
  ];
}

/** Every smallest set of settings that would turn what a release decides, by its config and the host's approvals file. */
export function oppositeByFile(
  { outcome }: ExecOutcome,
  settings: ExecSettings,
  decide: (settings: ExecSettings) => ExecOutcome,
  policy: Policy,
): readonly ChangeSet[] {
  const runs = outcome === "run";
  const turns = (after: ExecSettings) => (decide(after).outcome === "run") !== runs;
  return turningSteps(stepsFrom(settings, policy), settings, turns);
}
