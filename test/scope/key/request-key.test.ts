import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePolicy } from "../../../src/parse-policy.ts";
import type { Policy } from "../../../src/config/policy.ts";
import { type KeyRequest, toRequestKey, toStoreKey } from "../../../src/scope/key/request-key.ts";
import { formatSessionKey } from "../../../src/scope/key/session-key.ts";
import { anyText, keyParts, trickyText } from "./key-arbitraries.ts";

const own = parsePolicy({ session: { mainKey: "Home" } }, { edition: "2026-11" });
const latest = parsePolicy({ session: { mainKey: "Home" } }, { edition: "openclaw@2026.9.6", loaded: true });
const oldest = parsePolicy({}, { edition: "openclaw@2026.1.29" });

describe("a request as a stored key", () => {
  it.each([
    ["the main session", "main", "agent:ops:home"],
    ["in any case", " MAIN ", "agent:ops:home"],
    ["nothing", "", "agent:ops:home"],
    ["the session that asks", "current", "agent:ops:slack:channel:C1"],
    ["a name among the agent's sessions", "Telegram:DM:7", "agent:ops:telegram:direct:7"],
    ["a whole key of the agent", "agent:Ops:main", "agent:ops:main"],
    ["a whole key of another agent is refused", "agent:main:main", undefined],
    ["the session of all", "GLOBAL", "global"],
    ["a key that starts like an agent's and is none", "agent:", undefined],
    ["a doubtful name", "telegram:group:direct:5", undefined],
  ])("%s", (_, key, stored) => {
    expect(toStoreKey({ key, agentId: "ops", current: "agent:ops:slack:channel:C1" }, own)).toBe(stored);
  });

  it("comes back, for every key of the agent", () => {
    fc.assert(
      fc.property(keyParts(fc.oneof(anyText, trickyText)), (parts) => {
        const key = formatSessionKey("agentId" in parts ? { ...parts, agentId: "ops" } : parts);
        const request = toRequestKey(key, own);
        const canonical = toStoreKey({ key, agentId: "ops" }, own);
        expect(request && toStoreKey({ key: request, agentId: "ops" }, own)).toBe(canonical);
      }),
    );
  });
});

describe("under an openclaw@ edition", () => {
  it("a whole key counts, whosever it is", () => {
    expect(toStoreKey({ key: "agent:main:main", agentId: "ops" }, latest)).toBe("agent:main:main");
  });

  it("capitals were not an alias of the main session at first", () => {
    expect(toStoreKey({ key: "MAIN", agentId: "ops" }, oldest)).toBe("agent:ops:main");
    expect(toStoreKey({ key: "MAIN", agentId: "ops" }, latest)).toBe("agent:ops:home");
  });
});

describe("a request that cannot be read means no session", () => {
  const request = { key: "main", agentId: "ops" };
  it.each<readonly [string, unknown]>([
    ["none", undefined],
    ["null", null],
    ["a key alone", "agent:ops:main"],
    ["no key", { agentId: "ops" }],
    ["a key that is a number", { ...request, key: 7 }],
    ["no agent", { key: "main" }],
    ["an agent that is a number", { ...request, agentId: 7 }],
    ["a session that asks that is none", { ...request, current: 7 }],
    ["…but for what is asked no text at all", { key: 7, agentId: 7, current: undefined }],
  ])("%s", (_, given) => {
    for (const policy of [own, latest, oldest])
      // JavaScript hands over anything.
      expect(toStoreKey(given as KeyRequest, policy)).toBeUndefined();
  });

  it("but null asks from no session", () => {
    const given = { ...request, current: null } as unknown as KeyRequest;
    expect(toStoreKey(given, own)).toBe("agent:ops:home");
    expect(toStoreKey({ ...given, key: "current" }, latest)).toBe("agent:ops:current");
  });
});

describe("the session that asks", () => {
  const asked = (current: string, policy: Policy) =>
    toStoreKey({ key: "current", agentId: "Ops", current }, policy);
  it.each<readonly [string, string, string | undefined, string | undefined]>([
    ["one of the agent's", "agent:ops:main", "agent:ops:main", "agent:ops:main"],
    ["one of another agent's", "agent:main:main", undefined, "agent:main:main"],
    ["the session of all", "global", "global", "global"],
    ["a name that no agent stands before", "x", "x", "x"],
  ])("%s", (_, current, own_, released) => {
    expect(asked(current, own)).toBe(own_);
    expect(asked(current, latest)).toBe(released);
  });
});

describe("a session as requests name it", () => {
  it.each<readonly [string, unknown, Policy, string | undefined]>([
    ["no text", 7, own, undefined],
    ["no text", undefined, latest, undefined],
    ["a blank", " ", own, undefined],
    ["a name without an agent", " telegram:group:1 ", own, "telegram:group:1"],
    ["a key of an agent", "agent:ops:telegram:group:1", own, "telegram:group:1"],
    ["blanks around it are of the key", " agent:ops:telegram:group:1", own, " agent:ops:telegram:group:1"],
    ["in a release they are not", " agent:ops:telegram:group:1 ", latest, "telegram:group:1"],
    ["one whose name would be the session that asks", "agent:ops:current", own, "agent:ops:current"],
    ["in a release it is", "agent:ops:current", latest, "current"],
    ["one whose name would be the main session", "agent:ops:main", own, "agent:ops:main"],
    ["in a release it is", "agent:ops:main", latest, "main"],
    [
      "one whose name is doubtful",
      "agent:ops:telegram:group:direct:5",
      own,
      "agent:ops:telegram:group:direct:5",
    ],
    ["one whose name is a key itself", "agent:ops:agent:main:main", own, "agent:ops:agent:main:main"],
  ])("%s: %j", (_, key, policy, request) => {
    expect(toRequestKey(key as string, policy)).toBe(request);
  });
});

describe("a name as releases store it", () => {
  it.each<readonly [string, string, string | undefined, string | undefined]>([
    // As 2026.1.29 stores it, and as 2026.9.6 does.
    ["a name", "Telegram:Group:1", "agent:ops:telegram:group:1", "agent:ops:telegram:group:1"],
    ["the main session", " main ", "agent:ops:main", "agent:ops:home"],
    ["a whole key", " Agent:Main:X ", "agent:main:x", "agent:main:x"],
    ["what starts like one and is none", "agent:main", "agent:main", "agent:main"],
    ["what ends like one", "x:agent:", "agent:ops:x:agent:", "agent:ops:x:agent:"],
  ])("%s: %j", (_, key, first, last) => {
    expect(toStoreKey({ key, agentId: "ops" }, oldest)).toBe(first);
    expect(toStoreKey({ key, agentId: "ops" }, latest)).toBe(last);
  });

  it.each<readonly [string, string, string | undefined]>([
    ["what starts like a key and is none", "agent:ops", undefined],
    ["what ends like one is a name", "shop:agent-", "agent:ops:shop:agent-"],
  ])("2026-11: %s: %j", (_, key, stored) => {
    expect(toStoreKey({ key, agentId: "ops" }, own)).toBe(stored);
  });
});
