import { parseCommand } from "./command.ts";

/** Allowed commands by their words. */
interface WordNode {
  /** The config path of the entry that ends here. */
  path?: string;
  readonly next: Map<string, WordNode>;
}

/** Finds the entry that a command begins with. */
export type CommandMatcher = (words: readonly string[]) => string | undefined;

/**
 * Compiles an allowlist of commands. An entry allows the command that it is, with any arguments
 * after it: `git diff` allows `git diff --stat`, not `git difftool`. An entry that is not a plain
 * command allows nothing. The cost of a look-up is that of the command's words.
 */
export function compileCommands(entries: readonly string[], path: string): CommandMatcher {
  const root: WordNode = { next: new Map() };
  for (const [index, entry] of entries.entries()) {
    const command = parseCommand(entry);
    if (!command.ok) continue;
    let node = root;
    for (const word of command.words) {
      let next = node.next.get(word);
      if (next === undefined) node.next.set(word, (next = { next: new Map() }));
      node = next;
    }
    node.path ??= `${path}[${index}]`;
  }
  return (words) => {
    let node: WordNode | undefined = root;
    for (const word of words) {
      node = node.next.get(word);
      if (node?.path !== undefined) return node.path;
      if (node === undefined) return undefined;
    }
    return undefined;
  };
}
