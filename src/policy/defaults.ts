import type { RuleListConfig } from "../config/config.ts";
import type { DefaultSetting } from "../config/default-setting.ts";
import { parsePath } from "../config/path.ts";
import type { Policy } from "../config/policy.ts";
import type { Behaviours } from "../edition/edition.ts";
import { once } from "../edition/once.ts";
import { configuredChannels } from "./access/channel-access.ts";
import { doorSettings } from "./access/door.ts";
import { schemeOf } from "./access/room-schemes.ts";

/** What an edition decides about access where nothing is written. */
export const unwrittenAccess = /* @__PURE__ */ once((behaviours: Behaviours) => ({
  dmPolicy: "pairing" as const,
  groupPolicy: "allowlist" as const,
  /** The policy for groups of a channel that the config does not have. */
  groupPolicyOfMissing: behaviours.has("missing-channel-is-allowlist")
    ? ("allowlist" as const)
    : ("open" as const),
}));

/** What holds where no rule of `session.sendPolicy` matches and no default is written. */
export const defaultSendAction = "allow";

const directChatsOnly: RuleListConfig = {
  default: "deny",
  rules: [{ action: "allow", match: { chatType: "direct" } }],
};

/** Where an edition searches memory if no `memorySearch.scope` is written; undefined where it searches everywhere. */
export function defaultMemoryScope(behaviours: Behaviours): RuleListConfig | undefined {
  return behaviours.has("memory-direct-only") ? directChatsOnly : undefined;
}

function defaultVisibility(behaviours: Behaviours): "tree" | "agent" | "all" {
  // Before there was the setting, only agent-to-agent access stood between agents.
  if (!behaviours.has("visibility-setting") || behaviours.has("visibility-all-by-default")) return "all";
  return behaviours.has("visibility-agent-by-default") ? "agent" : "tree";
}

/** What an edition decides about visibility where nothing is written. */
export const unwrittenVisibility = /* @__PURE__ */ once((behaviours: Behaviours) => ({
  /** `tools.sessions.visibility`. */
  visibility: defaultVisibility(behaviours),
  /** `tools.agentToAgent.enabled`. */
  agentToAgent: behaviours.has("agent-to-agent-by-default"),
  /** `agents.defaults.sandbox.sessionToolsVisibility`. */
  sandbox: "spawned" as const,
}));

/** How deep sub-agents may spawn sub-agents where `subagents.maxSpawnDepth` is not written. */
export function defaultSpawnDepth(behaviours: Behaviours): number {
  return behaviours.has("five-levels-of-subagents") ? 5 : 1;
}

/** What the release's loader writes into a channel, which the policy of all channels does not reach then. */
function writtenIn({ loader }: Policy): readonly DefaultSetting[] {
  return (loader?.changes ?? []).flatMap(({ code, path, value }) => {
    const steps = code === "policy-written-in" ? (parsePath(path) ?? []) : [];
    return steps.length === 3 ? [{ path: steps.map(String), value }] : [];
  });
}

/** The settings of this room that go without saying. */
export function policyDefaults(policy: Policy): readonly DefaultSetting[] {
  const { behaviours, config } = policy;
  const { dmPolicy, groupPolicy } = unwrittenAccess(behaviours);
  const { visibility, agentToAgent, sandbox } = unwrittenVisibility(behaviours);
  const scope = defaultMemoryScope(behaviours);
  // In releases a policy that is written at all makes keys that cannot be read count.
  const sends = config.session?.sendPolicy !== undefined || behaviours.has("send-reads-whole-key");
  const hasVisibility = behaviours.has("visibility-setting");
  return [
    ...(sends ? [{ path: ["session", "sendPolicy", "default"], value: defaultSendAction }] : []),
    ...(hasVisibility ? [{ path: ["tools", "sessions", "visibility"], value: visibility }] : []),
    { path: ["tools", "agentToAgent", "enabled"], value: agentToAgent },
    { path: ["agents", "defaults", "sandbox", "sessionToolsVisibility"], value: sandbox },
    ...(scope ? [{ path: ["agents", "defaults", "memorySearch", "scope"], value: scope }] : []),
    ...writtenIn(policy),
    ...[...configuredChannels(config).keys()].map((channel) => ({
      path: ["channels", channel, ...doorSettings(channel, policy).dmPolicy.split(".")],
      value: dmPolicy,
    })),
    ...[...configuredChannels(config).keys()]
      .filter((channel) => schemeOf(channel)?.groupChats !== undefined)
      .map((channel) => ({ path: ["channels", channel, "dm", "groupEnabled"], value: false })),
    { path: ["channels", "*", "groupPolicy"], value: config.channels?.defaults?.groupPolicy ?? groupPolicy },
  ];
}
