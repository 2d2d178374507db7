import type { Policy } from "../config/policy.ts";
import type { Edition } from "../edition/edition.ts";
import { safeParsePolicy } from "../parse-policy.ts";
import type { Chosen } from "./arguments.ts";
import { UnsoundFile, UsageError } from "./fault.ts";
import type { policyOptions } from "./options.ts";
import { nameOf, readText } from "./text-file.ts";

/** A policy and the text that it was read from. */
export interface PolicyFile {
  readonly policy: Policy;
  readonly source: string;
}

/** Reads a config file as a policy of the edition that was chosen. */
export async function readPolicy(file: string, chosen: Chosen<typeof policyOptions>): Promise<PolicyFile> {
  const { edition: named, "time-zone": timeZone } = chosen;
  if (named === undefined)
    throw new UsageError("--edition is missing: 2026-11, or openclaw@<release> (see keyscope editions)");
  const source = await readText(file);
  // Whether there is an edition of that name is for the library to say.
  const edition = named as Edition;
  const parsed = safeParsePolicy(source, { edition, ...(timeZone !== undefined && { timeZone }) });
  if (!parsed.ok) throw new UnsoundFile(`${nameOf(file)} is no policy under ${edition}`, parsed.issues);
  return { policy: parsed.policy, source };
}
