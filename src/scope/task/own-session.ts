import type { Policy } from "../../config/policy.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { splitAgentKey } from "../key/agent-key.ts";
import type { SessionKeyParts } from "../key/parts.ts";
import { toStoreKey } from "../key/request-key.ts";
import { parseSessionKey } from "../key/session-key.ts";
import type { TaskRefusal } from "./task.ts";

/** Kinds of sessions that something from outside may name: those that nobody else writes to. */
const free: ReadonlySet<SessionKeyParts["kind"]> = new Set([
  "custom",
  "hook",
  "explicit",
  "openai",
  "openresponses",
]);

/** Kinds of sessions that are the host's own. */
const internal: ReadonlySet<SessionKeyParts["kind"]> = new Set([
  "subagent",
  "cron",
  "acp",
  "acp-binding",
  "harness",
  "boot",
  "internal-session-effects",
]);

/** Reads a key that something from outside names, under `2026-11`: a session of the agent's own in which no person writes. */
export function ownTaskKey(
  named: string,
  agentId: string,
  policy: Policy,
): { readonly key: string } | { readonly refusal: TaskRefusal } {
  const split = splitAgentKey(named, policy.behaviours);
  if (split !== undefined && normalizeAgentId(split.agentId) !== normalizeAgentId(agentId))
    return { refusal: "foreign-agent" };
  const key = toStoreKey({ key: named, agentId }, policy);
  const parts = key === undefined ? undefined : parseSessionKey(key);
  if (key === undefined || parts === undefined) return { refusal: "malformed-key" };
  if (free.has(parts.kind)) return { key };
  return { refusal: internal.has(parts.kind) ? "reserved-key" : "foreign-conversation" };
}
