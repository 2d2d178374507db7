import { readFileSync } from "node:fs";
import * as keyscope from "../../dist/index.js";
import { bundledBytes, gzippedBytes } from "../bundle.mjs";

const index = new URL("../../dist/index.js", import.meta.url).pathname;

/** How many packages are installed with one, by the lockfile that has it; `""` is the lockfile's own. */
function dependenciesOf(lockfile, name) {
  const { packages } = JSON.parse(readFileSync(new URL(lockfile, import.meta.url), "utf8"));
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
      const bytes = await bundledBytes("*", from);
      const ofFile = file === undefined ? 0 : gzippedBytes(readFileSync(new URL(file, import.meta.url)));
      return { bytes: bytes + ofFile, dependencies: dependenciesOf("../package-lock.json", name) };
    },
  };
}

const functions = Object.keys(keyscope)
  .filter((name) => typeof keyscope[name] === "function")
  .sort();

export default {
  title: "Size",
  about: `What a program carries that imports this much, minified by esbuild and gzipped; and how many packages are
installed with it. An evaluation needs a policy, and so a host that parses its config carries \`parsePolicy\` once,
whatever else it imports.`,
  columns: {
    bytes: { heading: "gzipped", kind: "bytes" },
    dependencies: { heading: "packages", kind: "count" },
  },
  cases: [
    {
      title: "all of keyscope",
      run: async () => ({
        bytes: await bundledBytes("*", index),
        dependencies: dependenciesOf("../../package-lock.json", ""),
      }),
    },
    peer("CASL", "@casl/ability"),
    peer("casbin", "casbin"),
    peer("json-rules-engine", "json-rules-engine"),
    peer("cedar-wasm, its wasm included", "@cedar-policy/cedar-wasm", {
      from: "@cedar-policy/cedar-wasm/nodejs",
      file: "../node_modules/@cedar-policy/cedar-wasm/nodejs/cedar_wasm_bg.wasm",
    }),
    ...functions.map((name) => ({
      title: `\`${name}\``,
      targets: name === "resolveSession" ? [{ column: "bytes", atMost: 4000 }] : [],
      run: async () => ({ bytes: await bundledBytes(`{ ${name} }`, index) }),
    })),
  ],
};
