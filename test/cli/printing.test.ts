import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { editions } from "../../src/index.ts";
import { fileOf, jsonOf, keyscope } from "./keyscope.ts";

const two = ["editions", "openclaw@2026.9.5", "openclaw@2026.9.6"];

describe("what a command prints", () => {
  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ["into a pipe", {}, false],
    ["into a pipe, when colours are asked for", { FORCE_COLOR: "1" }, true],
    ["when they are asked for and refused", { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
    ["when they are refused", { NO_COLOR: "1" }, false],
    ["when the force is none", { FORCE_COLOR: "0" }, false],
  ])("has colours or not: %s", async (_where, env, coloured) => {
    const { out } = await keyscope(two, { env });
    expect(out.includes("\u001b[")).toBe(coloured);
  });

  it("has none as JSON", async () => {
    const ended = await keyscope([...two, "--json"], { env: { FORCE_COLOR: "1" } });
    expect(jsonOf(ended)).toMatchObject({ from: "openclaw@2026.9.5", to: "openclaw@2026.9.6" });
  });

  it("goes to the file that was named, without colours, and nowhere else", async () => {
    const output = fileOf("");
    const ended = await keyscope(["editions", "--output", output], { env: { FORCE_COLOR: "1" } });
    expect(ended).toEqual({ exitCode: 0, out: "", err: "" });
    expect(readFileSync(output, "utf8")).toBe(`${editions.join("\n")}\n`);
  });
});
