import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { toRequestKey, toStoreKey } from "../../../src/scope/key/request-key.ts";
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
