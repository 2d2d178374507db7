import type { ToolsConfig } from "../../config/config.ts";
import { perPolicy } from "../../config/per-policy.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import type { ExecAsk, ExecSecurity } from "./mode.ts";
import { compileCommands, type CommandMatcher } from "./prefix.ts";

type ApprovalsConfig = NonNullable<NonNullable<ToolsConfig["exec"]>["approvals"]>;

/** What a config says about running commands, for one agent. */
export interface ExecSettings {
  readonly security?: ExecSecurity;
  readonly ask?: ExecAsk;
  /** Where each of them stands, or would. */
  readonly securityPath: string;
  readonly askPath: string;
  /** Where `approvals` stands, or would. */
  readonly approvalsPath: string;
  readonly approvals: ApprovalsConfig;
  /** The commands of `approvals.allowlist`. */
  readonly allowlist: CommandMatcher;
}

type ExecSection = NonNullable<ToolsConfig["exec"]>;

function settings(sections: readonly (readonly [ExecSection | undefined, string])[]): ExecSettings {
  const written = sections.filter(([section]) => section !== undefined);
  const nearest = written[0]?.[1] ?? "tools.exec";
  const withApprovals = written.find(([section]) => section?.approvals !== undefined);
  const approvals = withApprovals?.[0]?.approvals ?? {};
  const approvalsPath = `${withApprovals?.[1] ?? "tools.exec"}.approvals`;
  const [bySecurity, securityAt = nearest] =
    written.find(([section]) => section?.security !== undefined) ?? [];
  const [byAsk, askAt = nearest] = written.find(([section]) => section?.ask !== undefined) ?? [];
  return {
    ...(bySecurity?.security !== undefined && { security: bySecurity.security }),
    ...(byAsk?.ask !== undefined && { ask: byAsk.ask }),
    securityPath: `${securityAt}.security`,
    askPath: `${askAt}.ask`,
    approvalsPath,
    approvals,
    allowlist: compileCommands(approvals.allowlist ?? [], `${approvalsPath}.allowlist`),
  };
}

const compiled = perPolicy((policy) => {
  const shared = [policy.config.tools?.exec, "tools.exec"] as const;
  const agents = new Map<string, ExecSettings>();
  for (const { id, path, config } of agentRoster(policy).agents)
    if (!agents.has(id)) agents.set(id, settings([[config.tools?.exec, `${path}.tools.exec`], shared]));
  return { shared: settings([shared]), agents };
});

/** What a config says about running an agent's commands: the agent's own word before the one for everybody. */
export function execSettings(agentId: string | undefined, policy: Policy): ExecSettings {
  const { shared, agents } = compiled(policy);
  return (agentId === undefined ? undefined : agents.get(agentId)) ?? shared;
}
