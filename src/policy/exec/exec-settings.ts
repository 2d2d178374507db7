import { once } from "../../edition/once.ts";
import type { ToolsConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import type { Edition } from "../../edition/edition.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
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
  /** Takes a command apart as its shell does. */
  readonly parse: (request: Pick<ExecRequest, "command" | "shell">) => SimpleCommand;
  /** Finds the entry of `approvals.allowlist` that allows a command. */
  readonly allows: CommandMatcher;
  /** What decides a command that no entry allows: the nearest setting that is written, or the edition. */
  readonly decidesUnlisted: { readonly path: string } | { readonly defaultOf: Edition };
}

function settings(
  sections: readonly (readonly [ExecSection | undefined, string])[],
  { edition, behaviours }: Policy,
): ExecSettings {
  const written = sections.filter(([section]) => section !== undefined);
  const nearest = written[0]?.[1] ?? "tools.exec";
  const withApprovals = written.find(([section]) => section?.approvals !== undefined);
  const approvals = withApprovals?.[0]?.approvals ?? {};
  const approvalsPath = `${withApprovals?.[1] ?? "tools.exec"}.approvals`;
  const [bySecurity, securityAt = nearest] =
    written.find(([section]) => section?.security !== undefined) ?? [];
  const [byAsk, askAt = nearest] = written.find(([section]) => section?.ask !== undefined) ?? [];
  const entries = behaviours.has("commands-listed-by-words") ? approvals.allowlist : undefined;
  const deciding = (["allowlist", "policy", "enabled"] as const).find(
    (name) => approvals[name] !== undefined,
  );
  return {
    ...(bySecurity?.security !== undefined && { security: bySecurity.security }),
    ...(byAsk?.ask !== undefined && { ask: byAsk.ask }),
    securityPath: `${securityAt}.security`,
    askPath: `${askAt}.ask`,
    approvalsPath,
    ownApprovalsPath: `${sections[0]?.[1] ?? "tools.exec"}.approvals`,
    approvals,
    parse: behaviours.has("commands-read-by-shell")
      ? ({ command, shell }) => parseCommand(command, shell)
      : ({ command }) => parseCommand(command),
    allows: compileCommands(entries ?? [], `${approvalsPath}.allowlist`),
    decidesUnlisted:
      deciding === undefined ? { defaultOf: edition } : { path: `${approvalsPath}.${deciding}` },
  };
}

const compiled = once((policy: Policy) => {
  const shared = [policy.config.tools?.exec, "tools.exec"] as const;
  const agents = new Map<string, ExecSettings>();
  for (const { id, path, config } of agentRoster(policy).agents)
    if (!agents.has(id))
      agents.set(id, settings([[config.tools?.exec, `${path}.tools.exec`], shared], policy));
  return { shared: settings([shared], policy), agents };
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

const approvals = once(({ config }: Policy): ReadonlyMap<string, ExecApproval> => {
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
