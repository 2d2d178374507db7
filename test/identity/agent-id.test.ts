import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isValidAgentId,
  normalizeAgentId,
  normalizeAgentIdStrict,
  normalizeOptionalAgentId,
} from "../../src/identity/agent-id.ts";

const long = "a".repeat(63);

it("a text is an id already when it is 1 to 64 letters, digits, _ and -, no sign first", () => {
  expect(["Main", " x-1_ ", "0"].map(isValidAgentId)).toEqual([true, true, true]);
  expect(["", "-x", "_x", "a b", "é", `${long}ab`].map(isValidAgentId)).toEqual(Array(6).fill(false));
});

describe("an agent's id", () => {
  it.each([
    ["blanks and capitals go", " Ops ", "ops"],
    ["anything else becomes one dash", "A  B!c", "a-b-c"],
    ["dashes outside go", "--x!!", "x"],
    ["unless the name is an id already", "x--", "x--"],
    ["an underscore may lead", "_x", "_x"],
    ["64 are kept, cut after the dashes are gone", `${long}-b`, `${long}-`],
    ["the Kelvin sign is a k", "\u212a", "k"],
    ["the dotted capital I grows before it is cut", "\u0130x", "i-x"],
    ["names of properties are names", "__proto__", "__proto__"],
    ["nothing remains", "日本", "main"],
    ["nothing was named", undefined, "main"],
  ])("%s", (_, name, id) => {
    expect(normalizeAgentId(name)).toBe(id);
  });

  it("is undefined where nothing remains and that is asked for", () => {
    expect(normalizeAgentIdStrict("日本")).toBeUndefined();
    expect(normalizeOptionalAgentId("日本")).toBe("main");
    expect(normalizeOptionalAgentId(" ")).toBeUndefined();
  });

  it("is the same written twice, unless it was cut at a dash behind an underscore", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const id = normalizeAgentId(name);
        expect(normalizeAgentId(id) === id || /^_.{62}-$/.test(id)).toBe(true);
      }),
    );
  });

  it("costs a time that grows with the name alone", () => {
    expect(normalizeAgentId(`a${"-".repeat(1_000_000)}b`)).toBe(`a${"-".repeat(63)}`);
  });
});
