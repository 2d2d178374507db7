/** A file that defines a function, its name there, and the files that it imports. */
export interface Definition {
  readonly url: string;
  readonly local: string;
  readonly imports: readonly string[];
}

/** Where a release defines what we want to call, by name: the likeliest file first. */
export function findDefinitions(
  packageDirectory: string,
  names: ReadonlySet<string>,
): ReadonlyMap<string, readonly Definition[]>;
