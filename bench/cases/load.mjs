import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const runs = 15;

const timed = (urls) => `
const before = process.cpuUsage();
await Promise.all(${JSON.stringify(urls)}.map((url) => import(url)));
const { user, system } = process.cpuUsage(before);
console.log((user + system) * 1000);`;

/** CPU time that importing takes in a new process, at the least. */
function importNs(urls) {
  const samples = Array.from({ length: runs }, () =>
    Number(
      execFileSync(process.execPath, ["--input-type=module", "--eval", timed(urls)], {
        cwd: fileURLToPath(new URL("..", import.meta.url)),
        encoding: "utf8",
      }),
    ),
  );
  return Math.min(...samples);
}

const dist = (...paths) => paths.map((path) => new URL(`../../dist/${path}`, import.meta.url).href);

function loading(title, urls, atMostMs) {
  return {
    title,
    targets: atMostMs === undefined ? [] : [{ column: "load", atMost: atMostMs * 1e6 }],
    run: () => ({ load: importNs(urls) }),
  };
}

export default {
  title: "Loading",
  about: `CPU time of the import in a new process, the least of ${runs}. Single functions are files of \`dist/\`, as a bundler takes
them; all of keyscope is the package as Node takes it.`,
  columns: { load: { heading: "import", kind: "time" } },
  cases: [
    loading("`resolveSession` alone", dist("scope/resolve-session.js"), 25),
    loading(
      "`resolveSession`, `evaluateReset`, `evaluateSend`",
      dist("scope/resolve-session.js", "lifecycle/evaluate-reset.js", "policy/send.js"),
    ),
    loading("all of keyscope, the parser included", dist("node/index.js"), 60),
    loading("CASL", ["@casl/ability"]),
    loading("casbin", ["casbin"]),
    loading("json-rules-engine", ["json-rules-engine"]),
    loading("cedar-wasm", ["@cedar-policy/cedar-wasm/nodejs"]),
  ],
};
