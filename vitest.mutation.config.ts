import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import config from "./vitest.config.ts";

const here = (path: string) => new URL(path, import.meta.url).pathname;
const server = here("test/mutation/server.ts");

/** The tests first, and then what tries mutants by them. */
class ServerLast extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isServer = ({ moduleId }: TestSpecification) => moduleId === server;
    return Promise.resolve([...files.filter((file) => !isServer(file)), ...files.filter(isServer)]);
  }
}

/** The tests that mutants are tried by, in one worker that loads them once; `scripts/mutation` says of which rooms. */
export default defineConfig({
  ...config,
  resolve: {
    alias: [
      ...(config.resolve?.alias as []),
      { find: /^(?:\.|.*\/edition)\/(?:once|remember)\.ts$/, replacement: here("test/mutation/memory.ts") },
    ],
  },
  test: {
    ...config.test,
    include: (process.env["KEYSCOPE_MUTATION_TESTS"] ?? "")
      .split(",")
      .map((path) => `test/${path}.test.ts`)
      .concat("test/mutation/sample.ts", "test/mutation/server.ts"),
    setupFiles: ["test/setup.ts", "test/mutation/setup.ts"],
    runner: here("test/mutation/tests.ts"),
    sequence: { sequencer: ServerLast },
    pool: "threads",
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
  },
});
