import { describe, expect, it } from "vitest";
import { obstaclesTo } from "../../scripts/release/obstacles.mjs";

const ready = {
  version: "1.1.0",
  today: "2026-12-01",
  changelog: "# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-12-01\n\n### Added\n\n- A reader.\n",
  tags: ["v1.0.0"],
  uncommitted: [],
  apiLines: ["api/keyscope.api.md: export type A = 1;"],
  last: { version: "1.0.0", apiLines: ["api/keyscope.api.md: export type A = 1;"], changedPins: [] },
};

describe("a version can be released", () => {
  it("where nothing is in the way", () => {
    expect(obstaclesTo(ready)).toEqual([]);
  });

  it("as the first one", () => {
    expect(obstaclesTo({ ...ready, tags: [], last: undefined })).toEqual([]);
  });

  const older = { ...ready.last, version: "0.9.0" };
  const pins = ["test/pins/2026-11.json"];

  it("with another decision of our own edition, before 1.0.0", () => {
    expect(obstaclesTo({ ...ready, last: { ...older, changedPins: pins } })).toEqual([]);
  });

  const added = [...ready.apiLines, "api/keyscope.api.md: export type B = 2;"];

  it.each([
    ["a version of two numbers", { version: "1.1" }, "write three numbers"],
    ["no section", { changelog: "## [Unreleased]\n" }, 'no section "## [1.1.0] - 2026-12-01"'],
    ["an empty section", { changelog: "## [1.1.0] - 2026-12-01\n" }, "says nothing about 1.1.0"],
    ["another day", { today: "2026-12-02" }, "dates 1.1.0 2026-12-01, and today is 2026-12-02"],
    [
      "changes in no version",
      { changelog: ready.changelog.replace("## [Unreleased]\n", "## [Unreleased]\n\n- More.\n") },
      "changes that are not in the section",
    ],
    ["its tag", { tags: ["v1.1.0", "v1.0.0"] }, "is out already"],
    ["what is not committed", { uncommitted: ["src/a.ts"] }, "Not everything is committed: src/a.ts"],
    ["an older version", { last: { ...ready.last, version: "1.2.0" } }, "not newer than 1.2.0"],
    ["the same version", { last: { ...ready.last, version: "1.1.0" } }, "not newer than 1.1.0"],
    ["a public type that is gone", { apiLines: [] }, "takes a new major version"],
    [
      "a new public type in a patch",
      { apiLines: added, last: { ...ready.last, version: "1.1.0" }, version: "1.1.1" },
      "takes a new minor version",
    ],
    [
      "another decision of a pinned release",
      { last: { ...older, changedPins: ["test/pins/openclaw-2026.3.7.json"] } },
      "which no version may change: test/pins/openclaw-2026.3.7.json",
    ],
    [
      "another decision of our own edition, once it is out",
      { last: { ...ready.last, changedPins: pins } },
      "which no version may change: test/pins/2026-11.json",
    ],
  ])("not with %s", (_what, change, expected) => {
    const changelog =
      "version" in change ? ready.changelog.replace("1.1.0", change.version) : ready.changelog;
    expect(obstaclesTo({ ...ready, changelog, ...change }).join("\n")).toContain(expected);
  });
});
