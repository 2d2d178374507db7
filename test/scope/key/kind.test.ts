import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { behavioursOf, editions, type Edition } from "../../../src/edition/edition.ts";
import {
  classifySessionKey,
  isAcpKey,
  isCronKey,
  isCronRunKey,
  isHiddenRunKey,
  isSubagentKey,
  subagentDepth,
} from "../../../src/scope/key/kind.ts";
import { formatSessionKey } from "../../../src/scope/key/session-key.ts";
import { anyText, keyParts, trickyText } from "./key-arbitraries.ts";

describe("what a key names", () => {
  it.each([
    ["agent:main:main", "main"],
    ["agent:main:telegram:work:direct:7", "direct"],
    ["agent:main:slack:channel:C1:thread:2", "channel"],
    ["agent:main:cron:daily:run:7", "cron"],
    ["agent:main:hook:1", "hook"],
    ["agent:main:node-macbook", "node"],
    ["agent:main:shop:order", "custom"],
    ["GLOBAL", "global"],
    [" ", "missing"],
    ["telegram:group:-100", "alias"],
    ["agent::main", "malformed"],
    ["agent:main:telegram:group:direct:5", "ambiguous"],
  ])("%s", (key, kind) => {
    expect(classifySessionKey(key)).toBe(kind);
  });

  it("is the kind it was written with", () => {
    fc.assert(
      fc.property(keyParts(fc.oneof(anyText, trickyText)), (parts) => {
        expect(classifySessionKey(formatSessionKey(parts))).toBe(parts.kind);
      }),
    );
  });
});

describe("the sub-agents in a key are counted", () => {
  it.each([
    ["agent:main:subagent:a:subagent:b", 2, 2, 2],
    ["subagent:a:subagent:b", 1, 2, 0],
    ["agent:main:main", 0, 0, 0],
  ])("%s", (key, upTo, since, own) => {
    expect(subagentDepth(key, behavioursOf("openclaw@2026.6.35"))).toBe(upTo);
    expect(subagentDepth(key, behavioursOf("openclaw@2026.7.1"))).toBe(since);
    expect(subagentDepth(key, behavioursOf("2026-11"))).toBe(own);
  });
});

it("what a run started counts as the run since 2026.5.12", () => {
  const key = "agent:main:cron:j:run:r:subagent:x";
  expect(isCronRunKey(key, behavioursOf("openclaw@2026.5.7"))).toBe(false);
  expect(isCronRunKey(key, behavioursOf("openclaw@2026.5.12"))).toBe(true);
  expect(isCronRunKey(key, behavioursOf("2026-11"))).toBe(true);
});

it("no edition throws on any text, or on none", () => {
  fc.assert(
    fc.property(fc.constantFrom(...editions), fc.option(fc.oneof(anyText, trickyText)), (edition, key) => {
      const behaviours = behavioursOf(edition);
      expect(isSubagentKey(key, behaviours)).toBeTypeOf("boolean");
      expect(subagentDepth(key, behaviours)).toBeGreaterThanOrEqual(0);
    }),
  );
});

/** What an edition says that a key is, in words; sub-agents with how deep they are. */
function told(key: string | null | undefined, edition: Edition): string {
  const behaviours = behavioursOf(edition);
  const depth = subagentDepth(key, behaviours);
  return [
    ...(isSubagentKey(key, behaviours) ? ["subagent"] : []),
    ...(depth === 0 ? [] : [`depth ${depth}`]),
    ...(isAcpKey(key, behaviours) ? ["acp"] : []),
    ...(isCronKey(key, behaviours) ? ["cron"] : []),
    ...(isCronRunKey(key, behaviours) ? ["run"] : []),
    ...(isHiddenRunKey(key, behaviours) ? ["hidden"] : []),
  ].join(", ");
}

describe("what a task's key is", () => {
  it.each<readonly [key: string | null | undefined, own: string, latest: string, before: string]>([
    // 2026-11 reads the key's grammar, 2026.9.6 and 2026.5.7 look at how its name begins.
    ["agent:main:main", "", "", ""],
    ["agent:main:subagent:a", "subagent, depth 1", "subagent, depth 1", "subagent"],
    ["subagent:a", "", "subagent, depth 1", "subagent"],
    ["agent:main:shop:subagent", "", "", ""],
    ["agent:main:cron:j", "cron", "cron", "cron"],
    ["agent:main:cron:j:run:r", "cron, run", "cron, run", "cron, run"],
    ["agent:main:cron:j:run:r:subagent:x", "depth 1, cron, run", "depth 1, cron, run", "depth 1, cron"],
    ["agent:main:shop:cron:j:run:r", "", "", ""],
    ["cron:j:run:r", "", "", ""],
    ["agent:main:acp:u1", "acp", "acp", "acp"],
    ["agent:main:acp:binding:discord:default:c", "acp", "acp", "acp"],
    ["acp:u1", "", "acp", "acp"],
    ["agent:main:internal-session-effects:x", "hidden", "hidden", "hidden"],
    ["agent:main:agent:main:internal-session-effects:x", "", "", ""],
    ["AGENT:main:internal-session-effects:x", "hidden", "", ""],
    ["telegram:group:1", "", "", ""],
    ["", "", "", ""],
    [null, "", "", ""],
    [undefined, "", "", ""],
  ])("%s", (key, own, latest, before) => {
    expect(told(key, "2026-11")).toBe(own);
    expect(told(key, "openclaw@2026.9.6")).toBe(latest);
    expect(told(key, "openclaw@2026.5.7").replaceAll(/, depth \d|depth \d, /g, "")).toBe(
      before.replaceAll(/, depth \d|depth \d, /g, ""),
    );
  });
});
