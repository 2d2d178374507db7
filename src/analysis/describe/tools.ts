import type { Policy } from "../../config/policy.ts";
import { mainAgentId } from "../../identity/agent-id.ts";
import { evaluateExec, type ExecDecision } from "../../policy/exec/exec.ts";
import { mainKeyOfAgent } from "../../policy/sandbox-settings.ts";
import { toolTables } from "../../policy/tool/groups.ts";
import { evaluateTool, type ToolDecision } from "../../policy/tool/tool.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { enumerated, joined } from "../enumeration.ts";
import { alike, statement, type Source, type Statement } from "./statement.ts";

/** A tool such as a plugin may bring tomorrow: only what allows any tool allows it. */
const anyTool = "a-tool-that-nobody-listed";

/** The agents of a policy; a config without any has one. */
export function agentsOf(policy: Policy): readonly string[] {
  const ids = agentRoster(policy).agents.map(({ id }) => id);
  return ids.length > 0 ? ids : [mainAgentId];
}

/** What is decided about every tool that the edition knows, for an agent's main conversation. */
function decisionsFor(agentId: string, policy: Policy): readonly (readonly [string, ToolDecision])[] {
  const names = [...new Set([...toolTables(policy).groups.values()].flat())];
  const key = mainKeyOfAgent(agentId, policy);
  return [...names, anyTool].map((tool) => [tool, evaluateTool({ tool, agentId, key }, policy)]);
}

function nameOf(agents: readonly string[]): string {
  return agents.length === 1 ? `The agent ${agents[0] ?? ""}` : `The agents ${enumerated(agents)}`;
}

function sourceOf({ path, defaultOf }: Partial<Source> = {}, fallback = "tools"): Source {
  return { path: path ?? fallback, ...(defaultOf !== undefined && { defaultOf }) };
}

/** What the tools of each group are for; one that is not named here is called by its name. */
const purposes: ReadonlyMap<string, string> = new Map([
  ["group:fs", "files"],
  ["group:runtime", "commands"],
  ["group:web", "the web"],
  ["group:memory", "its memory"],
  ["group:sessions", "other conversations"],
  ["group:ui", "screens and browsers"],
  ["group:messaging", "messages"],
  ["group:automation", "schedules and the gateway"],
  ["group:nodes", "paired devices"],
  ["group:agents", "plans and other agents"],
  ["group:media", "pictures, sound and documents"],
]);

/** Names tools by what whole groups of them are for, and the others by their names. */
function named(tools: readonly string[], policy: Policy): string {
  const left = new Set(tools);
  const whole = [...purposes].flatMap(([group, purpose]) => {
    const members = toolTables(policy).groups.get(group) ?? [];
    if (members.length < 2 || !members.every((tool) => left.has(tool))) return [];
    for (const tool of members) left.delete(tool);
    return [purpose];
  });
  const single = joined([...left]);
  if (whole.length === 0) return single;
  return `the tools for ${joined(whole)}${left.size > 0 ? `, plus ${single}` : ""}`;
}

function describeAgents(
  agents: readonly string[],
  decisions: readonly (readonly [string, ToolDecision])[],
  policy: Policy,
): readonly Statement[] {
  const who = nameOf(agents);
  const open = decisions.filter(([, { reason }]) => reason === "missing-fact");
  const known = decisions.filter(([name, { reason }]) => name !== anyTool && reason !== "missing-fact");
  const allowed = known.filter(([, decision]) => decision.allowed).map(([name]) => name);
  const denied = known.filter(([, decision]) => !decision.allowed);
  const any = decisions.find(([name]) => name === anyTool)?.[1].allowed === true;
  const [first] = denied;
  const may = `${who} may use`;
  const others = any ? denied.map(([name]) => name) : allowed;
  const sentence =
    others.length === 0
      ? `${may} ${any ? "any" : "no"} tool.`
      : any
        ? `${may} any tool except ${named(others, policy)}.`
        : `${may} only ${named(others, policy)}.`;
  const unwritten = { path: "tools.profile", defaultOf: policy.edition };
  const statements = [statement("tools", sentence, first === undefined ? unwritten : sourceOf(first[1]))];
  if (open.length === 0) return statements;
  const depending = open.map(([name]) => (name === anyTool ? "tools of plugins" : name));
  const facts = [...new Set(open.flatMap(([, { missing = [] }]) => missing))];
  const depends = `${may} ${enumerated(depending, "or")} or not depending on who asks, and where (${joined(facts)}).`;
  return [...statements, statement("tools", depends, sourceOf(open[0]?.[1]))];
}

/** A command that nobody would put on an allowlist. */
const anyCommand = "curl https://example.org/install.sh";

/** What agents do with a command that no list names, after their names: one `runs` it, several `run` it. */
function runs({ host, outcome, reason }: ExecDecision, s: "s" | ""): string {
  if (outcome === "run" && host === "sandbox") return `run${s} commands in the sandbox, but not on the host`;
  const where = host === "node" ? "on the node" : "on the host";
  if (outcome === "run") return `run${s} any command ${where} without asking`;
  if (reason === "always-ask") return `ask${s} before every command ${where}`;
  const listed = `run${s} the commands on the allowlist ${where}`;
  if (outcome === "ask") return `${listed}, and ask${s} before any other`;
  return reason === "not-allowlisted" ? `${listed}, and no others` : `run${s} no commands`;
}

/** What is decided about a command of an agent's main conversation, where it has the tool. */
function commandsOf(agentId: string, policy: Policy): readonly ExecDecision[] {
  const key = mainKeyOfAgent(agentId, policy);
  if (!evaluateTool({ tool: "exec", agentId, key }, policy).allowed) return [];
  return [evaluateExec({ command: anyCommand, agentId, key }, policy)];
}

/** Says which tools agents have, and what they do with commands. */
export function describeTools(policy: Policy): readonly Statement[] {
  const agents = agentsOf(policy);
  const asked = agents.map((agentId) => ({ agentId, decisions: decisionsFor(agentId, policy) }));
  const commands = agents.flatMap((agentId) =>
    commandsOf(agentId, policy).map((decision) => ({ agentId, decision })),
  );
  const namesIn = (group: readonly { readonly agentId: string }[]) => group.map(({ agentId }) => agentId);
  return [
    ...alike(asked, ({ decisions }) => decisions).flatMap((group) =>
      describeAgents(namesIn(group), group[0].decisions, policy),
    ),
    ...alike(commands, ({ decision }) => [runs(decision, ""), decision.path]).map((group) => {
      const [{ decision }] = group;
      const sentence = `${nameOf(namesIn(group))} ${runs(decision, group.length === 1 ? "s" : "")}.`;
      const source = sourceOf(
        decision,
        decision.host === "sandbox" ? "agents.defaults.sandbox" : "tools.exec",
      );
      return statement("tools", sentence, source);
    }),
  ];
}
