import { readdirSync, readFileSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDependency } from "./dependencies.mjs";

/** Under what name a function that its file keeps to itself is exported while we record. */
export const recorded = (wanted) => `recorded_${wanted.replace(":", "_")}`;

/** Marks a name that is not called but replaced, because it reads the disk. */
export const replacing = /^replace:/;

/** Marks a name under which several channels may define their own: all are taken, as a list. */
export const each = /^each:/;

const require = createRequire(import.meta.url);
const inert = "inert:";
const files = new Map();

/** Takes which names are wanted of which file. */
export function initialize(wanted) {
  for (const [url, names] of wanted) files.set(url, names);
}

function literally(text) {
  return text.replace(/[/.$]/g, "\\$&");
}

function partsOf(whole, source) {
  if (!source.includes(`${whole}.`)) return [];
  return Array.from(
    source.matchAll(new RegExp(`\\b${literally(whole)}\\.([\\w$]+)`, "g")),
    ([, part]) => part,
  );
}

const chunks = new Map();

function chunksBeside(url) {
  const directory = dirname(fileURLToPath(url));
  if (!chunks.has(directory)) {
    const names = readdirSync(directory).filter((name) => /\.m?js$/.test(name));
    chunks.set(
      directory,
      names.map((name) => readFileSync(join(directory, name), "utf8")),
    );
  }
  return chunks.get(directory);
}

/**
 * What a file takes from one specifier, by name or as a part of the whole; a release may name what this Node
 * does not have.
 */
function namesImported(parentUrl, specifier) {
  if (!parentUrl?.startsWith("file:")) return [];
  const source = readFileSync(fileURLToPath(parentUrl), "utf8");
  const from = `\\s*from\\s*["']${literally(specifier)}["']`;
  const names = new Set();
  for (const [, list] of source.matchAll(
    new RegExp(`import\\s*(?:[\\w$]+\\s*,\\s*)?\\{([^}]*)\\}${from}`, "g"),
  ))
    for (const part of list.split(",")) names.add(part.trim().split(/\s+as\s+/)[0]);
  for (const [, whole] of source.matchAll(new RegExp(`import\\s*\\*\\s*as\\s*([\\w$]+)${from}`, "g"))) {
    for (const part of partsOf(whole, source)) names.add(part);
    // A chunk may hand the whole on, under a name by which the others know it.
    const handedOn = new RegExp(`__reExport\\(([\\w$]+), ${literally(whole)}\\)`).exec(source)?.[1];
    if (handedOn !== undefined)
      for (const chunk of chunksBeside(parentUrl))
        for (const part of partsOf(handedOn, chunk)) names.add(part);
  }
  return [...names].filter((name) => name !== "" && name !== "default");
}

function inertUrl(specifier, names) {
  return `${inert}${encodeURIComponent(specifier)}?${names.join("&")}`;
}

/** Lets a file load although a module, or a name of a built-in one, is missing here: it gets one that does nothing. */
export async function resolve(specifier, context, next) {
  const bare = specifier.replace(/^node:/, "");
  // A chunk that is a release's own command starts itself anew, with other options of Node.
  if (bare === "child_process" && !context.parentURL?.startsWith(inert))
    return { url: inertUrl(specifier, namesImported(context.parentURL, specifier)), shortCircuit: true };
  if (builtinModules.includes(bare)) {
    const builtin = require(specifier);
    const missing = namesImported(context.parentURL, specifier).filter((name) => !(name in builtin));
    return missing.length === 0
      ? next(specifier, context)
      : { url: inertUrl(specifier, missing), shortCircuit: true };
  }
  if (/^[./]|^file:/.test(bare)) return next(specifier, context);
  if (isDependency(specifier))
    try {
      return await next(specifier, context);
    } catch (error) {
      if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    }
  return { url: inertUrl(specifier, namesImported(context.parentURL, specifier)), shortCircuit: true };
}

function inertSource(url) {
  const [specifier, names] = url.slice(inert.length).split("?");
  const name = decodeURIComponent(specifier);
  const known = builtinModules.includes(name.replace(/^node:/, ""));
  return [
    ...(known
      ? [`export * from ${JSON.stringify(name)};`, `export { default } from ${JSON.stringify(name)};`]
      : []),
    `import { inertValue } from ${JSON.stringify(new URL("inert-value.mjs", import.meta.url).href)};`,
    `const inert = inertValue(${JSON.stringify(name)});`,
    ...(known ? [] : ["export default inert;"]),
    ...names
      .split("&")
      .filter(Boolean)
      .map((wanted) => `export { inert as ${wanted} };`),
  ].join("\n");
}

/** Exports what we are after from the files that define it. */
export async function load(url, context, next) {
  if (url.startsWith(inert)) return { format: "module", source: inertSource(url), shortCircuit: true };
  const names = files.get(url);
  if (names === undefined) return next(url, context);
  const source = readFileSync(fileURLToPath(url), "utf8");
  const replaceable = names.filter((name) => replacing.test(name)).reduce(assignable, source);
  return { format: "module", source: [replaceable, ...names.map(exportOf)].join("\n"), shortCircuit: true };
}

function assignable(source, wanted) {
  const name = literally(wanted.replace(replacing, ""));
  return source.replace(new RegExp(`^(export )?const (?=${name} )`, "m"), "$1let ");
}

/** What is wanted of a name: itself, or (of `replace:name`) the means to put something else in its place. */
function exportOf(wanted) {
  const name = wanted.replace(replacing, "");
  return name === wanted
    ? `export { ${name} as ${recorded(name)} };`
    : `export const ${recorded(wanted)} = (replacement) => { ${name} = replacement; };`;
}
