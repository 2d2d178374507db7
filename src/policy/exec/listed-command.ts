import { parseCommand, type CommandDoubt } from "./command.ts";
import { once } from "../../edition/once.ts";
import { baseName } from "./program-name.ts";
import { runningPrograms, type RunningProgram } from "./programs.ts";

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

/** A program with its lists read. */
interface ReadProgram {
  readonly row: RunningProgram;
  readonly options: readonly string[];
  readonly anywhere: readonly string[];
  readonly valued: ReadonlySet<string>;
  readonly runs: ReadonlySet<string>;
  readonly fine: ReadonlySet<string>;
}

/** Why an entry allows more than its words say, and what to list instead. */
export interface RunsGiven {
  /** The program by its file name, and what it does with what it is given. */
  readonly why: string;
  /** Arguments with which the program runs nothing else; absent where there are none. */
  readonly such?: string;
  /** The command that it is given stands after its options and numbers. */
  readonly commandFollows?: boolean;
}

const parts = (list = "", separator = /\s+/) => list.split(separator).filter((part) => part !== "");

const byName = /* @__PURE__ */ once(
  (rows: readonly RunningProgram[]): ReadonlyMap<string, ReadProgram> =>
    new Map(
      rows.flatMap((row) => {
        const read: ReadProgram = {
          ...{ row, options: parts(row.options), anywhere: parts(row.anywhere) },
          valued: new Set(parts(row.valued)),
          runs: new Set(parts(row.runs, /,\s*/)),
          fine: new Set(parts(row.fine, /,\s*/)),
        };
        return parts(row.names).map((name) => [name, read] as const);
      }),
    ),
);

function find(name: string): ReadProgram | undefined {
  const programs = byName(runningPrograms);
  return programs.get(name) ?? programs.get(name.replace(/[-.\d]+$/, ""));
}

/** `--eval` also as `--eval=…`, `-c` also as `-c…` and at the end of other letters (`-uc`), `+` before anything. */
function isOption(word: string, option: string): boolean {
  if (word === option || option === "+") return word.startsWith(option);
  if (option.startsWith("--")) return word.startsWith(`${option}=`);
  if (option.length !== 2) return false;
  return word.startsWith(option) || (/^-[a-z]{2,5}$/i.test(word) && word.endsWith(option.charAt(1)));
}

/** The first words that are no options, and how many words stand before them. */
function positionals(args: readonly string[], valued: ReadonlySet<string>) {
  const found: string[] = [];
  let before = args.length;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? "";
    if (valued.has(word)) at += 1;
    else if (!/^-./.test(word)) {
      if (found.length === 0) before = at;
      found.push(word);
    }
  }
  return { found, before };
}

const assignment = /^[A-Za-z_]\w*\+?=/;

/**
 * Tells why a listed command, or one of those with the arguments that may follow it, runs what is given to
 * it: then the entry allows more than its words say. Undefined where it does not, or the program is not
 * known. A word is compared as the program would read it, as far as that is simple.
 */
export function runsWhatItIsGiven({ words, anyArguments }: ListedCommand): RunsGiven | undefined {
  const [program = "", ...args] = words;
  if (assignment.test(program))
    return { why: `${program} decides how the command after it runs`, commandFollows: true };
  const name = baseName(program);
  const known = find(name);
  if (known === undefined) return undefined;
  const { row, options, anywhere, valued, runs, fine } = known;
  const { why, such, commandFollows = false } = row;
  const doubt = { why: `${name} ${why}`, commandFollows, ...(such !== undefined && { such }) };
  if (such === undefined) return doubt;
  const { found, before } = positionals(args, valued);
  const [first, second] = found;
  const leading = args.slice(0, before);
  if (options.some((option) => leading.some((word) => isOption(word, option)))) return doubt;
  if (anywhere.some((option) => args.some((word) => isOption(word, option)))) return doubt;
  if (row.scripts !== undefined && args.some((word) => row.scripts?.test(word) === true)) return doubt;
  const names = first === undefined ? [] : [first, `${first} ${second ?? ""}`];
  if (names.some((each) => runs.has(each))) return doubt;
  if (!anyArguments) return undefined;
  const patterns = [
    ...names,
    ...(first === undefined ? [] : ["*"]),
    ...(second === undefined ? [] : [`${first ?? ""} *`]),
  ];
  return patterns.some((each) => fine.has(each)) ? undefined : doubt;
}
