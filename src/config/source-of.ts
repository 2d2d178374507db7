import type { Edition } from "../edition/edition.ts";

/** What an answer tells of where it came from. */
interface Sourced {
  /** The setting that decided, or would if it were written. */
  readonly path?: string;
  /** The edition whose default decided, because no setting is written. */
  readonly defaultOf?: Edition;
}

/** Says in brackets where an answer came from: a setting, or the edition whose default it is; empty where neither is told. */
export function sourceOf({ path, defaultOf }: Sourced): string {
  const told = [path, defaultOf && `the default of ${defaultOf}`].filter((part) => part !== undefined);
  return told.length === 0 ? "" : ` (${told.join(": ")})`;
}
