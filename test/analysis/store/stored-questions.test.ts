import { describe, expect, it } from "vitest";
import { answer, comparePolicies, coverage, storedQuestions } from "../../../src/analysis/index.ts";
import { parsePolicy } from "../../../src/index.ts";

const hour = 3_600_000;
const policy = parsePolicy(
  {
    session: {
      dmScope: "per-channel-peer",
      reset: { mode: "idle", idleMinutes: 60 },
      sendPolicy: { rules: [{ action: "deny", match: { channel: "slack" } }] },
    },
    bindings: [
      { agentId: "main", match: { channel: "telegram" } },
      { agentId: "main", match: { channel: "irc" } },
    ],
    channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["5"] } },
  },
  { edition: "2026-11", timeZone: "UTC" },
);
const store = {
  "agent:main:telegram:direct:5": { updatedAt: hour, lastChannel: "telegram", lastTo: "telegram:5" },
  "agent:main:slack:channel:C1": { updatedAt: 3 * hour, sendPolicy: "allow" },
  "agent:main:cron:nightly": {},
};

describe("the questions that stored sessions pose", () => {
  const asked = storedQuestions(store, policy);

  it("are of each what its entry and its key tell enough for", () => {
    const telegram = { channel: "telegram", chatType: "direct", peer: "5" };
    const slack = { channel: "slack", chatType: "channel", peer: "C1" };
    expect(asked).toEqual([
      { ask: "resolution", request: telegram },
      { ask: "access", request: telegram },
      {
        ask: "reset",
        request: { key: "agent:main:telegram:direct:5", ...telegram },
        times: { updatedAt: hour },
        now: 3 * hour,
      },
      { ask: "send", request: { key: "agent:main:telegram:direct:5", ...telegram } },
      { ask: "memory-search", request: { key: "agent:main:telegram:direct:5", ...telegram } },
      { ask: "resolution", request: slack },
      { ask: "access", request: slack },
      {
        ask: "reset",
        request: { key: "agent:main:slack:channel:C1", ...slack },
        times: { updatedAt: 3 * hour },
        now: 3 * hour,
      },
      { ask: "send", request: { key: "agent:main:slack:channel:C1", ...slack, override: "allow" } },
      { ask: "memory-search", request: { key: "agent:main:slack:channel:C1", ...slack } },
      { ask: "send", request: { key: "agent:main:cron:nightly" } },
      { ask: "memory-search", request: { key: "agent:main:cron:nightly" } },
    ]);
  });

  it("are answered, each as its session is", () => {
    const answers = asked.map((question) => answer(question, policy));
    expect(answers[0]).toMatchObject({ ok: true, key: "agent:main:telegram:direct:5" });
    expect(answers[2]).toMatchObject({ fresh: false });
    expect(answers[8]).toMatchObject({ allowed: true });
  });

  it("are about the instant that is named", () => {
    expect(storedQuestions(store, policy, 9).filter(({ ask }) => ask === "reset")).toMatchObject([
      { now: 9 },
      { now: 9 },
    ]);
  });
});

it("covers what stored sessions reach, beside other inputs", () => {
  expect(coverage(policy, store).uncovered).toEqual(["bindings[1]"]);
  const irc = { ask: "resolution", request: { channel: "irc", chatType: "direct", peer: "a" } } as const;
  const mixed = coverage(policy, [irc, "agent:main:telegram:direct:5"]);
  expect(mixed).toMatchObject({
    uncovered: expect.not.arrayContaining(["bindings[0]", "bindings[1]"]) as unknown,
  });
});

it("compares what stored sessions are answered", () => {
  const wide = parsePolicy({ session: { dmScope: "main" } }, { edition: "2026-11", timeZone: "UTC" });
  const { stored } = comparePolicies(policy, wide, store);
  const drifts = stored?.map(({ input, risk }) => `${risk} ${input.ask}`);
  expect(drifts).toContain("re-keys resolution");
  expect(drifts).toContain("timing reset");
  expect(comparePolicies(policy, policy, store).stored).toEqual([]);
  expect(comparePolicies(policy, policy)).not.toHaveProperty("stored");
});
