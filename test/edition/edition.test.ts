import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { behavioursOf, editions, isEdition } from "../../src/edition/edition.ts";
import { vectorFunctions } from "../conformance/vectors.ts";

describe("editions", () => {
  it("are the stable releases, oldest first, and our own at the end", () => {
    const releases = editions.filter((edition) => edition.startsWith("openclaw@"));
    expect(releases[0]).toBe("openclaw@2026.1.29");
    expect(releases.at(-1)).toBe("openclaw@2026.9.6");
    expect(editions.slice(0, releases.length)).toEqual(releases);
    expect(editions[releases.length]).toBe("2026-11");
    expect(new Set(editions).size).toBe(editions.length);
  });

  it("contain every release that was recorded", () => {
    const recorded = (["keys", "lifecycle", "policy"] as const)
      .flatMap((file) => [...vectorFunctions(file).values()].flat())
      .flatMap(({ outputs }) => outputs.flatMap(({ releases }) => releases))
      // A beta is no stable release.
      .filter((release) => !release.includes("beta"));
    expect([...new Set(recorded)].filter((release) => !isEdition(`openclaw@${release}`))).toEqual([]);
  });

  it.each(["2026.3.7", "openclaw@2026.3.6", "openclaw@", "", "__proto__", "openclaw@toString", "2026-12"])(
    "%j is none",
    (name) => {
      expect(isEdition(name)).toBe(false);
    },
  );

  it("of maintenance branches are not continued by later releases", () => {
    expect(behavioursOf("openclaw@2026.7.35").has("reset-none-setting")).toBe(false);
    expect(behavioursOf("openclaw@2026.8.1").has("reset-none-setting")).toBe(true);
  });
});

describe("the code", () => {
  it("compares no release names outside the tree of releases", () => {
    const root = new URL("../../src/", import.meta.url);
    const naming = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/^(edition|cli)[\\/]/.test(file))
      // Data that says which releases were asked.
      .filter((file) => !/^config[\\/]keys[\\/]lists\.ts$/.test(file))
      .filter((file) => {
        const text = readFileSync(new URL(file, root), "utf8");
        const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
        return /["'`](openclaw@)?2026[.-]\d/.test(code);
      });
    expect(naming).toEqual([]);
  });
});
