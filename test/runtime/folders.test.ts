import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";

const source = new URL("../../src", import.meta.url).pathname;

/** `policy/access` of `policy/access/group.ts`; nothing of a file that stands in a room's hall. */
function folderOf(file: string): string | undefined {
  const [room, ...rest] = dirname(file).split("/");
  return rest.length > 0 ? [room, ...rest].join("/") : undefined;
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(/ from "(\.[^"]+)"/g)].map(([, path = ""]) =>
    normalize(join(dirname(file), path)),
  );
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);

/** Which folders each folder imports from. */
const below = new Map<string, Set<string>>();
for (const file of files) {
  const folder = folderOf(file);
  if (folder === undefined) continue;
  const known = below.get(folder) ?? new Set();
  below.set(folder, known);
  for (const imported of importsOf(file).map(folderOf))
    if (imported !== undefined && imported !== folder) known.add(imported);
}

/** A way from a folder back to itself; none where imports go one way. */
function circle(folder: string, way: readonly string[] = []): readonly string[] | undefined {
  if (way.includes(folder)) return [...way.slice(way.indexOf(folder)), folder];
  for (const next of below.get(folder) ?? []) {
    const found = circle(next, [...way, folder]);
    if (found) return found;
  }
  return undefined;
}

it("has folders that import one way", () => {
  expect(below.size).toBeGreaterThan(20);
  expect([...below.keys()].flatMap((folder) => circle(folder) ?? [])).toEqual([]);
});
