import { once } from "../edition/once.ts";
import type { Behaviours } from "../edition/edition.ts";
import type { Config, SessionConfig } from "./config.ts";
import { freezeTree } from "./freeze-tree.ts";
import { isObject } from "./is-object.ts";
import type { Policy } from "./policy.ts";

/** A setting that decides the same whether it is written or not; `*` stands for every name but `defaults`. */
interface UsualSetting {
  readonly path: readonly string[];
  readonly value: unknown;
  /** Whether it goes without saying beside what is written in the same object; always, where this is absent. */
  readonly beside?: (written: Readonly<Record<string, unknown>>) => boolean;
}

/** How far a session sees where `tools.sessions.visibility` is not written. */
export function usualVisibility(behaviours: Behaviours): "tree" | "agent" | "all" {
  // Before there was the setting, only agent-to-agent access stood between agents.
  if (!behaviours.has("visibility-setting") || behaviours.has("visibility-all-by-default")) return "all";
  return behaviours.has("visibility-agent-by-default") ? "agent" : "tree";
}

/** Where a `dmScope` that is written holds, one that is not keeps the chats of other Telegram bots apart, if there are any. */
function dmScopeCounts({ behaviours, config }: Policy): boolean {
  const accounts = config.channels?.["telegram"]?.accounts ?? {};
  return (
    behaviours.has("written-dm-scope-holds") && Object.keys(accounts).some((account) => account !== "default")
  );
}

function resetsDaily({ mode }: Readonly<Record<string, unknown>>): boolean {
  return mode !== "none" && mode !== "idle";
}

/** Whether an object that tells when resets happen leaves the time of daily ones open. */
function leavesTimeOpen(reset: Readonly<Record<string, unknown>>): boolean {
  return resetsDaily(reset) && reset["at"] === undefined && reset["atHour"] === undefined;
}

/** When a reset policy at a place resets, unless it says so. */
function usualEntry(
  place: readonly string[],
  behaviours: Behaviours,
  mode = "daily",
): readonly UsualSetting[] {
  // Where a time of day decides nothing, older releases do not mind it, and 2026-11 warns of it.
  const beside = behaviours.has("contradicting-resets-refused") ? leavesTimeOpen : undefined;
  return [
    { path: [...place, "mode"], value: mode },
    { path: [...place, "atHour"], value: 4, ...(beside && { beside }) },
  ];
}

function usualReset(
  session: SessionConfig | undefined,
  { behaviours, timeZone }: Policy,
): readonly UsualSetting[] {
  const { dailyReset, idleMinutes, reset } = session ?? {};
  const place = ["session", "reset"];
  if (typeof dailyReset === "object")
    return [{ path: ["session", "dailyReset", "atHour"], value: 4, beside: leavesTimeOpen }];
  // Short spellings say what would otherwise be usual.
  if (dailyReset !== undefined) return [];
  const isOlderIdle = idleMinutes !== undefined && !behaviours.has("idle-minutes-beside-daily-reset");
  if (reset === undefined && isOlderIdle) return [];
  const never = reset === undefined && behaviours.has("unset-never-resets");
  return [
    ...usualEntry(place, behaviours, never ? "none" : "daily"),
    ...(behaviours.has("reset-extensions")
      ? [{ path: [...place, "timeZone"], value: timeZone, beside: resetsDaily }]
      : []),
  ];
}

function usualMaintenance(behaviours: Behaviours): readonly UsualSetting[] {
  if (!behaviours.has("maintenance-settings")) return [];
  const place = ["session", "maintenance"];
  return [
    { path: [...place, "mode"], value: behaviours.has("enforced-maintenance") ? "enforce" : "warn" },
    { path: [...place, "maxEntries"], value: behaviours.has("cap-of-5000") ? 5000 : 500 },
    ...(behaviours.has("legacy-settings-refused") ? [{ path: [...place, "pruneAfter"], value: "30d" }] : []),
  ];
}

const directChatsOnly = { default: "deny", rules: [{ action: "allow", match: { chatType: "direct" } }] };

/** The settings that go without saying, beside what is written. */
function usualSettings(policy: Policy): readonly UsualSetting[] {
  const { behaviours, config } = policy;
  // In releases a policy that is written at all makes keys that cannot be read count.
  const policyCounts = config.session?.sendPolicy === undefined && !behaviours.has("send-reads-whole-key");
  return [
    { path: ["session", "scope"], value: "per-sender" },
    ...(dmScopeCounts(policy) ? [] : [{ path: ["session", "dmScope"], value: "main" }]),
    { path: ["session", "mainKey"], value: "main" },
    ...(policyCounts ? [] : [{ path: ["session", "sendPolicy", "default"], value: "allow" }]),
    ...(behaviours.has("group-scope-setting")
      ? [{ path: ["session", "groupScope"], value: "per-group" }]
      : []),
    ...usualReset(config.session, policy),
    ...usualEntry(["session", "resetByChannel", "*"], behaviours),
    ...usualMaintenance(behaviours),
    ...(behaviours.has("visibility-setting")
      ? [{ path: ["tools", "sessions", "visibility"], value: usualVisibility(behaviours) }]
      : []),
    { path: ["tools", "agentToAgent", "enabled"], value: behaviours.has("agent-to-agent-by-default") },
    { path: ["agents", "defaults", "sandbox", "sessionToolsVisibility"], value: "spawned" },
    ...(behaviours.has("memory-direct-only")
      ? [{ path: ["agents", "defaults", "memorySearch", "scope"], value: directChatsOnly }]
      : []),
    { path: ["channels", "*", "dmPolicy"], value: "pairing" },
    { path: ["channels", "*", "groupPolicy"], value: config.channels?.defaults?.groupPolicy ?? "allowlist" },
  ];
}

/** A tree in which a setting that was left out is written. */
function written(tree: unknown, path: readonly string[], setting: UsualSetting): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return tree ?? setting.value;
  if (name === "*")
    return isObject(tree)
      ? Object.fromEntries(
          Object.entries(tree).map(([key, inner]) => [
            key,
            key === "defaults" ? inner : written(inner, rest, setting),
          ]),
        )
      : tree;
  if (tree !== undefined && !isObject(tree)) return tree;
  if (rest.length === 0 && setting.beside?.(tree ?? {}) === false) return tree;
  const inner = written(tree?.[name], rest, setting);
  return inner === undefined ? tree : { ...tree, [name]: inner };
}

/** The config of a policy with every setting that its edition takes for granted written out. */
export const writtenOut: (policy: Policy) => Config = /* @__PURE__ */ once((policy: Policy) => {
  const whole = usualSettings(policy).reduce<unknown>(
    (tree, setting) => written(tree, setting.path, setting),
    policy.config,
  );
  // A config with settings that its schema knows is one.
  return freezeTree(whole, false).tree as Config;
});
