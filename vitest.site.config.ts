import { defineConfig } from "vitest/config";

/** The built site in a browser: what a reader sees, reaches and finds there. */
export default defineConfig({
  // One browser at a time, so that what is measured is the page.
  test: {
    include: ["site/test/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
