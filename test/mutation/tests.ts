import { TestRunner, type RunnerTask, type RunnerTestFile } from "vitest";
import { forget } from "./memory.ts";

/** What Stryker's instrumented files and whoever runs them tell each other. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
}

const world = globalThis as { __stryker__?: Instrumented; __tests__?: Map<string, Test> };

/** The place in which they do. */
export const instrumented: Instrumented = (world.__stryker__ ??= {});

type Test = Extract<RunnerTask, { type: "test" }>;

/** All tests that were loaded, by their ids. */
export const tests: Map<string, Test> = (world.__tests__ ??= new Map<string, Test>());

function testsIn(task: RunnerTask): readonly Test[] {
  return task.type === "test" ? [task] : task.tasks.flatMap(testsIn);
}

/** Runs tests as vitest does, and keeps them, so that a mutant can be tried by some of them without loading all anew. */
export default class extends TestRunner {
  onCollected(files: RunnerTestFile[]): void {
    for (const test of files.flatMap(testsIn)) tests.set(test.id, test);
  }

  override onBeforeTryTask(test: Test): void {
    super.onBeforeTryTask(test);
    forget();
    instrumented.currentTestId = test.id;
  }

  override onAfterTryTask(test: Test): void {
    instrumented.currentTestId = undefined;
    super.onAfterTryTask(test);
  }
}
