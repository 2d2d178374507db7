import { parseArgs } from "node:util";
import { didYouMean, hintAmong, nearest } from "../config/nearest.ts";
import { UsageError } from "./fault.ts";

/** What stands on the command line without a name: a file, mostly. */
export interface Parameter {
  readonly about: string;
  /** Whether it may be left out: always, or where an option of that name is chosen. */
  readonly optional?: true | string;
  /** What it is where it is left out. */
  readonly absent?: () => string;
  /** What it looks like, where that is no file: `<edition>`. */
  readonly value?: string;
  /** The words that it can be; anything when absent. */
  readonly words?: readonly string[];
}

/** What stands there with one. */
export interface Option {
  readonly type: "string" | "boolean";
  /** What a value looks like: `<file>`. */
  readonly value?: string;
  readonly about: string;
  /** The letter that means the same: `q` for `-q`. */
  readonly short?: string;
  /** The words that a value can be; anything when absent. */
  readonly words?: readonly string[];
  /** Whether a value is several of the words, with commas between them. */
  readonly many?: true;
}

/** The parameters of a command, in the order in which they stand. */
export type ParameterTable = Readonly<Record<string, Parameter>>;
/** The options of a command. */
export type OptionTable = Readonly<Record<string, Option>>;

/** What was given for parameters. */
export type Given<Parameters extends ParameterTable> = {
  readonly [Name in keyof Parameters]:
    | (Parameters[Name] extends { readonly words: readonly (infer Word)[] } ? Word : string)
    | (Parameters[Name] extends { readonly optional: true | string } ? undefined : never);
};

type ValueOf<Chosen extends Option> = Chosen["type"] extends "boolean"
  ? boolean
  : Chosen extends { readonly words: readonly (infer Word)[] }
    ? Chosen extends { readonly many: true }
      ? readonly Word[]
      : Word
    : string;

/** What was given for options. */
export type Chosen<Options extends OptionTable> = {
  readonly [Name in keyof Options]?: ValueOf<Options[Name]>;
};

/** Options by the names that they had, each with the name that it has. */
const renamed: ReadonlyMap<string, string> = new Map([["to-edition", "to"]]);

/** Whether a parameter may be left out, by the options that were chosen. */
function mayBeAbsent({ absent, optional }: Parameter, chosen: object): boolean {
  return (
    absent !== undefined ||
    optional === true ||
    (optional !== undefined && Object.entries(chosen).some(([name, value]) => name === optional && value))
  );
}

/** Lays words on parameters: those that must be there have theirs first, and what is left goes to the others in turn. */
function readGiven(
  parameters: ParameterTable,
  words: readonly string[],
  chosen: object,
): Readonly<Record<string, string>> {
  const table = Object.entries(parameters);
  const extra = words[table.length];
  if (extra !== undefined) throw new UsageError(`one argument too many: ${JSON.stringify(extra)}`);
  const needed = table.filter(([, parameter]) => !mayBeAbsent(parameter, chosen)).length;
  let spare = words.length - needed;
  let at = 0;
  const given: Record<string, string> = {};
  for (const [name, parameter] of table) {
    const isNeeded = !mayBeAbsent(parameter, chosen);
    const word = isNeeded || spare > 0 ? words[at] : undefined;
    if (!isNeeded) spare -= 1;
    if (word !== undefined) {
      at += 1;
      given[name] = word;
    } else if (isNeeded) throw new UsageError(`<${name}> is missing: ${parameter.about}`);
    else if (parameter.absent !== undefined) given[name] = parameter.absent();
    if (word !== undefined && parameter.words !== undefined) wordAmong(`<${name}>`, word, parameter.words);
  }
  return given;
}

function refusal(error: unknown, words: readonly string[], options: OptionTable): UsageError {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    if (error instanceof Error && typeof code === "string" && code.startsWith("ERR_PARSE_ARGS_"))
      return new UsageError(error.message);
    throw error;
  }
  const unknown = words
    .filter((word) => word.startsWith("--"))
    .map((word) => word.slice(2).replace(/=.*/s, ""))
    .find((name) => !Object.hasOwn(options, name));
  if (unknown === undefined) return new UsageError((error as Error).message);
  const now = renamed.get(unknown);
  if (now !== undefined && Object.hasOwn(options, now))
    return new UsageError(`--${unknown} is written --${now}`);
  const meant = nearest(unknown, Object.keys(options));
  const hint = meant === undefined ? "" : `; ${didYouMean(`--${meant}`)}`;
  return new UsageError(`unknown option --${unknown}${hint}`);
}

/** Reads the value of an option as one of its words, or as several. */
function valueOf(name: string, written: string | boolean, { many, words }: Option): unknown {
  if (typeof written === "boolean" || words === undefined) return written;
  return many === true ? readWords(name, written, words) : readWord(name, written, words);
}

/** Reads the words behind the name of a command. */
export function readArguments<Parameters extends ParameterTable, Options extends OptionTable>(
  parameters: Parameters,
  options: Options,
  words: readonly string[],
): { readonly given: Given<Parameters>; readonly chosen: Chosen<Options> } {
  let parsed;
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw refusal(error, words, options);
  }
  const values = Object.entries<string | boolean>(parsed.values);
  // Both are held to the tables from which their types are made.
  const chosen = Object.fromEntries(
    values.map(([name, value]) => [
      name,
      valueOf(name, value, options[name] ?? { type: "string", about: "" }),
    ]),
  ) as Chosen<Options>;
  return { given: readGiven(parameters, parsed.positionals, chosen) as Given<Parameters>, chosen };
}

/** Refuses a call that chose more than one of these options. */
export function refuseSeveral(names: readonly string[], chosen: object): void {
  const [first, second] = names.filter((name) => Object.hasOwn(chosen, name));
  if (second !== undefined)
    throw new UsageError(`--${first} and --${second} cannot both be printed: leave one out`);
}

function wordAmong<Word extends string>(what: string, written: string, known: readonly Word[]): Word {
  const word = known.find((one) => one === written.trim());
  if (word !== undefined) return word;
  throw new UsageError(`${what} does not know ${JSON.stringify(written)}; ${hintAmong(written, known)}`);
}

/** Reads one of the words that an option knows; undefined where the option was not chosen. */
export function readWord<Word extends string>(
  option: string,
  written: string | undefined,
  known: readonly Word[],
): Word | undefined {
  return written === undefined ? undefined : wordAmong(`--${option}`, written, known);
}

/** Reads words with commas between them; none where the option was not chosen. */
export function readWords<Word extends string>(
  option: string,
  written: string | undefined,
  known: readonly Word[],
): readonly Word[] {
  return (written?.split(",") ?? []).flatMap((word) => readWord(option, word, known) ?? []);
}
