import manifest from "../../package.json" with { type: "json" };

export type Names = Readonly<Record<string, unknown>>;

const specifiers = Object.entries(manifest.exports).flatMap(([path, entry]) =>
  typeof entry === "string" ? [] : `keyscope${path.slice(1)}`,
);

/** What each entry point of the package exports, by what a program writes to import it. */
export const entries: ReadonlyMap<string, Names> = new Map(
  await Promise.all(
    specifiers.map(async (specifier) => [specifier, (await import(specifier)) as Names] as const),
  ),
);
