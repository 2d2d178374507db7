import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { isAcpKey, isSubagentKey, subagentDepth } from "../../scope/key/kind.ts";
import { namesInForce } from "./groups.ts";
import { defaultSpawnDepth } from "../defaults.ts";
import { listsOf, toolName, type PickedLists } from "./list.ts";
import type { NameWhen } from "./catalog.ts";

/** What a host remembers of a sub-agent's session. */
export interface StoredSubagent {
  /**
   * How many sub-agents stand between this one and who talks to people; counted from the key where absent.
   */
  readonly spawnDepth?: number | undefined;
  /** `"leaf"` may spawn no further, `"orchestrator"` may. */
  readonly subagentRole?: string | undefined;
}

const deniedToAll: readonly NameWhen[] = [
  ["gateway"],
  ["agents_list"],
  ["openclaw", { since: "tools-of-2026-8" }],
  ["whatsapp_login", { until: "whatsapp-login-is-plain" }],
  ["session_status"],
  ["progress_card", { since: "subagent-role-ignored" }],
  ["cron", { until: "tools-of-2026-8" }],
  ["automations", { since: "tools-of-2026-8" }],
  ["message", { since: "tools-of-2026-8" }],
  ["memory_search", { until: "subagents-remember" }],
  ["memory_get", { until: "subagents-remember" }],
  ["sessions_send"],
  ["conversations_list", { since: "tools-of-2026-8" }],
  ["conversations_send", { since: "tools-of-2026-8" }],
  ["conversations_turn", { since: "tools-of-2026-8" }],
];

const deniedToLeaves: readonly NameWhen[] = [
  ["subagents", { since: "leaf-lacks-subagents" }],
  ["sessions_list"],
  ["sessions_history"],
  ["sessions_search", { since: "tools-of-2026-8" }],
  ["sessions_spawn"],
];

/** The releases up to 2026.2.12 denied every sub-agent the same, in this order. */
const deniedEarly = ["sessions_list", "sessions_history", "sessions_send", "sessions_spawn"];

const rules = /* @__PURE__ */ once(({ behaviours, config }: Policy) => {
  const all = namesInForce(deniedToAll, behaviours);
  const byDepth = behaviours.has("subagents-by-depth");
  const depth = config.agents?.defaults?.subagents?.maxSpawnDepth;
  return {
    all: byDepth ? all : [...deniedEarly, ...all.filter((tool) => !deniedEarly.includes(tool))],
    leaf: byDepth ? namesInForce(deniedToLeaves, behaviours) : [],
    deepest: Math.max(1, depth ?? defaultSpawnDepth(behaviours)),
    lifts: behaviours.has("subagent-allow-lifts-denial"),
    readsAlsoAllow: behaviours.has("subagents-also-allow"),
    stored: behaviours.has("subagent-session-stored"),
    heedsRole: !behaviours.has("subagent-role-ignored"),
  };
});

/** Tells whether a session may spawn no further. */
export function isLeafSession(key: string, stored: StoredSubagent | undefined, policy: Policy): boolean {
  const { deepest, stored: readsStored, heedsRole } = rules(policy);
  const { behaviours } = policy;
  const byKey = subagentDepth(key, behaviours);
  if (!readsStored || stored === undefined) return byKey >= deepest;
  const hasRole = heedsRole && (isSubagentKey(key, behaviours) || isAcpKey(key, behaviours));
  if (hasRole && stored.subagentRole !== undefined) return stored.subagentRole === "leaf";
  return (stored.spawnDepth ?? byKey) >= deepest;
}

/** Tells whether a sub-agent at a depth (1 for one that a main session spawned) may spawn no further. */
export function isLeafDepth(depth: number, policy: Policy): boolean {
  return depth >= rules(policy).deepest;
}

/** Tells what a sub-agent may use, beside what holds for its agent. */
export function subagentTools(leaf: boolean, policy: Policy): PickedLists {
  const { all, leaf: leafOnly, lifts, readsAlsoAllow } = rules(policy);
  const path = "tools.subagents.tools";
  const section = { config: policy.config.tools?.subagents?.tools ?? {}, path };
  const allow = listsOf([section], "allow");
  const alsoAllow = listsOf([section], "alsoAllow");
  const lifting = lifts ? [...allow, ...alsoAllow].flatMap(({ entries }) => entries) : [];
  const lifted = new Set(lifting.map((entry) => toolName(entry, policy)));
  const denied = [...all, ...(leaf ? leafOnly : [])].filter((tool) => !lifted.has(tool));
  return {
    ...(allow.length > 0 && { allow: readsAlsoAllow ? [...allow, ...alsoAllow] : allow }),
    deny: [{ entries: denied, path: `${path}.deny`, builtIn: true }, ...listsOf([section], "deny")],
  };
}
