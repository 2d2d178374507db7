import { isText } from "../config/given.ts";
import { canonicalId, hasIdShape } from "../config/canonical-id.ts";

/** The agent that is meant where none is named. */
export const mainAgentId = "main";

/**
 * Writes an agent's name as its id: trimmed, lower-cased, everything but `a-z 0-9 _ -` as `-`, at
 * most 64 long. A name of which nothing remains (`""`, `"日本"`) gives `"main"`, as in every
 * OpenClaw release; `normalizeAgentIdStrict` tells that case apart.
 *
 * @example
 * ```ts
 * normalizeAgentId("My Agent!"); //=> "my-agent"
 * normalizeAgentId("日本"); //=> "main"
 * ```
 */
export function normalizeAgentId(name: string | null | undefined): string {
  return normalizeAgentIdStrict(name) ?? mainAgentId;
}

/** Writes an agent's name as its id; undefined when nothing of the name can be kept. */
export function normalizeAgentIdStrict(name: string | null | undefined): string | undefined {
  return canonicalId(isText(name) ? name : "");
}

/** Writes an agent's name as its id, if one was given: undefined for a blank name. */
export function normalizeOptionalAgentId(name: string | null | undefined): string | undefined {
  return !isText(name) || name.trim() === "" ? undefined : normalizeAgentId(name);
}

/** Tells whether a text is an agent id already, upper case and blanks around it aside. */
export function isValidAgentId(text: string | null | undefined): boolean {
  return hasIdShape(text ?? "");
}
