import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One fenced ts block of a page or of a docstring. */
export interface CodeBlock {
  /** Line of the file, from 1, in which the code begins. */
  readonly line: number;
  readonly code: string;
}

/** Blocks that are read as one: all of a page, or a single example of a docstring. */
export interface Program {
  /** Path from the root of the project. */
  readonly file: string;
  readonly blocks: readonly CodeBlock[];
}

export const root = fileURLToPath(new URL("../../", import.meta.url));

const fence = /^[ \t]*```ts\n([\s\S]*?)^[ \t]*```$/gm;

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function blocksOf(text: string, firstLine: number): readonly CodeBlock[] {
  return [...text.matchAll(fence)].map((match) => ({
    line: firstLine + lineAt(text, match.index),
    code: match[1] ?? "",
  }));
}

function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`)
    .sort();
}

function read(file: string): string {
  return readFileSync(root + file, "utf8");
}

function textOf(file: string): { readonly file: string; readonly text: string } {
  return { file, text: read(file) };
}

/** The pages that tell how the library is used, as they are written. */
export function texts(): readonly { readonly file: string; readonly text: string }[] {
  return ["README.md", "CHANGELOG.md", "SECURITY.md", ...filesIn("docs", ".md")].map(textOf);
}

/** What stands on these pages, and on the site's own, to be run; every ts block of a page goes on where the one before ended. */
export function pages(): readonly Program[] {
  return [...texts(), ...filesIn("site/pages", ".md").map(textOf)]
    .map(({ file, text }) => ({ file, blocks: blocksOf(text, 1) }))
    .filter(({ blocks }) => blocks.length > 0);
}

/** The examples of docstrings, each a program of its own. */
export function examples(): readonly Program[] {
  return filesIn("src", ".ts").flatMap((file) => {
    const source = read(file);
    return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) => {
      const text = comment[0].replace(/^[ \t]*\* ?/gm, "");
      return blocksOf(text, lineAt(source, comment.index)).map((block) => ({ file, blocks: [block] }));
    });
  });
}
