import { describe, expect, it } from "vitest";
import { onRecord } from "../../../scripts/record/on-record.mjs";
import { tally } from "../../../scripts/record/tally.mjs";
import {
  areas,
  mergeAnswers,
  projectOn,
  readVectors,
  type Answer,
  type CommittedLine,
} from "../../../scripts/record/vectors.mjs";

const line: CommittedLine = {
  fn: "f",
  input: { key: "k" },
  outputs: [
    { releases: ["2026.2.6-3"], value: { b: 1, a: null } },
    { releases: ["2026.2.9", "2026.2.12"], throws: "TypeError" },
  ],
};

describe("projectOn", () => {
  it.each([
    [
      "sorts keys and leaves out what is absent",
      "2026.2.6-3",
      '{"fn":"f","input":{"key":"k"},"value":{"b":1}}',
    ],
    [
      "keeps of an error only that there was one",
      "2026.2.9",
      '{"fn":"f","input":{"key":"k"},"throws":"Error"}',
    ],
    ["has nothing of a release that has no answer", "2026.9.6", undefined],
  ])("%s", (_, release, expected) => {
    expect(projectOn(release, [line])).toEqual([expected]);
  });
});

describe("mergeAnswers", () => {
  const outputsWith = (release: string, answer: Answer) =>
    mergeAnswers(release, [line], [answer])[0]?.outputs;

  it("puts a release beside those that answered the same, in the order of releases", () => {
    expect(outputsWith("2026.2.2", { value: { b: 1 } })?.[0]).toEqual({
      releases: ["2026.2.2", "2026.2.6-3"],
      value: { b: 1, a: null },
    });
    expect(outputsWith("2026.2.10", { throws: "another text" })?.[1]?.releases).toEqual([
      "2026.2.9",
      "2026.2.10",
      "2026.2.12",
    ]);
  });

  it("gives a new answer a group of its own, and takes the release out of its old one", () => {
    expect(outputsWith("2026.2.12", { value: 7 })).toEqual([
      { releases: ["2026.2.6-3"], value: { b: 1, a: null } },
      { releases: ["2026.2.9"], throws: "TypeError" },
      { releases: ["2026.2.12"], value: 7 },
    ]);
  });

  it("drops a group that nobody is left in", () => {
    expect(outputsWith("2026.2.6-3", { throws: "" })?.map(({ releases }) => releases)).toEqual([
      ["2026.2.6-3", "2026.2.9", "2026.2.12"],
    ]);
  });

  it("keeps what is committed where a release could not be asked", () => {
    expect(mergeAnswers("2026.2.9", [line], [undefined])).toEqual([line]);
  });

  it.each(areas)("leaves the committed %s as they are when a release answers what it answered", (area) => {
    const lines = readVectors(area);
    const written = lines.map((row) => JSON.stringify(row));
    for (const release of ["2026.1.29", "2026.3.31", "2026.9.6"]) {
      const answers = lines.map(({ outputs }) => outputs.find(({ releases }) => releases.includes(release)));
      const merged = mergeAnswers(release, lines, answers).map((row) => JSON.stringify(row));
      expect(merged.findIndex((row, index) => row !== written[index])).toBe(-1);
    }
  });
});

describe("tally", () => {
  it("counts what only one side has apart from what differs, and keeps the first example", () => {
    const lines = ["f", "f", "f", "g", "h"].map((fn) => ({ fn }));
    const recorded = ["1", "2", undefined, "4", undefined];
    const committed = ["1", "x", "3", undefined, undefined];
    const none = { identical: 0, different: 0, fresh: 0, unasked: 0 };
    expect(tally(lines, recorded, committed)).toEqual([
      {
        ...none,
        fn: "f",
        lines: 3,
        identical: 1,
        different: 1,
        unasked: 1,
        example: { recorded: "2", committed: "x" },
      },
      { ...none, fn: "g", lines: 1, fresh: 1 },
    ]);
  });
});

describe("onRecord", () => {
  it("counts the functions and lines of each release, in the order of releases", () => {
    const other: CommittedLine = { fn: "g", input: {}, outputs: [{ releases: ["2026.2.12"], value: 1 }] };
    expect(onRecord([line, line, other])).toEqual([
      { release: "2026.2.6-3", functions: 1, lines: 2 },
      { release: "2026.2.9", functions: 1, lines: 2 },
      { release: "2026.2.12", functions: 2, lines: 3 },
    ]);
  });
});
