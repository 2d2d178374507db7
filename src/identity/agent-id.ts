import { remember } from "../edition/remember.ts";

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
  return canonicalId(name ?? "");
}

/** Writes an agent's name as its id, if one was given: undefined for a blank name. */
export function normalizeOptionalAgentId(name: string | null | undefined): string | undefined {
  return name == null || name.trim() === "" ? undefined : normalizeAgentId(name);
}

/** Tells whether a text is an agent id already, upper case and blanks around it aside. */
export function isValidAgentId(text: string | null | undefined): boolean {
  return hasIdShape(text ?? "");
}

const idShape = /^[a-z0-9][a-z0-9_-]{0,63}$/i;
const longest = 64;

/** Tells whether a text, trimmed, is an id as it is: 1 to 64 of `A-Z a-z 0-9 _ -`, a letter or digit first. */
function hasIdShape(text: string): boolean {
  return idShape.test(text.trim());
}

// A loop, because `-+$` as a pattern takes quadratic time on a long run of dashes.
function stripDashes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === "-") start += 1;
  while (end > start && text[end - 1] === "-") end -= 1;
  return text.slice(start, end);
}

function clean(name: string): string {
  const folded = name.trim().toLowerCase();
  if (hasIdShape(name)) return folded;
  return stripDashes(folded.replace(/[^a-z0-9_-]+/g, "-")).slice(0, longest);
}

// Whatever is decided is decided for an agent, and a host has few.
const cleaned = /* @__PURE__ */ remember(clean);

/**
 * Writes a name as an agent or account id: `"My Agent!"` becomes `"my-agent"`. Undefined when
 * nothing of the name can be kept. All OpenClaw releases agree on this; they cut to 64 after
 * stripping dashes, so a long name can end in one.
 */
export function canonicalId(name: string): string | undefined {
  return cleaned(name) || undefined;
}
