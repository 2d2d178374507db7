import { hintAmong } from "../config/nearest.ts";
import { libraryVersion } from "../version.ts";
import type { Call, Outcome } from "./command.ts";
import { allCommands, commandNames, findCommand } from "./commands.ts";
import { UnsoundFile, UsageError } from "./fault.ts";
import { commandHelp, overview } from "./help.ts";
import { toMarkdown } from "./markdown.ts";
import { issueLines, inJson, printPage, type Line } from "./page.ts";
import { hideSecrets, hideSecretsIn } from "./secrets.ts";
import { readFiles, writeNewText, writeText } from "./text-file.ts";
import { changeOf } from "./watch.ts";
import type { WriteStream } from "node:tty";

const done = 0;
const failed = 1;
const refused = 2;

function say(lines: readonly Line[]): void {
  process.stdout.write(hideSecrets(printPage(lines, hasColours(process.stdout))));
}

function complain(lines: readonly Line[]): void {
  process.stderr.write(hideSecrets(printPage(lines, hasColours(process.stderr))));
}

/** The text of an outcome, in the form that was asked for. */
function textOf({ json, page }: Outcome, { command, form, output }: Call): string {
  if (form === "json") return inJson(hideSecretsIn(json));
  if (typeof page === "string") return hideSecrets(page);
  if (form === "markdown") return hideSecrets(toMarkdown(`keyscope ${command}`, page));
  return hideSecrets(printPage(page, output === undefined && hasColours(process.stdout)));
}

function publish(outcome: Outcome, call: Call): void {
  const { document, writesAnew = false } = outcome;
  const { output, quiet } = call;
  const write = writesAnew ? writeNewText : writeText;
  if (output !== undefined) write(output, document ?? textOf(outcome, call));
  if ((output === undefined || document !== undefined) && !quiet) process.stdout.write(textOf(outcome, call));
}

function reportIssues({ issues, message, offer }: UnsoundFile, { form }: Call): void {
  if (form === "json")
    process.stdout.write(inJson(hideSecretsIn({ issues, ...(offer !== undefined && { offer }) })));
  else {
    complain([[{ text: message, style: "bold" }], ...issues.flatMap(issueLines)]);
    if (offer !== undefined) complain([[offer]]);
  }
}

/** Whatever else is thrown is a fault of this program, and whoever mends it wants to see where. */
function complainOfFault(error: unknown): void {
  process.stderr.write(
    hideSecrets(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  );
}

async function answer(call: Call): Promise<number> {
  try {
    const outcome = await call.run();
    publish(outcome, call);
    return outcome.failed === true ? failed : done;
  } catch (error) {
    if (!(error instanceof UnsoundFile)) throw error;
    reportIssues(error, call);
    return refused;
  }
}

/** Answers again whenever a file changes that was read; it ends when it is told to. */
async function answerOnChange(call: Call): Promise<never> {
  for (;;) {
    try {
      await answer(call);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      complain(refusalOf(error));
    }
    const files = readFiles();
    complain([[{ text: `Waiting for a change of ${files.join(", ")}`, style: "dim" }]]);
    await changeOf(files);
    // As on a fresh page, where somebody looks on.
    if (process.stdout.isTTY && call.output === undefined) process.stdout.write("\x1bc");
  }
}

function refusalOf(error: UsageError): readonly Line[] {
  return [[{ text: "keyscope: ", style: "red" }, error.message]];
}

function asksForHelp(word: string): boolean {
  return word === "--help" || word === "-h";
}

async function dispatch(name: string | undefined, words: readonly string[]): Promise<number> {
  if (name === undefined) {
    complain(overview(await allCommands()));
    return refused;
  }
  if (name === "--version" || name === "-v") {
    say([[libraryVersion]]);
    return done;
  }
  if (asksForHelp(name) || name === "help") {
    const [about] = words;
    if (name === "help" && about !== undefined) return dispatch(about, ["--help"]);
    say(overview(await allCommands()));
    return done;
  }
  const command = await findCommand(name);
  if (command === undefined)
    throw new UsageError(`unknown command ${JSON.stringify(name)}; ${hintAmong(name, commandNames)}`);
  if (words.some(asksForHelp)) {
    say(commandHelp(command));
    return done;
  }
  const call = command.call(words);
  return call.watch ? answerOnChange(call) : answer(call);
}

/** Runs the command that the words name, and leaves its exit code with the process. */
export async function run([name, ...words]: readonly string[]): Promise<void> {
  allowEarlyClose(process.stdout);
  allowEarlyClose(process.stderr);
  try {
    process.exitCode = await dispatch(name, words);
  } catch (error) {
    // Never 1, which says that something was found.
    process.exitCode = refused;
    if (!(error instanceof UsageError)) {
      complainOfFault(error);
      return;
    }
    const more =
      name !== undefined && commandNames.includes(name) ? `keyscope ${name} --help` : "keyscope --help";
    complain([...refusalOf(error), [`See ${more}.`]]);
  }
}

/**
 * Whether a stream shows colours. `FORCE_COLOR` beats `NO_COLOR`, which beats what the terminal says of itself,
 * as in Node's own output.
 */
function hasColours(stream: WriteStream): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused } = process.env;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  if (refused !== undefined && refused !== "") return false;
  return stream.isTTY && stream.hasColors();
}

/** Lets a reader such as `head` close the pipe before everything is written. */
function allowEarlyClose(stream: NodeJS.WritableStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
