import type { CommittedLine } from "./vectors.mjs";

/** How much of one release is on record. */
export interface OnRecord {
  readonly release: string;
  readonly functions: number;
  readonly lines: number;
}

export function onRecord(lines: readonly CommittedLine[]): OnRecord[];
