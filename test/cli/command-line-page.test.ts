import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "./keyscope.ts";

/** The pages that show what is typed into a terminal. */
const pages = ["docs/command-line.md", "docs/tutorial-incident.md"];

/** One line that the page types into a terminal, and what it says is printed. */
interface Session {
  readonly typed: string;
  readonly printed: string;
}

function blocksOf(
  text: string,
): readonly { readonly language: string; readonly file: string; readonly body: string }[] {
  return [...text.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", file = "", body = ""]) => ({ language, file, body }),
  );
}

function sessionsOf(body: string): readonly Session[] {
  return body
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      return { typed: part.slice(0, end), printed: part.slice(end + 1) };
    });
}

/** A folder with the files that the page shows, and a `keyscope` as an installation has it. */
function folderOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "keyscope-page-"));
  for (const { file, body } of blocksOf(text)) if (file !== "") writeFileSync(join(folder, file), body);
  mkdirSync(join(folder, "bin"));
  symlinkSync(join(root, "dist/cli/keyscope.js"), join(folder, "bin/keyscope"));
  return folder;
}

describe.each(pages)("the calls of %s print what it says, one after the other", (page) => {
  const text = readFileSync(root + page, "utf8");
  const folder = folderOf(text);
  const sessions = blocksOf(text)
    .filter(({ language }) => language === "console")
    .flatMap(({ body }) => sessionsOf(body));

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(sessions.map(({ typed, printed }) => [typed, printed] as const))("%s", (typed, printed) => {
    const { PATH = "" } = process.env;
    const env = { PATH: [join(folder, "bin"), PATH].join(delimiter) };
    const { stdout } = spawnSync("sh", ["-c", `{ ${typed}\n} 2>&1`], { cwd: folder, env, encoding: "utf8" });
    expect(stdout).toBe(printed);
  });

  it("are there", () => {
    expect(sessions.length).toBeGreaterThan(3);
  });
});
