import { parseCommand, type CommandDoubt } from "./command.ts";

/** What an entry of `tools.exec.approvals.allowlist` allows: the command of its words, and with ` *` at its end any arguments after them. */
export interface ListedCommand {
  readonly words: readonly string[];
  readonly anyArguments: boolean;
}

/** An entry of the allowlist, taken apart. */
type ListedEntry =
  (ListedCommand & { readonly ok: true }) | { readonly ok: false; readonly doubt: CommandDoubt };

/** Takes an entry of the allowlist apart; it is written as for a POSIX shell, whatever shell gets the command. */
export function parseEntry(entry: string): ListedEntry {
  const command = entry.replace(/[ \t]+\*$/, "");
  const parsed = parseCommand(command);
  return parsed.ok ? { ...parsed, anyArguments: command !== entry } : parsed;
}

/** Which entries end at a word, by their places in the list. */
interface WordNode {
  exact?: number;
  withArguments?: number;
  readonly next: Map<string, WordNode>;
}

/** The path of the first entry that allows a command, or all that another entry allows. */
export type CommandMatcher = (command: ListedCommand) => string | undefined;

/**
 * Compiles an allowlist of commands. `git diff` allows the command of these two words, however they are
 * blanked and quoted; `git diff *` also with any arguments after them. An entry that is neither allows
 * nothing. The cost of a look-up is that of the command's words.
 */
export function compileCommands(entries: readonly string[], path: string): CommandMatcher {
  const root: WordNode = { next: new Map() };
  for (const [index, entry] of entries.entries()) {
    const listed = parseEntry(entry);
    if (!listed.ok) continue;
    let node = root;
    for (const word of listed.words) {
      let next = node.next.get(word);
      if (next === undefined) node.next.set(word, (next = { next: new Map() }));
      node = next;
    }
    if (listed.anyArguments) node.withArguments ??= index;
    else node.exact ??= index;
  }
  return ({ words, anyArguments }) => {
    let first = Infinity;
    let node: WordNode | undefined = root;
    for (const word of words) {
      node = node.next.get(word);
      if (node === undefined) break;
      first = Math.min(first, node.withArguments ?? Infinity);
    }
    if (!anyArguments) first = Math.min(first, node?.exact ?? Infinity);
    return first === Infinity ? undefined : `${path}[${first}]`;
  };
}
