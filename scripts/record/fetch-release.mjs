import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
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
  const packageDirectory = join(directory, "node_modules", "openclaw");
  if (existsSync(packageDirectory)) return packageDirectory;
  mkdirSync(directory, { recursive: true });
  npm(directory, "pack", `openclaw@${release}`);
  const tarball = join(directory, `openclaw-${release}.tgz`);

  const manifest = execFileSync("tar", ["-xzOf", tarball, "package/package.json"], { encoding: "utf8" });
  const ranges = JSON.parse(manifest).dependencies ?? {};
  const needed = dependencies.filter((name) => name in ranges).map((name) => `${name}@${ranges[name]}`);
  writeFileSync(join(directory, "package.json"), '{ "private": true }\n');
  if (needed.length > 0) npm(directory, "install", "--ignore-scripts", "--no-save", "--no-audit", ...needed);

  // Where an installed release is, so that its parts find one another by its name.
  mkdirSync(packageDirectory, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1", "-C", packageDirectory]);
  rmSync(tarball);
  return packageDirectory;
}
