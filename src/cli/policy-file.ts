import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseEnv } from "node:util";
import { isObject } from "../config/is-object.ts";
import type { Issue } from "../config/issue.ts";
import type { Policy } from "../config/policy.ts";
import { readSource } from "../config/read-source.ts";
import { resolveIncludes } from "../config/source/includes.ts";
import { substitute } from "../config/source/substitute.ts";
import { variablesIn } from "../config/source/variables.ts";
import { behavioursOf, isEdition, type Edition } from "../edition/edition.ts";
import { nearestEditions } from "../edition/nearest-editions.ts";
import { safeParsePolicy, type ParsedPolicy, type ParseOptions } from "../parse-policy.ts";
import type { Chosen, OptionTable, Parameter } from "./arguments.ts";
import { configPath } from "./config-path.ts";
import { UnsoundFile, UsageError } from "./fault.ts";
import { note } from "./note.ts";
import { hideSecretsIn, learnSecrets, learnVariables } from "./secrets.ts";
import { nameOf, readText, findText } from "./text-file.ts";

/** Under what a config is read; every command that reads one has these. */
export const policyOptions = {
  edition: {
    type: "string",
    value: "<edition>",
    about:
      "the edition to decide under: 2026-11, or openclaw@<release>; when absent, the release that wrote the config",
  },
  "time-zone": {
    type: "string",
    value: "<zone>",
    about: "the IANA time zone of daily resets that name none, such as Europe/Berlin; UTC when absent",
  },
  verbose: {
    type: "boolean",
    short: "v",
    about: "also name the files and variables that were read, and list what is otherwise only counted",
  },
  watch: { type: "boolean", about: "run again whenever a file that was read changes" },
} as const satisfies OptionTable;

/** What takes the place of the config or the edition, where two are compared. */
export const moveOptions = {
  to: { type: "string", value: "<edition>", about: "the edition to change to" },
  "to-config": { type: "string", value: "<file>", about: "the config to change to" },
} as const satisfies OptionTable;

/** The config of a command. */
export const configParameter = {
  about: "the config; the one that OpenClaw would read when absent, ~/.openclaw/openclaw.json",
  absent: configPath,
} as const satisfies Parameter;

type Reading = Chosen<Pick<typeof policyOptions, "edition" | "time-zone" | "verbose">> & {
  readonly quiet?: boolean;
};

/** A policy and the text that it was read from. */
interface PolicyFile {
  readonly policy: Policy;
  readonly source: string;
}

/** What was made of a config file, whether it is a policy or not. */
export interface ParsedFile {
  readonly parsed: ParsedPolicy;
  readonly edition: Edition;
  readonly source: string;
}

/** What a config says of the release that wrote it; undefined where it says nothing. */
function releaseIn(file: string, source: string): string | undefined {
  const read = readSource(source);
  if ("issue" in read) throw new UnsoundFile(`${nameOf(file)} is not a config`, [told(read.issue)]);
  const meta = isObject(read.value) ? read.value["meta"] : undefined;
  const version = isObject(meta) ? meta["lastTouchedVersion"] : undefined;
  return typeof version === "string" && version.trim() !== "" ? version.trim() : undefined;
}

/** The edition under which a config is read where none was named: that of the release that wrote it. */
function editionOf(file: string, source: string, otherwise?: Edition): Edition {
  const release = releaseIn(file, source);
  if (release === undefined) {
    if (otherwise !== undefined) return otherwise;
    throw new UsageError(
      `--edition is missing, and ${nameOf(file)} does not say which release wrote it (meta.lastTouchedVersion): name 2026-11, or openclaw@<release> (see keyscope editions)`,
    );
  }
  const edition = `openclaw@${release.replace(/^v/i, "")}`;
  if (isEdition(edition)) return edition;
  throw new UsageError(
    `${nameOf(file)} was last written by OpenClaw ${release}, which has no edition here: name one with --edition; the nearest ones are ${nearestEditions(edition).join(", ")}`,
  );
}

/** The text of another file of a config, which a release may want within the config's own folder; nothing where there is none. */
function readBeside(start: string, edition: Edition): (path: string) => string | undefined {
  return (path) => {
    const text = findText(path);
    const mayLead = !isEdition(edition) || !behavioursOf(edition).has("includes-within-folder");
    if (text !== undefined && !mayLead) {
      const way = relative(realpathSync(dirname(start)), realpathSync(path));
      if (way.startsWith("..")) throw new Error("it is a link that leads out of the config's folder");
    }
    return text;
  };
}

/** Whether something in a config stands for what is elsewhere, and was not put in. */
function standsForMore({ code }: Issue): boolean {
  return code === "unresolved-include" || code === "unresolved-variable";
}

/** An issue as the command tells it: without secrets, and in its own words where the library speaks of calls. */
function told(issue: Issue): Issue {
  const { code, hint, severity } = issue;
  const here =
    "set it in the environment, or in a file .env next to the config; for a secret, any text will do";
  const ours =
    code === "unresolved-variable" && hint !== undefined && severity === "error" ? { hint: here } : {};
  // Only texts within it are changed.
  return hideSecretsIn({ ...issue, ...ours }) as Issue;
}

/** The variables that the gateway would have: those of the environment, and then those of `.env` beside the config. */
function environmentOf(start: string): NodeJS.Dict<string> {
  const beside = findText(join(dirname(start), ".env"));
  return beside === undefined ? process.env : { ...parseEnv(beside), ...process.env };
}

