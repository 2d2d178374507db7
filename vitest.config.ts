import { defineConfig } from "vitest/config";
import manifest from "./package.json" with { type: "json" };

// Examples and pages import the package by its names; here those are the source.
const alias = Object.entries(manifest.exports).flatMap(([path, entry]) =>
  typeof entry === "string"
    ? []
    : {
        find: new RegExp(`^keyscope${path.slice(1)}$`),
        replacement: new URL(entry.default.replace("dist/", "src/").replace(/\.js$/, ".ts"), import.meta.url)
          .pathname,
      },
);

export default defineConfig({
  resolve: { alias },
  test: {
    include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    isolate: false,
    // A core that is left free for whoever watches is one of two where nobody does.
    maxWorkers: "100%",
    testTimeout: 120_000,
    setupFiles: ["test/setup.ts"],
    coverage: { provider: "v8", include: ["src/**/*.ts"], exclude: ["src/cli/**"] },
  },
});
