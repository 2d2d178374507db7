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

  it("forgets rather than grow, and does not keep long texts", () => {
    let computed = 0;
    const once = remember((text) => {
      computed += 1;
      return { text };
    });
    once("first");
    for (let at = 0; at < 10_000; at += 1) once(`key ${at}`);
    once("first");
    once("x".repeat(10_000));
    once("x".repeat(10_000));
    expect(computed).toBe(1 + 10_000 + 1 + 2);
  });
});
