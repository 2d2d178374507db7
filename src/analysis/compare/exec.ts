import type { Policy } from "../../config/policy.ts";
import { spellCommand } from "../../policy/exec/command.ts";
import { evaluateExec, execPlacement, execStrictness, type ExecDecision } from "../../policy/exec/exec.ts";
import type { ExecRequest } from "../../policy/exec/exec-request.ts";
import { execSettings } from "../../policy/exec/exec-settings.ts";
import type { ExecApprovalsFile, ExecModes } from "../../policy/exec/file.ts";
import { execHosts } from "../../policy/exec/host.ts";
import { parseEntry } from "../../policy/exec/listed-command.ts";
import { execAsks, execSecurities } from "../../policy/exec/mode.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { type Representative, freshText } from "../representative/representative.ts";
import { mainKeys, representativeAgents } from "../representative/tool-places.ts";
import { askBoth, readAlike, compareRequests } from "./requests.ts";
import type { KindComparison } from "./verdict.ts";

/** What a request says beside its command and its agent. */
type Facts = Partial<ExecRequest>;

/** A command that stands for others, with what the host tells of it. */
type Command = Pick<ExecRequest, "command" | "programs">;

/**
 * A command is allowed by the entry of its very words, and by those that end in ` *` and have its first words. So
 * every command that is on no list as it is stands for itself no more than the longest of these with one more word.
 */
function listedCommands(agentId: string, policies: readonly Policy[]): readonly Command[] {
  const entries = policies
    .flatMap((policy) => execSettings(agentId, policy).approvals.allowlist ?? [])
    .map(parseEntry)
    .filter((entry) => entry.ok);
  const listed = new Set(entries.flatMap(({ words }) => words));
  const other = freshText((text) => listed.has(text));
  const commands = entries.flatMap(({ words, anyArguments }) => [
    spellCommand(words),
    ...(anyArguments ? [spellCommand([...words, other])] : []),
  ]);
  return [other, `${other};${other}`, ...new Set(commands)].map((command) => ({ command }));
}

/** A command that brings its code with it, where somebody may be asked about that. */
function codeCommands(agentId: string, policies: readonly Policy[]): readonly Command[] {
  const asks = policies.some((policy) => execSettings(agentId, policy).asksAboutCode?.value === true);
  return asks ? [{ command: "python3 -c x" }, { command: "python3 -c x", programs: { python3: "/x" } }] : [];
}

/** What each program may be given that is known to read nothing but its input. */
const safely: Readonly<Record<string, string>> = { tr: "tr x", jq: "jq .x" };

/** Commands that need no entry under one policy or the other, where what is said about those differs. */
function safeCommands(agentId: string, policies: readonly Policy[]): readonly Command[] {
  const said = policies.map((policy) => execSettings(agentId, policy).safe);
  if (new Set(said.map((safe) => JSON.stringify(safe))).size < 2) return [];
  const names = new Set([
    ...said.flatMap(({ safeBins = [] }) => safeBins),
    "head",
    "jq",
    "tr",
    "wc",
    "cut",
    "uniq",
    "tail",
  ]);
  const directories = new Set(["/usr/bin", "/x", ...said.flatMap((safe) => safe.trustedDirectories)]);
  return [...names].flatMap((name) =>
    [...directories].map((directory) => ({
      command: safely[name] ?? name,
      programs: { [name]: `${directory}/${name}` },
    })),
  );
}

/** Every word that an approvals file may say, and none. */
function* fileModes(): Generator<ExecModes> {
  for (const security of [undefined, ...execSecurities])
    for (const ask of [undefined, ...execAsks]) yield { ...(security && { security }), ...(ask && { ask }) };
}

/** What the approvals file of a host may say, which the releases decide by with the config. */
function* files(policies: readonly Policy[]): Generator<ExecApprovalsFile | undefined> {
  const completes = policies.some(({ behaviours }) => behaviours.has("file-defaults-complete-config"));
  yield undefined;
  for (const defaults of fileModes())
    for (const ofAll of completes ? fileModes() : [{}])
      for (const allowlist of [undefined, [{ pattern: "/x" }]]) {
        const everyone = { ...ofAll, ...(allowlist && { allowlist }) };
        const says = Object.keys(defaults).length > 0;
        const agents = Object.keys(everyone).length > 0 && { agents: { "*": everyone } };
        yield { ...(says && { defaults }), ...agents };
      }
}

/** How many facts there are. */
const count = (facts: object): number =>
  Object.values(facts).reduce<number>(
    (sum, value: unknown) => sum + (typeof value === "object" && value !== null ? count(value) : 1),
    0,
  );

/** Of facts of which the same is said, those that are fewest. */
function fewest(all: Iterable<Facts>, nameOf: (facts: Facts) => string): readonly Facts[] {
  const byName = new Map<string, Facts>();
  for (const facts of all) {
    const name = nameOf(facts);
    const before = byName.get(name);
    if (before === undefined || count(facts) < count(before)) byName.set(name, facts);
  }
  return [...byName.values()].toSorted((a, b) => count(a) - count(b));
}

/** What a request may say about a command that is decided by a config and a file. */
function* toldOfCommands(policies: readonly Policy[]): Generator<Facts> {
  const byFile = policies.some(({ behaviours }) => !behaviours.has("approvals-in-config"));
  const calls: readonly Facts[] = [{}, { ask: "always" }, { security: "deny" }];
  for (const file of byFile ? files(policies) : [undefined])
    for (const approvedForGood of byFile ? [undefined, true] : [undefined])
      for (const call of calls)
        yield { ...(file && { file }), ...(approvedForGood && { approvedForGood }), ...call };
}

