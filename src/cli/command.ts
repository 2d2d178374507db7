import {
  readArguments,
  refuseSeveral,
  type Chosen,
  type Given,
  type OptionTable,
  type ParameterTable,
} from "./arguments.ts";
import type { Line } from "./page.ts";

/** How the outcome of a command is printed; every command has these. */
const outputOptions = {
  json: { type: "boolean", about: "print JSON for programs" },
  output: { type: "string", value: "<file>", about: "write there and print nothing" },
  help: { type: "boolean", about: "print this" },
} as const satisfies OptionTable;

/** What a command found out, in every form in which it can be printed. */
export interface Outcome {
  /** For `--json`. */
  readonly json: unknown;
  /** For people; or a whole document, where the command was to write one. */
  readonly page: readonly Line[] | string;
  /** What `--output` writes, where that is another file of the user's and not what is printed, which it then is, too. */
  readonly document?: string;
  /** Whether something was found at which the call was to fail. */
  readonly failed?: boolean;
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
  readonly run: (given: Given<Parameters>, chosen: Chosen<Options>) => Outcome | Promise<Outcome>;
}

/** One call of a command: its arguments are read, nothing else is done. */
export interface Call {
  readonly json: boolean;
  /** The file to write to, in place of standard output. */
  readonly output: string | undefined;
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
  return {
    ...described,
    options,
    call: (words) => {
      const { given, chosen } = readArguments(definition.parameters, options, words);
      for (const names of definition.alternatives ?? []) refuseSeveral(names, chosen);
      const { json = false, output }: Chosen<typeof outputOptions> = chosen;
      return { json, output, run: () => run(given, chosen) };
    },
  };
}
