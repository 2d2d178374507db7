import { parseArgs } from "node:util";
import { didYouMean, hintAmong, nearest } from "../config/nearest.ts";
import { UsageError } from "./fault.ts";

/** What stands on the command line without a name: a file, mostly. */
export interface Parameter {
  readonly about: string;
  readonly optional?: true;
}

/** What stands there with one. */
export interface Option {
  readonly type: "string" | "boolean";
  /** What a value looks like: `<file>`. */
  readonly value?: string;
  readonly about: string;
}

/** The parameters of a command, in the order in which they stand. */
export type ParameterTable = Readonly<Record<string, Parameter>>;
/** The options of a command. */
export type OptionTable = Readonly<Record<string, Option>>;

/** What was given for parameters. */
export type Given<Parameters extends ParameterTable> = {
  readonly [Name in keyof Parameters]: Parameters[Name] extends { readonly optional: true }
    ? string | undefined
    : string;
};

/** What was given for options. */
export type Chosen<Options extends OptionTable> = {
  readonly [Name in keyof Options]?: Options[Name]["type"] extends "boolean" ? boolean : string;
};

function readGiven(parameters: ParameterTable, words: readonly string[]): Readonly<Record<string, string>> {
  const names = Object.keys(parameters);
  const extra = words[names.length];
  if (extra !== undefined) throw new UsageError(`one argument too many: ${JSON.stringify(extra)}`);
  const missing = names.find((name, at) => parameters[name]?.optional !== true && words[at] === undefined);
  if (missing !== undefined) throw new UsageError(`<${missing}> is missing: ${parameters[missing]?.about}`);
  const given: Record<string, string> = {};
  for (const [at, word] of words.entries()) given[names[at] ?? ""] = word;
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
  const meant = nearest(unknown, Object.keys(options));
  const hint = meant === undefined ? "" : `; ${didYouMean(`--${meant}`)}`;
  return new UsageError(`unknown option --${unknown}${hint}`);
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
  // Both were just held to the tables from which their types are made.
  const chosen = { ...parsed.values } as Chosen<Options>;
  return { given: readGiven(parameters, parsed.positionals) as Given<Parameters>, chosen };
}

/** Refuses a call that chose more than one of these options. */
export function refuseSeveral(names: readonly string[], chosen: object): void {
  const [first, second] = names.filter((name) => Object.hasOwn(chosen, name));
  if (second !== undefined)
    throw new UsageError(`--${first} and --${second} cannot both be printed: leave one out`);
}

/** Reads one of the words that an option knows; undefined where the option was not chosen. */
export function readWord<Word extends string>(
  option: string,
  written: string | undefined,
  known: readonly Word[],
): Word | undefined {
  if (written === undefined) return undefined;
  const word = known.find((one) => one === written.trim());
  if (word !== undefined) return word;
  throw new UsageError(`--${option} does not know ${JSON.stringify(written)}; ${hintAmong(written, known)}`);
}

/** Reads words with commas between them; none where the option was not chosen. */
export function readWords<Word extends string>(
  option: string,
  written: string | undefined,
  known: readonly Word[],
): readonly Word[] {
  return (written?.split(",") ?? []).flatMap((word) => readWord(option, word, known) ?? []);
}
