import { defineConfig, type Options } from "tsup";
import manifest from "./package.json" with { type: "json" };

/** What Node loads, in a few files; what the library depends on stays outside. */
const forNode: Options = { format: "esm", removeNodeProtocol: false, silent: true };

const library = Object.values(manifest.exports).flatMap((entry) =>
  typeof entry === "string" ? [] : entry.default.replace("dist/", "src/").replace(/\.js$/, ".ts"),
);

export default defineConfig([
  { ...forNode, entry: library, outDir: "dist/node" },
  // Apart, because its commands, each loaded when it is asked for, would split the library into many files.
  { ...forNode, entry: ["src/cli/keyscope.ts"], outDir: "dist/cli" },
]);
