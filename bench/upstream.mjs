import { readdirSync, readFileSync } from "node:fs";

const dist = new URL("node_modules/openclaw/dist/", import.meta.url);

/** The release that is measured against. */
export const upstreamVersion = JSON.parse(
  readFileSync(new URL("node_modules/openclaw/package.json", import.meta.url), "utf8"),
).version;

/**
 * Finds functions of the published package by their own names. Its chunks have hashed names and
 * export under aliases, so each is found by its source text and told by what it calls itself.
 */
export async function upstreamFunctions(...names) {
  const chunks = readdirSync(dist).filter((name) => name.endsWith(".mjs"));
  const found = {};
  for (const chunk of chunks) {
    const missing = names.filter((name) => !(name in found));
    if (missing.length === 0) break;
    const source = readFileSync(new URL(chunk, dist), "utf8");
    const defined = missing.filter((name) => source.includes(`function ${name}(`));
    if (defined.length === 0) continue;
    const functions = Object.values(await import(new URL(chunk, dist).href));
    for (const name of defined) {
      const match = functions.find((value) => typeof value === "function" && value.name === name);
      if (match !== undefined) found[name] = match;
    }
  }
  const absent = names.filter((name) => !(name in found));
  if (absent.length > 0) throw new Error(`openclaw ${upstreamVersion} exports no ${absent.join(", ")}`);
  return found;
}
