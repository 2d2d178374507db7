import { describe, expect, it } from "vitest";
import { evaluateReset, parsePolicy, type Edition, type ResetTarget } from "../../../src/index.ts";

function typeOf(target: ResetTarget, edition: Edition) {
  return evaluateReset({}, target, parsePolicy({}, { edition }), 0).resetType;
}

describe("the reset type of a key", () => {
  it.each([
    ["agent:main:main", "openclaw@2026.2.6-3", "dm"],
    ["agent:main:main", "openclaw@2026.2.9", "direct"],
    ["agent:main:x:thread:", "openclaw@2026.3.28", "thread"],
    ["agent:main:x:thread:", "openclaw@2026.3.31", "direct"],
    ["agent:main:feishu:group:oc:topic:om", "openclaw@2026.3.28", "thread"],
    ["agent:main:feishu:group:oc:topic:om", "openclaw@2026.3.31", "group"],
    ["agent:main:telegram:group:-1:topic:77", "openclaw@2026.3.31", "thread"],
    ["agent:main:telegram:group:-1:topic:77", "openclaw@2026.4.1", "group"],
    ["AGENT:MAIN:DISCORD:CHANNEL:1:THREAD:2", "openclaw@2026.9.6", "thread"],
    ["agent:main:discord:direct:1:group:2", "openclaw@2026.9.6", "group"],
    // For a while a room's thread was sought in what follows the room's kind, empty segments dropped.
    ["agent:main:signal:group::thread:x", "openclaw@2026.3.31", "thread"],
    ["agent:main:signal:group::thread:x", "openclaw@2026.4.12", "group"],
    ["agent:main:signal:group::thread:x", "openclaw@2026.4.14", "thread"],
    ["agent:main:signal:group:x:thread:y:thread:", "openclaw@2026.4.12", "thread"],
    ["agent:main:signal:group:x:thread:y:thread:", "openclaw@2026.4.14", "group"],
    ["agent:main:signal:direct:x:thread:y", "openclaw@2026.4.12", "thread"],
    // Of the thread nothing is left where its marker is found one letter too late.
    ["agent:İ:slack:direct:1:thread:2", "openclaw@2026.3.28", "thread"],
    ["agent:İ:slack:direct:1:thread:2", "openclaw@2026.9.6", "direct"],
  ] as const)("%s under %s is %s", (key, edition, expected) => {
    expect(typeOf({ key }, edition)).toBe(expected);
  });
});

describe("what a caller tells", () => {
  const key = "agent:main:main";

  it.each([
    ["a thread", { key, thread: "7" }, "thread"],
    ["a thread's label", { key, threadLabel: "x" }, "thread"],
    ["a thread's first message", { key, threadStarter: "x" }, "thread"],
    ["the key it came from", { key, parentKey: "agent:main:main" }, "thread"],
    ["a blank label", { key, threadLabel: " " }, "direct"],
    ["a room", { key, chatType: "channel" }, "group"],
    ["a direct chat whose key is a group's", { key: "agent:main:a:group:b", chatType: "direct" }, "group"],
  ] as const)("%s", (_, target, expected) => {
    expect(typeOf(target, "openclaw@2026.9.6")).toBe(expected);
  });

  it("a blank thread counts up to 2026.9.6 and does not here", () => {
    expect(typeOf({ key, thread: "" }, "openclaw@2026.9.6")).toBe("thread");
    expect(typeOf({ key, thread: "" }, "2026-11")).toBe("direct");
  });
});
