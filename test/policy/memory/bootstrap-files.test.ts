import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { bootstrapFiles, type BootstrapRequest } from "../../../src/policy/memory/bootstrap-files.ts";

const all = ["AGENTS.md", "SOUL.md", "TOOLS.md", "IDENTITY.md", "USER.md", "MEMORY.md"];
const ours = "2026-11";

function given(request: BootstrapRequest, edition: Edition = ours, files: readonly string[] = all): string {
  const kept = bootstrapFiles(files, request, parsePolicy({}, { edition }));
  return kept.map((name) => name.replace(".md", "")).join(" ");
}

const everything = "AGENTS SOUL TOOLS IDENTITY USER MEMORY";
const withoutMemory = "AGENTS SOUL TOOLS IDENTITY USER";
const person = "AGENTS SOUL IDENTITY USER";

describe("bootstrapFiles", () => {
  it.each([
    ["the main session", "agent:main:main", everything],
    ["the main session's heartbeat", "agent:main:main:heartbeat", everything],
    ["another session of one segment", "agent:main:side", withoutMemory],
    ["a direct chat kept apart", "agent:main:irc:direct:1", withoutMemory],
    ["a group", "agent:main:irc:group:1", withoutMemory],
    ["everyone's session", "global", withoutMemory],
    ["a key that cannot be read", "agent:main:group:abc", withoutMemory],
    ["a cron job", "agent:main:cron:daily", person],
    ["a sub-agent", "agent:main:subagent:1", "AGENTS"],
  ])("gives %s its files under 2026-11", (_, key, files) => {
    expect(given({ key })).toBe(files);
  });

  it("withholds nothing that is passed on purpose", () => {
    expect(given({ key: "agent:main:subagent:1", passed: ["MEMORY.md", "USER.md"] })).toBe(
      "AGENTS USER MEMORY",
    );
  });

  it("counts the configured main session", () => {
    const policy = parsePolicy({ session: { mainKey: "Home" } }, { edition: ours });
    expect(bootstrapFiles(["MEMORY.md"], { key: "agent:main:home" }, policy)).toHaveLength(1);
    expect(bootstrapFiles(["MEMORY.md"], { key: "agent:main:main" }, policy)).toHaveLength(0);
  });

  it("gives a message without a session nothing", () => {
    const unresolved = { kind: "resolution", ok: false, reason: "missing-peer", missing: [] } as const;
    expect(bootstrapFiles(all, unresolved, parsePolicy({}, { edition: ours }))).toEqual([]);
  });

  it.each([
    ["F1: a group is given MEMORY.md", "2026.7.35", "agent:main:irc:group:1", everything, withoutMemory],
    ["F3: a sub-agent knows its person", "2026.3.7", "agent:main:subagent:1", withoutMemory, "AGENTS"],
    ["F4: a cron job is given MEMORY.md", "2026.2.12", "agent:main:cron:1", everything, person],
    ["F4: a cron job is given tools and no person", "2026.2.17", "agent:main:cron:1", "AGENTS TOOLS", person],
  ] as const)("%s (%s)", (_, release, key, before, now) => {
    expect(given({ key }, `openclaw@${release}`)).toBe(before);
    expect(given({ key })).toBe(now);
  });

  it("F5: a chat type in the request hides that the key is a group's", () => {
    const request = { key: "agent:main:irc:group:1", chatType: "direct" } as const;
    expect(given(request, "openclaw@2026.9.6", ["MEMORY.md"])).toBe("MEMORY");
    expect(given(request, ours, ["MEMORY.md"])).toBe("");
    expect(given({ key: "agent:main:main", chatType: "group" }, ours, ["MEMORY.md"])).toBe("");
    expect(given({ key: "agent:main:main", stored: { chatType: "channel" } }, ours, ["MEMORY.md"])).toBe("");
  });

  it("F6: memory.md in lower case slips through", () => {
    const request = { key: "agent:main:irc:group:1" };
    expect(given(request, "openclaw@2026.9.6", ["memory.md"])).toBe("memory");
    expect(given(request, ours, ["memory.md"])).toBe("");
  });

  it.each([
    ["MEMORY.md", false],
    ["/w/./x/../MEMORY.md", false],
    ["/w/sub/MEMORY.md", true],
    ["~/MEMORY.md", true],
    ["", true],
  ])("the releases ask whether %s is the workspace's own; 2026-11 only what it is called", (path, kept) => {
    const files = [{ name: "MEMORY.md", path }];
    const request = { key: "agent:main:irc:group:1", workspaceDir: "/w" };
    expect(bootstrapFiles(files, request, parsePolicy({}, { edition: "openclaw@2026.9.6" }))).toEqual(
      kept ? files : [],
    );
    expect(bootstrapFiles(files, request, parsePolicy({}, { edition: ours }))).toEqual([]);
  });

  it("takes an empty workspace for one that is not known", () => {
    const files = [{ name: "MEMORY.md", path: "/w/MEMORY.md" }];
    const request = { key: "agent:main:irc:group:1", workspaceDir: "" };
    expect(bootstrapFiles(files, request, parsePolicy({}, { edition: "openclaw@2026.9.6" }))).toEqual([]);
  });
});
