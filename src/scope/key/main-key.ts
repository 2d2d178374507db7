import type { Behaviours } from "../../edition/edition.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { fold } from "../../identity/fold.ts";
import type { SessionKey } from "../resolution.ts";
import { agentKeyPrefix } from "./agent-key.ts";
import { writeMainName } from "./solo-name.ts";

/** The name of the main session where the config gives none. */
export const defaultMainKey = "main";

/** The configured name of main sessions: trimmed and lower-cased, `"main"` when blank, in every release. */
export function normalizeMainKey(mainKey: string | null | undefined): string {
  const folded = fold(mainKey ?? "");
  return folded === "" ? defaultMainKey : folded;
}

/** The key of an agent's main session. */
export function mainSessionKey(
  agentId: string | null | undefined,
  mainKey: string | null | undefined,
  behaviours: Behaviours,
): SessionKey {
  const name = normalizeMainKey(mainKey);
  return (
    agentKeyPrefix(normalizeAgentId(agentId)) + (behaviours.has("key-grammar") ? writeMainName(name) : name)
  );
}
