import type { DefaultSetting } from "../../config/default-setting.ts";
import type { Policy } from "../../config/policy.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import type { Visibility } from "./setting.ts";

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
