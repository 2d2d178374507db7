import { declareClassPlugin, declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { DryRunStatus, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { BroadcastChannel } from "node:worker_threads";
import { createVitest } from "vitest/node";

/** When to end, in milliseconds of the clock. */
const until = Number(process.env.KEYSCOPE_MUTATION_UNTIL ?? Infinity);

/**
 * Loads the tests once, and has `test/mutation/server.ts` try one mutant after the other by those that
 * reach it. To load them anew for each, as Stryker's own runner for vitest does, takes twenty times as long.
 */
class LoadedOnce {
  #vitest;
  #running;
  #channel;
  #answered = () => {};
  #runOnce = new Set();

  capabilities() {
    // Of what is computed as files load nothing is mutated: nothing has to be loaded anew, whatever Stryker asks for.
    return { reloadEnvironment: true };
  }

  /** What takes over from a process that did not come back loads the tests here: it has no time for that while it tries a mutant. */
  async init() {
    if (!existsSync("durations.json")) return;
    if (existsSync("run-once.json"))
      this.#runOnce = new Set(JSON.parse(readFileSync("run-once.json", "utf8")));
    await this.#load({ run: false });
  }

  async #load({ run }) {
    this.#channel = new BroadcastChannel("mutants");
    this.#channel.onmessage = ({ data }) => this.#answered(data);
    this.#vitest = await createVitest("test", {
      config: "vitest.mutation.config.ts",
      watch: false,
      reporters: [{}],
      onConsoleLog: () => false,
      // To load tests, and run none but the one that serves.
      ...(!run && { testNamePattern: /^tries mutants$/ }),
    });
    const loaded = this.#answer();
    this.#running = this.#vitest.start();
    return await Promise.race([
      loaded,
      this.#running.then(() => Promise.reject(new Error("The tests did not load"))),
    ]);
  }

  #answer() {
    return new Promise((resolve) => (this.#answered = resolve));
  }

  async dryRun() {
    const { inventory } = await this.#load({ run: true });
    writeFileSync(
      "durations.json",
      JSON.stringify(Object.fromEntries(inventory.tests.map(({ id, duration }) => [id, duration]))),
    );
    return {
      status: DryRunStatus.Complete,
      mutantCoverage: inventory.coverage,
      tests: inventory.tests.map(({ id, name, file, duration, state, message }) => ({
        id,
        name,
        fileName: file,
        timeSpentMs: duration,
        ...(state === "pass"
          ? { status: TestStatus.Success }
          : state === "fail"
            ? { status: TestStatus.Failed, failureMessage: message ?? "" }
            : { status: TestStatus.Skipped }),
      })),
    };
  }

  async #attempt(trial) {
    const answer = this.#answer();
    this.#channel.postMessage(trial);
    return (await answer).verdict;
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    if (Date.now() > until) return { status: MutantRunStatus.Error, errorMessage: "The time was up" };
    const trial = { mutant: activeMutant.id, hitLimit };
    const tests = () => testFilter.filter((id) => !this.#runOnce.has(id));
    let verdict = await this.#attempt({ ...trial, tests: tests() });
    if (verdict.lasts) {
      // Whether this mutant did it, or one before it, tells what was never touched by any.
      await this.#reload();
      await this.#tryTwice(verdict.by);
      verdict = await this.#attempt({ ...trial, tests: tests() });
      if (verdict.lasts) await this.#reload();
    }
    if (verdict.status === "timeout") return { status: MutantRunStatus.Timeout };
    if (verdict.status === "survived") return { status: MutantRunStatus.Survived, nrOfTests: verdict.ran };
    const { ran, by, message } = verdict;
    return { status: MutantRunStatus.Killed, nrOfTests: ran, killedBy: [by], failureMessage: message };
  }

  /** Leaves out a test that fails the second time that it runs, whatever the mutant. */
  async #tryTwice(id) {
    const twice = [await this.#attempt({ tests: [id] }), await this.#attempt({ tests: [id] })];
    if (twice.every(({ status }) => status === "survived")) return;
    this.#runOnce.add(id);
    writeFileSync("run-once.json", JSON.stringify([...this.#runOnce]));
    await this.#reload();
  }

  async #reload() {
    await this.dispose();
    await this.#load({ run: false });
  }

  async dispose() {
    this.#channel?.postMessage({ end: true });
    await this.#running;
    this.#channel?.close();
    await this.#vitest?.close();
  }
}

/** What a test of its own holds in every function, `test/runtime/pollution.test.ts`, and none of a room could. */
const guards = {
  shouldIgnore(path) {
    const isGuard = path.isIfStatement() && path.get("test.callee").isIdentifier({ name: "isPolluted" });
    return isGuard ? "test/runtime/pollution.test.ts finds a function without this line" : undefined;
  },
};

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, "loaded-once", LoadedOnce),
  declareValuePlugin(PluginKind.Ignore, "guards", guards),
];
