import { describe, expect, it } from "vitest";
import { behaviourChanges, editions } from "../../src/index.ts";
import { fileOf, jsonOf, keyscope } from "./keyscope.ts";

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

  it("tells only what touches a config, and of how much", async () => {
    const move = ["openclaw@2026.4.14", "openclaw@2026.9.6"];
    const touching = async (config: unknown) => {
      const words = ["editions", ...move, "--config", fileOf(config), "--json"];
      return jsonOf(await keyscope(words)) as {
        readonly changes: readonly { readonly id: string }[];
        readonly of: number;
        readonly issues: readonly object[];
      };
    };
    const slack = await touching({ channels: { slack: { dm: { policy: "open" } } } });
    const telegram = await touching({ channels: { telegram: { dmPolicy: "open", allowFrom: ["7"] } } });
    const ids = ({ changes }: typeof slack) => changes.map(({ id }) => id);
    // An open door without its star; a section that a release no longer reads.
    expect(ids(telegram)).toContain("open-heeds-list");
    expect(ids(slack)).toContain("direct-section-left");
    expect(ids(telegram)).not.toContain("direct-section-left");
    // The later release refuses the older section, and says so.
    expect([telegram.issues.length, slack.issues.length]).toEqual([0, 1]);
    for (const { changes, of } of [slack, telegram]) expect(changes.length).toBeLessThan(of / 4);
  });

  it("tells changes of some risks alone", async () => {
    const words = ["editions", "openclaw@2026.9.5", "openclaw@2026.9.6", "--only", "widens"];
    expect((await keyscope(words)).out.match(/^\S+(?= {2}\w+, widens)/gm)).toEqual([
      "creation-notice-setting",
      "theme-tool",
    ]);
  });
});
