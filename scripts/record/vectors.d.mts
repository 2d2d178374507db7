/** One committed line: an input, and what each recorded release answered. */
export interface CommittedLine {
  readonly fn: string;
  readonly input: unknown;
  readonly timeZone?: string;
  readonly odd?: true;
  readonly outputs: readonly ({ readonly releases: readonly string[] } & Answer)[];
}

export type Answer = { readonly value: unknown } | { readonly throws: string };

export const areas: readonly string[];
export function readVectors(area: string): CommittedLine[];
export function projectOn(release: string, lines: readonly CommittedLine[]): (string | undefined)[];
export function mergeAnswers(
  release: string,
  lines: readonly CommittedLine[],
  answers: readonly (Answer | undefined)[],
): CommittedLine[];
