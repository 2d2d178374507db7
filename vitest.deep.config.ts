import { defineConfig, mergeConfig } from "vitest/config";
import config from "./vitest.config.ts";

/** The long checks: properties with many more runs, and the sweeps in `*.deep.ts`. */
export default mergeConfig(
  config,
  defineConfig({ test: { include: ["test/**/*.deep.ts"], testTimeout: 3_600_000 } }),
);
