/** An agent's name and sign, as people call it by them. */
export interface AgentIdentity {
  readonly name?: string | undefined;
  readonly emoji?: string | undefined;
}

/** A text as a pattern that means exactly that text. */
export function quotePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Until 2026.7.35: the name as a word, an `@` before it or not, any blanks within; and the sign. */
export function wordPatterns({ name = "", emoji = "" }: AgentIdentity): readonly string[] {
  const words = (name.match(/\S+/g) ?? []).map(quotePattern);
  const ofName = words.length === 0 ? [] : [String.raw`\b@?${words.join(String.raw`\s+`)}\b`];
  const sign = emoji.trim();
  return [...ofName, ...(sign === "" ? [] : [quotePattern(sign)])];
}

/*
 * Since 2026.8.1 the letters of every script make words, and what decorates a name may be left out: `🦞 Clawd` is called
 * as `Clawd`, too. A name is read as runs of graphemes: those with a letter, a digit or the like in them are what it is
 * called, those of signs, marks and blanks decorate it, and others (`+`, `.`) part it.
 */

const identityCharacters = String.raw`\p{L}\p{N}\p{Pc}`;
const joiners = String.raw`\u200C\u200D`;
const spacing = String.raw`[${joiners}\s]*`;
const joinerGap = String.raw`[${joiners}]*`;
const wordCharacter = String.raw`[${identityCharacters}\p{M}${joiners}]`;

const joinersOnly = /^[\u200C\u200D]+$/u;
const joinerRuns = /([\u200C\u200D]+)/u;
const decorating =
  /^(?:\s|[\u200C\u200D]|[\p{So}\p{M}\u{1F3FB}-\u{1F3FF}\u200B-\u200F\u202A-\u202E\u2060-\u206F\u{E0020}-\u{E007F}])$/u;
const identifying = /[\p{L}\p{N}\p{Pc}]/u;
/** What makes a digit or a letter before it an emoji. */
const presentation = /[\uFE0F\u20E3]/u;

function graphemesOf(text: string): readonly string[] {
  // The clusters of Unicode, which no locale changes; no time is told.
  // eslint-disable-next-line no-restricted-globals
  const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function isEmoji(grapheme: string): boolean {
  return /^\p{Emoji}/u.test(grapheme) && presentation.test(grapheme);
}

function isDecoration(grapheme: string): boolean {
  return isEmoji(grapheme) || Array.from(grapheme).every((character) => decorating.test(character));
}

/** A text exactly, in which joiners may be left out. */
function withJoiners(text: string): string {
  return text
    .split(joinerRuns)
    .map((part) => (joinersOnly.test(part) ? `(?:${quotePattern(part)}|)` : quotePattern(part)))
    .join("");
}

/** The same; nothing for a text of joiners alone. */
function literal(text: string): string {
  return joinersOnly.test(text) ? "" : withJoiners(text);
}

function joinersOf(text: string): string {
  return withJoiners(
    Array.from(text)
      .filter((character) => joinersOnly.test(character))
      .join(""),
  );
}

/** A run of a name. */
interface Run {
  readonly kind: "token" | "decoration" | "separator";
  readonly text: string;
}

function runsOf(name: string): readonly Run[] {
  const runs: { identity: boolean; text: string }[] = [];
  for (const grapheme of graphemesOf(name)) {
    const identity = identifying.test(grapheme) && !isEmoji(grapheme);
    const last = runs.at(-1);
    if (last?.identity === identity) last.text += grapheme;
    else runs.push({ identity, text: grapheme });
  }
  return runs.map(({ identity, text }) => {
    if (identity) return { kind: "token", text };
    return { kind: graphemesOf(text).every(isDecoration) ? "decoration" : "separator", text };
  });
}

/** The signs of a decoration, each as a pattern. */
function signsOf(text: string): readonly string[] {
  return graphemesOf(text)
    .filter((grapheme) => !/^\s+$/u.test(grapheme) && !joinersOnly.test(grapheme))
    .map(literal);
}

/** A decoration at the edge of a name. */
function atEdge(run: Run | undefined): string {
  if (run?.kind !== "decoration") return "";
  return signsOf(run.text).join(joinerGap) || joinersOf(run.text);
}

/** A decoration within a name, in whose place there may be blanks. */
function within({ text }: Run): string {
  const spaced = /\s/u.test(text);
  const signs = signsOf(text).join(spacing);
  if (signs === "") return spaced ? `${joinersOf(text)}\\s${spacing}` : joinersOf(text);
  return `(?:${spacing}${signs}${spacing}|\\s${spaced ? "+" : "*"})`;
}

function separator({ text }: Run): string {
  return withJoiners(text).replace(/\s+/gu, String.raw`\s+`);
}

const writers = { token: ({ text }: Run) => literal(text), separator, decoration: within } as const;

function namePattern(name: string): string {
  const runs = runsOf(name);
  const called = runs.some(({ kind }) => kind === "token");
  const first = called && runs[0]?.kind === "decoration" ? 1 : 0;
  const end = called && runs.at(-1)?.kind === "decoration" ? runs.length - 1 : runs.length;
  const core = called
    ? runs
        .slice(first, end)
        .map((run) => writers[run.kind](run))
        .join("")
    : literal(name);
  if (core === "") return "";
  const [before, after] = called ? [atEdge(runs[0]), atEdge(runs.at(-1))] : ["", ""];
  const leading = before === "" ? "" : `(?:${before}${spacing}|)`;
  const trailing =
    after === ""
      ? `(?!${wordCharacter})`
      : `(?:${spacing}${after}(?!${wordCharacter})|(?!${wordCharacter})(?!${spacing}${after}${wordCharacter}))`;
  return `(?:@|(?<!${wordCharacter}${leading}))${leading}${core}${trailing}`;
}

/** Since 2026.8.1: the name in any script, what decorates it or not, an `@` before it or not; and the sign. */
export function unicodePatterns({ name = "", emoji = "" }: AgentIdentity): readonly string[] {
  return [namePattern(name.trim()), literal(emoji.trim())].filter((pattern) => pattern !== "");
}
