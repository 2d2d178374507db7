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
