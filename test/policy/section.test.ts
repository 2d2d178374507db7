import { describe, expect, it } from "vitest";
import { definedFields, firstFound, nearest, withoutFields } from "../../src/policy/section.ts";

interface Words {
  readonly mode?: string | null;
  readonly on?: boolean;
}

const section = (path: string, config: Words) => ({ config, path });

describe("what the nearest of several sections says", () => {
  it.each<
    readonly [string, Parameters<typeof nearest<Words, "mode" | "on">>[0], "mode" | "on", object | undefined]
  >([
    [
      "the first that says something",
      [section("a", { on: true }), section("b", { mode: "x" })],
      "mode",
      { value: "x", path: "b.mode" },
    ],
    [
      "the first of two that do",
      [section("a", { mode: "x" }), section("b", { mode: "y" })],
      "mode",
      { value: "x", path: "a.mode" },
    ],
    [
      "no is something",
      [section("a", { on: false }), section("b", { on: true })],
      "on",
      { value: false, path: "a.on" },
    ],
    [
      "nor does nothing at all",
      [section("a", { mode: null }), section("b", { mode: "y" })],
      "mode",
      { value: "y", path: "b.mode" },
    ],
    [
      "a section that is not written is passed over",
      [undefined, section("b", { mode: "y" })],
      "mode",
      { value: "y", path: "b.mode" },
    ],
    ["where none does, nothing", [undefined, section("a", {})], "mode", undefined],
  ])("%s", (_, sections, name, expected) => {
    expect(nearest(sections, name)).toEqual(expected);
  });

  it("is looked for no further than it is found", () => {
    const asked: number[] = [];
    const find = (thing: number) => (asked.push(thing), thing > 1 ? `found ${thing}` : undefined);
    expect(firstFound([1, 2, 3], find)).toBe("found 2");
    expect(asked).toEqual([1, 2]);
    expect(firstFound([1], find)).toBeUndefined();
  });
});

describe("an object without some of its fields", () => {
  it("has those that have a value, or that were not named", () => {
    const whole = { a: undefined, b: null, c: 0, d: "" };
    expect(Object.keys(definedFields(whole))).toEqual(["b", "c", "d"]);
    expect(withoutFields(whole, "b", "d")).toStrictEqual({ a: undefined, c: 0 });
    expect(withoutFields<typeof whole, "a">(undefined, "a")).toStrictEqual({});
  });
});
