import { parseCommand, spellCommand, type CommandDoubt } from "./command.ts";
import { parseEntry, type ListedCommand, runsWhatItIsGiven, type RunsGiven } from "./listed-command.ts";
import type { ToolsConfig } from "../../config/config.ts";
import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { mistake, warning } from "../issues.ts";
import { everyExecSettings, limitsOf, type ExecSettings } from "./exec-settings.ts";

/** An entry as a hint shows it; undefined where it would be none. */
function shown(entry: string): string | undefined {
  const trimmed = entry.trim();
  return parseEntry(trimmed).ok ? `\`${trimmed}\`` : undefined;
}

function hint(advice: string, ...entries: readonly string[]): string | undefined {
  const sound = entries.map(shown).filter((entry) => entry !== undefined);
  return sound.length === 0 ? undefined : `${advice}: ${[...new Set(sound)].join(", ")}`;
}

/** The words of an entry, parted at blanks only, each as it is written. */
function wordsOf(entry: string): readonly string[] {
  return entry.split(/[ \t]+/).filter((word) => word !== "");
}

/** An entry with those words quoted that a shell would not take as they are. */
function quoted(entry: string): string {
  const words = wordsOf(entry).map((word) =>
    parseCommand(word).ok ? word : spellCommand([word.replace(/\\(.)/g, "$1").replaceAll(/['"]/g, "")]),
  );
  return words.join(" ");
}

/** The words before the first that is more than a word. */
function plainBeginning(entry: string): string {
  const words = wordsOf(entry);
  const doubtful = words.findIndex((word) => !parseCommand(word).ok);
  return words.slice(0, doubtful === -1 ? undefined : doubtful).join(" ");
}

function oneByOne(entry: string): string | undefined {
  return hint("list each command by itself", ...entry.split(/[;&|(){}\p{Cc}]+/u));
}

function openEnded(entry: string): string | undefined {
  const star = entry.indexOf("*");
  return star === -1
    ? asItIs(entry)
    : hint("a space and * at the end let any arguments follow", `${entry.slice(0, star).trim()} *`);
}

/** For what means something else to a shell, unless it is quoted; a program's path cannot be. */
function asItIs(entry: string): string | undefined {
  const [program = "", ...rest] = wordsOf(entry);
  if (!parseCommand(program).ok) {
    const name = /[^\\/]*$/.exec(program)?.[0] ?? "";
    const named = hint(
      "write the program's name, or its full path without such characters",
      [name, ...rest].join(" "),
    );
    return named ?? hint("quote what is meant literally", quoted(entry));
  }
  return hint(
    "quote what is meant literally, or let any arguments follow",
    quoted(entry),
    `${plainBeginning(entry)} *`,
  );
}

const byDoubt: Readonly<Record<CommandDoubt, (entry: string) => string | undefined>> = {
  operator: oneByOne,
  "line-break": oneByOne,
  "file-pattern": openEnded,
  redirection: (entry) => hint("leave the redirection out", entry.replace(/\s*\d*[<>].*$/s, "")),
  substitution: asItIs,
  escape: asItIs,
  quotation: asItIs,
  dash: asItIs,
  blank: asItIs,
  array: asItIs,
  "stop-parsing": asItIs,
  "open-quote": (entry) => hint("close the quotation", `${entry}'`, `${entry}"`),
  "unknown-shell": asItIs,
  empty: () => undefined,
};

/** What to write in place of an entry that is no plain command. */
function hintForEntry(entry: string, doubt: CommandDoubt): string {
  return (
    byDoubt[doubt](entry) ??
    "write a program and its arguments, such as `git status`, or `ls *` where any arguments may follow"
  );
}

/** What is run by a command that runs it: the words after options, numbers and settings, or a text that holds them. */
function commandWithin([, ...args]: readonly string[]): string {
  const start = args.findIndex((word) => !/^-|^[\d.]+[smhd]?$|^\w+=/.test(word));
  const words = start === -1 ? [] : args.slice(start);
  const [only = ""] = words;
  return words.length === 1 ? only : spellCommand(words);
}

function isSafe(entry: string): boolean {
  const listed = parseEntry(entry);
  return listed.ok && entry.trim() === entry && runsWhatItIsGiven(listed) === undefined;
}

/** What to list in place of an entry whose program runs what it is given. */
function hintForProgram(
  { words, anyArguments }: ListedCommand,
  { such, commandFollows = false }: RunsGiven,
): string {
  const [program = ""] = words;
  if (such !== undefined) {
    const itself = words.length > 1 && anyArguments ? spellCommand(words) : "";
    const entry = isSafe(itself) ? itself : `${spellCommand([program])} ${such}`;
    return `list each command with its arguments, such as \`${entry}\``;
  }
  const within = commandFollows ? `${commandWithin(words)}${anyArguments ? " *" : ""}` : "";
  return isSafe(within)
    ? `list the command that it runs: \`${within}\``
    : "list each command that it should run by itself, such as `git status`";
}

function checkEntry(entry: string, path: string, doubtsPrograms: boolean): readonly Issue[] {
  const written = JSON.stringify(entry);
  const listed = parseEntry(entry);
  if (!listed.ok) {
    const message = `${written} is more than a plain command (${listed.doubt}), and can match none`;
    return [mistake("not-plain-command", path, message, hintForEntry(entry, listed.doubt))];
  }
  const doubt = doubtsPrograms ? runsWhatItIsGiven(listed) : undefined;
  if (doubt === undefined) return [];
  const message = `${written} allows more than it says: ${doubt.why}`;
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
      `write ${approvalsPath}: { enabled: true }, or remove ${setting}`,
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
  const toAskNobody = `to ask nobody, write ${approvalsPath}: { policy: "never" }`;
  // Of the words for both only this one says less than approvals do.
  if (settings.mode !== undefined) return settings.mode === "full" ? [idle(securityPath, "full", toRun)] : [];
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

/** One word for how far commands may go and when somebody is asked stands for both, and beside neither. */
function checkMode(tools: ToolsConfig | undefined, path: string): readonly Issue[] {
  const { mode, ...exec } = tools?.exec ?? {};
  const others = (["security", "ask"] as const).filter((name) => exec[name] !== undefined);
  if (mode === undefined || others.length === 0) return [];
  const written = `\`${others.join("` and `")}\``;
  const message = `\`mode\` replaces ${written}, and both are set`;
  return [mistake("conflicting-settings", `${path}.exec.mode`, message, `write \`mode\`, or ${written}`)];
}

/** Finds what a config says about running commands and cannot mean, and what allows more than it says. */
export function checkExec(policy: Policy): readonly Issue[] {
  const { behaviours, config } = policy;
  if (!behaviours.has("approvals-in-config")) return [];
  const everybody = behaviours.has("approvals-off-beside-limits") ? everyExecSettings(policy) : [];
  const { agents } = agentRoster(policy);
  return [
    ...checkMode(config.tools, "tools"),
    ...agents.flatMap(({ config: { tools }, path }) => checkMode(tools, `${path}.tools`)),
    ...checkEntries(config.tools, "tools", policy),
    ...agents.flatMap(({ config: { tools }, path }) => checkEntries(tools, `${path}.tools`, policy)),
    ...distinct([...everybody.flatMap(checkLimits), ...checkLooser(everybody)]),
  ];
}
