/*
 * Builds dist/: `tsc` emits the files of src/, one for one, from which bundlers take only what a program
 * uses; and dist/node/ holds the library in a few, because Node takes files as they are and pays for each.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";

const { bin, engines, exports } = JSON.parse(readFileSync("package.json", "utf8"));

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync("npx", ["tsc", "-p", "tsconfig.build.json"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);

const forNode = Object.values(exports).flatMap((entry) => entry.node ?? []);
await build({
  entryPoints: forNode.map((path) => path.replace("dist/node/", "dist/")),
  outdir: "dist/node",
  outbase: "dist",
  bundle: true,
  // What several entries share stands in files of its own, so that there is one of everything.
  splitting: true,
  format: "esm",
  platform: "node",
  packages: "external",
  target: `node${engines.node.replace(/[^\d.]/g, "")}`,
  logLevel: "warning",
});
chmodSync(bin.keyscope, 0o755);
