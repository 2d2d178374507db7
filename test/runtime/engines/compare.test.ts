import { describe, expect, it } from "vitest";
import { differences } from "./compare.ts";

const zone = (name: string, now: string, ...offsets: readonly string[]) =>
  JSON.stringify({ zone: name, now: Date.parse(now), offsets });

const line = (ask: string, answer: unknown, given: unknown = [], zoneData?: string) =>
  [JSON.stringify({ given, ask, answer }), ...(zoneData === undefined ? [] : [zoneData])].join("\t");

const autumn = "2026-11-02T00:00:00Z";
const stays = ["-07:00"];
const changes = ["-07:00", "-08:00"];
const name = "America/Vancouver";

describe("two engines", () => {
  it.each<readonly [why: string, expected: string, found: string, differ: readonly (string | undefined)[]]>([
    ["that say the same differ in nothing", line("toFileName", "a"), line("toFileName", "a"), []],
    ["that say something else differ", line("toFileName", "a"), line("toFileName", "b"), [undefined]],
    ["one of which says nothing differ", line("toFileName", "a"), "", [undefined]],
    ["one of which says more differ", "", line("toFileName", "a"), [undefined]],
    [
      "may have other data of a zone, and decide the same",
      line("sweep", 1, [], zone(name, autumn, ...stays)),
      line("sweep", 1, [], zone(name, autumn, ...changes)),
      [],
    ],
    [
      "decide otherwise by other data of a zone",
      line("sweep", 1, [], zone(name, autumn, ...stays)),
      line("sweep", 2, [], zone(name, autumn, ...changes)),
      [name],
    ],
    [
      "have no excuse where their data are the same",
      line("sweep", 1, [], zone(name, autumn, ...stays)),
      line("sweep", 2, [], zone(name, autumn, ...stays)),
      [undefined],
    ],
    [
      "have none about what is long past",
      line("sweep", 1, [], zone(name, "2019-11-02T00:00:00Z", ...stays)),
      line("sweep", 2, [], zone(name, "2019-11-02T00:00:00Z", ...changes)),
      [undefined],
    ],
    [
      "have none about a zone that never changes",
      line("sweep", 1, [], zone("Etc/GMT+8", autumn, ...stays)),
      line("sweep", 2, [], zone("Etc/GMT+8", autumn, ...changes)),
      [undefined],
    ],
    [
      "run expressions by the letters that they know",
      line("evaluateMention", true, ["\u{16EBB}nna"]),
      line("evaluateMention", false, ["\u{16EBB}nna"]),
      ["letters after Unicode 16"],
    ],
    [
      "have no excuse about letters that all know",
      line("evaluateMention", true, ["Änna"]),
      line("evaluateMention", false, ["Änna"]),
      [undefined],
    ],
    [
      "have none where no expression is run",
      line("toFileName", "a", ["\u{16EBB}nna"]),
      line("toFileName", "b", ["\u{16EBB}nna"]),
      [undefined],
    ],
  ])("%s", (_, expected, found, differ) => {
    const [one, other] = [
      { unicode: "17", lines: expected === "" ? [] : [expected] },
      { unicode: "16", lines: found === "" ? [] : [found] },
    ];
    expect(differences(one, other).map(({ because }) => because)).toEqual(differ);
  });

  it("of the same Unicode have no excuse about letters", () => {
    const lines = (answer: boolean) => [line("evaluateMention", answer, ["\u{16EBB}nna"])];
    const [difference] = differences(
      { unicode: "17", lines: lines(true) },
      { unicode: "17", lines: lines(false) },
    );
    expect(difference).toBeDefined();
    expect(difference?.because).toBeUndefined();
  });
});
