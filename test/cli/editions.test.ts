import { describe, expect, it } from "vitest";
import { behaviourChanges, editions } from "../../src/index.ts";
import { jsonOf, keyscope } from "./keyscope.ts";

describe("keyscope editions", () => {
  it("lists every edition", async () => {
    expect(jsonOf(await keyscope(["editions", "--json"]))).toEqual({ editions });
  });

  it("tells what differs between two, as the library does", async () => {
    const [from, to] = ["openclaw@2026.3.7", "2026-11"] as const;
    const changes = behaviourChanges(from, to);
    expect(jsonOf(await keyscope(["editions", from, to, "--json"]))).toEqual({ from, to, changes });
  });

  it("says it in words", async () => {
    const { out } = await keyscope(["editions", "openclaw@2026.9.6", "openclaw@2026.9.5"]);
    expect(out).toContain(
      "creation-notice-setting  config, narrows, 2026.9.6\n  was  `session.notifyOnCreate` is read\n",
    );
    expect(out).toMatch(/\n4 behaviours differ between openclaw@2026\.9\.6 and openclaw@2026\.9\.5\.\n$/);
  });
});
