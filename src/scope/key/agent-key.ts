import type { Behaviours } from "../../edition/edition.ts";
import { perEdition } from "../../edition/per-edition.ts";
import { fold } from "../../identity/fold.ts";
import { splitEscaped, type AgentKey } from "./segments.ts";
import { storedForm } from "./stored-form.ts";

type SplitRule = (key: string) => AgentKey | undefined;

function agentKeyOf(segments: readonly string[]): AgentKey | undefined {
  const [prefix, agent, first] = segments;
  if (prefix !== "agent" || !agent || !first) return undefined;
  const agentId = agent.trim();
  return agentId === "" ? undefined : { agentId, rest: segments.slice(2).join(":") };
}

const splitRule = /* @__PURE__ */ perEdition((behaviours): SplitRule => {
  if (behaviours.has("ids-escaped")) return splitEscaped;
  if (behaviours.has("empty-segments-count"))
    return (key) => agentKeyOf(storedForm(key, behaviours).split(":"));
  return (key) =>
    agentKeyOf(
      storedForm(key, behaviours)
        .split(":")
        .filter((segment) => segment !== ""),
    );
});

/**
 * Splits a key after the agent's id, as the release reads keys: without regard to case since
 * 2026.2.26, and with empty segments dropped before 2026.7.1. The id is not cleaned. Undefined
 * for a key that is not an agent's.
 */
export function splitAgentKey(key: string | null | undefined, behaviours: Behaviours): AgentKey | undefined {
  return splitRule(behaviours)(key ?? "");
}

/** Whether a key names its agent, tries to, or is a name that must be given an agent first. */
export type KeyShape = "missing" | "agent" | "malformed-agent" | "alias";

/** Tells which of these a key is. */
export function keyShape(key: string | null | undefined, behaviours: Behaviours): KeyShape {
  const folded = fold(key ?? "");
  if (folded === "") return "missing";
  if (splitAgentKey(key, behaviours) !== undefined) return "agent";
  return folded.startsWith("agent:") ? "malformed-agent" : "alias";
}
