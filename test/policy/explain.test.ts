import { describe, expect, it } from "vitest";
import { parsePolicy } from "../../src/parse-policy.ts";
import { explainMemorySearch } from "../../src/policy/memory/explain.ts";
import { explainSend } from "../../src/policy/send/explain.ts";
import { explainVisibility } from "../../src/policy/visibility/explain.ts";
import { evaluateMemorySearch } from "../../src/policy/memory/memory-search.ts";
import { evaluateSend } from "../../src/policy/send/send.ts";
import { evaluateVisibility, type VisibilityDecision } from "../../src/policy/visibility/visibility.ts";

const rules = [{ id: "quiet", action: "deny", match: { chatType: "group" } }] as const;
const scope = { default: "allow", rules: [{ ...rules[0], reason: "private" }] } as const;
const policy = parsePolicy(
  { session: { sendPolicy: { rules } }, agents: { defaults: { memorySearch: { scope } } } },
  { edition: "2026-11" },
);
const unresolved = { kind: "resolution", ok: false, reason: "missing-peer", missing: ["peer"] } as const;

describe("explainSend", () => {
  it.each([
    ["agent:main:irc:group:1", "may not send: session.sendPolicy.rules[0] (quiet)."],
    [
      "agent:main:irc:direct:1",
      "may send: no rule of session.sendPolicy matches it, and the default of 2026-11 is to allow.",
    ],
    ["agent:main:group:1", "may not send: its key cannot be read."],
  ])("%s %s", (key, sentence) => {
    expect(explainSend(evaluateSend({ key }, policy))).toBe(`The session ${sentence}`);
  });

  it("tells of the session's own switch, of no policy, of two readings and of no session", () => {
    const old = parsePolicy({ session: { sendPolicy: {} } }, { edition: "openclaw@2026.9.6" });
    const none = parsePolicy({}, { edition: "2026-11" });
    expect([
      explainSend(evaluateSend({ key: "agent:main:main", override: "deny" }, policy)),
      explainSend(evaluateSend({ key: "agent:main:main" }, none)),
      explainSend(evaluateSend({ key: "agent:main:irc:group:direct:1" }, old)),
      explainSend(evaluateSend(unresolved, policy)),
    ]).toEqual([
      "The session may not send: the session's own switch says so.",
      "The session may send: there is no session.sendPolicy, and the default of 2026-11 is to allow.",
      "The session may not send: its key can be read in two ways.",
      "The session may not send: the message has no session.",
    ]);
  });
});

describe("explainMemorySearch", () => {
  it.each([
    [
      "agent:main:irc:group:1",
      "may not search memory: agents.defaults.memorySearch.scope.rules[0] (quiet), which says: private.",
    ],
    [
      "agent:main:main",
      "may search memory: no rule of agents.defaults.memorySearch.scope matches it, and its default is to allow.",
    ],
    ["agent:main:group:1", "may not search memory: its key cannot be read."],
  ])("%s %s", (key, sentence) => {
    const belongs = key === "agent:main:main" ? "belongs" : "does not belong";
    expect(explainMemorySearch(evaluateMemorySearch({ key }, policy))).toBe(
      `The session ${sentence} MEMORY.md ${belongs} in it.`,
    );
  });

  it("tells of the edition's default and of no session", () => {
    const none = parsePolicy({}, { edition: "2026-11" });
    expect(explainMemorySearch(evaluateMemorySearch({ key: "agent:main:cron:1" }, none))).toBe(
      "The session may not search memory: the config does not say, and the default of 2026-11 is to deny. MEMORY.md does not belong in it.",
    );
    expect(explainMemorySearch(evaluateMemorySearch(unresolved, none))).toContain(
      "the message has no session",
    );
  });
});

describe("explainVisibility", () => {
  it.each([
    [
      "list",
      "agent:main:main",
      "may list the other one: it is the session itself (visibility tree, the default of 2026-11).",
    ],
    [
      "send",
      "agent:main:cron:1",
      "may not write to the other one: a session sees only itself and its tree (visibility tree, the default of 2026-11).",
    ],
    [
      "status",
      "agent:work:main",
      "may not see the status of the other one: it belongs to another agent (visibility tree, the default of 2026-11).",
    ],
  ] as const)("%s %s: %s", (action, target, sentence) => {
    const decision: VisibilityDecision = evaluateVisibility(
      { action, requester: "agent:main:main", target },
      policy,
    );
    expect(explainVisibility(decision)).toBe(`The session ${sentence}`);
  });
});
