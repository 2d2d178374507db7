import { runInThisContext } from "node:vm";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { assemble } from "./assemble.ts";
import { entries, type Names } from "./entries.ts";
import { stopWorld } from "../world-traps.ts";
import { examples, pages, root, texts, type Program } from "./programs.ts";

const publicNames: Names = Object.assign({}, ...entries.values()) as Names;

async function load(specifier: string): Promise<Names> {
  return (await import(specifier)) as Names;
}

async function check(place: string, actual: () => unknown, expected: () => unknown): Promise<void> {
  expect({ place, value: await actual() }).toEqual({ place, value: await expected() });
}

function loaded(declaration: ts.ImportDeclaration): string {
  if (declaration.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return "";
  const names = declaration.importClause?.namedBindings;
  const load = `await load(${declaration.moduleSpecifier.getText()})`;
  if (names !== undefined && ts.isNamespaceImport(names)) return `const ${names.name.text} = ${load};`;
  if (names === undefined) throw new SyntaxError("Import by name in examples");
  const values = names.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ propertyName, name }) => (propertyName ? `${propertyName.text}: ${name.text}` : name.text));
  return `const { ${values.join(", ")} } = ${load};`;
}

/** Runs a program with `scope` at hand; what it claims behind `//=>` must hold. */
async function run(program: Program, scope: Names): Promise<void> {
  const { imports, body } = assemble(program);
  const parameters = ["check", "load", ...Object.keys(scope)].join(", ");
  const text = `(async ({ ${parameters} }) => {\n${[...new Set(imports.map(loaded))].join("\n")}\n${body}\n})`;
  const script = ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2023 } }).outputText;
  const main = runInThisContext(script, { filename: program.file }) as (scope: Names) => Promise<void>;
  await main({ check, load, ...scope });
}

describe("every ts block of a page runs, and what it claims holds", () => {
  it.each(pages().map((program) => [program.file, program] as const))("%s", async (_file, program) => {
    await run(program, {});
  });
});

describe("every example of a docstring runs without a world, and what it claims holds", () => {
  it.each(examples().map((program) => [`${program.file}:${program.blocks[0]?.line}`, program] as const))(
    "%s",
    async (_place, program) => {
      const scope = { ...publicNames, ...((await import(root + program.file)) as Names) };
      const resume = stopWorld();
      try {
        await run(program, scope);
      } finally {
        resume();
      }
    },
  );
});

describe("every public function", () => {
  const shown = examples().map(({ blocks }) => blocks[0]?.code ?? "");
  const functions = Object.keys(publicNames).filter((name) => typeof publicNames[name] === "function");

  it.each(functions)("%s is shown in an example, and so runs without clock, chance and network", (name) => {
    expect(shown.some((code) => new RegExp(`\\b${name}\\b`).test(code))).toBe(true);
  });
});

describe("every public name", () => {
  // That it is new, or what it costs, is no explanation of it.
  const explained = texts().filter(({ file }) => !["CHANGELOG.md", "docs/performance.md"].includes(file));

  it.each(Object.keys(publicNames))("%s stands on a page", (name) => {
    expect(explained.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text))).toBe(true);
  });
});

describe("the runner", () => {
  const program = (code: string): Program => ({ file: "page.md", blocks: [{ line: 1, code }] });

  it.each([
    ["a value behind the statement", "1 + 1; //=> 3"],
    ["a value below it", "1 + 1;\n//=> 3"],
    ["a value over several lines", "({ a: 1 });\n//=> {\n//   a: 2,\n// }"],
    ["a constant's value", "const two: number = 1 + 1; //=> 3"],
    ["a promise's value", "Promise.resolve(2); //=> 3"],
    ["a statement that throws", "throw new Error('no');"],
    ["a claim that stands behind no statement", "if (true) {\n  1; //=> 2\n}"],
  ])("fails on %s", async (_what, code) => {
    await expect(run(program(code), {})).rejects.toThrow();
  });

  it.each(["Date.now()", "new Date()", "Math.random()", "'I'.toLocaleLowerCase()"])(
    "fails on %s where there is no world",
    async (code) => {
      const resume = stopWorld();
      try {
        await expect(run(program(code), {})).rejects.toThrow("touched the world");
      } finally {
        resume();
      }
    },
  );
});
