import type { ExecOutcome } from "./exec-outcome.ts";
import { parseCommand } from "./exec-command.ts";
import type { ExecSettings } from "./exec-settings.ts";
import type { ChangeSet } from "./setting-change.ts";

/** What would have to change for a command to run that does not. */
function toRun(command: string, settings: ExecSettings): ChangeSet {
  const { path, approvalsPath, approvals, allowlist, security, ask } = settings;
  const parsed = parseCommand(command);
  const listed = parsed.ok && allowlist(parsed.words) !== undefined;
  const next = `${approvalsPath}.allowlist[${approvals.allowlist?.length ?? 0}]`;
  const off = approvals.enabled === false ? [] : [{ setting: `${approvalsPath}.enabled`, to: false }];
  const always = approvals.policy === "always" && approvals.enabled !== false;
  return [
    ...(security === "deny" ? [[{ setting: `${path}.security`, to: "allowlist" }]] : []),
    ...(ask === "always" ? [[{ setting: `${path}.ask`, to: "on-miss" }]] : []),
    ...(always
      ? [[...off, ...(listed ? [{ setting: `${approvalsPath}.policy`, to: "allowlist" }] : [])]]
      : []),
    ...(off.length > 0 && !always && !listed
      ? [[...off, ...(parsed.ok ? [{ setting: next, to: command }] : [])]]
      : []),
  ];
}

/** Every smallest set of settings that would have to change for the opposite answer. */
export function oppositeExec(
  command: string,
  { outcome, reason }: ExecOutcome,
  settings: ExecSettings,
): readonly ChangeSet[] {
  const { path, approvalsPath } = settings;
  if (outcome !== "run") return [toRun(command, settings)];
  return [
    [
      [
        { setting: `${path}.security`, to: "deny" },
        { setting: `${path}.ask`, to: "always" },
      ],
    ],
    ...(reason === "allowlisted" ? [[[{ setting: `${approvalsPath}.policy`, to: "always" }]]] : []),
  ];
}
