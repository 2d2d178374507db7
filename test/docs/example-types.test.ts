import ts from "typescript";
import { describe, expect, it } from "vitest";
import { assemble, type Assembled } from "./assemble.ts";
import { entries } from "./entries.ts";
import { examples, pages, root, type Program } from "./programs.ts";

const helpers = `declare function check(place: string, actual: () => unknown, expected: () => unknown): Promise<void>;
export {};
`;

/** A program as a module: its imports first, the rest where it may await. */
function moduleOf({ imports, body }: Assembled): string {
  return `${[...new Set(imports.map((one) => one.getText()))].join("\n")}\n${helpers}${body}`;
}

/** An example of a docstring as a module, with the names imported that are at hand there. */
async function exampleModule(program: Program): Promise<string> {
  const assembled = assemble(program);
  const own = Object.keys((await import(root + program.file)) as object);
  // Frameworks' functions bear one name; where an example has no own one of it, the first does.
  const imported = new Set(own);
  const needed = (names: readonly string[]) =>
    names.filter((name) => new RegExp(`\\b${name}\\b`).test(assembled.body)).join(", ");
  const imports = [...entries].map(([specifier, names]) => {
    const others = Object.keys(names).filter((name) => !imported.has(name));
    for (const name of others) imported.add(name);
    return `import { ${needed(others)} } from "${specifier}";\n`;
  });
  return `${imports.join("")}import { ${needed(own)} } from "../../${program.file}";
${moduleOf(assembled)}`;
}

function compilerOptions(): ts.CompilerOptions {
  const path = `${root}tsconfig.test.json`;
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { config: unknown };
  return {
    ...ts.parseJsonConfigFileContent(config, ts.sys, root, undefined, path).options,
    noUnusedLocals: false,
  };
}

/** What the compiler says of modules that are not on disk. */
function complaints(modules: ReadonlyMap<string, string>): readonly string[] {
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const onDisk = { fileExists: host.fileExists.bind(host), readFile: host.readFile.bind(host) };
  host.fileExists = (path) => modules.has(path) || onDisk.fileExists(path);
  host.readFile = (path) => modules.get(path) ?? onDisk.readFile(path);
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules.keys()].flatMap((path) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(path)).map((diagnostic) => {
      const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
      const line = modules.get(path)?.slice(0, diagnostic.start).split("\n").length ?? 0;
      return `${path.slice(root.length)}: ${message}\n${modules.get(path)?.split("\n")[line - 1]}`;
    }),
  );
}

describe("the examples", () => {
  it("have the types that a reader's editor would accept", async () => {
    const modules = new Map<string, string>();
    for (const page of pages())
      modules.set(`${root}test/docs/${page.file.replaceAll("/", "-")}.ts`, moduleOf(assemble(page)));
    for (const example of examples()) {
      const name = `${example.file.replaceAll("/", "-")}-${example.blocks[0]?.line}.ts`;
      modules.set(`${root}test/docs/${name}`, await exampleModule(example));
    }
    expect(complaints(modules)).toEqual([]);
  });

  it("would be refused for a wrong type", () => {
    expect(
      complaints(new Map([[`${root}test/docs/wrong.ts`, "export const one: number = 'one';"]])),
    ).toHaveLength(1);
  });
});
