import type { ExecOutcome, ExecRequest } from "./exec-request.ts";
import { spellCommand } from "./command.ts";
import { limitsOf, type ExecSettings } from "./exec-settings.ts";
import { change, type ChangeSet, type SettingChoice } from "../trace.ts";

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
  const { approvalsPath, approvals, parse, security, ask, securityPath, askPath } = settings;
  const isPlain = parse(request).ok;
  const entry = missingEntry(request, settings);
  const place = `${approvalsPath}.allowlist[${approvals.allowlist?.length ?? 0}]`;
  const always = approvals.policy === "always";
  const byList: ChangeSet = [
    ...(security === "deny" ? [change(securityPath, "allowlist")] : []),
    ...(ask === "always" ? [change(askPath, "on-miss")] : []),
    ...(always ? [change(`${approvalsPath}.policy`, "allowlist")] : []),
    ...(entry === undefined ? [] : [change(place, entry)]),
  ];
  const off = offAt(settings, others);
  const runsListed = isPlain && entry === undefined && !always;
  const byOff: ChangeSet =
    off === undefined || runsListed
      ? []
      : [
          change(off, false),
          ...(security === "deny" || security === "allowlist" ? [change(securityPath, "full")] : []),
          ...(ask === "always" || ask === "on-miss" ? [change(askPath, "off")] : []),
        ];
  return [...(isPlain ? [byList] : []), byOff].filter((changes) => changes.length > 0);
}

/** The words by which a config keeps any command from running. */
function toStop({ securityPath, askPath }: ExecSettings): SettingChoice {
  return [...change(securityPath, "deny"), ...change(askPath, "always")];
}

/** Every smallest set of settings that would turn what the config decides; `others` are the settings of everybody else. */
export function oppositeByConfig(
  request: ExecRequest,
  { outcome, reason }: ExecOutcome,
  settings: ExecSettings,
  others: readonly ExecSettings[],
): readonly ChangeSet[] {
  if (outcome !== "run") return toRun(request, settings, others);
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

/**
 * Every smallest set of settings that would turn what the approvals file decides: the config can
 * only make it stricter, and none of its settings turns a file that is strict itself.
 */
export function oppositeByFile(
  { outcome }: ExecOutcome,
  settings: ExecSettings,
  decide: (settings: ExecSettings) => ExecOutcome,
): readonly ChangeSet[] {
  if (outcome === "run") return [[toStop(settings)]];
  const words = [
    { loose: { security: "full" }, change: { setting: settings.securityPath, to: "full" } },
    { loose: { ask: "off" }, change: { setting: settings.askPath, to: "off" } },
  ] as const;
  const alone = words.filter(({ loose }) => decide({ ...settings, ...loose }).outcome === "run");
  if (alone.length > 0) return [[alone.map(({ change }) => change)]];
  const both = decide({ ...settings, security: "full", ask: "off" }).outcome === "run";
  return both ? [words.map(({ change }) => [change])] : [];
}
