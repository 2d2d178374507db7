import { once } from "../../edition/once.ts";
import type { ToolsConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import type { Edition } from "../../edition/edition.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { definedFields, nearest, type Section, type Setting } from "../section.ts";
import { parseCommand, type SimpleCommand } from "./command.ts";
import type { ExecRequest } from "./exec-request.ts";
import type { ExecHost } from "./host.ts";
import { execModes, type ExecAsk, type ExecMode, type ExecSecurity } from "./mode.ts";
import type { SafeBinSettings } from "./safe-bins.ts";
import { compileCommands, type CommandMatcher } from "./listed-command.ts";
import { extendPath } from "../../config/path.ts";
import { configuredChannels } from "../access/channel-access.ts";

type ExecSection = NonNullable<ToolsConfig["exec"]>;
type ApprovalsConfig = NonNullable<ExecSection["approvals"]>;

/** What a config says about running commands, for one agent. */
export interface ExecSettings {
  /** How far commands may go and when somebody is asked, by the words for either or the one for both. */
  readonly security?: ExecSecurity;
  readonly ask?: ExecAsk;
  /** The word for both, where that is what holds. */
  readonly mode?: ExecMode;
  /** Where each of them stands, or would. */
  readonly securityPath: string;
  readonly askPath: string;
  readonly host?: Setting<ExecHost>;
  /** Where the host stands, or would. */
  readonly hostPath: string;
  /** The node that is meant where a command runs on one. */
  readonly node?: string;
  /** Somebody is asked about code that stands in a command. */
  readonly asksAboutCode?: Setting<boolean>;
  readonly safe: SafeBinSettings;
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

/** How far commands may go and when somebody is asked, and where each is written. */
interface WrittenModes {
  readonly security?: Setting<ExecSecurity>;
  readonly ask?: Setting<ExecAsk>;
  readonly mode?: Setting<ExecMode>;
}

/**
 * The words of an agent over those of all: one for both takes the place of either, and one for either the place of one for
 * both, which leaves what it stands for.
 */
function layerModes(
  sections: readonly (Section<ExecSection> | undefined)[],
  knowsModes: boolean,
): WrittenModes {
  return sections.toReversed().reduce<WrittenModes>((outer, section) => {
    if (section === undefined) return outer;
    const mode = knowsModes ? nearest([section], "mode") : undefined;
    if (mode !== undefined) {
      const { path, value } = mode;
      const { security, ask } = execModes[value];
      return { mode, security: { value: security, path }, ask: { value: ask, path } };
    }
    const security = nearest([section], "security");
    const ask = nearest([section], "ask");
    if (security === undefined && ask === undefined) return outer;
    return definedFields({ security: security ?? outer.security, ask: ask ?? outer.ask });
  }, {});
}

function settings(
  ownPath: string,
  sections: readonly (Section<ExecSection> | undefined)[],
  { edition, behaviours }: Policy,
): ExecSettings {
  const nearestSection = sections.find((section) => section !== undefined);
  const place = nearestSection?.path ?? "tools.exec";
  const { security, ask, mode } = layerModes(sections, behaviours.has("exec-modes"));
  // Beside a word for both, neither may stand.
  const single = mode?.path.startsWith(`${place}.`) === true ? mode.path : undefined;
  const host = nearest(sections, "host");
  const node = nearest(sections, "node");
  const asksAboutCode = nearest(sections, "strictInlineEval");
  const written = nearest(sections, "approvals");
  const { value: approvals = {}, path: approvalsPath = "tools.exec.approvals" } = written ?? {};
  const entries = behaviours.has("commands-listed-by-words") ? approvals.allowlist : undefined;
  const deciding = (["allowlist", "policy", "enabled"] as const).find(
    (name) => approvals[name] !== undefined,
  );
  return {
    ...(security && { security: security.value }),
    ...(ask && { ask: ask.value }),
    ...(mode && { mode: mode.value }),
    securityPath: single ?? security?.path ?? `${place}.security`,
    askPath: single ?? ask?.path ?? `${place}.ask`,
    ...(host && { host }),
    hostPath: host?.path ?? `${place}.host`,
    ...(node && { node: node.value }),
    ...(asksAboutCode && { asksAboutCode }),
    safe: {
      safeBins: nearest(sections, "safeBins")?.value,
      trustedDirectories: nearest(sections, "safeBinTrustedDirs")?.value ?? [],
    },
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
  const readsAgents = policy.behaviours.has("exec-of-agents-read");
  const agents = new Map<string, ExecSettings>();
  for (const { id, path, config } of agentRoster(policy).agents) {
    const own = `${path}.tools.exec`;
    const sections = [readsAgents ? sectionAt(own, config.tools) : undefined, shared];
    if (!agents.has(id)) agents.set(id, settings(own, sections, policy));
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
  mode,
}: ExecSettings): readonly { readonly setting: string; readonly value: ExecSecurity | ExecAsk | ExecMode }[] {
  if (mode !== undefined) return mode === "full" ? [] : [{ setting: securityPath, value: mode }];
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
  /** Where the channel's settings for approvals stand. */
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
