import type { ToolsConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { agentToAgent } from "../visibility/agent-to-agent.ts";
import {
  configuredVisibility,
  sandboxVisibility,
  visibilityLevels,
  type Visibility,
} from "../visibility/visibility-rule.ts";
import { commonNames, earlier, type Names } from "./meet.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** The narrower of two visibilities. */
export function meetVisibility(a: Policy, b: Policy): Visibility {
  return earlier(visibilityLevels, configuredVisibility(a), configuredVisibility(b));
}

/** What the sandbox hides: what either hides, except where that would show more than `self` does. */
export function meetSandboxVisibility(a: Policy, b: Policy): "spawned" | "all" {
  const widens = !a.behaviours.has("sandbox-never-widens") && a.behaviours.has("visibility-setting");
  if (widens && meetVisibility(a, b) === "self") return "all";
  return sandboxVisibility(a) === "spawned" || sandboxVisibility(b) === "spawned" ? "spawned" : "all";
}

/** Which agents may reach one another under both. */
export function meetAgentToAgent(a: Policy, b: Policy): NonNullable<ToolsConfig["agentToAgent"]> {
  const anyCase = a.behaviours.has("agent-patterns-any-case");
  const listOf = ({ config }: Policy): Names => {
    const allow = config.tools?.agentToAgent?.allow ?? [];
    if (allow.length === 0) return "all";
    const names = allow.map((name) => name.trim()).filter((name) => name !== "");
    return anyCase ? names.map((name) => lowerCase(name)) : names;
  };
  const allow = commonNames(listOf(a), listOf(b));
  const enabled = agentToAgent(a).enabled && agentToAgent(b).enabled && allow.length > 0;
  return { enabled, ...(enabled && allow !== "all" && { allow }) };
}
