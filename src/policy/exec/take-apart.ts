import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";

/** How the simple commands of a command hang together: one after the other, or one's output into the next. */
export interface CommandParts {
  /** The words of each simple command. */
  readonly commands: readonly (readonly string[])[];
  /** Whether they are more than one pipeline. */
  readonly isChain: boolean;
}

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  refusesQuotedSubstitution: behaviours.has("quoted-substitution-refused"),
  refusesContinuedLines: behaviours.has("continued-lines-refused"),
  asShell: behaviours.has("commands-read-as-shells-do"),
}));

/** Words that begin or end something else than a simple command. */
const reserved = new Set(
  "{ } if then elif else fi for while until do done case esac select function coproc [[ ]]".split(" "),
);

const blank = /^[ \t]$/;
const lineEnd = /^[\n\r]$/;

/**
 * Takes a command apart at `;`, `&&`, `||` and `|`, as a release does for its allowlist. Undefined where it could mean
 * more than its simple commands: with `&`, redirections, substitutions, groups, here-documents.
 *
 * Source: the releases' analysis of shell commands. Here-documents, which some releases read, are taken apart in none.
 */
export function takeApart(command: string, policy: Policy): CommandParts | undefined {
  const { refusesQuotedSubstitution, refusesContinuedLines, asShell } = rules(policy);
  const commands: string[][] = [];
  let words: string[] = [];
  let word: string | undefined;
  let isChain = false;
  /** What was read last is an operator after which a command must follow. */
  const state = { expectsMore: true };

  const add = (text: string) => {
    word = (word ?? "") + text;
    state.expectsMore = false;
  };
  const endWord = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = (more: boolean) => {
    endWord();
    if (words.length === 0) return false;
    commands.push(words);
    words = [];
    state.expectsMore = more;
    return true;
  };

  for (let at = 0; at < command.length; at += 1) {
    const character = command.charAt(at);
    const next = command.charAt(at + 1);
    if (character === "\\") {
      if (next === "" || (refusesContinuedLines && lineEnd.test(next))) return undefined;
      if (!lineEnd.test(next)) add(next);
      at += 1;
    } else if (character === "'") {
      const end = command.indexOf("'", at + 1);
      if (end === -1) return undefined;
      add(command.slice(at + 1, end));
      at = end;
    } else if (character === '"') {
      const end = readQuoted(command, at + 1, refusesQuotedSubstitution, asShell);
      if (end === undefined) return undefined;
      add(end.text);
      at = end.at;
    } else if (blank.test(character)) endWord();
    else if (lineEnd.test(character)) {
      if (!asShell) return undefined;
      if (endCommand(false)) isChain = true;
    } else if (character === "#" && word === undefined) {
      const end = command.slice(at).search(/[\n\r]/);
      at = end === -1 ? command.length : at + end - 1;
    } else if (character === ";") {
      if (next === ";" || !endCommand(!asShell)) return undefined;
      isChain = true;
    } else if (character === "&" || character === "|") {
      const doubled = next === character;
      if ((character === "&" && !doubled) || (character === "|" && next === "&")) return undefined;
      if (!endCommand(true)) return undefined;
      if (doubled) {
        isChain = true;
        at += 1;
      }
    } else if ("<>`()".includes(character)) return undefined;
    else if (character === "$" && (asShell ? /[\w{('"!#$*?@-]/.test(next) : next === "(")) return undefined;
    else add(character);
  }
  endCommand(false);
  if (commands.length === 0 || state.expectsMore) return undefined;
  if (asShell && commands.some(([first = ""]) => reserved.has(first))) return undefined;
  return { commands: asShell ? commands.map(withoutNegation) : commands, isChain };
}

/** A shell's `!` before a command turns its exit status, and nothing else. */
function withoutNegation(words: readonly string[]): readonly string[] {
  return words[0] === "!" && words.length > 1 ? words.slice(1) : words;
}

/** Reads to the end of a double quotation; undefined where something in it is not what it looks like. */
function readQuoted(
  command: string,
  from: number,
  refusesSubstitution: boolean,
  asShell: boolean,
): { readonly text: string; readonly at: number } | undefined {
  let text = "";
  for (let at = from; at < command.length; at += 1) {
    const character = command.charAt(at);
    const next = command.charAt(at + 1);
    if (character === '"') return { text, at };
    if (character === "\\" && next !== "" && '\\"$`'.includes(next)) {
      text += next;
      at += 1;
      continue;
    }
    if (lineEnd.test(character)) return undefined;
    if (refusesSubstitution && (character === "`" || (character === "$" && next === "("))) return undefined;
    if (asShell && character === "$" && /[\w{!#$*?@-]/.test(next)) return undefined;
    text += character;
  }
  return undefined;
}
