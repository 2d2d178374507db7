import { existsSync, readFileSync } from "node:fs";
import { it, TestRunner } from "vitest";
import { forget } from "./memory.ts";
import { instrumented, tests } from "./tests.ts";

/** A mutant, and the tests that reach it. */
interface Trial {
  readonly mutant?: string;
  readonly tests: readonly string[];
  readonly hitLimit?: number;
}

type Verdict =
  | { readonly status: "survived"; readonly ran: number }
  | { readonly status: "timeout" }
  | {
      readonly status: "killed";
      readonly ran: number;
      readonly by: string;
      readonly message: string;
      /** The test fails without the mutant, too: of what that one left behind, or another before it. */
      readonly lasts: boolean;
    };

async function failureOf(id: string): Promise<string | undefined> {
  const test = tests.get(id);
  if (test === undefined) throw new Error(`There is no test ${id}`);
  try {
    await TestRunner.getTestFn(test)();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

/** How long each test took when all ran; a process that takes over from another ran none. */
const durationsFile = "durations.json";

const durations: ReadonlyMap<string, number> = new Map(
  Object.entries(
    existsSync(durationsFile)
      ? (JSON.parse(readFileSync(durationsFile, "utf8")) as Record<string, number>)
      : {},
  ),
);

const durationOf = (id: string) => tests.get(id)?.result?.duration ?? durations.get(id) ?? 0;

/** For so many milliseconds one mutant is tried: what all tests reach, and none of hundreds kills, would be tried for a minute. */
const longest = 3000;

/** A test that takes longer tries none. */
const tooLong = 2500;

/** Tries a mutant by the tests that reach it, the quickest first, until one fails. */
async function attempt(trial: Trial): Promise<Verdict> {
  const order = trial.tests
    .filter((id) => durationOf(id) <= tooLong)
    .toSorted((a, b) => durationOf(a) - durationOf(b));
  // Stryker allows a hundred times the hits of all tests together; one test that has three times as many has no end.
  const hitLimit =
    trial.hitLimit === undefined ? undefined : Math.min(trial.hitLimit * 0.03 + 10_000, 3_000_000);
  let ran = 0;
  const until = performance.now() + longest;
  forget();
  for (const id of order) {
    if (performance.now() > until) break;
    ran += 1;
    Object.assign(instrumented, { activeMutant: trial.mutant, hitCount: 0, hitLimit });
    const message = await failureOf(id);
    const endless = hitLimit !== undefined && (instrumented.hitCount ?? 0) > hitLimit;
    Object.assign(instrumented, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    if (endless) return { status: "timeout" };
    if (message === undefined) continue;
    forget();
    // What a mutant left behind would fail the next ones, too, and none of them would be dead of itself.
    const lasts = (await failureOf(id)) !== undefined;
    return { status: "killed", ran, by: id, message, lasts };
  }
  return { status: "survived", ran };
}

/** What there is to know of the tests once they ran. */
function inventory() {
  return {
    tests: [...tests.values()]
      .filter((test) => test.name !== "tries mutants")
      .map((test) => ({
        id: test.id,
        name: test.fullTestName,
        file: test.file.filepath,
        duration: test.result?.duration ?? 0,
        state: test.result?.state,
        message: test.result?.errors?.[0]?.message,
      })),
    coverage: instrumented.mutantCoverage,
  };
}

it("tries mutants", { timeout: 0 }, async () => {
  const channel = new BroadcastChannel("mutants");
  await new Promise<void>((end) => {
    channel.onmessage = (message) => {
      // What scripts/mutation/runner.mjs sends.
      const { data } = message as { data: Trial | { readonly end: true } };
      if ("end" in data) end();
      else void attempt(data).then((verdict) => channel.postMessage({ verdict }));
    };
    channel.postMessage({ inventory: inventory() });
  });
  channel.close();
});
