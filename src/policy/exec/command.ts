/** Why a command is more than a program with its arguments. */
export type CommandDoubt =
  /** `;`, `&`, `|`, `(`, `)`, `{`, `}`: more than one command, or a group of them. */
  | "operator"
  /** `$`, a backtick, `~`: something is put in its place. */
  | "substitution"
  /** `<`, `>`: files are read or written. */
  | "redirection"
  /** A line break or another control character. */
  | "line-break"
  /** `*`, `?`, `[`, `]`: the names of files are put in their place. */
  | "file-pattern"
  /** `\`, `!`, `#`: the next characters do not mean what they look like. */
  | "escape"
  /** A quotation that does not end. */
  | "open-quote"
  /** Nothing to run. */
  | "empty";

/** A command, taken apart. */
export type SimpleCommand =
  | { readonly ok: true; readonly words: readonly string[] }
  | { readonly ok: false; readonly doubt: CommandDoubt };

const doubts: ReadonlyMap<string, CommandDoubt> = new Map(
  (
    [
      [";&|(){}", "operator"],
      ["$`~", "substitution"],
      ["<>", "redirection"],
      ["*?[]", "file-pattern"],
      ["\\!#", "escape"],
    ] as const
  ).flatMap(([characters, doubt]) => Array.from(characters, (character) => [character, doubt] as const)),
);

// What keeps its meaning inside double quotes.
const doubtsInQuotes: ReadonlySet<string> = new Set(["$", "`", "\\", "!"]);

function isControl(character: string): boolean {
  return character !== "\t" && (character < " " || character === "\u007f");
}

/**
 * Takes a command apart, if it is one program with its arguments and means to every shell what it
 * looks like: blanks part words, quotes keep them together. Whatever a shell would interpret makes
 * it doubtful, even where that would be harmless.
 *
 * @example
 * ```ts
 * parseCommand("git commit -m 'a; b'"); //=> { ok: true, words: ["git", "commit", "-m", "a; b"] }
 * parseCommand("git status; rm -rf /"); //=> { ok: false, doubt: "operator" }
 * ```
 */
export function parseCommand(command: string): SimpleCommand {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (const character of command) {
    if (isControl(character)) return { ok: false, doubt: "line-break" };
    if (character === quote) quote = undefined;
    else if (quote === "'") word = `${word ?? ""}${character}`;
    else if (quote === '"') {
      const doubt = doubtsInQuotes.has(character) ? doubts.get(character) : undefined;
      if (doubt !== undefined) return { ok: false, doubt };
      word = `${word ?? ""}${character}`;
    } else if (character === "'" || character === '"') {
      quote = character;
      word ??= "";
    } else if (character === " " || character === "\t") {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      const doubt = doubts.get(character);
      if (doubt !== undefined) return { ok: false, doubt };
      word = `${word ?? ""}${character}`;
    }
  }
  if (quote !== undefined) return { ok: false, doubt: "open-quote" };
  if (word !== undefined) words.push(word);
  return words.length === 0 ? { ok: false, doubt: "empty" } : { ok: true, words };
}
