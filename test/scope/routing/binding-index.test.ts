import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BindingConfig } from "../../../src/config/config.ts";
import { behavioursOf, type Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { traceRouting } from "../../../src/scope/session/trace-routing.ts";
import { scanBindings } from "./route-oracle.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

const few = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const id = fc.constantFrom("1", "2", "*");
const kind = fc.constantFrom("direct", "group", "channel");
const roles = fc.option(fc.uniqueArray(fc.constantFrom("r1", "r2", "r3"), { minLength: 1 }), {
  nil: undefined,
});

function withoutAbsent<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as T;
}

const binding = fc
  .record({
    channel: fc.constantFrom("slack", "irc"),
    accountId: few("default", "work", "*"),
    peer: fc.option(fc.record({ kind, id }), { nil: undefined }),
    guildId: few("g1", "g2"),
    teamId: few("t1", "t2"),
    roles,
  })
  .map((match): BindingConfig => ({
    agentId: "main",
    match: withoutAbsent(match),
  }));

const inbound = fc
  .record({
    channel: fc.constantFrom("slack", "irc"),
    account: few("default", "work"),
    chatType: kind,
    peer: id,
    parent: fc.option(fc.record({ chatType: kind, peer: id }), { nil: undefined }),
    guild: few("g1", "g2"),
    team: few("t1", "t2"),
    roles,
  })
  .map((facts) => withoutAbsent(facts) as Inbound);

// One of each reading of bindings. The earliest spells a direct chat `dm`, which the scan leaves aside.
const editions: readonly Edition[] = [
  "openclaw@2026.2.9",
  "openclaw@2026.2.17",
  "openclaw@2026.3.1",
  "openclaw@2026.4.1",
  "openclaw@2026.9.6",
  "2026-11",
];

describe.each(editions)("bindings under %s", (edition) => {
  it("are found by the index as by going through all of them", () => {
    fc.assert(
      fc.property(fc.array(binding, { maxLength: 12 }), inbound, (bindings, facts) => {
        const policy = uncheckedPolicy({ bindings }, edition);
        const resolution = resolveSession(facts, policy);
        const expected = scanBindings(bindings, facts, behavioursOf(edition));
        expect(resolution).toMatchObject({ ok: true, matchedBy: expected?.matchedBy ?? "default" });
        expect(resolution.ok ? resolution.binding?.index : -1).toBe(expected?.index);
      }),
      { numRuns: runs },
    );
  });

  it("lose for a reason: each of them but the winner", () => {
    fc.assert(
      fc.property(fc.array(binding, { maxLength: 8 }), inbound, (bindings, facts) => {
        const policy = uncheckedPolicy({ bindings }, edition);
        const resolution = resolveSession(facts, policy);
        if (!resolution.ok) throw new Error("every message has a session here");
        const { binding: won } = resolution;
        const lost = traceRouting(facts, policy);
        expect(lost.map(({ index }) => index)).toEqual(
          bindings.map((_, index) => index).filter((index) => index !== won?.index),
        );
        const outranked = lost.filter(({ because }) => because === "outranked");
        // Alone, a binding wins exactly when the trace says that only rank made it lose.
        for (const { index } of lost) {
          const only = bindings[index];
          const alone = resolveSession(facts, uncheckedPolicy({ bindings: only ? [only] : [] }, edition));
          const wins = alone.ok && alone.binding !== undefined;
          expect(wins).toBe(outranked.some((each) => each.index === index));
        }
      }),
      { numRuns: runs },
    );
  });
});

describe("a binding of a blank channel", () => {
  it.each<Edition>(["openclaw@2026.1.29", "openclaw@2026.9.6"])("never wins under %s", (edition) => {
    const bindings = [{ agentId: "ops", match: { channel: " " } }];
    const policy = parsePolicy(
      { agents: { list: [{ id: "main", default: true }, { id: "ops" }] }, bindings },
      { edition },
    );
    const blank: Inbound = { channel: "", chatType: "group", peer: "1" };
    expect(resolveSession(blank, policy)).toMatchObject({ ok: true, agentId: "main", matchedBy: "default" });
    expect(traceRouting(blank, policy)).toEqual([{ index: 0, path: "bindings[0]", because: "impossible" }]);
  });
});
