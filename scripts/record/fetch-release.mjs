import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dependencies } from "./dependencies.mjs";

function npm(directory, ...words) {
  execFileSync("npm", [...words, "--loglevel=error"], {
    cwd: directory,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/**
 * Unpacks a published release into a directory, beside the few packages that it needs to answer; none of
 * its scripts run. One that is there already is taken as it is. Gives the package's own directory.
 */
export function fetchRelease(release, directory) {
  const packageDirectory = join(directory, "package");
  const manifest = join(packageDirectory, "package.json");
  if (existsSync(manifest)) return packageDirectory;
  mkdirSync(directory, { recursive: true });
  npm(directory, "pack", `openclaw@${release}`);
  const tarball = `openclaw-${release}.tgz`;
  execFileSync("tar", ["-xzf", tarball], { cwd: directory });
  rmSync(join(directory, tarball));

  const ranges = JSON.parse(readFileSync(manifest, "utf8")).dependencies ?? {};
  const needed = dependencies.filter((name) => name in ranges).map((name) => `${name}@${ranges[name]}`);
  writeFileSync(join(directory, "package.json"), '{ "private": true }\n');
  if (needed.length > 0) npm(directory, "install", "--ignore-scripts", "--no-save", "--no-audit", ...needed);
  return packageDirectory;
}
