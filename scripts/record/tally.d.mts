/** How one function's recorded lines compare to the committed ones. */
export interface Tally {
  readonly fn: string;
  readonly lines: number;
  readonly identical: number;
  readonly different: number;
  /** Not on record yet. */
  readonly fresh: number;
  /** On record, and not answered this time. */
  readonly unasked: number;
  readonly example?: { readonly recorded: string; readonly committed: string };
}

export function tally(
  lines: readonly { readonly fn: string }[],
  recorded: readonly (string | undefined)[],
  committed: readonly (string | undefined)[],
): Tally[];
