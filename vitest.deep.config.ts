import { defineConfig } from "vitest/config";

/** The long checks: properties with many more runs, and the sweeps in `*.deep.ts`. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.deep.ts"],
    exclude: ["**/node_modules/**"],
    isolate: false,
    testTimeout: 3_600_000,
    setupFiles: ["test/setup.ts"],
  },
});
