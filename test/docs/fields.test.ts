import ts from "typescript";
import { expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { root } from "./programs.ts";

/** The source of each entry point of the package. */
const entryFiles = Object.values(manifest.exports).flatMap((entry) =>
  typeof entry === "string" ? [] : `${root}${entry.default.replace("dist/", "src/").replace(/\.js$/, ".ts")}`,
);

/** A declaration that whoever imports the package may read. */
interface Shown {
  readonly place: string;
  readonly isTold: boolean;
}

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  allowImportingTsExtensions: true,
  noEmit: true,
  noLib: true,
};

/** Types that pick by a pattern; what stands in the pattern declares nothing. */
const patterned: ReadonlySet<string> = new Set(["Extract", "Exclude"]);

function isField(node: ts.Node): node is ts.TypeElement | ts.ClassElement {
  return (
    ts.isPropertySignature(node) ||
    ts.isMethodSignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isMethodDeclaration(node)
  );
}

/** What the entry points export, the types that it is told in, and the fields of those, as far as they stand in src. */
function shownBy(files: readonly string[]): readonly Shown[] {
  const host = ts.createCompilerHost(options);
  // Types of other packages are not ours to tell of, and reading them takes most of the time.
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) =>
      text.startsWith(".") ? ts.resolveModuleName(text, from, options, host) : { resolvedModule: undefined },
    );
  const program = ts.createProgram(files, options, host);
  const checker = program.getTypeChecker();
  const followed = new Set<ts.Symbol>();
  const shown: Shown[] = [];

  function show(node: ts.NamedDeclaration, isTold: boolean): void {
    const source = node.getSourceFile();
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    const name = node.name?.getText() ?? "";
    shown.push({ place: `${source.fileName.slice(root.length)}:${line + 1} ${name}`, isTold });
  }

  function follow(named: ts.Symbol | undefined): void {
    if (named === undefined) return;
    const symbol = named.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(named) : named;
    if (followed.has(symbol)) return;
    followed.add(symbol);
    const own = (symbol.declarations ?? []).filter(
      (node) =>
        node.getSourceFile().fileName.startsWith(`${root}src/`) && !ts.isTypeParameterDeclaration(node),
    );
    const [first] = own;
    // One comment stands for all overloads of a function.
    if (first !== undefined) show(first, own.some(isCommented));
    for (const node of own) walk(node, true);
  }

  /** Goes through a type. A parameter's fields are told of with the parameter. */
  function walk(node: ts.Node, isDeclared: boolean): void {
    if (ts.isBlock(node) || ts.isExpression(node)) return;
    if (isDeclared && isField(node)) show(node, isCommented(node));
    if (ts.isTypeReferenceNode(node)) follow(checker.getSymbolAtLocation(node.typeName));
    const isPattern = ts.isTypeReferenceNode(node) && patterned.has(node.typeName.getText());
    ts.forEachChild(node, (child) => {
      if (ts.isHeritageClause(child))
        for (const { expression, typeArguments = [] } of child.types) {
          follow(checker.getSymbolAtLocation(expression));
          for (const type of typeArguments) walk(type, false);
        }
      walk(child, isDeclared && !isPattern && !ts.isParameter(child));
    });
  }

  for (const file of files) {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    for (const symbol of module ? checker.getExportsOfModule(module) : []) follow(symbol);
  }
  return shown;
}

function isCommented(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).length > 0;
}

it("says of each public name, and of each field of a public type, what it is", () => {
  const shown = shownBy(entryFiles);
  // A walk that arrives nowhere misses nothing.
  expect(shown.length).toBeGreaterThan(2000);
  expect(shown.filter(({ isTold }) => !isTold).map(({ place }) => place)).toEqual([]);
});
