import { describe, expect, it } from "vitest";
import { evaluateReset } from "../../src/lifecycle/reset/evaluate-reset.ts";
import { parsePolicy } from "../../src/parse-policy.ts";
import { evaluateAccess } from "../../src/policy/access/access.ts";
import { evaluateSend } from "../../src/policy/send/send.ts";
import { resolveSession } from "../../src/scope/session/resolve-session.ts";
import { matchers, type MatcherResult } from "../../src/testing/matchers.ts";

const policy = parsePolicy(
  { session: { dmScope: "per-peer", sendPolicy: { default: "deny" }, reset: { mode: "daily", atHour: 4 } } },
  { edition: "2026-11", timeZone: "UTC" },
);
const telegram = { channel: "telegram", chatType: "direct", peer: "7" } as const;
const nobody = { channel: "telegram", chatType: "direct" } as const;
const session = resolveSession(telegram, policy);
const times = { updatedAt: Date.UTC(2026, 0, 1, 12) };
const fresh = evaluateReset(times, session, policy, Date.UTC(2026, 0, 1, 13));
const stale = evaluateReset(times, session, policy, Date.UTC(2026, 0, 2, 13));
const denied = evaluateSend(session, policy);
const allowed = evaluateSend({ key: "agent:main:main", override: "allow" }, policy);

describe("a matcher", () => {
  it.each<readonly [string, MatcherResult, MatcherResult]>([
    [
      "toResolveTo",
      matchers.toResolveTo(telegram, "agent:main:direct:7", policy),
      matchers.toResolveTo(telegram, "agent:main:main", policy),
    ],
    [
      "toResolveTo of a resolution",
      matchers.toResolveTo(session, "agent:main:direct:7"),
      matchers.toResolveTo(session, "agent:main:direct:8"),
    ],
    ["toBeUnresolved", matchers.toBeUnresolved(nobody, policy), matchers.toBeUnresolved(telegram, policy)],
    [
      "toBeUnresolved for a reason",
      matchers.toBeUnresolved(nobody, policy, "missing-peer"),
      matchers.toBeUnresolved(nobody, policy, "no-agent"),
    ],
    [
      "toShareSessionWith",
      matchers.toShareSessionWith(telegram, { ...telegram, channel: "discord" }, policy),
      matchers.toShareSessionWith(telegram, { ...telegram, peer: "8" }, policy),
    ],
    ["toBeFresh", matchers.toBeFresh(fresh), matchers.toBeFresh(stale)],
    ["toBeStale", matchers.toBeStale(stale), matchers.toBeStale(fresh)],
    ["toBeStale for a reason", matchers.toBeStale(stale, "daily"), matchers.toBeStale(stale, "idle")],
    ["toBeAllowed", matchers.toBeAllowed(allowed), matchers.toBeAllowed(denied)],
    [
      "toBeAllowed for a reason",
      matchers.toBeAllowed(allowed, "override"),
      matchers.toBeAllowed(allowed, "rule"),
    ],
    ["toBeDenied", matchers.toBeDenied(denied), matchers.toBeDenied(allowed)],
    ["toBeDenied for a reason", matchers.toBeDenied(denied, "default"), matchers.toBeDenied(denied, "rule")],
    [
      "toBeDenied of another kind",
      matchers.toBeDenied(evaluateAccess(telegram, policy)),
      matchers.toBeAllowed(evaluateAccess(telegram, policy)),
    ],
  ])("tells right from wrong: %s", (_, right, wrong) => {
    expect([right.pass, wrong.pass]).toEqual([true, false]);
  });

  it.each<readonly [string, MatcherResult, string]>([
    [
      "what is expected and what decided",
      matchers.toBeAllowed(denied),
      `expected that it is allowed
  The session may not send: no rule of session.sendPolicy matches it, and its default is to deny.`,
    ],
    [
      "the opposite, where that was asked for",
      matchers.toBeDenied(denied),
      `expected otherwise than it is denied
  The session may not send: no rule of session.sendPolicy matches it, and its default is to deny.`,
    ],
    [
      "why two messages are apart",
      matchers.toShareSessionWith(telegram, { ...telegram, peer: "8" }, policy),
      `expected that the two messages share a session
  They are apart: peer (session.dmScope).
  The direct message of telegram "7" belongs to agent:main:direct:7; agent main is the default.
  The direct message of telegram "8" belongs to agent:main:direct:8; agent main is the default.`,
    ],
  ])("says in its failure %s", (_, { message }, text) => {
    expect(message()).toBe(text);
  });

  it("needs the policy beside a message", () => {
    expect(() => matchers.toResolveTo(telegram, "agent:main:direct:7")).toThrow(TypeError);
  });
});
