import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { differences } from "./compare.ts";
import { decisions } from "./decisions.ts";
import { engines, isInstalled, runOn, type EngineName, type EngineRun } from "./engines.ts";
import { writePrograms } from "./programs.ts";

/*
 * `npm run engines`: the same decisions, byte for byte, on every engine. Where engines bring other data of a zone or of letters,
 * the decisions about those may differ, and are named. So is an engine that a machine lacks; in CI that fails.
 */

// The keys of a constant are those of its type.
const [first, ...others] = Object.keys(engines) as [EngineName, ...EngineName[]];
const programs = writePrograms();
const told: string[] = [];
let expected: EngineRun;

function tell(name: EngineName, { unicode, version, zones }: EngineRun, what: string): void {
  told.push(`${name} ${version} (Unicode ${unicode}, zones ${zones ?? "that it does not name"}): ${what}`);
}

beforeAll(async () => {
  if (!isInstalled(first))
    throw new Error(`${first} is not there: the engines are packages for Linux on x64`);
  expected = await runOn(first, programs);
  tell(first, expected, `${expected.lines.length} decisions, with which the others are compared`);
}, 120_000);

afterAll(() => {
  rmSync(programs.folder, { recursive: true, force: true });
  console.log(told.join("\n"));
});

it(`${first} makes every decision`, () => {
  expect(expected.lines).toHaveLength(decisions);
});

describe.concurrent("the same decisions, byte for byte", () => {
  it.for(others)("%s", async (name, { expect, skip }) => {
    if (!isInstalled(name)) {
      told.push(`${name}: not run, ${engines[name].program} is not there`);
      if (process.env["CI"] === undefined) skip("not on this machine");
    }
    const run = await runOn(name, programs);
    const found = differences(expected, run);
    const causes = found.flatMap(({ because = "nothing that is known" }) => because);
    const counts = [...new Set(causes)].map(
      (cause) => `${causes.filter((each) => each === cause).length} by ${cause}`,
    );
    tell(name, run, `${decisions - found.length} the same${["", ...counts].join(", ")}`);
    expect(run.lines).toHaveLength(decisions);
    expect(found.filter(({ because }) => because === undefined).slice(0, 5)).toEqual([]);
  });
});
