import { fileURLToPath } from "node:url";
import ts from "typescript";
import manifest from "../../package.json" with { type: "json" };

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every name that an entry point of the package exports, types included, as the compiler reads the built declarations. */
export function publicNames(): readonly string[] {
  const files = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [] : [root + entry.types.slice(2)],
  );
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    skipLibCheck: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  return [
    ...new Set(
      files.flatMap((file) => {
        const source = program.getSourceFile(file);
        const symbol = source && checker.getSymbolAtLocation(source);
        if (symbol === undefined) throw new Error(`${file} is no module. Is the package built?`);
        return checker.getExportsOfModule(symbol).map(({ name }) => name);
      }),
    ),
  ].sort();
}
