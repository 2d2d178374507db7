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

  it("withholds notes by any name they are told by from whom the releases do not give them", () => {
    const request = { key: "agent:main:subagent:1", workspaceDir: "/w" };
    const files = [{ name: "AGENTS.md", path: "/w/MEMORY.md" }];
    expect(bootstrapFiles(files, request, parsePolicy({}, { edition: "openclaw@2026.7.35" }))).toEqual(files);
    expect(bootstrapFiles(files, request, parsePolicy({}, { edition: "openclaw@2026.9.6" }))).toEqual([]);
  });

  it.each([
    ["/w/memory.md", false],
    ["C:\\w\\MEMORY.md", false],
    ["MEMORY.md", false],
    ["/MEMORY.md/notes", true],
    ["/w/MEMORY.md.bak", true],
  ])("2026-11 goes by the last name of a path, %s, with either slash", (path, kept) => {
    const files = [{ name: "notes", path }];
    const request = { key: "agent:main:irc:group:1" };
    expect(bootstrapFiles(files, request, parsePolicy({}, { edition: ours }))).toEqual(kept ? files : []);
  });

  it("believes the host that a main session which rooms share is a private one", () => {
    const policy = parsePolicy({ session: { groupScope: "main" } }, { edition: ours });
    const given = (request: Omit<BootstrapRequest, "key">) =>
      bootstrapFiles(["MEMORY.md"], { key: "agent:main:main", ...request }, policy).length > 0;
    expect(given({})).toBe(false);
    expect(given({ chatType: "direct" })).toBe(true);
    expect(given({ stored: { chatType: "direct" } })).toBe(true);
    expect(given({ chatType: "direct", stored: { chatType: "group" } })).toBe(false);
  });

  it("gives nobody a file without a name", () => {
    // Callers without types leave it out.
    const files = [{ path: "/w/AGENTS.md" }, { name: "SOUL.md" }] as { name: string }[];
    const kept = bootstrapFiles(files, { key: "agent:main:main" }, parsePolicy({}, { edition: ours }));
    expect(kept).toEqual([{ name: "SOUL.md" }]);
  });

  it.each([
    ["no key", { chatType: "direct" }, "", ""],
    ["a word that is not a kind of chat", { key: "agent:main:main", chatType: "private" }, "", "MEMORY"],
    ["another agent than the key's", { key: "agent:main:main", agentId: "work" }, "", "MEMORY"],
    ["a key alone", "agent:main:main", "MEMORY", "MEMORY"],
  ])("given %s, is exact under 2026-11 and takes the host's word in releases", (_, request, now, before) => {
    // What callers without types hand over.
    const asked = request as BootstrapRequest;
    expect(given(asked, ours, ["MEMORY.md"])).toBe(now);
    expect(given(asked, "openclaw@2026.9.6", ["MEMORY.md"])).toBe(before);
  });
});
