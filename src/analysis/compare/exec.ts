import type { Policy } from "../../config/policy.ts";
import type { ExecSegment } from "../../policy/exec/allowlist.ts";
import { evaluateExec, type ExecDecision } from "../../policy/exec/exec.ts";
import type { ExecApprovalsFile } from "../../policy/exec/file.ts";
import { spellCommand } from "../../policy/exec/command.ts";
import { parseEntry } from "../../policy/exec/listed-command.ts";
import { execAsks, execSecurities } from "../../policy/exec/mode.ts";
import type { ExecRequest } from "../../policy/exec/exec-request.ts";
import { execSettings } from "../../policy/exec/exec-settings.ts";
import { askBoth, readAlike, compareRequests } from "./requests.ts";
import { type Representative, freshText } from "../representative/representative.ts";
import type { KindComparison } from "./verdict.ts";
import { representativeAgents } from "../representative/tool-places.ts";

/**
 * A command is allowed by the entry of its very words, and by those that end in ` *` and have its first words. So
 * every command that is on no list as it is stands for itself no more than the longest of these with one more word.
 */
function commandsOf(agentId: string, from: Policy, to: Policy): readonly string[] {
  const entries = [from, to]
    .flatMap((policy) => execSettings(agentId, policy).approvals.allowlist ?? [])
    .map(parseEntry)
    .filter((entry) => entry.ok);
  const listed = new Set(entries.flatMap(({ words }) => words));
  const other = freshText((text) => listed.has(text));
  const commands = entries.flatMap(({ words, anyArguments }) => [
    spellCommand(words),
    ...(anyArguments ? [spellCommand([...words, other])] : []),
  ]);
  return [other, `${other};${other}`, ...new Set(commands)];
}

const segments: readonly ExecSegment[] = [
  { resolution: { rawExecutable: "x", resolvedPath: "/x", executableName: "x" } },
];

/** What the approvals file of a host may say of a command, which is what the releases decide by. */
function* fileFacts(): Generator<Partial<ExecRequest>> {
  for (const security of [undefined, ...execSecurities])
    for (const ask of [undefined, ...execAsks]) {
      const defaults = { ...(security && { security }), ...(ask && { ask }) };
      for (const listed of [false, true]) {
        const agents = listed ? { agents: { "*": { allowlist: [{ pattern: "/x" }] } } } : {};
        const file: ExecApprovalsFile = { defaults, ...agents };
        for (const approvedForGood of [false, true])
          yield { file, segments, ...(approvedForGood && { approvedForGood }) };
      }
    }
}

function* requests(from: Policy, to: Policy): Generator<Representative<ExecRequest>> {
  const byFile = [from, to].some(({ behaviours }) => !behaviours.has("approvals-in-config"));
  const told = byFile ? [...fileFacts()] : [{}];
  for (const agentId of representativeAgents(from, to))
    for (const command of commandsOf(agentId, from, to))
      for (const facts of told) yield { core: { command }, extra: { agentId, ...facts } };
}

/** Compares which commands may run, and which may run once somebody has approved them. */
export function compareExec(from: Policy, to: Policy): KindComparison<ExecRequest, ExecDecision> {
  return compareRequests<ExecRequest, ExecDecision>(
    requests(from, to),
    askBoth(evaluateExec, from, to),
    readAlike(from, to, ["exec", "routing"]),
  );
}
