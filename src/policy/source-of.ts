import type { Edition } from "../edition/edition.ts";

/** What a decision tells of where it came from. */
export interface Sourced {
  /** The setting that decided, or would. */
  readonly path?: string;
  /** The edition whose default decided, because no setting is written. */
  readonly default?: Edition;
}

/** Says in brackets where a decision came from: the edition whose default it is, or a setting; empty where neither is told. */
export function sourceOf({ path, default: edition }: Sourced): string {
  if (edition !== undefined) return ` (the default of ${edition})`;
  return path === undefined ? "" : ` (${path})`;
}
