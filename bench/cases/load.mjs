import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const runs = 15;

const timed = (url) => `
const before = process.cpuUsage();
await import(${JSON.stringify(url)});
const { user, system } = process.cpuUsage(before);
console.log((user + system) * 1000);`;

/** CPU time that importing takes in a new process, at the least. */
function importNs(url) {
  const samples = Array.from({ length: runs }, () =>
    Number(
      execFileSync(process.execPath, ["--input-type=module", "--eval", timed(url)], {
        cwd: fileURLToPath(new URL("..", import.meta.url)),
        encoding: "utf8",
      }),
    ),
  );
  return Math.min(...samples);
}

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** A file that holds some of the library's functions and what they use, as a bundler makes it. */
function bundled(names) {
  const outfile = join(mkdtempSync(join(tmpdir(), "keyscope-load-")), "bundle.mjs");
  const contents = `export { ${names.join(", ")} } from "${dist}index.js"`;
  buildSync({ stdin: { contents, resolveDir: dist }, bundle: true, format: "esm", outfile });
  return pathToFileURL(outfile).href;
}

function forNode(entry) {
  return pathToFileURL(`${dist}node/${entry}.js`).href;
}

function loading(title, urlOf, atMostMs) {
  return {
    title,
    targets: atMostMs === undefined ? [] : [{ column: "load", atMost: atMostMs * 1e6 }],
    run: () => ({ load: importNs(urlOf()) }),
  };
}

const evaluations = [
  "evaluateReset",
  "evaluateSend",
  "evaluateMemorySearch",
  "evaluateVisibility",
  "evaluateAccess",
  "evaluateTool",
  "evaluateExec",
];

export default {
  title: "Loading",
  about: `CPU time of the import in a new process, the lowest of ${runs} runs. The entry points are imported as Node loads the package; the
other parts of the library are bundled first. \`keyscope\` reads configs with zod and JSON5 as they are installed. Most of
its time is zod: Node loads all of its ninety files, including its messages in every language, and a bundler would keep only
what is used.`,
  columns: { load: { heading: "import", kind: "time" } },
  cases: [
    loading("`resolveSession` alone", () => bundled(["resolveSession"]), 25),
    loading("every evaluation, without the parser", () => bundled(["resolveSession", ...evaluations]), 25),
    loading("`keyscope`, the parser included", () => forNode("index"), 100),
    loading("`keyscope/analysis`", () => forNode("analysis/index")),
    loading("`keyscope/channels`", () => forNode("channels/index")),
    loading("zod alone", () => "zod/mini"),
    loading("CASL", () => "@casl/ability"),
    loading("casbin", () => "casbin"),
    loading("json-rules-engine", () => "json-rules-engine"),
    loading("cedar-wasm", () => "@cedar-policy/cedar-wasm/nodejs"),
  ],
};
