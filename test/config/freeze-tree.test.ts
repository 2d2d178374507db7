import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import { freezeTree } from "../../src/config/freeze-tree.ts";
import { parsePolicy, safeParsePolicy } from "../../src/parse-policy.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

function isFrozenAllTheWay(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozenAllTheWay);
}

describe("freezing a tree", () => {
  it("copies what is not owned and leaves it alone", () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 4 }), (value) => {
        const before = structuredClone(value);
        const { tree } = freezeTree(value, false);
        expect(tree).toEqual(before);
        expect(isFrozenAllTheWay(tree)).toBe(true);
        expect(value).toEqual(before);
        expect(Object.isFrozen(value)).toBe(false);
      }),
      { numRuns: runs },
    );
  });

  it("freezes what is owned in place", () => {
    const value = { session: { reset: { atHour: 4 } }, bindings: [{}] };
    expect(freezeTree(value, true).tree).toBe(value);
    expect(isFrozenAllTheWay(value)).toBe(true);
  });

  it("keeps what is no data as it is", () => {
    const hook = (): void => undefined;
    const { tree } = freezeTree({ hook, when: new Date(0) }, false);
    expect(tree).toEqual({ hook, when: new Date(0) });
  });

  it("refuses what is nested too deeply, circles included", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    circle["other"] = circle;
    expect(freezeTree(circle, false).tooDeep).toBe(true);
    for (const source of [circle as ConfigInput, `${"[".repeat(5000)}${"]".repeat(5000)}`])
      expect(safeParsePolicy(source, { edition: "2026-11" })).toMatchObject({
        ok: false,
        issues: [{ code: "too-deep" }],
      });
  });
});

describe("a key called __proto__", () => {
  const text = '{ channels: { telegram: { groups: { "__proto__": { requireMention: true } } } } }';

  it.each([
    ["text", text],
    ["an object", JSON.parse(JSON.stringify(JSON.parse(text.replace(/(\w+):/g, '"$1":')))) as ConfigInput],
  ])("is data in %s, and pollutes nothing", (_, source) => {
    const { config } = parsePolicy(source, { edition: "2026-11" });
    const groups = config.channels?.["telegram"]?.groups ?? {};
    expect(Object.entries(groups)).toEqual([["__proto__", { requireMention: true }]]);
    expect(Object.getPrototypeOf(groups)).toBe(Object.prototype);
    expect("requireMention" in {}).toBe(false);
  });

  it.each([
    [
      '{ channels: { telegram: { groups: { "__proto__": { requireMention: 1 } } } } }',
      "channels.telegram.groups.__proto__.requireMention",
    ],
    ['{ session: { "__proto__": {} } }', "session.__proto__"],
    ['{ session: { identityLinks: { "__proto__": 5 } } }', "session.identityLinks.__proto__"],
    ['{ channels: { "__proto__": { dmPolicy: "x" } } }', "channels.__proto__.dmPolicy"],
  ])("%s is judged like any other", (source, path) => {
    const parsed = safeParsePolicy(source, { edition: "2026-11" });
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([{ path }]);
  });
});
