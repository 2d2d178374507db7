import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";
import { readSegment } from "./segment.ts";
import { storedForm } from "./stored-form.ts";
import { mainAgentId, normalizeAgentId } from "../../identity/agent-id.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** A key of an agent's session: whose it is, and its name among that agent's sessions. */
interface AgentKey {
  readonly agentId: string;
  readonly rest: string;
}

const prefix = "agent:";

/** What the keys of an agent's sessions begin with, given its id as keys spell it. */
export function agentKeyPrefix(agentId: string): string {
  return `${prefix}${agentId}:`;
}

/** Splits a key whose ids are escaped after the agent's id. */
export function splitEscapedKey(key: string): AgentKey | undefined {
  const end = key.indexOf(":", prefix.length);
  const rest = key.slice(end + 1);
  const isNamed = end > prefix.length && rest !== "" && !rest.startsWith(":");
  if (!isNamed || lowerCase(key.slice(0, prefix.length)) !== prefix) return undefined;
  return { agentId: readSegment(key.slice(prefix.length, end)), rest };
}

type SplitRule = (key: string) => AgentKey | undefined;

function agentKeyOf(segments: readonly string[]): AgentKey | undefined {
  const [word, agent, first] = segments;
  if (word !== "agent" || !agent || !first) return undefined;
  const agentId = agent.trim();
  return agentId === "" ? undefined : { agentId, rest: segments.slice(2).join(":") };
}

const splitRule = /* @__PURE__ */ once((behaviours: Behaviours): SplitRule => {
  if (behaviours.has("key-grammar")) return splitEscapedKey;
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
type KeyShape = "missing" | "agent" | "malformed-agent" | "alias";

/** Tells which of these a key is. */
export function keyShape(key: string | null | undefined, behaviours: Behaviours): KeyShape {
  const folded = fold(key ?? "");
  if (folded === "") return "missing";
  if (splitAgentKey(key, behaviours) !== undefined) return "agent";
  return folded.startsWith(prefix) ? "malformed-agent" : "alias";
}

/**
 * The agent that a key belongs to. A key without an agent belongs to `main` up to 2026.7.35, and
 * since 2026.8.1 to the configured default; undefined when there is none, and for a key that
 * starts like an agent's and is none.
 */
export function agentIdOfKey(
  key: string | null | undefined,
  configuredDefault: string | undefined,
  behaviours: Behaviours,
): string | undefined {
  const split = splitAgentKey(key, behaviours);
  if (split !== undefined) return normalizeAgentId(split.agentId);
  if (!behaviours.has("keys-need-an-owner")) return mainAgentId;
  if (keyShape(key, behaviours) === "malformed-agent") return undefined;
  const fallback = configuredDefault?.trim() ?? "";
  return fallback === "" ? undefined : normalizeAgentId(fallback);
}
