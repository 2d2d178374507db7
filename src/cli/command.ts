import {
  readArguments,
  refuseSeveral,
  type Chosen,
  type Given,
  type OptionTable,
  type ParameterTable,
} from "./arguments.ts";
import { UsageError } from "./fault.ts";
import type { Line } from "./page.ts";

/** How the outcome of a command is printed; every command has these. */
const outputOptions = {
  json: { type: "boolean", about: "print JSON for programs" },
  markdown: { type: "boolean", about: "print Markdown, for a pull request" },
  output: { type: "string", short: "o", value: "<file>", about: "write there and print nothing" },
  quiet: { type: "boolean", short: "q", about: "print nothing but errors; the exit code says the rest" },
  help: { type: "boolean", short: "h", about: "print this" },
} as const satisfies OptionTable;

type OutputOptions = typeof outputOptions;

/** What a command found out, in every form in which it can be printed. */
export interface Outcome {
  /** For `--json`. */
  readonly json: unknown;
  /** For people; or a whole document, where the command was to write one. */
  readonly page: readonly Line[] | string;
  /** What `--output` writes, where that is another file of the user's and not what is printed, which it then is, too; secrets in it stay. */
  readonly document?: string;
  /** Whether something was found at which the call was to fail. */
  readonly failed?: boolean;
  /** Whether a file that is there already is left alone, because it is not this command's to replace. */
  readonly writesAnew?: true;
}

/** What a command is, for those who call it and for `--help`. */
interface Definition<Parameters extends ParameterTable, Options extends OptionTable> {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** What else is worth knowing. */
  readonly details: readonly string[];
  readonly parameters: Parameters;
  readonly options: Options;
  /** Options that each ask for another form of the outcome, so that a call can name one of them. */
  readonly alternatives?: readonly (readonly string[])[];
  /** Calls to begin with. */
  readonly examples: readonly string[];
  readonly run: (
    given: Given<Parameters>,
    chosen: Chosen<Options & OutputOptions>,
  ) => Outcome | Promise<Outcome>;
}

/** One call of a command: its arguments are read, nothing else is done. */
export interface Call {
  /** The name of the command. */
  readonly command: string;
  readonly form: "json" | "markdown" | "page";
  /** The file to write to, in place of standard output. */
  readonly output: string | undefined;
  readonly quiet: boolean;
  /** Whether it is answered again whenever a file that it read changes. */
  readonly watch: boolean;
  readonly run: () => Outcome | Promise<Outcome>;
}

/** A command, whatever its parameters and options. */
export interface Command extends Omit<Definition<ParameterTable, OptionTable>, "run"> {
  readonly call: (words: readonly string[]) => Call;
}

/** Makes a command of its definition; each also has the options that say how its outcome is printed. */
export function defineCommand<const Parameters extends ParameterTable, const Options extends OptionTable>(
  definition: Definition<Parameters, Options>,
): Command {
  const { run, ...described } = definition;
  const options = { ...definition.options, ...outputOptions };
  const alternatives = [["json", "markdown"], ...(definition.alternatives ?? [])];
  return {
    ...described,
    options,
    call: (words) => {
      const { given, chosen } = readArguments(definition.parameters, options, words);
      for (const names of alternatives) refuseSeveral(names, chosen);
      const { json, markdown, output, quiet = false }: Chosen<OutputOptions> = chosen;
      const watch = "watch" in chosen && chosen["watch"] === true;
      if (watch && Object.values(given).includes("-"))
        throw new UsageError("--watch needs files: standard input (-) is read only once");
      const form = json === true ? "json" : markdown === true ? "markdown" : "page";
      return { command: definition.name, form, output, quiet, watch, run: () => run(given, chosen) };
    },
  };
}
