/** The URL of the file to take a function from, and of those that the bundled channels take theirs from. */
export interface Definitions {
  readonly best: string;
  readonly bundled: readonly string[];
}

/** Where a release defines what we want to call, by name. */
export function findDefinitions(
  packageDirectory: string,
  names: ReadonlySet<string>,
): ReadonlyMap<string, Definitions>;
