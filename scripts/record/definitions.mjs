import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// A release lists some names with `let` to fill them later; only their definitions are of use.
const definition = /^(?:export )?(?:async )?(?:function\*? |const |class )([\w$]+)/gm;

function* scripts(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules") yield* scripts(path);
    else if (/\.m?js$/.test(entry.name)) yield path;
  }
}

/** A bundle that holds several functions of a name numbers them apart: `resolveSessionKey$1`. */
const numbered = /\$\d+$/;

/**
 * Where a release defines what we want to call, by name: the files, the likeliest first, each with what the name is
 * there and the files that it imports. A release's chunks are named by hash and export under aliases, so a function
 * is found by its definition. Of several files that define a name, one that exports it comes first, then the one that
 * defines most of what we want: the others are namesakes, or copies.
 */
export function findDefinitions(packageDirectory, names) {
  const found = new Map();
  for (const path of scripts(join(packageDirectory, "dist"))) {
    const source = readFileSync(path, "utf8");
    const url = pathToFileURL(path).href;
    const defined = definedIn(source).filter((local) => names.has(local.replace(numbered, "")));
    if (defined.length === 0) continue;
    const plain = defined.filter((local) => names.has(local)).length;
    const exported = exportedBy(source);
    const imports = importedBy(source, path);
    for (const local of defined) {
      const name = local.replace(numbered, "");
      const rank = (exported.has(local) ? 1000 : 0) + plain - (local === name ? 0 : 0.5);
      found.set(name, [...(found.get(name) ?? []), { rank, url, local, imports }]);
    }
  }
  return new Map(
    [...found].map(([name, places]) => [
      name,
      places.sort((a, b) => b.rank - a.rank).map(({ url, local, imports }) => ({ url, local, imports })),
    ]),
  );
}

function importedBy(source, path) {
  return Array.from(
    source.matchAll(/^import [^"']*["'](\.[^"']+)["']/gm),
    ([, part]) => new URL(part, pathToFileURL(path)).href,
  );
}

function definedIn(source) {
  return [...new Set(Array.from(source.matchAll(definition), ([, name]) => name))];
}

function exportedBy(source) {
  const lists = Array.from(source.matchAll(/^export \{([^}]*)\}/gm), ([, list]) => list.split(","));
  return new Set(lists.flat().map((item) => item.trim().split(" ")[0]));
}
