import { describe, expect, it } from "vitest";
import { applyFix, type ConfigChange } from "../../../src/analysis/index.ts";
import type { Config } from "../../../src/index.ts";

describe("making the changes of a fix", () => {
  it.each<readonly [string, object, readonly ConfigChange[], object]>([
    ["writes what is there", { a: 1, b: 2 }, [{ path: "a", set: 3 }], { a: 3, b: 2 }],
    ["writes what is not there", {}, [{ path: "a.b", set: 1 }], { a: { b: 1 } }],
    ["writes an element", { a: [1, 2] }, [{ path: "a[1]", set: 3 }], { a: [1, 3] }],
    ["takes a setting away", { a: { b: 1, c: 2 } }, [{ path: "a.b", remove: true }], { a: { c: 2 } }],
    ["takes an element away", { a: [1, 2, 3] }, [{ path: "a[1]", remove: true }], { a: [1, 3] }],
    ["takes nothing away twice", { a: {} }, [{ path: "a.b", remove: true }], { a: {} }],
    [
      "makes one change after the other",
      {},
      [
        { path: "a.b", set: 1 },
        { path: "a.c", set: 2 },
      ],
      { a: { b: 1, c: 2 } },
    ],
    ["takes names as they are", {}, [{ path: 'a["-100"].b', set: 1 }], { a: { "-100": { b: 1 } } }],
  ])("%s", (_what, config, changes, expected) => {
    const before = JSON.stringify(config);
    expect(applyFix(config as Config, { sentence: "", changes })).toEqual(expected);
    expect(JSON.stringify(config)).toBe(before);
  });

  it("keeps the order of what is written", () => {
    const fixed = applyFix(
      { session: {}, tools: {} },
      { sentence: "", changes: [{ path: "session", set: {} }] },
    );
    expect(Object.keys(fixed)).toEqual(["session", "tools"]);
  });
});
