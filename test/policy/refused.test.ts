import { describe, expect, it } from "vitest";
import type { Edition } from "../../src/edition/edition.ts";
import { parsePolicy } from "../../src/parse-policy.ts";
import { evaluateAccess } from "../../src/policy/access/access.ts";
import { evaluateCommand } from "../../src/policy/command/command.ts";
import { evaluateExec } from "../../src/policy/exec/exec.ts";
import { evaluateMemorySearch } from "../../src/policy/memory/memory-search.ts";
import { evaluateMention } from "../../src/policy/mention/mention.ts";
import { evaluateSandbox } from "../../src/policy/sandbox/sandbox.ts";
import { evaluateSend } from "../../src/policy/send/send.ts";
import { evaluateTool } from "../../src/policy/tool/tool.ts";
import { evaluateVisibility } from "../../src/policy/visibility/visibility.ts";

/** A message that could not be placed in a session. */
const unresolved = { kind: "resolution", ok: false, reason: "missing-peer", missing: ["peer"] } as const;

/** A config that allows all that it can, so that nothing but the message keeps anything off. */
const open = {
  session: { sendPolicy: { default: "allow" } },
  tools: {
    exec: { approvals: { enabled: false } },
    sessions: { visibility: "all" },
    agentToAgent: { enabled: true, allow: ["*"] },
  },
} as const;

describe("a message without a session is allowed nothing, however open the config", () => {
  const editions: readonly Edition[] = ["openclaw@2026.1.29", "openclaw@2026.9.6", "2026-11"];
  const closed = { allowed: false, reason: "unresolved-session" };
  it.each(editions)("under %s", (edition) => {
    const policy = parsePolicy(edition === "2026-11" ? open : {}, { edition });
    const target = "agent:main:main";
    expect(evaluateAccess(unresolved, policy)).toMatchObject({ ...closed, outcome: "deny" });
    expect(evaluateSend(unresolved, policy)).toMatchObject(closed);
    expect(evaluateMemorySearch(unresolved, policy)).toMatchObject({ ...closed, notes: false });
    expect(evaluateVisibility({ action: "list", requester: unresolved, target }, policy)).toMatchObject(
      closed,
    );
    expect(evaluateTool({ ...unresolved, tool: "exec" }, policy)).toMatchObject(closed);
    expect(evaluateExec({ ...unresolved, command: "ls" }, policy)).toMatchObject({
      ...closed,
      outcome: "deny",
    });
    expect(evaluateSandbox({ ...unresolved, action: "network" }, policy)).toMatchObject({
      ...closed,
      workspaceAccess: "none",
      network: "none",
    });
    expect(evaluateCommand(unresolved, policy)).toMatchObject({ ...closed, owner: false, resets: false });
    expect(evaluateMention({ ...unresolved, text: "@bot" }, policy)).toMatchObject({
      mentioned: false,
      reason: "unresolved-session",
    });
  });
});

describe("in a direct chat whoever writes counts, and the peer only where no sender is told", () => {
  const from = { channel: "telegram", chatType: "direct", peer: "1" } as const;
  it.each<readonly [Edition, string, string | undefined, boolean]>([
    ["openclaw@2026.9.6", "1", undefined, true],
    ["openclaw@2026.9.6", "1", "2", false],
    ["openclaw@2026.9.6", "2", "2", true],
    ["2026-11", "1", undefined, true],
    ["2026-11", "1", "2", false],
    ["2026-11", "2", "2", true],
  ])("%s lets %s in, asked for the chat with 1 and the sender %s: %s", (edition, listed, sender, allowed) => {
    const policy = parsePolicy(
      {
        channels: { telegram: { dmPolicy: "allowlist", allowFrom: [listed] } },
        commands: { ownerAllowFrom: [`telegram:${listed}`] },
      },
      { edition },
    );
    const message = { ...from, ...(sender !== undefined && { sender }) };
    expect(evaluateAccess(message, policy).allowed).toBe(allowed);
    expect(evaluateCommand(message, policy).owner).toBe(allowed);
  });

  it("in a room the peer is nobody", () => {
    const policy = parsePolicy(
      { commands: { ownerAllowFrom: ["telegram:1"] } },
      { edition: "openclaw@2026.9.6" },
    );
    expect(evaluateCommand({ ...from, chatType: "group" }, policy).owner).toBe(false);
  });
});
