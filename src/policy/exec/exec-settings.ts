import { once } from "../../edition/once.ts";
import type { ToolsConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import type { Edition } from "../../edition/edition.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { nearest, type Section } from "../section.ts";
import { parseCommand, type SimpleCommand } from "./command.ts";
import type { ExecRequest } from "./exec-request.ts";
import type { ExecAsk, ExecSecurity } from "./mode.ts";
import { compileCommands, type CommandMatcher } from "./listed-command.ts";
import { extendPath } from "../../config/path.ts";
import { configuredChannels } from "../access/channel-access.ts";

type ExecSection = NonNullable<ToolsConfig["exec"]>;
type ApprovalsConfig = NonNullable<ExecSection["approvals"]>;

/** What a config says about running commands, for one agent. */
export interface ExecSettings {
  readonly security?: ExecSecurity;
  readonly ask?: ExecAsk;
  /** Where each of them stands, or would. */
  readonly securityPath: string;
  readonly askPath: string;
  /** Where `approvals` stands, or would. */
  readonly approvalsPath: string;
  /** Where the agent's own would stand. */
  readonly ownApprovalsPath: string;
  readonly approvals: ApprovalsConfig;
  /** The config decides, and not the host's approvals file. */
  readonly byConfig: boolean;
  /** Takes a command apart as its shell does. */
  readonly parse: (request: Pick<ExecRequest, "command" | "shell">) => SimpleCommand;
  /** Finds the entry of `approvals.allowlist` that allows a command. */
  readonly allows: CommandMatcher;
  /** What decides a command that no entry allows: the nearest setting that is written, or the edition. */
  readonly decidesUnlisted: { readonly path: string } | { readonly defaultOf: Edition };
}

function settings(
  ownPath: string,
  sections: readonly (Section<ExecSection> | undefined)[],
  { edition, behaviours }: Policy,
): ExecSettings {
  const place = sections.find((section) => section !== undefined)?.path ?? "tools.exec";
  const security = nearest(sections, "security");
  const ask = nearest(sections, "ask");
  const written = nearest(sections, "approvals");
  const { value: approvals = {}, path: approvalsPath = "tools.exec.approvals" } = written ?? {};
  const entries = behaviours.has("commands-listed-by-words") ? approvals.allowlist : undefined;
  const deciding = (["allowlist", "policy", "enabled"] as const).find(
    (name) => approvals[name] !== undefined,
  );
  return {
    ...(security && { security: security.value }),
    ...(ask && { ask: ask.value }),
    securityPath: security?.path ?? `${place}.security`,
    askPath: ask?.path ?? `${place}.ask`,
    approvalsPath,
    ownApprovalsPath: `${ownPath}.approvals`,
    approvals,
    byConfig: behaviours.has("approvals-in-config"),
    parse: behaviours.has("commands-read-by-shell")
      ? ({ command, shell }) => parseCommand(command, shell)
      : ({ command }) => parseCommand(command),
    allows: compileCommands(entries ?? [], `${approvalsPath}.allowlist`),
    decidesUnlisted:
      deciding === undefined ? { defaultOf: edition } : { path: `${approvalsPath}.${deciding}` },
  };
}

const compiled = /* @__PURE__ */ once((policy: Policy) => {
  const sectionAt = (path: string, tools: ToolsConfig | undefined) =>
    tools?.exec && { config: tools.exec, path };
  const ofAll = "tools.exec";
  const shared = sectionAt(ofAll, policy.config.tools);
  const agents = new Map<string, ExecSettings>();
  for (const { id, path, config } of agentRoster(policy).agents) {
    const own = `${path}.tools.exec`;
    if (!agents.has(id)) agents.set(id, settings(own, [sectionAt(own, config.tools), shared], policy));
  }
  return { shared: settings(ofAll, [shared], policy), agents };
});

/** What a config says about running an agent's commands: the agent's own word before the one for everybody. */
export function execSettings(agentId: string | undefined, policy: Policy): ExecSettings {
  const { shared, agents } = compiled(policy);
  return (agentId === undefined ? undefined : agents.get(agentId)) ?? shared;
}

/** What a config says about running commands, for whoever is not listed and for each agent that is. */
export function everyExecSettings(policy: Policy): readonly ExecSettings[] {
  const { shared, agents } = compiled(policy);
  return [shared, ...agents.values()];
}

/** The settings that keep commands from running, beside approvals; each with what it says. */
export function limitsOf({
  security = "full",
  ask = "off",
  securityPath,
  askPath,
}: ExecSettings): readonly { readonly setting: string; readonly value: ExecSecurity | ExecAsk }[] {
  return [
    ...(security === "full" ? [] : [{ setting: securityPath, value: security }]),
    ...(ask === "off" ? [] : [{ setting: askPath, value: ask }]),
  ];
}

/** Who is asked to approve a command, and where. */
export interface ExecApproval {
  /** Their ids on the channel, as the config writes them. */
  readonly approvers: readonly string[];
  /** In a direct chat with them, in the chat that the command came from, or in both. */
  readonly target: "dm" | "channel" | "both";
  readonly path: string;
}

const approvals = /* @__PURE__ */ once(({ config }: Policy): ReadonlyMap<string, ExecApproval> => {
  return new Map(
    [...configuredChannels(config)].flatMap(([channel, { execApprovals }]) => {
      if (execApprovals?.enabled !== true) return [];
      const { approvers = [], target = "dm" } = execApprovals;
      const path = `${extendPath("channels", channel)}.execApprovals`;
      return [[channel, { approvers: approvers.map(String), target, path }] as const];
    }),
  );
});

/** Who is asked on a channel; undefined where nobody is. */
export function execApproval(channel: string | undefined, policy: Policy): ExecApproval | undefined {
  return channel === undefined ? undefined : approvals(policy).get(channel);
}
