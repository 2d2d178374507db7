import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { behavioursOf, type Edition } from "../../../src/edition/edition.ts";
import { formatSessionKey } from "../../../src/scope/key/session-key.ts";
import { threadSessionKey, splitThreadSuffix, threadParentKey } from "../../../src/scope/key/thread-key.ts";
import { anyText, keyParts, trickyText } from "./key-arbitraries.ts";

const topic = "agent:main:telegram:group:-100:topic:42";

describe("what a thread hangs under", () => {
  it.each<readonly [string, Edition, string | undefined]>([
    [topic, "openclaw@2026.3.28", "agent:main:telegram:group:-100"],
    [topic, "openclaw@2026.3.31", "agent:main:telegram:group:-100"],
    [topic, "openclaw@2026.4.1", undefined],
    [topic, "2026-11", undefined],
    ["agent:main:slack:group:c:topic:42", "openclaw@2026.3.28", "agent:main:slack:group:c"],
    ["agent:main:slack:group:c:topic:42", "openclaw@2026.3.31", undefined],
    ["x:thread:", "openclaw@2026.3.28", "x"],
    ["x:thread:", "openclaw@2026.9.6", undefined],
    // The place is found in a lower-cased copy, in which this letter is two: here it lies behind the end.
    [`${"İ".repeat(12)}:thread:1`, "openclaw@2026.3.28", `${"İ".repeat(12)}:thread:1`],
    [`${"İ".repeat(12)}:thread:1`, "openclaw@2026.3.31", undefined],
    [`${"İ".repeat(12)}:thread:1`, "2026-11", undefined],
    ["agent:main:slack:group:c:Thread:42", "openclaw@2026.9.6", "agent:main:slack:group:c"],
    ["agent:main:slack:group:c:thread:42", "2026-11", "agent:main:slack:group:c"],
    ["agent:main:main", "2026-11", undefined],
    // Which channel a topic's marker is asked of, however the agent's part is written.
    ["telegram:group:-100:topic:42", "openclaw@2026.3.31", "telegram:group:-100"],
    [":Agent::main::Telegram:group:1:topic:2", "openclaw@2026.3.31", ":Agent::main::Telegram:group:1"],
    ["group:main:telegram:topic:2", "openclaw@2026.3.31", undefined],
    ["slack:group:c:topic:42", "openclaw@2026.3.31", undefined],
    // Blanks around a key, and before its marker, are none of it; nor is what has nothing before its marker.
    [" agent:main:main:thread:1 ", "openclaw@2026.3.28", "agent:main:main"],
    ["agent:main:main :thread:1", "openclaw@2026.9.6", "agent:main:main"],
    [":thread:1", "openclaw@2026.9.6", undefined],
  ])("%s under %s", (key, edition, parent) => {
    expect(threadParentKey(key, behavioursOf(edition))).toBe(parent);
  });
});

describe("a thread's key", () => {
  it.each<readonly [Edition, string, boolean, string]>([
    ["openclaw@2026.2.22-1", " $Ev ", true, "agent:main:main:thread:$ev"],
    ["openclaw@2026.2.23", " $Ev ", true, "agent:main:main:thread:$Ev"],
    ["openclaw@2026.9.6", " $Ev ", false, "agent:main:main:thread:$ev"],
    ["openclaw@2026.9.6", " ", false, "agent:main:main"],
    ["2026-11", " $Ev ", false, "agent:main:main:thread:%20$Ev%20"],
    ["2026-11", "", false, "agent:main:main:thread:%"],
  ])("under %s for %j", (edition, thread, keepsCase, key) => {
    expect(threadSessionKey("agent:main:main", thread, behavioursOf(edition), keepsCase)).toBe(key);
  });

  it.each<readonly [string, Edition, string | null | undefined, string]>([
    [
      "lower-cases the thread where nobody asks to keep its case",
      "openclaw@2026.9.6",
      "$Ev",
      "agent:main:main:thread:$ev",
    ],
    ["is that of the chat where there is no thread", "openclaw@2026.9.6", undefined, "agent:main:main"],
    ["…or null", "openclaw@2026.9.6", null, "agent:main:main"],
    ["…under 2026-11, too", "2026-11", undefined, "agent:main:main"],
    ["…or null", "2026-11", null, "agent:main:main"],
  ])("%s (%s)", (_, edition, thread, key) => {
    expect(threadSessionKey("agent:main:main", thread, behavioursOf(edition))).toBe(key);
  });

  it.each<readonly [string, Edition, string | null, ReturnType<typeof splitThreadSuffix>]>([
    ["blanks around a key are none of it", "openclaw@2026.9.6", " a:thread:1 ", { base: "a", thread: "1" }],
    ["nor those around a thread", "openclaw@2026.9.6", "a:thread: 1 ", { base: "a", thread: "1" }],
    ["a blank thread is none", "openclaw@2026.9.6", "a:thread: ", { base: "a" }],
    ["no thread", "openclaw@2026.9.6", "agent:main:main", { base: "agent:main:main" }],
    ["no thread", "2026-11", "agent:main:main", { base: "agent:main:main" }],
    ["what is no key", "2026-11", "a:thread:1", { base: "a:thread:1" }],
    ["no key", "openclaw@2026.9.6", null, { base: "" }],
    ["no key", "2026-11", null, { base: "" }],
  ])("is split: %s (%s)", (_, edition, key, split) => {
    expect(splitThreadSuffix(key, behavioursOf(edition))).toEqual(split);
  });

  it("comes apart again under 2026-11", () => {
    const own = behavioursOf("2026-11");
    const text = fc.oneof(anyText, trickyText);
    fc.assert(
      fc.property(keyParts(text), text, (parts, thread) => {
        fc.pre("agentId" in parts && parts.thread === undefined && parts.heartbeat === undefined);
        const base = formatSessionKey(parts);
        expect(splitThreadSuffix(threadSessionKey(base, thread, own), own)).toEqual({ base, thread });
      }),
    );
  });
});
