import { describe, expect, it } from "vitest";
import { parsePolicy } from "../../src/parse-policy.ts";
import { decisionTable, type DecisionRow } from "../../src/testing/decision-table.ts";

const policy = parsePolicy({ session: { dmScope: "per-peer" } }, { edition: "2026-11" });
const resolution = { ask: "resolution", request: { channel: "irc", chatType: "direct", peer: "a" } } as const;

describe("a line of a table", () => {
  it.each<readonly [string, DecisionRow, boolean]>([
    ["one field", { why: "", ...resolution, expect: { key: "agent:main:direct:a" } }, true],
    ["several fields", { why: "", ...resolution, expect: { ok: true, agentId: "main" } }, true],
    ["no field", { why: "", ...resolution, expect: {} }, true],
    ["another key", { why: "", ...resolution, expect: { key: "agent:main:main" } }, false],
    ["a field that is not there", { why: "", ...resolution, expect: { identity: "ann" } }, false],
    [
      "a field within",
      {
        why: "",
        ask: "reset",
        request: { key: "agent:main:main" },
        times: {},
        now: 0,
        expect: { policy: { mode: "daily" } },
      },
      true,
    ],
  ])("is held to %s", (_, row, passed) => {
    expect(decisionTable(policy, [row]).map(({ check }) => check().passed)).toEqual([passed]);
  });

  it("runs in silence, or throws what a person needs to know", () => {
    const expected = { key: "agent:main:main" };
    const [right, wrong] = decisionTable(policy, [
      { why: "is apart", ...resolution, expect: { key: "agent:main:direct:a" } },
      { why: "is shared", ...resolution, expect: expected },
    ]);
    expect(right?.title).toBe("is apart");
    expect(right?.run).not.toThrow();
    expect(wrong?.check().message).toBe(`is shared
  asked: ${JSON.stringify(resolution)}
  expected: {"key":"agent:main:main"}
  decided: ${JSON.stringify(wrong?.check().decision)}
  differs in: key
  The direct message of irc "a" belongs to agent:main:direct:a; agent main is the default.`);
    expect(wrong?.run).toThrow(wrong?.check().message);
  });
});
