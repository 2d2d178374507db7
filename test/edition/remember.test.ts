import { beforeEach, describe, expect, it, vi } from "vitest";
import type * as memory from "../../src/edition/remember.ts";

// All memories share one bound, so each test begins with a module that remembers nothing.
let remember: typeof memory.remember;
beforeEach(async () => {
  vi.resetModules();
  ({ remember } = await import("../../src/edition/remember.ts"));
});

/** How many texts all memories hold together. */
const bound = 32_768;

/** A memory, and how often it had to compute. */
function counting() {
  const count = { computed: 0 };
  const lengthOf = remember((text) => {
    count.computed += 1;
    return { length: text.length };
  });
  /** Asks about so many texts in turn, and tells how many had to be computed. */
  const ask = (name: string, texts: number) => {
    count.computed = 0;
    for (let at = 0; at < texts; at += 1) lengthOf(`${name} ${at}`);
    return count.computed;
  };
  return { count, lengthOf, ask };
}

describe("remember", () => {
  it("computes a text once, and answers for every text as the function does", () => {
    const { count, lengthOf } = counting();
    expect(["a", "a", "__proto__"].map(lengthOf)).toEqual([{ length: 1 }, { length: 1 }, { length: 9 }]);
    expect(count.computed).toBe(2);
  });

  it.each([2, 10])("keeps some of %d times as many texts as it holds, asked about in turn", (times) => {
    const { ask } = counting();
    const texts = times * bound;
    ask("key", texts);
    for (let round = 0; round < 3; round += 1) expect(texts - ask("key", texts)).toBeGreaterThan(bound / 2);
  });

  it("holds so many texts in all memories together, and gives each of two its part", () => {
    const [one, other] = [counting(), counting()];
    const both = () => {
      one.count.computed = 0;
      other.count.computed = 0;
      for (let at = 0; at < bound; at += 1) for (const { lengthOf } of [one, other]) lengthOf(`key ${at}`);
      return [one.count.computed, other.count.computed].map((computed) => bound - computed);
    };
    both();
    const [byOne = 0, byOther = 0] = both();
    expect(byOne).toBeGreaterThan(bound / 4);
    expect(byOther).toBeGreaterThan(bound / 4);
    expect(byOne + byOther).toBeLessThanOrEqual(bound);
  });

  it("has a place for a memory that holds little, however full others are", () => {
    counting().ask("other", 2 * bound);
    const { ask } = counting();
    ask("own", 100);
    expect(ask("own", 100)).toBe(0);
  });

  it("forgets what is of no use any more", () => {
    const { ask } = counting();
    ask("old", 2 * bound);
    for (let round = 0; round < 200; round += 1) ask("new", 20_000);
    expect(ask("new", 20_000)).toBe(0);
    expect(ask("old", bound)).toBeGreaterThan(bound / 2);
  });

  it("does not keep long texts", () => {
    const { count, lengthOf } = counting();
    lengthOf("x".repeat(10_000));
    lengthOf("x".repeat(10_000));
    expect(count.computed).toBe(2);
  });
});
