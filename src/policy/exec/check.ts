import type { ToolsConfig } from "../../config/config.ts";
import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { mistake, warning } from "../issues.ts";
import { hintForEntry, hintForProgram } from "./entry-hint.ts";
import { parseEntry, runsWhatItIsGiven } from "./listed-command.ts";
import { everyExecSettings, limitsOf, type ExecSettings } from "./exec-settings.ts";

function checkEntry(entry: string, path: string, doubtsPrograms: boolean): readonly Issue[] {
  const written = JSON.stringify(entry);
  const listed = parseEntry(entry);
  if (!listed.ok) {
    const message = `${written} is more than a plain command (${listed.doubt}), and can match none`;
    return [mistake("not-plain-command", path, message, hintForEntry(entry, listed.doubt))];
  }
  const doubt = doubtsPrograms ? runsWhatItIsGiven(listed) : undefined;
  if (doubt === undefined) return [];
  const message = `${written} allows more than its words say: ${doubt.why}`;
  return [warning("runs-what-it-is-given", path, message, hintForProgram(listed, doubt))];
}

function checkEntries(tools: ToolsConfig | undefined, path: string, policy: Policy): readonly Issue[] {
  const doubtsPrograms = policy.behaviours.has("running-programs-named");
  return (tools?.exec?.approvals?.allowlist ?? []).flatMap((entry, index) =>
    checkEntry(entry, `${path}.exec.approvals.allowlist[${index}]`, doubtsPrograms),
  );
}

/** Approvals that are off let every command run, and what limits commands lets none, or not every one. */
function checkLimits(settings: ExecSettings): readonly Issue[] {
  const { approvals, approvalsPath } = settings;
  if (approvals.enabled !== false) return [];
  return limitsOf(settings).map(({ setting, value }) =>
    mistake(
      "conflicting-settings",
      `${approvalsPath}.enabled`,
      `is false, which lets every command run, beside ${setting}: "${value}", which does not`,
      `write ${approvalsPath}: { enabled: true }, or take ${setting} away`,
    ),
  );
}

/** What would let more run than approvals do, and does not while they are on. */
function looserThanApprovals(settings: ExecSettings): readonly Issue[] {
  const { approvals, approvalsPath, security, ask, securityPath, askPath } = settings;
  if (approvals.enabled === false) return [];
  const place = approvals.enabled === true ? `${approvalsPath}.enabled` : "by default";
  const idle = (path: string, word: string, hint: string) =>
    warning(
      "setting-without-effect",
      path,
      `"${word}" has no effect, because approvals are on (${place})`,
      hint,
    );
  const toRun = `to let every command run, write ${approvalsPath}: { enabled: false }`;
  const toAskNobody = `to have nobody asked, write ${approvalsPath}: { policy: "never" }`;
  return [
    ...(security === "full" ? [idle(securityPath, "full", toRun)] : []),
    ...(ask === "off" && approvals.policy !== "never" ? [idle(askPath, "off", toAskNobody)] : []),
  ];
}

/** The settings of which some agent has approvals off take effect there. */
function checkLooser(everybody: readonly ExecSettings[]): readonly Issue[] {
  const effective = new Set(
    everybody
      .filter(({ approvals }) => approvals.enabled === false)
      .flatMap(({ securityPath, askPath }) => [securityPath, askPath]),
  );
  return everybody.flatMap(looserThanApprovals).filter(({ path }) => !effective.has(path));
}

/** Each issue once, though several agents may have it. */
function distinct(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify([issue.path, issue.message]), issue])).values()];
}

/** Finds what a config says about running commands and cannot mean, and what allows more than it says. */
export function checkExec(policy: Policy): readonly Issue[] {
  const { behaviours, config } = policy;
  if (!behaviours.has("approvals-in-config")) return [];
  const everybody = behaviours.has("approvals-off-beside-limits") ? everyExecSettings(policy) : [];
  return [
    ...checkEntries(config.tools, "tools", policy),
    ...agentRoster(policy).agents.flatMap(({ config: { tools }, path }) =>
      checkEntries(tools, `${path}.tools`, policy),
    ),
    ...distinct([...everybody.flatMap(checkLimits), ...checkLooser(everybody)]),
  ];
}
