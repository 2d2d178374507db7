/** A file that defines a function, its name there, the files that it imports, and whether a bundled channel has it. */
export interface Definition {
  readonly url: string;
  readonly local: string;
  readonly imports: readonly string[];
  readonly bundled: boolean;
}

/** Where a release defines what we want to call, by name: the likeliest file first. */
export function findDefinitions(
  packageDirectory: string,
  names: ReadonlySet<string>,
): ReadonlyMap<string, readonly Definition[]>;
