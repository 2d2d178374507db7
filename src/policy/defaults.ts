import type { DefaultSetting } from "../config/default-setting.ts";
import type { Policy } from "../config/policy.ts";
import type { Behaviours } from "../edition/edition.ts";
import { once } from "../edition/once.ts";
import type { GroupPolicy } from "./access/group-policy.ts";
import type { RuleAction } from "./rule/rule.ts";
import type { RuleListConfig } from "../config/config.ts";
import type { Visibility } from "./visibility/visibility-rule.ts";

/** What decides about access where nothing is written. */
export interface UnwrittenAccess {
  readonly dmPolicy: "pairing";
  readonly groupPolicy: GroupPolicy;
  /** The policy for groups of a channel that the config does not have. */
  readonly groupPolicyOfMissing: GroupPolicy;
}

/** What an edition decides about access where nothing is written. */
export const unwrittenAccess = /* @__PURE__ */ once((behaviours: Behaviours): UnwrittenAccess => ({
  dmPolicy: "pairing",
  groupPolicy: "allowlist",
  groupPolicyOfMissing: behaviours.has("missing-channel-is-allowlist") ? "allowlist" : "open",
}));

/** The settings about access that go without saying. */
export function accessDefaults({ behaviours, config }: Policy): readonly DefaultSetting[] {
  const { dmPolicy, groupPolicy } = unwrittenAccess(behaviours);
  return [
    { path: ["channels", "*", "dmPolicy"], value: dmPolicy },
    { path: ["channels", "*", "groupPolicy"], value: config.channels?.defaults?.groupPolicy ?? groupPolicy },
  ];
}

/** What holds where no rule of `session.sendPolicy` matches and no default is written. */
export const defaultSendAction: RuleAction = "allow";

/** The settings about sending that go without saying. */
export function sendDefaults({ behaviours, config }: Policy): readonly DefaultSetting[] {
  // In releases a policy that is written at all makes keys that cannot be read count.
  const policyCounts = config.session?.sendPolicy === undefined && !behaviours.has("send-reads-whole-key");
  return policyCounts ? [] : [{ path: ["session", "sendPolicy", "default"], value: defaultSendAction }];
}

const directChatsOnly: RuleListConfig = {
  default: "deny",
  rules: [{ action: "allow", match: { chatType: "direct" } }],
};

/** Where an edition searches memory if no `memorySearch.scope` is written; undefined where it searches everywhere. */
export function defaultMemoryScope(behaviours: Behaviours): RuleListConfig | undefined {
  return behaviours.has("memory-direct-only") ? directChatsOnly : undefined;
}

/** The settings about memory that go without saying. */
export function memoryDefaults({ behaviours }: Policy): readonly DefaultSetting[] {
  const scope = defaultMemoryScope(behaviours);
  return scope === undefined ? [] : [{ path: ["agents", "defaults", "memorySearch", "scope"], value: scope }];
}

function defaultVisibility(behaviours: Behaviours): Visibility {
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

/** The settings about visibility that go without saying. */
export function visibilityDefaults({ behaviours }: Policy): readonly DefaultSetting[] {
  const { visibility, agentToAgent, sandbox } = unwrittenVisibility(behaviours);
  return [
    ...(behaviours.has("visibility-setting")
      ? [{ path: ["tools", "sessions", "visibility"], value: visibility }]
      : []),
    { path: ["tools", "agentToAgent", "enabled"], value: agentToAgent },
    { path: ["agents", "defaults", "sandbox", "sessionToolsVisibility"], value: sandbox },
  ];
}
