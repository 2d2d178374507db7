import { readFileSync } from "node:fs";
import { bundledBytes, gzippedBytes } from "../bundle.mjs";

const root = new URL("../../", import.meta.url).pathname;

function read(file) {
  return JSON.parse(readFileSync(root + file, "utf8"));
}

/** How many packages are installed with one, by the lockfile that has it; `""` is the lockfile's own. */
function dependenciesOf(lockfile, name) {
  const { packages } = read(lockfile);
  const found = new Set();
  const visit = (place) => {
    for (const dependency of Object.keys(packages[place]?.dependencies ?? {})) {
      const at = `node_modules/${dependency}`;
      if (found.has(at)) continue;
      found.add(at);
      visit(at);
    }
  };
  visit(name === "" ? "" : `node_modules/${name}`);
  return found.size;
}

function peer(title, name, { from = name, file } = {}) {
  return {
    title,
    async run() {
      const bytes = await bundledBytes({ [from]: "*" });
      const ofFile = file === undefined ? 0 : gzippedBytes(readFileSync(new URL(file, import.meta.url)));
      return { bytes: bytes + ofFile, dependencies: dependenciesOf("bench/package-lock.json", name) };
    },
  };
}

/** A program whose size `npm run size` holds. */
function program({ name, path, import: imports, limit }) {
  const byFile = typeof imports === "string" ? { [path]: imports } : imports;
  return {
    title: name,
    targets: [{ column: "bytes", atMost: 1000 * parseFloat(limit) }],
    run: async () => ({
      bytes: await bundledBytes(
        Object.fromEntries(Object.entries(byFile).map(([file, names]) => [root + file, names])),
      ),
      dependencies: dependenciesOf("package-lock.json", ""),
    }),
  };
}

export default {
  title: "Size",
  about: `How much is added to a program that imports this, minified by esbuild and gzipped; and how many packages are installed with it.
\`.size-limit.json\` lists the functions that a bot calls while it runs.`,
  columns: {
    bytes: { heading: "gzipped", kind: "bytes" },
    dependencies: { heading: "packages", kind: "count" },
  },
  cases: [
    ...read(".size-limit.json").map(program),
    peer("CASL", "@casl/ability"),
    peer("casbin", "casbin"),
    peer("json-rules-engine", "json-rules-engine"),
    peer("cedar-wasm, its wasm included", "@cedar-policy/cedar-wasm", {
      from: "@cedar-policy/cedar-wasm/nodejs",
      file: "../node_modules/@cedar-policy/cedar-wasm/nodejs/cedar_wasm_bg.wasm",
    }),
  ],
};
