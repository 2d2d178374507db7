import { describe, expect, it } from "vitest";
import { remember } from "../../src/edition/remember.ts";

describe("remember", () => {
  it("computes a text once, and answers for every text as the function does", () => {
    let computed = 0;
    const lengthOf = remember((text) => {
      computed += 1;
      return { length: text.length };
    });
    expect([lengthOf("a"), lengthOf("a"), lengthOf("__proto__")]).toEqual([
      { length: 1 },
      { length: 1 },
      { length: 9 },
    ]);
    expect(computed).toBe(2);
  });

  /** Counts how often texts are computed. */
  function counting() {
    const count = { computed: 0 };
    const once = remember((text) => {
      count.computed += 1;
      return { text };
    });
    return { count, once };
  }

  it("keeps what it holds when it is full, so that some of too many texts are still known", () => {
    const { count, once } = counting();
    once("first");
    for (let at = 0; at < 20_000; at += 1) once(`key ${at}`);
    once("first");
    expect(count.computed).toBe(1 + 20_000);
  });

  it("begins anew when what it holds is of no use any more", () => {
    const { count, once } = counting();
    const ask = (name: string, texts: number) => {
      count.computed = 0;
      for (let at = 0; at < texts; at += 1) once(`${name} ${at}`);
      return count.computed;
    };
    ask("old", 20_000);
    for (let round = 0; round < 4; round += 1) ask("new", 10_000);
    expect(ask("new", 10_000)).toBe(0);
    expect(ask("old", 10_000)).toBeGreaterThan(0);
  });

  it("does not keep long texts", () => {
    const { count, once } = counting();
    once("x".repeat(10_000));
    once("x".repeat(10_000));
    expect(count.computed).toBe(2);
  });
});
