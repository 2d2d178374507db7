import { perEdition } from "../edition/per-edition.ts";
import type { Behaviours } from "../edition/edition.ts";
import { normalizeAgentId } from "../identity/agent-id.ts";
import { fold } from "../identity/fold.ts";
import type { SessionKey } from "./resolution.ts";
import { formatSessionKey } from "./session-key.ts";

/** The name of the main session where the config gives none. */
export const defaultMainKey = "main";

/** The configured name of main sessions: trimmed and lower-cased, `"main"` when blank, in every release. */
export function normalizeMainKey(mainKey: string | null | undefined): string {
  const folded = fold(mainKey ?? "");
  return folded === "" ? defaultMainKey : folded;
}

const mainKeyRule = perEdition((behaviours): ((agentId: string, mainKey: string) => SessionKey) =>
  behaviours.has("ids-escaped")
    ? (agentId, mainKey) => formatSessionKey({ kind: "main", agentId, mainKey })
    : (agentId, mainKey) => `agent:${agentId}:${mainKey}`,
);

/** The key of an agent's main session. */
export function mainSessionKey(
  agentId: string | null | undefined,
  mainKey: string | null | undefined,
  behaviours: Behaviours,
): SessionKey {
  return mainKeyRule(behaviours)(normalizeAgentId(agentId), normalizeMainKey(mainKey));
}
