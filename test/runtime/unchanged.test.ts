import { describe, expect, it } from "vitest";
import {
  behavioursOf,
  editions,
  evaluateAccess,
  evaluateCommand,
  evaluateMemorySearch,
  evaluateReset,
  evaluateSend,
  evaluateTool,
  evaluateVisibility,
  loadChangeCodes,
  mentionPatterns,
  parsePolicy,
  parseSessionKey,
  resolveMaintenance,
  resolveSession,
} from "../../src/index.ts";

/* What is handed out cannot change what is decided: it is frozen, or nobody reads it again. */

const policy = parsePolicy({ tools: { deny: ["exec"] } }, { edition: "2026-11", timeZone: "UTC" });
const direct = { channel: "telegram", chatType: "direct", peer: "1" } as const;

/** Writes over all that can be written over in an answer. */
function wreck(answer: unknown): void {
  if (typeof answer !== "object" || answer === null || Object.isFrozen(answer)) return;
  for (const [name, value] of Object.entries(answer)) {
    wreck(value);
    Reflect.set(answer, name, "wrecked");
  }
  Reflect.set(answer, "more", true);
}

const asked: Readonly<Record<string, () => unknown>> = {
  evaluateSend: () => evaluateSend("agent:main:main", policy),
  evaluateMemorySearch: () => evaluateMemorySearch("agent:main:main", policy),
  evaluateTool: () => evaluateTool({ tool: "exec", agentId: "main" }, policy, { trace: true }),
  evaluateAccess: () => evaluateAccess(direct, policy, { trace: true }),
  evaluateCommand: () => evaluateCommand({ ...direct, admitted: true }, policy),
  evaluateVisibility: () =>
    evaluateVisibility({ action: "list", requester: "agent:main:main", target: "agent:ops:main" }, policy),
  evaluateReset: () => evaluateReset({ updatedAt: 1 }, "agent:main:main", policy, 5),
  resolveSession: () => resolveSession(direct, policy),
  "resolveSession, of nothing": () => resolveSession({} as never, policy),
  parseSessionKey: () => parseSessionKey("agent:main:telegram:group:1"),
  resolveMaintenance: () => resolveMaintenance(policy),
  mentionPatterns: () => mentionPatterns({}, policy),
};

describe("what is handed out", () => {
  it.each(Object.entries(asked))("%s answers the same after its answer was written over", (_, ask) => {
    const before = JSON.stringify(ask());
    wreck(ask());
    expect(JSON.stringify(ask())).toBe(before);
  });

  it("holds what editions consist of, and their names", () => {
    const inForce = behavioursOf("2026-11") as Set<string>;
    for (const change of [
      () => inForce.add("x"),
      () => inForce.delete("strict-settings"),
      () => inForce.clear(),
    ])
      expect(change).toThrow("The behaviours of an edition cannot be changed");
    expect(behavioursOf("2026-11").has("strict-settings")).toBe(true);
    expect([editions, loadChangeCodes, policy, policy.config, policy.behaviours].every(Object.isFrozen)).toBe(
      true,
    );
    // A policy is plain data all the same, which another thread may be sent.
    expect(structuredClone(policy.behaviours)).toEqual(new Set(policy.behaviours));
  });
});
