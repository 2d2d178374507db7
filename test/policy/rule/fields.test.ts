import { describe, expect, it } from "vitest";
import { compareSend } from "../../../src/analysis/compare/send.ts";
import { suggestInputs } from "../../../src/analysis/coverage/suggest-inputs.ts";
import type { MatchConfig } from "../../../src/config/config.ts";
import { factFields, inReleases, type FactField } from "../../../src/config/rule-fields.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";
import { evaluateMemorySearch } from "../../../src/policy/memory/memory-search.ts";
import { evaluateSend, type SendRequest } from "../../../src/policy/send/send.ts";
import { toldAs } from "../../../src/policy/session-facts.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

describe("the peer that a rule asks for, under a release", () => {
  it.each<readonly [string, MatchConfig, Pick<SendRequest, "chatType" | "peer">, boolean]>([
    ["a group's id keeps its case", { chatType: "group" }, { chatType: "group", peer: "AbC" }, true],
    ["so that another case is another id", { chatType: "group" }, { chatType: "group", peer: "abc" }, false],
    ["a person's is in any case", { chatType: "direct" }, { chatType: "direct", peer: "aBc" }, true],
    ["and so is that of neither", {}, { peer: "aBc" }, true],
  ])("%s: %j, %j", (_, match, told, denied) => {
    const asks = { channel: "signal", peer: "AbC", ...match };
    const scope = { default: "allow", rules: [{ action: "deny", match: asks }] } as const;
    const policy = uncheckedPolicy(
      { agents: { defaults: { memorySearch: { scope } } } },
      "openclaw@2026.9.6",
    );
    const request = { key: "agent:main:main", channel: "signal", ...told };
    expect(evaluateMemorySearch(request, policy).allowed).toBe(!denied);
  });
});

/** A message that tells every fact that a rule may ask for. */
const inbound: Inbound = {
  channel: "slack",
  account: "work",
  chatType: "channel",
  peer: "C1",
  thread: "7",
};

/** What it has of each fact, and what another has; whether its key tells it, too. */
const facts: Readonly<Record<FactField, { has: string; other: string; inKey: boolean }>> = {
  channel: { has: "slack", other: "irc", inKey: true },
  account: { has: "work", other: "home", inKey: true },
  chatType: { has: "channel", other: "group", inKey: true },
  peer: { has: "C1", other: "C2", inKey: true },
  agent: { has: "ops", other: "main", inKey: true },
  thread: { has: "7", other: "8", inKey: true },
};

function parsed(field: FactField, value: string, edition: Edition) {
  const list = { default: "allow", rules: [{ action: "deny", match: { [field]: value } }] } as const;
  const config = {
    session: { sendPolicy: list },
    agents: {
      list: [{ id: "main", default: true }, { id: "ops" }],
      defaults: { memorySearch: { scope: list } },
    },
    bindings: [{ agentId: "ops", match: { channel: "slack", accountId: "*" } }],
  };
  return safeParsePolicy(config, { edition });
}

function policyOf(field: FactField, value: string) {
  const { issues, policy } = parsed(field, value, "2026-11");
  if (policy === undefined) throw new Error(JSON.stringify(issues));
  return policy;
}

describe.each(factFields)("a rule that asks for the %s", (field) => {
  const { has, other, inKey } = facts[field];
  const policy = policyOf(field, has);
  const otherwise = policyOf(field, other);

  it("decides about the messages that have it, and about no others", () => {
    for (const [asking, allowed] of [
      [policy, false],
      [otherwise, true],
    ] as const) {
      const session = resolveSession(inbound, asking);
      expect(session.ok).toBe(true);
      expect(evaluateSend(session, asking).allowed).toBe(allowed);
      expect(evaluateMemorySearch(session, asking).allowed).toBe(allowed);
    }
  });

  it("is told of it by a request, or by the key", () => {
    const told = { key: "global", [toldAs[field]]: has };
    expect(evaluateSend(told, policy).reason).toBe("rule");
    expect(evaluateSend(told, otherwise).reason).toBe("default");
    // The thread of a session that names none is none.
    const untold =
      field === "thread" ? { reason: "default" } : { reason: "missing-fact", missing: [toldAs[field]] };
    expect(evaluateSend({ key: "global" }, policy)).toMatchObject(untold);
    expect(evaluateMemorySearch({ key: "global" }, policy)).toMatchObject(untold);
    const { key = "" } = resolveSession(inbound, policy);
    expect(evaluateSend({ key }, policy).reason).toBe(inKey ? "rule" : "default");
  });

  it("says so in the trace", () => {
    const { trace } = evaluateSend(resolveSession(inbound, policy), policy, { trace: true });
    expect(trace?.rules[0]?.fields).toEqual([expect.objectContaining({ field, found: has, matched: true })]);
  });

  it("can be told from one that asks for another, and has a session of its own", () => {
    const { verdict, exact } = compareSend(policy, otherwise);
    expect({ verdict, exact }).toEqual({ verdict: "incomparable", exact: true });
    expect(suggestInputs(policy).map(({ path }) => path)).toContain("session.sendPolicy.rules[0]");
  });

  it("is read by a release that has such a field, and refused by one that has not", () => {
    const { issues = [] } = parsed(field, has, "openclaw@2026.9.6");
    expect(issues.some(({ path }) => path === `session.sendPolicy.rules[0].match.${field}`)).toBe(
      !inReleases[field],
    );
  });
});
