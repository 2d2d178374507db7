import { describe, expect, it } from "vitest";
import { summarizeSessions } from "../../src/analysis/sessions/summarize-sessions.ts";
import { parsePolicy } from "../../src/index.ts";
import { fileOf, jsonOf, keyscope } from "./keyscope.ts";

const config = { session: { reset: { mode: "idle", idleMinutes: 60 } } } as const;
const now = Date.parse("2026-03-02T10:00:00Z");
const store = {
  "agent:main:telegram:direct:1": { updatedAt: now },
  "agent:main:telegram:direct:2": { updatedAt: now - 7_200_000, displayName: "Ann" },
  "agent:main:telegram:direct:3": { updatedAt: "yesterday" },
  "agent:main:telegram:direct:4": {},
};
const at = ["--edition", "2026-11", "--time-zone", "UTC", "--now", "2026-03-02T10:00:00Z"];

describe("keyscope sessions", () => {
  it("tells what the library tells", async () => {
    const policy = parsePolicy(config, { edition: "2026-11", timeZone: "UTC" });
    const { sessions, ...rest } = summarizeSessions(store, policy, now);
    const ended = await keyscope(["sessions", fileOf(config), fileOf(store), ...at, "--json"]);
    const told = jsonOf(ended) as { readonly sessions: readonly { readonly key: string }[] };
    expect(told).toMatchObject(rest);
    expect(told.sessions.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual(sessions);
    expect(ended).toMatchObject({ exitCode: 0, err: "" });
  });

  it("says it in words, those first that cannot be judged", async () => {
    const { out } = await keyscope(["sessions", fileOf(config), fileOf(store), ...at]);
    expect(out.match(/^(?:unreadable|unknown|stale|fresh)(?= )/gm)).toEqual([
      "unreadable",
      "unknown",
      "stale",
      "fresh",
    ]);
    expect(out).toMatch(/^stale .*direct:2 \(Ann\) +idle, since Mon 2026-03-02 09:00 UTC$/m);
    expect(out).toMatch(/^fresh .*direct:1 +until Mon 2026-03-02 11:00 UTC$/m);
    expect(out).toContain("Of 4 sessions, ");
  });

  it("lists some states alone, and all of many only where it is asked to", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `agent:main:telegram:direct:${index}`,
        { updatedAt: now - index },
      ]),
    );
    const words = ["sessions", fileOf(config), fileOf(many), ...at];
    const listed = async (...more: readonly string[]) => (await keyscope([...words, ...more])).out;
    expect(await listed()).toContain("\nand 10 more\n");
    expect((await listed("-v")).match(/^fresh /gm)).toHaveLength(30);
    expect(await listed("--only", "stale")).not.toMatch(/^fresh /m);
  });

  it("refuses what is no store", async () => {
    const { err, exitCode } = await keyscope(["sessions", fileOf(config), "package.json", ...at]);
    expect(err).toContain("cannot read package.json");
    expect(exitCode).toBe(2);
  });
});