/** The path of a config; where it comes on standard input, files are looked for as if it stood where the command is called. */
function pathOf(file: string): string {
  return resolve(file === "-" ? "standard-input" : file);
}

/** Reads a config whose other files and variables are beside it and in the environment. */
function parseWhole(start: string, source: string, options: ParseOptions): ParsedPolicy {
  const { edition, env = {} } = options;
  const whole = resolveIncludes(source, readBeside(start, edition), { edition, path: start });
  if (!whole.ok) return whole;
  const put = substitute(whole.config, env, { edition });
  learnVariables(JSON.stringify(whole.config), env);
  if (!put.ok) return put;
  learnSecrets(put.config);
  const parsed = safeParsePolicy(put.config, { ...options, substituted: true });
  if (!parsed.ok) return parsed;
  // A variable that a release leaves in as text is told, as what is found in the whole is.
  const warnings = [...whole.warnings, ...put.warnings, ...parsed.warnings];
  return { ok: true, policy: Object.freeze({ ...parsed.policy, warnings }), warnings };
}

function asTold(parsed: ParsedPolicy): ParsedPolicy {
  if (!parsed.ok) {
    const [first, ...others] = parsed.issues;
    return { ok: false, issues: [told(first), ...others.map(told)] };
  }
  const warnings = parsed.warnings.map(told);
  return { ok: true, policy: Object.freeze({ ...parsed.policy, warnings }), warnings };
}

/** A config as it is written, and under what it is read. */
export interface WrittenFile {
  readonly source: string;
  readonly options: ParseOptions;
}

function underWhat(file: string, source: string, reading: Reading, otherwise?: Edition): WrittenFile {
  const { edition: named, "time-zone": timeZone, verbose = false } = reading;
  // Whether there is an edition of that name is for the library to say.
  const edition = (named as Edition | undefined) ?? editionOf(file, source, otherwise);
  const read = readSource(source);
  if ("value" in read) learnSecrets(read.value);
  const isAssumed = named === undefined || file === configPath();
  const why = named === undefined ? ", the release that wrote it" : "";
  if (isAssumed) note(reading, `${nameOf(file)} is read under ${edition}${why}`);
  const variables = variablesIn(source);
  if (verbose && variables.length > 0) note(reading, `variables in ${nameOf(file)}: ${variables.join(", ")}`);
  const env = environmentOf(pathOf(file));
  if ((env["OPENCLAW_INCLUDE_ROOTS"] ?? "") !== "" && source.includes("$include"))
    note(
      reading,
      `OPENCLAW_INCLUDE_ROOTS is not read: what ${nameOf(file)} includes has to be in its folder`,
    );
  return { source, options: { edition, env, ...(timeZone !== undefined && { timeZone }) } };
}

function parse(file: string, { options, source }: WrittenFile): ParsedFile {
  const written = safeParsePolicy(source, options);
  const isWhole = written.ok || !written.issues.some(standsForMore);
  const parsed = isWhole ? written : parseWhole(pathOf(file), source, options);
  return { parsed: asTold(parsed), edition: options.edition, source };
}

function policyIn(file: string, { edition, parsed }: ParsedFile): Policy {
  if (!parsed.ok)
    throw new UnsoundFile(`${nameOf(file)} is not a valid config under ${edition}`, parsed.issues);
  return parsed.policy;
}

/** Reads the text of a config file, and says under which edition it is read: the one that was chosen, or that wrote it. */
export async function readWritten(file: string, reading: Reading): Promise<WrittenFile> {
  if (file === configPath() && !existsSync(file))
    throw new UsageError(`there is no ${file}, which OpenClaw would read: name a config`);
  return underWhat(file, await readText(file), reading);
}

/** Reads a config file under the edition that was chosen, or that wrote it, whether it is a policy or not. */
export async function readParsed(file: string, reading: Reading): Promise<ParsedFile> {
  return parse(file, await readWritten(file, reading));
}

/** Reads a config file as a policy of the edition that was chosen, or that wrote it. */
export async function readPolicy(file: string, reading: Reading): Promise<PolicyFile> {
  const read = await readParsed(file, reading);
  return { policy: policyIn(file, read), source: read.source };
}

/** Reads another text of a config file that was read; undefined where it is no policy. */
export function readAnew(file: string, source: string, reading: Reading): Policy | undefined {
  return parse(file, underWhat(file, source, reading)).parsed.policy;
}

/** Where the other policy of a pair differs: another config, another edition, or both. */
export interface Move {
  readonly config: string | undefined;
  readonly edition: string | undefined;
}

/** Reads the policies before and after a move. */
export async function readMove(
  file: string,
  reading: Reading,
  { config = file, edition }: Move,
): Promise<{ readonly from: Policy; readonly to: Policy }> {
  const { policy: from, source } = await readPolicy(file, reading);
  const after = config === file ? source : await readText(config);
  const next = edition === undefined ? reading : { ...reading, edition };
  const read = parse(config, underWhat(config, after, next, from.edition));
  try {
    return { from, to: policyIn(config, read) };
  } catch (error) {
    if (!(error instanceof UnsoundFile) || read.edition === from.edition) throw error;
    const { withOffer } = await import("./offer-upgrade.ts");
    throw withOffer(error, { file: config, from: from.edition, source: after, to: read.edition });
  }
}
