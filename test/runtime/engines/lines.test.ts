import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import installed from "../../../scripts/engines/package.json" with { type: "json" };
import { asks, type Asked } from "./asks.ts";
import { clockChanges } from "./clock-changes.ts";
import { decisions } from "./decisions.ts";
import { engineFacts } from "./engine-facts.ts";
import { decisionLines } from "./lines.ts";
import { material } from "./material.ts";

interface Line {
  readonly ask: Asked;
  readonly given: unknown;
  readonly answer: unknown;
}

const lines = [...decisionLines(material())];
const read = lines.map((line) => JSON.parse(line.split("\t")[0] ?? "") as Line);

/** Every answer that a function gave, in one field of it. */
function answers(ask: Asked, field: string): readonly unknown[] {
  const found = read.flatMap(({ answer, ask: asked }) =>
    asked === ask && typeof answer === "object" && answer !== null && field in answer
      ? Object.entries(answer).flatMap(([name, value]: [string, unknown]) => (name === field ? [value] : []))
      : [],
  );
  return [...new Set(found)].sort();
}

describe("the decisions that engines are compared in", () => {
  it("are as many as are told, and the same each time", () => {
    expect(lines).toHaveLength(decisions);
    expect([...decisionLines(material())].findIndex((line, at) => line !== lines[at])).toBe(-1);
  });

  it("ask every public function", () => {
    expect(new Set(read.map(({ ask }) => ask))).toEqual(new Set(Object.keys(asks)));
  });

  it.each<readonly [ask: Asked, field: string, ways: readonly unknown[]]>([
    ["resolveSession", "ok", [false, true]],
    ["evaluateReset", "fresh", [false, true]],
    ["evaluateSend", "allowed", [false, true]],
    ["evaluateMemorySearch", "allowed", [false, true]],
    ["evaluateVisibility", "allowed", [false, true]],
    ["evaluateAccess", "outcome", ["admit", "deny", "pair", "unknown"]],
    ["evaluateCommand", "outcome", ["commands", "denied", "reset-only"]],
    ["evaluateTool", "allowed", [false, true]],
    ["evaluateExec", "outcome", ["ask", "deny", "run"]],
    ["evaluateMention", "mentioned", [false, true]],
    ["evaluateSandbox", "allowed", [false, true]],
    ["ownsSession", "allowed", [false, true]],
    ["resolveTaskSession", "ok", [false, true]],
  ])("%s comes out every way (%s)", (ask, field, ways) => {
    expect(answers(ask, field)).toEqual(ways);
  });

  it("throw nothing but what is thrown on purpose", () => {
    const thrown = read.flatMap(({ answer, ask }) =>
      typeof answer === "object" && answer !== null && "threw" in answer ? [[ask, answer.threw]] : [],
    );
    const onPurpose = new Set(["parsePolicy PolicyError", "toDigest RangeError", "assertNotLooser Error"]);
    expect(thrown.filter((each) => !onPurpose.has(each.join(" ")))).toEqual([]);
  });

  it("are in ASCII, a line each", () => {
    expect(lines.filter((line) => !/^[ -~]+(?:\t[ -~]+)?$/.test(line))).toEqual([]);
  });
});

it("an engine tells the data that it brings, as far as it does", () => {
  expect(engineFacts()).toEqual({
    unicode: expect.stringMatching(/^1[5-9]/) as string,
    zones: process.versions["tz"],
  });
});

it("the page names the engines that are installed, and how many clock changes are asked about", () => {
  const page = readFileSync(new URL("../../../docs/testing-keyscope.md", import.meta.url), "utf8");
  const versions = Object.values(installed.optionalDependencies).map((version) =>
    version.replace(/^.*@/, ""),
  );
  expect(versions.filter((version) => !page.includes(`| ${version} `))).toEqual([]);
  // The sentence may be broken over lines.
  expect(page.replace(/\s+/g, " ")).toContain(`around ${clockChanges.length} changes of clocks`);
});
