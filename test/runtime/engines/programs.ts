import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { material } from "./material.ts";

/** The programs that engines are given, in a folder of their own. */
export interface Programs {
  readonly folder: string;
  /** A module that prints the lines. */
  readonly module: string;
  /** A page that has them as its text. */
  readonly page: string;
  /** The configuration of a worker whose test prints them. */
  readonly worker: string;
}

/** The built package and the questions, as one module without imports; the first line tells about the engine. */
function bundled(): string {
  const contents = `
    import { decisionLines } from "./lines.ts";
    import { engineFacts } from "./engine-facts.ts";
    const material = ${JSON.stringify(material())};
    globalThis.printed = () => [JSON.stringify(engineFacts()), ...decisionLines(material)].join("\\n");
  `;
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    charset: "ascii",
  });
  return outputFiles[0]?.text ?? "";
}

const workerConfig = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = (
  compatibilityDate = "2026-11-01",
  modules = [
    (name = "worker.mjs", esModule = embed "worker.mjs"),
    (name = "decisions.mjs", esModule = embed "decisions.mjs"),
  ],
))]);
`;

/** Writes what engines are to run into a new folder. */
export function writePrograms(): Programs {
  const folder = mkdtempSync(join(tmpdir(), "keyscope-engines-"));
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const decisions = bundled();
  write("decisions.mjs", decisions);
  write("worker.mjs", `import "decisions.mjs";\nexport default { test: () => console.log(printed()) };\n`);
  return {
    folder,
    module: write("print.mjs", `import "./decisions.mjs";\nconsole.log(printed());\n`),
    page: write(
      "page.html",
      `<!doctype html><pre></pre><script type="module">${decisions}</script>
       <script type="module">document.querySelector("pre").textContent = printed();</script>`,
    ),
    worker: write("worker.capnp", workerConfig),
  };
}
