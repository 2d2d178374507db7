import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { AgentConfig, Config, ToolsConfig } from "../../config/config.ts";
import { freezeTree } from "../../config/freeze-tree.ts";
import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { defaultAgent } from "../../scope/routing/agent-choice.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { meetChannels } from "./access.ts";
import { ceilingNotes, sayable } from "./meet.ts";
import { meetCommands } from "./commands.ts";
import { meetElevated, meetExec } from "./exec.ts";
import { meetMemory, meetSend } from "./rules.ts";
import { defaultSpawnDepth } from "../defaults.ts";
import { definedFields, withoutFields } from "../section.ts";
import { meetSandbox } from "./sandbox.ts";
import { meetTools } from "./tool-scopes.ts";
import { meetAgentToAgent, meetSandboxVisibility, meetVisibility } from "./visibility.ts";

/** The stricter of two policies, or why there is none. */
export type Ceiling =
  | {
      /** True: there is such a policy. */
      readonly ok: true;
      /** The stricter policy, of the edition that both have. */
      readonly policy: Policy;
      /** Where the config language cannot say what both allow, so that the policy allows less. */
      readonly notes: readonly Issue[];
    }
  | {
      /** False: there is none. */
      readonly ok: false;
      /** The two policies are of different editions. */
      readonly reason: "other-edition";
    };

function spawnDepth(a: Policy, b: Policy): number | undefined {
  const depths = [a, b].map(({ config }) => config.agents?.defaults?.subagents?.maxSpawnDepth);
  if (depths.every((depth) => depth === undefined)) return undefined;
  return Math.min(...depths.map((depth) => depth ?? defaultSpawnDepth(a.behaviours)));
}

/**
 * The stricter of two policies of one edition: a policy of which every decision about sending,
 * memory, visibility, access, tools, commands (of the shell, and in chats) and sandboxes is at most as permissive as either's.
 * What is no permission (scopes, resets, links, bindings) is the first policy's; what either logs
 * is logged.
 *
 * Where the config language cannot say exactly what both allow, the policy allows less, and a note
 * says where: two allowing rules with unrelated prefixes, two different sets of lists by provider,
 * by sender or by group, two networks.
 *
 * @example
 * ```ts
 * const company = parsePolicy({ tools: { deny: ["exec"] } }, { edition: "2026-11" });
 * const team = parsePolicy({ tools: { profile: "coding" } }, { edition: "2026-11" });
 * const both = ceiling(company, team);
 * both.ok && evaluateTool({ tool: "exec" }, both.policy).allowed; //=> false
 * both.ok && evaluateTool({ tool: "tts" }, both.policy).allowed; //=> false
 * both.ok && evaluateTool({ tool: "read" }, both.policy).allowed; //=> true
 * ```
 */
export function ceiling(a: Policy, b: Policy): Ceiling {
  if (isPolluted()) return unpolluted(ceiling, a, b);
  demandPolicy(a);
  demandPolicy(b);
  if (a.edition !== b.edition) return { ok: false, reason: "other-edition" };
  const sheet = ceilingNotes();
  const { note } = sheet;
  const memory = meetMemory(a, b, note);
  const tools = meetTools(a, b, note);
  const [rosterA, rosterB] = [agentRoster(a).agents, agentRoster(b).agents];
  const [usualA, usualB] = [defaultAgent(a), defaultAgent(b)];
  const usual = usualA.ok && usualB.ok && usualA.agentId === usualB.agentId ? usualA.agentId : undefined;
  if (usual === undefined && (usualA.ok || usualB.ok))
    note("agents.list", "the default agents differ, so there is none");

  const decides = a.behaviours.has("approvals-in-config");
  const silent =
    [a, b].every(({ config }) => config.tools?.exec === undefined) &&
    ![...rosterA, ...rosterB].some(({ config }) => config.tools?.exec);
  const toolsFor = (scope: string | undefined): ToolsConfig => {
    // Where approvals decide, they are written out only if somebody speaks of commands.
    const commands = decides && silent ? undefined : meetExec(scope, a, b, note);
    const elevated = meetElevated(scope, a, b);
    return {
      ...tools.toolsOf(scope),
      ...(commands && { exec: commands }),
      ...(elevated && { elevated }),
    };
  };
  const ids = [...new Set([...rosterA, ...rosterB].map(({ id }) => id))];
  const list = ids.map((id): AgentConfig => {
    // Whichever roster the agent stands in, its fields are those of an agent.
    const written = (rosterA.find((agent) => agent.id === id) ?? rosterB.find((agent) => agent.id === id))
      ?.config;
    const scope = memory.byAgent.get(id);
    const sandbox = meetSandbox(id, a, b, note);
    return {
      ...withoutFields(written, "memorySearch", "sandbox"),
      id,
      default: id === usual,
      tools: toolsFor(id),
      ...(scope && { memorySearch: { scope } }),
      ...(sandbox && { sandbox }),
    };
  });

  const sendPolicy = meetSend(a, b, note);
  const sandbox = meetSandbox(undefined, a, b, note);
  const maxSpawnDepth = spawnDepth(a, b);
  const { config } = a;
  const usually = config.agents?.defaults;
  const events = [a, b].flatMap((policy) =>
    Object.entries(policy.config.logging?.events ?? {}).filter(([, on]) => on === true),
  );
  const met: Config = {
    ...config,
    session: definedFields({ ...config.session, sendPolicy }),
    agents: definedFields({
      ...withoutFields(config.agents, "entries", "list"),
      ...(list.length > 0 && { list }),
      // These releases take several agents without a default one only where each message has its owner.
      ...(usual === undefined && list.length > 1 && a.behaviours.has("default-agent-bound") && explicit),
      defaults: definedFields({
        ...usually,
        memorySearch: memory.shared && { scope: memory.shared },
        sandbox: { ...sandbox, sessionToolsVisibility: meetSandboxVisibility(a, b) },
        subagents:
          maxSpawnDepth === undefined ? usually?.subagents : { ...usually?.subagents, maxSpawnDepth },
      }),
    }),
    tools: {
      ...toolsFor(undefined),
      sessions: { visibility: meetVisibility(a, b) },
      agentToAgent: meetAgentToAgent(a, b),
    },
    ...(memory.qmd && { memory: { ...config.memory, qmd: { ...config.memory?.qmd, scope: memory.qmd } } }),
    logging: { ...config.logging, events: Object.fromEntries(events) },
  };
  const commands = meetCommands(a, b, note);
  const channels = meetChannels(a, b, tools.groupsFrom, note);
  const rest = withoutFields(met, "channels", "accessGroups");
  // The tree is made of parts of two configs of this very shape.
  const whole = { ...rest, ...(commands && { commands }), ...(channels && { channels }) } as Config;
  const frozen = freezeTree(sayable(whole, [a, b]), false).tree as Config;
  const loader = a.loader && { loader: { written: frozen, changes: [] } };
  const policy = Object.freeze({ ...a, config: frozen, ...loader, warnings: [] });
  return { ok: true, policy, notes: sheet.notes };
}

const explicit = { ownership: "explicit" } as const;