/** What a request may say about a command, of what comes to the same that with the fewest facts. */
function strictnesses(agentId: string, policies: readonly Policy[]): readonly Facts[] {
  return fewest(toldOfCommands(policies), (facts) => {
    const { file, approvedForGood } = facts;
    const lists = file?.agents?.["*"]?.allowlist !== undefined;
    const strict = policies.map((policy) => execStrictness({ command: "", agentId, ...facts }, policy));
    return JSON.stringify([strict, lists, approvedForGood]);
  });
}

/** Senders that some list for elevated commands has, each with the channel, and one that none has. */
function* elevatedSenders(policies: readonly Policy[]): Generator<Facts> {
  const lists = policies.flatMap((policy) =>
    [policy.config.tools, ...agentRoster(policy).agents.map(({ config }) => config.tools)].flatMap((tools) =>
      Object.entries(tools?.elevated?.allowFrom ?? {}),
    ),
  );
  const seen = new Set<string>();
  for (const [channel, list] of lists) {
    const entries = list.map(String);
    for (const entry of ["x", ...entries]) {
      const name = JSON.stringify([channel, entry]);
      if (seen.has(name)) continue;
      seen.add(name);
      const [field = "", ...rest] = entry.split(":");
      const value = rest.join(":");
      yield { channel, sender: entry };
      if (field === "id" || field === "from") yield { channel, sender: value };
      if (field === "e164") yield { channel, senderE164: value };
      if (field === "name") yield { channel, senderName: value };
      if (field === "username") yield { channel, senderUsername: value };
      if (field === "tag") yield { channel, senderTag: value };
    }
  }
}

function* elevations(policies: readonly Policy[]): Generator<Facts> {
  yield {};
  yield { elevated: true };
  const levels: readonly Facts[] = [
    {},
    { elevated: true },
    { elevatedLevel: "on" },
    { elevatedLevel: "full" },
  ];
  const both: Facts = { elevated: true, elevatedLevel: "full" };
  for (const sender of elevatedSenders(policies))
    for (const level of [...levels, both]) yield { ...sender, ...level };
}

/** Sessions, hosts that are asked for, and people who may leave the sandbox. */
function* situations(agentId: string, policies: readonly Policy[]): Generator<Facts> {
  const keys = ["", ...mainKeys(agentId, policies), `agent:${agentId}:x:x`];
  const sessions: readonly Facts[] = [
    {},
    { sandboxed: true },
    { sandboxed: false },
    ...keys.map((key) => ({ key })),
  ];
  const hosts: readonly Facts[] = [{}, ...execHosts.map((host) => ({ host }))];
  for (const elevation of elevations(policies))
    for (const session of sessions) for (const host of hosts) yield { ...session, ...host, ...elevation };
}

/** Situations that stand for all: of those in which a command is placed alike the one with the fewest facts. */
function placements(agentId: string, policies: readonly Policy[]) {
  const places = (facts: Facts) =>
    policies.map((policy) => execPlacement({ command: "", agentId, ...facts }, policy));
  const all = fewest(situations(agentId, policies), (facts) => JSON.stringify(places(facts)));
  return all.map((facts) => ({
    facts,
    isGuarded: places(facts)
      .flat()
      .some((name) => name.startsWith("guarded")),
  }));
}

/** The agents of which either config has something of its own to say, and one of which neither has. */
function agentsOf(from: Policy, to: Policy): readonly string[] {
  const special = new Set(
    [from, to].flatMap((policy) =>
      agentRoster(policy)
        .agents.filter(({ config: { tools, sandbox } }) => tools?.exec ?? tools?.elevated ?? sandbox)
        .map(({ id }) => id),
    ),
  );
  const [other, ...ids] = representativeAgents(from, to);
  return [...(other === undefined ? [] : [other]), ...ids.filter((id) => special.has(id))];
}

function* requests(from: Policy, to: Policy): Generator<Representative<ExecRequest>> {
  const policies = [from, to];
  const byFile = policies.some(({ behaviours }) => !behaviours.has("approvals-in-config"));
  for (const agentId of agentsOf(from, to)) {
    const strict = strictnesses(agentId, policies);
    const plain: readonly Command[] = byFile
      ? [{ command: "x", programs: { x: "/x" } }, { command: "x>x" }, ...safeCommands(agentId, policies)]
      : [];
    const commands = [...listedCommands(agentId, policies), ...plain, ...codeCommands(agentId, policies)];
    for (const { facts, isGuarded } of placements(agentId, policies))
      // Where nobody is asked about commands, one stands for all.
      for (const { command, programs } of isGuarded ? commands : commands.slice(0, 1))
        for (const told of isGuarded ? strict : [{}])
          yield { core: { command }, extra: { agentId, ...facts, ...(programs && { programs }), ...told } };
  }
}

/** Compares which commands may run, where, and which may run once somebody has approved them. */
export function compareExec(from: Policy, to: Policy): KindComparison<ExecRequest, ExecDecision> {
  return compareRequests<ExecRequest, ExecDecision>(requests(from, to), askBoth(evaluateExec, from, to), {
    "editions-differ": !readAlike(from, to, ["exec", "routing", "tools"]),
  });
}
