import { describe, expect, it } from "vitest";
import { isPrivateConversation } from "../../../src/policy/memory/private-conversation.ts";

describe("isPrivateConversation", () => {
  it.each([
    ["a direct chat by its key", "agent:main:irc:direct:1", {}, true],
    ["the same of which nothing is stored", "agent:main:irc:direct:1", undefined, false],
    ["a main session", "agent:main:main", {}, false],
    ["a main session stored as direct", "agent:main:main", { chatType: "direct" }, true],
    ["one stored as what is no chat type", "agent:main:main", { chatType: "Direct" }, false],
    ["a node's name that stands first", "node:1", { chatType: "direct" }, true],
    [
      "a direct chat delivered to a group",
      "agent:main:irc:direct:1",
      { delivery: { kind: "external", chatType: "group" } },
      false,
    ],
    ["a group stored as direct", "agent:main:irc:group:1", { chatType: "direct" }, false],
    ["a cron job stored as direct", "agent:main:cron:1", { chatType: "direct" }, false],
    ["everyone's session", "agent:main:global", { chatType: "direct" }, false],
    ["a memory run in a direct chat", "agent:main:irc:direct:1:active-memory:0123456789ab", {}, false],
    ["an explicit session", "agent:main:explicit:x", {}, false],
    ["an explicit session stored as direct", "agent:main:explicit:x:group:y", { chatType: "direct" }, true],
  ])("%s", (_, key, stored, expected) => {
    expect(isPrivateConversation({ key, ...(stored !== undefined && { stored }) })).toBe(expected);
  });

  it.each([
    [
      "everyone's session of an agent",
      { key: "global", agentId: "main", stored: { chatType: "direct" } },
      false,
    ],
    ["everyone's session without an agent", { key: "global", stored: { chatType: "direct" } }, false],
    [
      "a session that is another agent's by what is told",
      { key: "agent:main:global", agentId: "work", stored: { chatType: "direct" } },
      true,
    ],
    [
      "an explicit session without an agent",
      { key: "explicit:x:group:y", stored: { chatType: "direct" } },
      true,
    ],
    [
      "the same that belongs to another agent",
      { key: "explicit:x:group:y", agentId: "work", stored: { chatType: "direct" } },
      false,
    ],
    [
      "a memory run of an explicit session",
      { key: "agent:main:explicit:x:active-memory:0123456789ab", stored: { chatType: "direct" } },
      false,
    ],
    ["no key", { stored: { chatType: "direct" } }, false],
    ["a key that is no text", { key: 7, stored: { chatType: "direct" } }, false],
  ])("%s", (_, request, expected) => {
    // Callers without types leave the key out, or tell another thing.
    expect(isPrivateConversation(request as { key: string })).toBe(expected);
  });
});
