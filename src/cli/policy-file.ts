import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Issue } from "../config/issue.ts";
import type { Policy } from "../config/policy.ts";
import { resolveIncludes } from "../config/source/includes.ts";
import { substitute } from "../config/source/substitute.ts";
import type { Edition } from "../edition/edition.ts";
import { safeParsePolicy, type ParsedPolicy, type ParseOptions } from "../parse-policy.ts";
import type { Chosen, OptionTable } from "./arguments.ts";
import { UnsoundFile, UsageError } from "./fault.ts";
import { nameOf, readText } from "./text-file.ts";

/** Under what a config is read; every command that reads one has these. */
export const policyOptions = {
  edition: {
    type: "string",
    value: "<edition>",
    about: "whose decisions: 2026-11, or openclaw@<release> (see keyscope editions)",
  },
  "time-zone": {
    type: "string",
    value: "<zone>",
    about: "the IANA zone of daily resets that name none, such as Europe/Berlin; UTC when absent",
  },
} as const satisfies OptionTable;

type Reading = Chosen<typeof policyOptions>;

/** A policy and the text that it was read from. */
interface PolicyFile {
  readonly policy: Policy;
  readonly source: string;
}

/** The text of another file of a config; nothing where it cannot be read. */
function readBeside(folder: string): (path: string) => string | undefined {
  return (path) => {
    try {
      return readFileSync(resolve(folder, path), "utf8");
    } catch {
      return undefined;
    }
  };
}

/** Whether something in a config stands for what is elsewhere, and was not put in. */
function standsForMore({ code }: Issue): boolean {
  return code === "unresolved-include" || code === "unresolved-variable";
}

/** Reads a config whose other files and variables are beside it and in the environment. */
function parseWhole(file: string, source: string, options: ParseOptions): ParsedPolicy {
  const { edition } = options;
  const folder = file === "-" ? "." : dirname(file);
  const whole = resolveIncludes(source, readBeside(folder), { edition });
  const put = whole.ok ? substitute(whole.config, process.env, { edition }) : whole;
  if (!put.ok) return put;
  const parsed = safeParsePolicy(put.config, { ...options, substituted: true });
  if (!parsed.ok) return parsed;
  // A variable that a release leaves in as text is told, as what is found in the whole is.
  const warnings = [...(whole.warnings ?? []), ...put.warnings, ...parsed.warnings];
  return { ok: true, policy: Object.freeze({ ...parsed.policy, warnings }), warnings };
}

function parse(file: string, source: string, { edition: named, "time-zone": timeZone }: Reading): Policy {
  if (named === undefined)
    throw new UsageError("--edition is missing: 2026-11, or openclaw@<release> (see keyscope editions)");
  // Whether there is an edition of that name is for the library to say.
  const edition = named as Edition;
  const options: ParseOptions = { edition, ...(timeZone !== undefined && { timeZone }) };
  const written = safeParsePolicy(source, options);
  const isWhole = written.ok || !written.issues.some(standsForMore);
  const parsed = isWhole ? written : parseWhole(file, source, options);
  if (!parsed.ok) throw new UnsoundFile(`${nameOf(file)} is no policy under ${edition}`, parsed.issues);
  return parsed.policy;
}

/** Reads a config file as a policy of the edition that was chosen. */
export async function readPolicy(file: string, reading: Reading): Promise<PolicyFile> {
  const source = await readText(file);
  return { policy: parse(file, source, reading), source };
}

/** Reads another text of a config file that was read; undefined where it is no policy. */
export function readAnew(file: string, source: string, reading: Reading): Policy | undefined {
  try {
    return parse(file, source, reading);
  } catch (error) {
    if (error instanceof UnsoundFile) return undefined;
    throw error;
  }
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
  return { from, to: parse(config, after, edition === undefined ? reading : { ...reading, edition }) };
}
