import type { Policy } from "../config/policy.ts";
import type { Edition } from "../edition/edition.ts";
import { safeParsePolicy } from "../parse-policy.ts";
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

function parse(file: string, source: string, { edition: named, "time-zone": timeZone }: Reading): Policy {
  if (named === undefined)
    throw new UsageError("--edition is missing: 2026-11, or openclaw@<release> (see keyscope editions)");
  // Whether there is an edition of that name is for the library to say.
  const edition = named as Edition;
  const parsed = safeParsePolicy(source, { edition, ...(timeZone !== undefined && { timeZone }) });
  if (!parsed.ok) throw new UnsoundFile(`${nameOf(file)} is no policy under ${edition}`, parsed.issues);
  return parsed.policy;
}

/** Reads a config file as a policy of the edition that was chosen. */
export async function readPolicy(file: string, reading: Reading): Promise<PolicyFile> {
  const source = await readText(file);
  return { policy: parse(file, source, reading), source };
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
