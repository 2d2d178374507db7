/** Where a release defines what we want to call: the file's URL by name. */
export function findDefinitions(
  packageDirectory: string,
  names: ReadonlySet<string>,
): ReadonlyMap<string, string>;
