import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenLinks } from "../../test/docs/links.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "keyscope-package-"));
const installed = join(project, "node_modules/keyscope");
const npm = (folder: string, ...words: string[]) =>
  execFileSync("npm", words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

beforeAll(() => {
  writeFileSync(join(project, "package.json"), "{}");
  // It is built: what was built is what the site shows.
  const packed = npm(root, "pack", "--ignore-scripts", "--silent", "--pack-destination", project).trim();
  npm(project, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", `./${packed}`);
}, 120_000);

afterAll(() => {
  rmSync(project, { recursive: true });
});

test("whoever installs the package has every page that README and the guide link to", () => {
  const pages = readdirSync(installed, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".md") && !file.startsWith("node_modules"),
  );
  expect(pages).toContain("README.md");
  expect(pages.length).toBeGreaterThan(30);
  expect(
    pages.flatMap((page) => brokenLinks(installed, page).map((link) => `${page} links to ${link}`)),
  ).toEqual([]);
});
