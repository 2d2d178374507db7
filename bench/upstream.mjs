import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bindCalls } from "../scripts/record/upstream.mjs";

const directory = new URL("node_modules/openclaw/", import.meta.url);

/** The release that is measured against; bench/package.json says which. */
export const release = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).dependencies
  .openclaw;

/** Finds functions of the release by their own names, in the way in which its answers are recorded. */
export async function upstreamFunctions(...names) {
  const take = (upstream) => Object.fromEntries(names.map((name) => [name, upstream[name]]));
  const { bound, failures } = await bindCalls(fileURLToPath(directory), { take });
  const functions = bound.get("take");
  if (functions === undefined)
    throw new Error(`openclaw ${release} has no ${names.join(", ")}`, { cause: failures.get("take") });
  return functions;
}
