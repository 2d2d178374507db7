import type { Behaviours } from "../edition/edition.ts";
import { perEdition } from "../edition/per-edition.ts";

/** A setting that decides the same whether it is written or not; `*` stands for every name. */
export interface UsualSetting {
  readonly path: readonly string[];
  readonly value: string | number | boolean;
}

/** How far a session sees where `tools.sessions.visibility` is not written. */
export function usualVisibility(behaviours: Behaviours): "tree" | "agent" | "all" {
  // Before there was the setting, only agent-to-agent access stood between agents.
  if (!behaviours.has("visibility-setting") || behaviours.has("visibility-all-by-default")) return "all";
  return behaviours.has("visibility-agent-by-default") ? "agent" : "tree";
}

/** The settings of an edition that go without saying, one by one, whatever else is written. */
export const usualSettings = /* @__PURE__ */ perEdition((behaviours): readonly UsualSetting[] => [
  { path: ["session", "scope"], value: "per-sender" },
  { path: ["session", "dmScope"], value: "main" },
  { path: ["session", "mainKey"], value: "main" },
  { path: ["session", "sendPolicy", "default"], value: "allow" },
  ...(behaviours.has("group-scope-setting") ? [{ path: ["session", "groupScope"], value: "per-group" }] : []),
  ...(behaviours.has("maintenance-settings")
    ? [
        {
          path: ["session", "maintenance", "mode"],
          value: behaviours.has("enforced-maintenance") ? "enforce" : "warn",
        },
        {
          path: ["session", "maintenance", "maxEntries"],
          value: behaviours.has("cap-of-5000") ? 5000 : 500,
        },
      ]
    : []),
  ...(behaviours.has("legacy-settings-refused")
    ? [{ path: ["session", "maintenance", "pruneAfter"], value: "30d" }]
    : []),
  ...(behaviours.has("visibility-setting")
    ? [{ path: ["tools", "sessions", "visibility"], value: usualVisibility(behaviours) }]
    : []),
  { path: ["tools", "agentToAgent", "enabled"], value: behaviours.has("agent-to-agent-by-default") },
  { path: ["agents", "defaults", "sandbox", "sessionToolsVisibility"], value: "spawned" },
  { path: ["channels", "*", "dmPolicy"], value: "pairing" },
]);
