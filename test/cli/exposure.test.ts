import { describe, expect, it } from "vitest";
import { explainExposedSession, explainNotice } from "../../src/analysis/exposure/explain.ts";
import { exposure } from "../../src/analysis/exposure/exposure.ts";
import { parsePolicy } from "../../src/index.ts";
import { fileOf, jsonOf, keyscope } from "./keyscope.ts";

const channels = { telegram: { dmPolicy: "allowlist", allowFrom: ["111", "222"] } } as const;
const shared = { channels, session: { dmScope: "main" } } as const;
const apart = { channels, session: { dmScope: "per-channel-peer" } } as const;
const store = {
  "agent:main:main": { updatedAt: 1_772_440_000_000, lastChannel: "telegram", lastTo: "telegram:222" },
};
const edition = ["--edition", "2026-11"];

/** The call about the shared session; what is no text is written into a file of its own. */
function words(...more: readonly (string | object)[]): readonly string[] {
  return ["exposure", shared, store, ...edition, ...more].map((word) =>
    typeof word === "string" ? word : fileOf(word),
  );
}

const [before, after] = [shared, apart].map((config) => parsePolicy(config, { edition: "2026-11" }));
if (before === undefined || after === undefined) throw new Error("two configs give two policies");

describe("keyscope exposure", () => {
  it("tells what the library tells, before a fix and after it", async () => {
    const ended = await keyscope(words("--to-config", apart, "--json"));
    const found = exposure(before, store, { fixed: after });
    expect(jsonOf(ended)).toEqual({ ...(JSON.parse(JSON.stringify(found)) as object), unread: [] });
    expect(ended).toMatchObject({ exitCode: 0, err: "" });
  });

  it("says who could read whose words, whom to tell, and what it cannot know", async () => {
    const { out } = await keyscope(words());
    const { notify, sessions } = exposure(before, store);
    for (const sentence of [...sessions.map(explainExposedSession), ...notify.map(explainNotice)])
      expect(out).toContain(`  ${sentence}\n`);
    expect(out).toMatch(/^Could be read by others:\n[^]*\nTo be told:\n[^]*\nNot known:\n/);
  });

  it("notifies only of what happened since", async () => {
    const told = async (since: string) => (await keyscope(words("--since", since, "--only", "notify"))).out;
    expect(await told("2026-03-01T00:00:00Z")).toContain("To be told:\n");
    expect(await told("2026-03-03T00:00:00Z")).toContain("Nobody needs to be told.");
  });

  it.each<[string, readonly (string | object)[], number]>([
    ["what is exposed", ["--fail-on", "exposed"], 1],
    ["what still is after a fix", ["--to-config", shared, "--fail-on", "exposed-when-fixed"], 1],
    ["not on what a fix mends", ["--to-config", apart, "--fail-on", "exposed-when-fixed"], 0],
    ["nothing unless asked", [], 0],
  ])("fails on %s", async (_what, more, exitCode) => {
    expect(await keyscope(words(...more))).toMatchObject({ exitCode, err: "" });
  });
});
