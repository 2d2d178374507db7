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

/**
 * Where a release defines what we want to call, by name. Its chunks are named by hash and export under
 * aliases, so a function is found by its definition. Of several files that define a name, one that exports
 * it comes first, then the one that defines most of what we want: the others are namesakes, or copies.
 */
export function findDefinitions(packageDirectory, names) {
  const best = new Map();
  for (const path of scripts(join(packageDirectory, "dist"))) {
    const source = readFileSync(path, "utf8");
    const defined = definedIn(source).filter((name) => names.has(name));
    const exported = defined.length === 0 ? new Set() : exportedBy(source);
    for (const name of defined) {
      const rank = (exported.has(name) ? 1000 : 0) + defined.length;
      if (rank > (best.get(name)?.rank ?? 0)) best.set(name, { rank, url: pathToFileURL(path).href });
    }
  }
  return new Map([...best].map(([name, { url }]) => [name, url]));
}

function definedIn(source) {
  return [...new Set(Array.from(source.matchAll(definition), ([, name]) => name))];
}

function exportedBy(source) {
  const lists = Array.from(source.matchAll(/^export \{([^}]*)\}/gm), ([, list]) => list.split(","));
  return new Set(lists.flat().map((item) => item.trim().split(" ")[0]));
}
