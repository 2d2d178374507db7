// Whether the version in package.json can be released: npm run release
//
// It changes nothing. Where nothing is in the way, it says which tag to push; the workflow `release` publishes what is tagged,
// after the same checks, with provenance. There HEAD has the tag already, and is named: npm run release -- --tagged v1.0.0

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { obstaclesTo } from "./obstacles.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const git = (...words) => execFileSync("git", words, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
const linesOf = (text) => text.split("\n").filter((line) => line !== "");

const at = process.argv.indexOf("--tagged");
const tagged = at === -1 ? undefined : process.argv[at + 1];

function reportsAt(revision) {
  const files = linesOf(git("ls-tree", "-r", "--name-only", revision, "api"));
  return files.flatMap((file) =>
    linesOf(git("show", `${revision}:${file}`)).map((line) => `${file}: ${line}`),
  );
}

function lastVersion(tags) {
  const [tag] = tags;
  if (tag === undefined) return undefined;
  // A pin file that was added is a further edition; one that changed or went is an edition that decides otherwise.
  const changedPins = linesOf(
    git("diff", "--name-only", "--diff-filter=MDR", tag, "HEAD", "--", "test/pins/*.json"),
  );
  return { version: tag.slice(1), apiLines: reportsAt(tag), changedPins };
}

const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const tags = linesOf(git("tag", "--list", "v*", "--sort=-version:refname")).filter((tag) => tag !== tagged);

const obstacles = obstaclesTo({
  version,
  today: new Date().toISOString().slice(0, 10),
  changelog: readFileSync(`${root}CHANGELOG.md`, "utf8"),
  tags,
  uncommitted: linesOf(git("status", "--porcelain")).map((line) => line.slice(3)),
  apiLines: readdirSync(`${root}api`).flatMap((file) =>
    linesOf(readFileSync(`${root}api/${file}`, "utf8")).map((line) => `api/${file}: ${line}`),
  ),
  last: lastVersion(tags),
});
if (tagged !== undefined && tagged !== `v${version}`)
  obstacles.push(`The tag is ${tagged}, the version ${version}.`);

for (const [what, command] of [
  ["The public types are not written down as they are", ["run", "--silent", "api", "--", "--check"]],
  ["The package is not as tools read it", ["run", "--silent", "package"]],
  ["Pinned decisions differ", ["exec", "--", "vitest", "run", "test/pins", "test/version.test.ts"]],
]) {
  const { status, stdout, stderr } = spawnSync("npm", command, {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) obstacles.push(`${what}: npm ${command.join(" ")}\n${stdout}${stderr}`);
}

for (const obstacle of obstacles) console.log(`- ${obstacle}`);
if (obstacles.length > 0) process.exitCode = 1;
else if (tagged === undefined)
  console.log(`Nothing is in the way of ${version}: git tag v${version} && git push origin v${version}`);
