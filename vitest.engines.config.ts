import { defineConfig } from "vitest/config";

/** The same decisions on every engine: the built package in engines that are installed for it. */
export default defineConfig({
  test: { include: ["test/**/*.engines.ts"], maxConcurrency: 2, testTimeout: 120_000 },
});
