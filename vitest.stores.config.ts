import { defineConfig } from "vitest/config";
import config from "./vitest.config.ts";

/** Stores on real engines, which are installed for it in `examples/stores`. */
export default defineConfig({
  ...config,
  test: { include: ["examples/stores/*.stores.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
});
