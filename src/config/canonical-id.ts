import { remember } from "../edition/remember.ts";
import { lowerCase } from "../edition/lower-case.ts";

const idShape = /^[a-z0-9][a-z0-9_-]{0,63}$/i;
const longest = 64;

/** Tells whether a text, trimmed, is an id as it is: 1 to 64 of `A-Z a-z 0-9 _ -`, a letter or digit first. */
export function hasIdShape(text: string): boolean {
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
  const folded = lowerCase(name.trim());
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
