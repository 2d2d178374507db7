import type { Behaviours } from "../../edition/edition.ts";
import { mainAgentId, normalizeAgentId } from "../../identity/agent-id.ts";
import { keyShape, splitAgentKey } from "./agent-key.ts";

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
