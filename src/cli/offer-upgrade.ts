import { upgradeConfig } from "../analysis/upgrade/upgrade-config.ts";
import type { Edition } from "../edition/edition.ts";
import { UnsoundFile } from "./fault.ts";
import { nameOf } from "./text-file.ts";

/** Reads a config under the edition that takes another's place; where that refuses what an upgrade would mend, the call for it is named. */
export function offeringUpgrade<Read>(
  file: string,
  source: string,
  from: Edition,
  to: string | undefined,
  read: () => Read,
): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnsoundFile)) throw error;
    // Whether there is an edition of that name is for the upgrade to say.
    const { changes, issues } = upgradeConfig(source, from, to as Edition, { compare: false });
    const isLess = issues === undefined || issues.length < error.issues.length;
    if (changes.length === 0 || !isLess) throw error;
    const call = `keyscope upgrade ${nameOf(file)} --edition ${from} --to ${to}`;
    throw new UnsoundFile(error.message, error.issues, `To write it for ${to}: ${call} --output <file>`);
  }
}
