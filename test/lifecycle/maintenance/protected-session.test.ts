import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import { surveyor } from "../../../src/lifecycle/maintenance/survey.ts";
import type { SessionEntry } from "../../../src/lifecycle/session-entry.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";

const now = 1_000_000;
const recently = 1_000;

function whyKept(entry: SessionEntry, edition: Edition): string | undefined {
  const rules = surveyor(parsePolicy({}, { edition }));
  return rules.whyKept(entry, rules.traitsOf(entry.key), now - recently);
}

const key = "agent:main:explicit:1";
const hook = "agent:main:hook:1";

describe("why a session is kept", () => {
  it.each<readonly [why: string, entry: SessionEntry, since: Edition, before: Edition, reason: string]>([
    ["in use", { key, inUse: true }, "openclaw@2026.4.22", "openclaw@2026.4.21", "in-use"],
    [
      "a group by its kind of chat",
      { key, chatType: " Group " },
      "openclaw@2026.5.2",
      "openclaw@2026.4.29",
      "conversation",
    ],
    ["archived", { key, archivedAt: 1 }, "openclaw@2026.8.1", "openclaw@2026.7.35", "archived"],
    ["pinned", { key, pinnedAt: 1 }, "openclaw@2026.8.1", "openclaw@2026.7.1-2", "pinned"],
    ["locked", { key, modelSelectionLocked: true }, "openclaw@2026.8.1", "openclaw@2026.7.1", "locked"],
    ["recent", { key, lastActivityAt: now - recently }, "openclaw@2026.8.1", "openclaw@2026.7.1", "recent"],
    ["running", { key, status: "running" }, "openclaw@2026.9.3", "openclaw@2026.9.2", "running"],
    [
      "delivered to a channel",
      { key, delivery: { kind: "external" } },
      "openclaw@2026.9.3",
      "openclaw@2026.9.2",
      "conversation",
    ],
    [
      "a group by its delivery",
      { key, delivery: { kind: "external", origin: { chatType: "group" } } },
      "openclaw@2026.8.1",
      "openclaw@2026.7.1",
      "conversation",
    ],
    [
      "pinned under the main session",
      { key, pinnedAt: 1, parentSessionKey: "agent:main:main" },
      "openclaw@2026.9.5",
      "openclaw@2026.9.4",
      "pinned",
    ],
  ])("%s", (_, entry, since, before, reason) => {
    expect(whyKept(entry, since)).toBe(reason);
    expect(whyKept(entry, before)).toBeUndefined();
  });

  it("looks at `origin` until 2026.8.1", () => {
    const entry = { key, origin: { chatType: "channel" } };
    expect(whyKept(entry, "openclaw@2026.7.1")).toBe("conversation");
    expect(whyKept(entry, "openclaw@2026.8.1")).toBeUndefined();
  });

  it.each<readonly [why: string, entry: SessionEntry]>([
    ["a sub-agent", { key: "agent:main:subagent:1", pinnedAt: 1 }],
    ["a sub-agent's heartbeat", { key: "agent:main:subagent:1:heartbeat", pinnedAt: 1 }],
    ["started by another session", { key, pinnedAt: 1, spawnedBy: "agent:main:main" }],
    ["under another agent's main session", { key, pinnedAt: 1, parentSessionKey: "agent:ops:main" }],
    ["under a session that is not main", { key, pinnedAt: 1, parentSessionKey: "agent:main:x" }],
  ])("a pin does not keep %s since 2026.9.3", (_, entry) => {
    expect(whyKept(entry, "openclaw@2026.9.2")).toBe("pinned");
    expect(whyKept(entry, "openclaw@2026.9.6")).toBeUndefined();
  });

  it.each<readonly [why: string, entry: SessionEntry]>([
    ["a kind of chat", { key: hook, chatType: "group" }],
    ["a delivery", { key: hook, delivery: { kind: "external" } }],
    ["recent activity", { key: hook, updatedAt: now }],
  ])("%s does not keep a disposable session", (_, entry) => {
    expect(whyKept(entry, "2026-11")).toBeUndefined();
  });

  it("a millisecond past the bound is no longer recent, and no activity never is", () => {
    expect(whyKept({ key, updatedAt: now - recently - 1 }, "2026-11")).toBeUndefined();
    expect(whyKept({ key }, "2026-11")).toBeUndefined();
  });
});
