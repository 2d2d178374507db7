/** How one function's recorded lines compare to the committed ones. */
export interface Tally {
  readonly fn: string;
  readonly lines: number;
  readonly identical: number;
  readonly different: number;
  readonly example?: { readonly recorded: string | undefined; readonly committed: string | undefined };
}

export function tally(
  lines: readonly { readonly fn: string }[],
  recorded: readonly (string | undefined)[],
  committed: readonly (string | undefined)[],
): Tally[];
