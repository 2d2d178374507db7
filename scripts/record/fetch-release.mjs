import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
 * its scripts run. One that is there already is taken as it is. Gives the package's own directory, and which
 * of those packages could not be had.
 */
export function fetchRelease(release, directory) {
  const installed = join(directory, "node_modules");
  const packageDirectory = join(installed, "openclaw");
  if (!existsSync(packageDirectory)) unpack(release, directory, packageDirectory);
  const missing = Object.keys(rangesOf(packageDirectory)).filter(
    (name) => !existsSync(join(installed, name)),
  );
  return { packageDirectory, missing };
}

function unpack(release, directory, packageDirectory) {
  mkdirSync(directory, { recursive: true });
  npm(directory, "pack", `openclaw@${release}`);
  const tarball = join(directory, `openclaw-${release}.tgz`);
  execFileSync("tar", ["-xzf", tarball, "-C", directory]);
  rmSync(tarball);

  const unpacked = join(directory, "package");
  writeFileSync(join(directory, "package.json"), '{ "private": true }\n');
  install(directory, rangesOf(unpacked));

  // Where an installed release is, so that its parts find one another by its name; last, so that what is there is whole.
  mkdirSync(join(directory, "node_modules"), { recursive: true });
  renameSync(unpacked, packageDirectory);
}

/** Which version a release asks for of each package that its answers need. */
function rangesOf(packageDirectory) {
  const manifest = JSON.parse(readFileSync(join(packageDirectory, "package.json"), "utf8"));
  return Object.fromEntries(
    Object.entries(manifest.dependencies ?? {}).filter(([name]) => dependencies.includes(name)),
  );
}

/** All at once, or, where one of them is gone from the registry, each of the others. */
function install(directory, ranges) {
  const packages = Object.entries(ranges).map(([name, range]) => `${name}@${range}`);
  const flags = ["--ignore-scripts", "--save", "--no-audit"];
  if (packages.length === 0) return;
  try {
    npm(directory, "install", ...flags, ...packages);
  } catch {
    for (const name of packages)
      try {
        npm(directory, "install", ...flags, name);
      } catch {
        console.error(`${name} cannot be installed`);
      }
  }
}
