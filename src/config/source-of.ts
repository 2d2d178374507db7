import { isEdition, type Edition } from "../edition/edition.ts";

/** What an answer tells of where it came from. */
interface Sourced {
  /** The setting that decided, or would if it were written. */
  readonly path?: string;
  /** The edition whose default decided, because no setting is written. */
  readonly defaultOf?: Edition;
}

/** Says in brackets where an answer came from: a setting, or the edition whose default it is; empty where neither is told. */
export function sourceOf({ path, defaultOf }: Sourced): string {
  const told = [path, defaultOf && nameSource(defaultOf)].filter((part) => part !== undefined);
  return told.length === 0 ? "" : ` (${told.join(": ")})`;
}

/** Names where a part of an answer came from, which is the path of a setting or an edition. */
export function nameSource(from: string): string {
  return isEdition(from) ? `the default of ${from}` : from;
}
