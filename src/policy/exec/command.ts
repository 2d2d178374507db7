import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { readingOf, type ExecShell } from "./shell.ts";

/** Why a command is more than a program with its arguments. */
export type CommandDoubt =
  /** `;`, `&`, `|`, `(`, `)`, `{`, `}`: more than one command, or a group of them. */
  | "operator"
  /** `$`, a backtick, `~`, `%` in cmd: something is put in its place. */
  | "substitution"
  /** `<`, `>`: files are read or written. */
  | "redirection"
  /** A line break or another control character. */
  | "line-break"
  /** `*`, `?`, `[`, `]`: the names of files are put in their place. */
  | "file-pattern"
  /** `\`, `!`, `#`, `^` in cmd: the next characters do not mean what they look like. */
  | "escape"
  /** `'` in cmd; typographic, doubled and joined quotes in PowerShell: the quotation ends elsewhere than it looks. */
  | "quotation"
  /** A typographic dash, which PowerShell takes for a hyphen. */
  | "dash"
  /** A blank other than space and tab, at which PowerShell parts words. */
  | "blank"
  /** `,`, `@` in PowerShell: a list of arguments, or one that is put in their place. */
  | "array"
  /** `--%`, after which PowerShell reads otherwise. */
  | "stop-parsing"
  /** A quotation that does not end. */
  | "open-quote"
  /** A shell of which nobody knows how it reads. */
  | "unknown-shell"
  /** Nothing to run. */
  | "empty";

/** A command, taken apart. */
export type SimpleCommand =
  | {
      /** True: it is one plain command. */
      readonly ok: true;
      /** Its words, the program first, quotes and escapes resolved. */
      readonly words: readonly string[];
    }
  | {
      /** False: a shell would make more of it than one plain command. */
      readonly ok: false;
      /** What makes it more. */
      readonly doubt: CommandDoubt;
    };

function isControl(character: string): boolean {
  return character !== "\t" && (character < " " || character === "\u007f");
}

function isQuote(character: string): character is "'" | '"' {
  return character === "'" || character === '"';
}

/**
 * Takes a command apart, if it is one program with its arguments and means to its shell what it
 * looks like: blanks part words, quotes keep them together. Whatever the shell would interpret makes
 * it doubtful, even where that would be harmless, and so does what only some POSIX shell interprets.
 *
 * @param command - The text as the shell would get it. What is no text has nothing to run.
 * @param shell - Which shell that is; `"posix"` when absent. One that is not known makes any command doubtful.
 *
 * @example
 * ```ts
 * parseCommand("git commit -m 'a; b'"); //=> { ok: true, words: ["git", "commit", "-m", "a; b"] }
 * parseCommand("git status; rm -rf /"); //=> { ok: false, doubt: "operator" }
 * parseCommand("git commit -m 'a & b'", "cmd"); //=> { ok: false, doubt: "quotation" }
 * ```
 */
export function parseCommand(command: string, shell: ExecShell = "posix"): SimpleCommand {
  if (isPolluted()) return unpolluted(parseCommand, command, shell);
  const reading = readingOf(shell);
  if (reading === undefined) return { ok: false, doubt: "unknown-shell" };
  // JavaScript hands over anything.
  if (typeof (command as unknown) !== "string") return { ok: false, doubt: "empty" };
  const mark = reading.marks.find(([text]) => command.includes(text));
  if (mark !== undefined) return { ok: false, doubt: mark[1] };
  const words: string[] = [];
  let word: string | undefined;
  let quote: "'" | '"' | undefined;
  let quotationEnded = false;
  for (const character of command) {
    if (isControl(character)) return { ok: false, doubt: "line-break" };
    const doubt = reading.doubts[quote ?? "bare"].get(character);
    if (doubt !== undefined) return { ok: false, doubt };
    if (character === quote) {
      quote = undefined;
      quotationEnded = true;
    } else if (quote !== undefined) word = `${word ?? ""}${character}`;
    else if (character === " " || character === "\t") {
      if (word !== undefined) words.push(word);
      word = undefined;
      quotationEnded = false;
    } else {
      if (quotationEnded && reading.quotationEndsWord) return { ok: false, doubt: "quotation" };
      if (isQuote(character)) quote = character;
      word = `${word ?? ""}${quote === undefined ? character : ""}`;
    }
  }
  if (quote !== undefined) return { ok: false, doubt: "open-quote" };
  if (word !== undefined) words.push(word);
  return words.length === 0 ? { ok: false, doubt: "empty" } : { ok: true, words };
}

function spellWord(word: string): string {
  const bare = parseCommand(word);
  // A blank at either end would be lost where the command is trimmed.
  if (bare.ok && bare.words.length === 1 && bare.words[0] === word && word.trim() === word) return word;
  return `'${word.replaceAll("'", `'"'"'`)}'`;
}

/** Writes a command of these words, quoted where it must be, as a POSIX shell reads it. */
export function spellCommand(words: readonly string[]): string {
  return words.map(spellWord).join(" ");
}
