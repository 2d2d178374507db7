import type { ExecOutcome } from "./outcome.ts";
import { parseCommand } from "./command.ts";
import type { ExecSettings } from "./settings.ts";
import type { ChangeSet, Choice } from "../setting-change.ts";

/** What would have to change for a command to run that does not. */
function toRun(command: string, settings: ExecSettings): ChangeSet {
  const { approvalsPath, approvals, allowlist, security, ask } = settings;
  const parsed = parseCommand(command);
  const listed = parsed.ok && allowlist(parsed.words) !== undefined;
  const next = `${approvalsPath}.allowlist[${approvals.allowlist?.length ?? 0}]`;
  const off = approvals.enabled === false ? [] : [{ setting: `${approvalsPath}.enabled`, to: false }];
  const always = approvals.policy === "always" && approvals.enabled !== false;
  return [
    ...(security === "deny" ? [[{ setting: settings.securityPath, to: "allowlist" }]] : []),
    ...(ask === "always" ? [[{ setting: settings.askPath, to: "on-miss" }]] : []),
    ...(always
      ? [[...off, ...(listed ? [{ setting: `${approvalsPath}.policy`, to: "allowlist" }] : [])]]
      : []),
    ...(off.length > 0 && !always && !listed
      ? [[...off, ...(parsed.ok ? [{ setting: next, to: command }] : [])]]
      : []),
  ];
}

/** The words by which a config keeps any command from running. */
function toStop({ securityPath, askPath }: ExecSettings): Choice {
  return [
    { setting: securityPath, to: "deny" },
    { setting: askPath, to: "always" },
  ];
}

/** Every smallest set of settings that would turn what the config decides. */
export function oppositeByConfig(
  command: string,
  { outcome, reason }: ExecOutcome,
  settings: ExecSettings,
): readonly ChangeSet[] {
  if (outcome !== "run") return [toRun(command, settings)];
  const asked = [[{ setting: `${settings.approvalsPath}.policy`, to: "always" }]];
  return [[toStop(settings)], ...(reason === "allowlisted" ? [asked] : [])];
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
