import { upgradeConfig } from "../analysis/upgrade/upgrade-config.ts";
import type { Edition } from "../edition/edition.ts";
import { UnsoundFile } from "./fault.ts";
import { nameOf } from "./text-file.ts";

/** Says of a config that the edition moved to refuses which call mends it, where an upgrade would. */
export function withOffer(
  unsound: UnsoundFile,
  { file, from, source, to }: { file: string; from: Edition; source: string; to: string },
): UnsoundFile {
  // Whether there is an edition of that name is for the upgrade to say.
  const { changes, issues } = upgradeConfig(source, from, to as Edition, { compare: false });
  const isLess = issues === undefined || issues.length < unsound.issues.length;
  if (changes.length === 0 || !isLess) return unsound;
  const call = `keyscope upgrade ${nameOf(file)} --edition ${from} --to ${to} --output <file>`;
  return new UnsoundFile(unsound.message, unsound.issues, `To write it for ${to}: ${call}`);
}
