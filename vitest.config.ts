import { defineConfig } from "vitest/config";

export default defineConfig({
  // Examples import the package by its name; here that is the source.
  resolve: {
    alias: [
      { find: /^keyscope$/, replacement: new URL("src/index.ts", import.meta.url).pathname },
      { find: /^keyscope\/testing$/, replacement: new URL("src/testing/index.ts", import.meta.url).pathname },
      {
        find: /^keyscope\/testing\/arbitraries$/,
        replacement: new URL("src/testing/arbitraries.ts", import.meta.url).pathname,
      },
    ],
  },
  test: {
    include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    isolate: false,
    testTimeout: 120_000,
    setupFiles: ["test/setup.ts"],
    coverage: { provider: "v8", include: ["src/**/*.ts"], exclude: ["src/cli/**"] },
  },
});
