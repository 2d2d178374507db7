import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs a published release into a directory; none of its scripts run. One that is there already is
 * taken as it is. Gives the package's own directory.
 */
export function fetchRelease(release, directory) {
  const packageDirectory = join(directory, "node_modules", "openclaw");
  if (existsSync(packageDirectory)) return packageDirectory;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "package.json"), '{ "private": true }\n');
  const flags = [
    "--ignore-scripts",
    "--no-save",
    "--no-package-lock",
    "--no-audit",
    "--no-fund",
    "--omit=optional",
  ];
  execFileSync("npm", ["install", ...flags, "--loglevel=error", `openclaw@${release}`], {
    cwd: directory,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return packageDirectory;
}
