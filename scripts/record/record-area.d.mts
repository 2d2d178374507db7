import type { Answer, CommittedLine } from "./vectors.mjs";

export interface RecordedArea {
  readonly answers: readonly (Answer | undefined)[];
  /** The packages that are left out and were called all the same, by function. */
  readonly leftOut: Readonly<Record<string, Readonly<Record<string, true>>>>;
  /** Why a function could not be asked. */
  readonly failures: ReadonlyMap<string, string>;
}

export function recordArea(
  packageDirectory: string,
  area: string,
  lines: readonly CommittedLine[],
  options: { readonly seconds: number; readonly progress?: (step: string) => void },
): Promise<RecordedArea>;
