import { describe, expect, it } from "vitest";
import { parsePolicy } from "../../../src/parse-policy.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { withOverrides } from "../../../src/scope/routing/route-overrides.ts";

const dm: Inbound = { channel: "telegram", chatType: "direct", peer: "7" };
const overrides = { dmScope: "per-peer", groupScope: "main", defaultAgentId: "Ops" } as const;

describe("what a caller decides for one message", () => {
  it("counts from 2026.8.1 on", () => {
    const before = withOverrides(parsePolicy({}, { edition: "openclaw@2026.7.35" }), overrides);
    const since = withOverrides(parsePolicy({}, { edition: "openclaw@2026.8.1" }), overrides);
    expect(resolveSession(dm, before)).toMatchObject({ key: "agent:main:main" });
    expect(resolveSession(dm, since)).toMatchObject({ key: "agent:ops:direct:7" });
    const group: Inbound = { ...dm, chatType: "group" };
    expect(resolveSession(group, since)).toMatchObject({ key: "agent:ops:main", groupScope: "main" });
  });

  it("leaves what a binding says", () => {
    const bindings = [
      { agentId: "main", match: { channel: "telegram" }, session: { dmScope: "per-channel-peer" } },
    ] as const;
    const policy = parsePolicy({ bindings }, { edition: "openclaw@2026.9.6" });
    expect(resolveSession(dm, withOverrides(policy, overrides))).toMatchObject({
      key: "agent:main:telegram:direct:7",
    });
  });

  it("leaves the config where it says nothing", () => {
    const session = { dmScope: "per-peer", groupScope: "main" } as const;
    const policy = parsePolicy({ session }, { edition: "openclaw@2026.9.6" });
    expect(resolveSession(dm, withOverrides(policy, {}))).toEqual(resolveSession(dm, policy));
    expect(resolveSession(dm, withOverrides(policy, { defaultAgentId: " " }))).toEqual(
      resolveSession(dm, policy),
    );
  });
});
