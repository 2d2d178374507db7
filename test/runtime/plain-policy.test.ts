import { expect, it } from "vitest";
import { evaluateSend, parsePolicy, resolveSession, type Inbound } from "../../src/index.ts";

it("a policy is plain data: a copy of it, as another thread would get it, decides the same", () => {
  const policy = parsePolicy(
    {
      session: { dmScope: "per-channel-peer", identityLinks: { ann: ["telegram:1"] } },
      bindings: [{ agentId: "ops", match: { channel: "slack" } }],
    },
    { edition: "2026-11", timeZone: "UTC" },
  );
  const copy = structuredClone(policy);
  for (const inbound of [
    { channel: "telegram", chatType: "direct", peer: "1" },
    { channel: "slack", chatType: "channel", peer: "C1" },
  ] as const satisfies readonly Inbound[]) {
    const session = resolveSession(inbound, policy);
    expect(resolveSession(inbound, copy)).toEqual(session);
    expect(evaluateSend(session, copy)).toEqual(evaluateSend(session, policy));
  }
});
