/*
 * Builds dist/: `tsc` emits the files of src/, one for one, from which bundlers take only what a program
 * uses; and dist/node/ holds the library and what it depends on in a few, because Node takes files as they
 * are and pays for each.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const { bin, engines, exports } = JSON.parse(readFileSync("package.json", "utf8"));

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync("npx", ["tsc", "-p", "tsconfig.build.json"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

const forNode = Object.values(exports).flatMap((entry) => entry.node ?? []);
const { metafile } = await build({
  entryPoints: forNode.map((path) => path.replace("dist/node/", "dist/")),
  outdir: "dist/node",
  outbase: "dist",
  bundle: true,
  // What several entries share stands in files of its own, so that there is one of everything.
  splitting: true,
  format: "esm",
  platform: "node",
  target: `node${engines.node.replace(/[^\d.]/g, "")}`,
  metafile: true,
  logLevel: "warning",
});
chmodSync(bin.keyscope, 0o755);

// Whoever passes on other people's code passes on their licence with it.
const packages = new Set(
  Object.keys(metafile.inputs).flatMap((file) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
);
const licences = [...packages].sort().map((folder) => {
  const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (file === undefined) throw new Error(`${name} has no licence to pass on`);
  return `${name} ${version}\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
});
writeFileSync("dist/node/LICENSES.txt", licences.join(`\n${"-".repeat(80)}\n\n`));
