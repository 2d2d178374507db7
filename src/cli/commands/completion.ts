import { editions } from "../../edition/edition.ts";
import type { Option, Parameter } from "../arguments.ts";
import { defineCommand, type Command } from "../command.ts";
import { allCommands } from "../commands.ts";

const shells = ["bash", "zsh", "fish"] as const;

/** What may stand for an option or a parameter; nothing where it is a file, or anybody's guess. */
function wordsOf({ value, words }: Option | Parameter): readonly string[] {
  return words ?? (value === "<edition>" ? editions : []);
}

function optionsOf({ options }: Command): readonly (readonly [string, Option])[] {
  return Object.entries(options);
}

/** Puts a text into single quotes, as every one of the shells reads it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function bash(commands: readonly Command[]): string {
  const cases = commands.flatMap((command) => [
    ...optionsOf(command)
      .filter(([, option]) => option.type === "string")
      .map(([name, option]) => {
        const words = wordsOf(option);
        const flag = option.short === undefined ? "" : `|${command.name}:-${option.short}`;
        return `    ${command.name}:--${name}${flag}) ${words.length === 0 ? "files" : `words ${quoted(words.join(" "))}`}; return ;;`;
      }),
  ]);
  const flags = commands.map((command) => {
    const names = optionsOf(command).map(([name]) => `--${name}`);
    return `    ${command.name}) flags=${quoted(names.join(" "))}; args=${quoted(argumentsOf(command).join(" "))} ;;`;
  });
  return `# keyscope for bash: put this into ~/.bashrc:  eval "$(keyscope completion bash)"
_keyscope() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} flags= args=
  files() { COMPREPLY=($(compgen -f -- "$word")); compopt -o filenames 2>/dev/null; }
  words() {
    local done=; case $word in *,*) done=\${word%,*},; esac
    COMPREPLY=($(compgen -W "$1" -P "$done" -- "\${word##*,}"))
  }
  if [ "$COMP_CWORD" -eq 1 ]; then words ${quoted([...commands.map(({ name }) => name), "help", "--help", "--version"].join(" "))}; return; fi
  [ "$before" = = ] && before=\${COMP_WORDS[COMP_CWORD-2]}
  if [ "$word" = = ]; then before=\${COMP_WORDS[COMP_CWORD-1]}; word=; fi
  case $command:$before in
${cases.join("\n")}
    help:*) words ${quoted(commands.map(({ name }) => name).join(" "))}; return ;;
  esac
  case $command in
${flags.join("\n")}
  esac
  case $word in
    -*) words "$flags" ;;
    *) if [ -n "$args" ]; then words "$args"; else files; fi ;;
  esac
}
complete -F _keyscope keyscope
`;
}

/** The words that the arguments of a command can be; none where they are files. */
function argumentsOf({ parameters }: Command): readonly string[] {
  return [...new Set(Object.values(parameters).flatMap(wordsOf))];
}

function zsh(commands: readonly Command[]): string {
  const escaped = (text: string) => text.replace(/[[\]:\\]/g, "\\$&");
  const cases = commands.map((command) => {
    const options = optionsOf(command).map(([name, option]) => {
      const words = wordsOf(option);
      const value =
        words.length === 0
          ? "_files"
          : option.many === true
            ? `_sequence compadd - ${words.join(" ")}`
            : `(${words.join(" ")})`;
      const takes =
        option.type === "string" ? `:${(option.value ?? name).replace(/[<>]/g, "")}:${value}` : "";
      return quoted(`--${name}[${escaped(option.about)}]${takes}`);
    });
    const words = argumentsOf(command);
    const rest = quoted(words.length === 0 ? "*:file:_files" : `*:word:(${words.join(" ")})`);
    return `    ${command.name}) _arguments ${[...options, rest].join(" ")} ;;`;
  });
  const names = commands.map(({ name, summary }) => quoted(`${name}:${escaped(summary)}`));
  return `#compdef keyscope
# keyscope for zsh: put this into ~/.zshrc:  eval "$(keyscope completion zsh)"
_keyscope() {
  if (( CURRENT == 2 )); then
    local -a commands=(${names.join(" ")})
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
compdef _keyscope keyscope
`;
}

function fish(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => {
    const seen = `__fish_seen_subcommand_from ${command.name}`;
    const words = argumentsOf(command);
    return [
      `complete -c keyscope -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.summary)}`,
      ...(words.length === 0
        ? []
        : [`complete -c keyscope -n ${quoted(seen)} -f -a ${quoted(words.join(" "))}`]),
      ...optionsOf(command).map(([name, option]) => {
        const ofOption = wordsOf(option);
        const short = option.short === undefined ? "" : ` -s ${option.short}`;
        const value =
          option.type === "boolean"
            ? ""
            : ofOption.length === 0
              ? " -r -F"
              : ` -x -a ${quoted(ofOption.join(" "))}`;
        return `complete -c keyscope -n ${quoted(seen)} -l ${name}${short}${value} -d ${quoted(option.about)}`;
      }),
    ];
  });
  return `# keyscope for fish: keyscope completion fish > ~/.config/fish/completions/keyscope.fish\n${lines.join("\n")}\n`;
}

const scripts: Readonly<Record<(typeof shells)[number], (commands: readonly Command[]) => string>> = {
  bash,
  zsh,
  fish,
};

/** `keyscope completion`. */
export const completionCommand = defineCommand({
  name: "completion",
  summary: "Prints a script with which a shell completes commands, options and their values.",
  details: ['For bash and zsh: eval "$(keyscope completion bash)" in ~/.bashrc, or zsh in ~/.zshrc.'],
  parameters: { shell: { about: "the shell", words: shells } },
  options: {},
  examples: [
    'eval "$(keyscope completion bash)"',
    "keyscope completion fish > ~/.config/fish/completions/keyscope.fish",
  ],
  run: async ({ shell }) => {
    const script = scripts[shell](await allCommands());
    return { json: { script }, page: script };
  },
});
