import { describe, expect, it } from "vitest";
import {
  explain,
  ownsSession,
  parsePolicy,
  toStoreKey,
  type ConfigInput,
  type Inbound,
} from "../../../src/index.ts";

const apart: ConfigInput = { session: { dmScope: "per-channel-peer" } };
const ann = { channel: "webchat", chatType: "direct", peer: "ann" } as const;
const room = { channel: "irc", chatType: "channel", peer: "#a", sender: "ann" } as const;
const own = "agent:main:webchat:direct:ann";

describe("whose session it is", () => {
  it.each<readonly [string, string, Inbound, ConfigInput, string]>([
    ["their own", own, ann, apart, "own"],
    ["their own by its name", "webchat:direct:ann", ann, apart, "own"],
    ["the one they write in", "current", ann, apart, "own"],
    ["their neighbour's", "agent:main:webchat:direct:bob", ann, apart, "other-session"],
    ["that of another case", "agent:main:webchat:direct:Ann", ann, apart, "other-session"],
    ["the same on another channel", "agent:main:slack:direct:ann", ann, apart, "other-session"],
    ["a thread of their own", `${own}:thread:5`, ann, apart, "own-chat"],
    ["their chat, from a thread of it", own, { ...ann, thread: "5" }, apart, "own-chat"],
    ["what all share, from a thread of it", "main", { ...ann, thread: "5" }, {}, "other-session"],
    ["another thread", `${own}:thread:6`, { ...ann, thread: "5" }, apart, "own-chat"],
    ["a neighbour's thread", "agent:main:webchat:direct:bob:thread:5", ann, apart, "other-session"],
    ["a thread of a room", "agent:main:irc:channel:#a:thread:5", room, apart, "other-session"],
    ["their room", "agent:main:irc:channel:#a", room, apart, "own"],
    ["the main session, that all share", "agent:main:main", ann, {}, "shared"],
    ["the main session, that is nobody's", "main", ann, apart, "other-session"],
    ["another agent's", "agent:ops:webchat:direct:ann", ann, apart, "foreign-key"],
    ["a key that is read in two ways", "agent:main:x:group:a:thread:b:thread:c", ann, apart, "foreign-key"],
    ["a job's", "agent:main:cron:daily", ann, apart, "other-session"],
    ["nothing", "", ann, apart, "malformed-request"],
    ["anything, of nobody", own, { channel: "webchat", chatType: "direct" }, apart, "unresolved-session"],
  ])("%s: %s", (_, key, inbound, config, reason) => {
    const policy = parsePolicy(config, { edition: "2026-11", timeZone: "UTC" });
    const ownership = ownsSession(key, inbound, policy);
    expect(ownership.reason).toBe(reason);
    expect(ownership.allowed).toBe(["own", "own-chat", "shared"].includes(reason));
    expect(ownership.key !== undefined).toBe(ownership.allowed);
    expect(explain(ownership)).toMatch(/^The session is (not )?theirs: /);
  });

  it("is current only for the agent whose it is", () => {
    const request = { key: "current", agentId: "ops", current: own };
    const ours = parsePolicy({}, { edition: "2026-11", timeZone: "UTC" });
    expect(toStoreKey(request, ours)).toBeUndefined();
    expect(toStoreKey({ ...request, agentId: "main" }, ours)).toBe(own);
    const release = parsePolicy({}, { edition: "openclaw@2026.9.6", timeZone: "UTC" });
    expect(toStoreKey(request, release)).toBe(own);
  });
});
