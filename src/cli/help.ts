import type { Option, Parameter } from "./arguments.ts";
import type { Command } from "./command.ts";
import { type Line, table } from "./page.ts";

const exitCodes: readonly Line[] = [
  ["0", "done"],
  ["1", "done, and something was found that makes the call fail"],
  ["2", "wrong usage, or a file that cannot be read or is invalid"],
];

function heading(text: string): readonly Line[] {
  return [[], [{ text, style: "bold" }]];
}

/** What is said of a parameter or an option, with the words that it can be, unless they are too many to list. */
function aboutOf({ about, words = [] }: Parameter | Option): string {
  return words.length === 0 || words.length > mostListed ? about : `${about}: ${words.join(", ")}`;
}

const mostListed = 12;

function parameterRow([name, parameter]: [string, Parameter]): Line {
  return [{ text: `<${name}>`, style: "cyan" }, aboutOf(parameter)];
}

function optionRow([name, option]: [string, Option]): Line {
  const { short, value } = option;
  const names = short === undefined ? `    --${name}` : `-${short}, --${name}`;
  return [{ text: value === undefined ? names : `${names} ${value}`, style: "cyan" }, aboutOf(option)];
}

function usage({ name, parameters }: Command): string {
  const words = Object.entries(parameters).map(([parameter, { absent, optional }]) =>
    optional === undefined && absent === undefined ? `<${parameter}>` : `[<${parameter}>]`,
  );
  return ["keyscope", name, ...words, "[options]"].join(" ");
}

/** Says how one command is used. */
export function commandHelp(command: Command): readonly Line[] {
  const { details, examples, options, parameters, summary } = command;
  const rows = [...Object.entries(parameters).map(parameterRow), ...Object.entries(options).map(optionRow)];
  return [
    [{ text: usage(command), style: "bold" }],
    [],
    [summary],
    ...details.map((sentence): Line => [sentence]),
    ...heading("Arguments"),
    ...table(rows, "  "),
    ...heading("Exit codes"),
    ...table(exitCodes, "  "),
    ...heading("Examples"),
    ...examples.map((example): Line => ["  ", example]),
  ];
}

/** Says which commands there are. */
export function overview(commands: Iterable<Command>): readonly Line[] {
  const rows = [...commands].map(({ name, summary }): Line => [{ text: name, style: "cyan" }, summary]);
  return [
    [{ text: "keyscope <command> [options]", style: "bold" }],
    [],
    ["Shows the session keys, resets and policy decisions of a chat bot's config before they happen."],
    ...heading("Commands"),
    ...table(rows, "  "),
    [],
    ["  keyscope <command> --help  shows how to use a command"],
    ["  keyscope --version, -v     shows the version of keyscope"],
    [],
    [
      "Wherever a file is read, - is standard input. Nothing is written except what --output names, and the config that audit --fix changes.",
    ],
    ...heading("Exit codes"),
    ...table(exitCodes, "  "),
  ];
}
