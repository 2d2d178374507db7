import { describe, expect, it } from "vitest";
import { readTelegram } from "../../src/channels/index.ts";
import { admit, evaluateAccess, parsePolicy, resolveSession, type IncomingMessage } from "../../src/index.ts";
import { fixture } from "../channels/fixtures.ts";

const policy = parsePolicy(
  {
    session: { dmScope: "per-channel-peer" },
    channels: {
      telegram: {
        allowFrom: ["7"],
        groupPolicy: "open",
        groups: { "*": { requireMention: true } },
      },
    },
  },
  { edition: "2026-11" },
);

const direct = { channel: "telegram", chatType: "direct", peer: "7" } as const;
const group = { channel: "telegram", chatType: "group", peer: "-1", sender: "7" } as const;

describe("whether a message goes on to its session", () => {
  it("is what resolving and letting in say, with what a turn needs", () => {
    const resolution = resolveSession(direct, policy);
    expect(admit({ inbound: direct, text: "hello", kind: "edit" }, policy)).toEqual({
      kind: "admission",
      ok: true,
      key: "agent:main:telegram:direct:7",
      resolution,
      decision: evaluateAccess(direct, policy),
      action: "edit",
      text: "hello",
    });
  });

  it.each<[why: string, read: unknown, reason: string | undefined, decidedBy: string]>([
    ["nobody said anything", { kind: "unread", ok: false, reason: "bot", missing: [] }, "bot", "unread"],
    ["it is none of a platform's payloads", undefined, "missing-fact", "unread"],
    ["what a reader reads is none yet", direct, "missing-fact", "unread"],
    ["what turns are taken of is none", { kind: "admission", ok: false }, "missing-fact", "unread"],
    ["its session is nobody's", { inbound: { ...direct, peer: undefined } }, "missing-peer", "resolution"],
    ["it is malformed", { inbound: { ...direct, peer: 7.5 } }, "malformed-inbound", "resolution"],
    ["what was said is no text", { inbound: direct, text: 7 }, "malformed-request", "access"],
    ["what was done is none of these", { inbound: direct, kind: "edited" }, "malformed-request", "access"],
    ["a mention is a word", { inbound: group, mentioned: "yes" }, "malformed-request", "access"],
    ["what is known beside is no object", { inbound: direct, access: "bot" }, "malformed-request", "access"],
    ["a stranger wrote it", { inbound: { ...direct, peer: "8" } }, "dm-pairing", "access"],
    ["nobody mentions the bot", { inbound: group, mentioned: false }, "mention-required", "access"],
    ["nobody knows whether they do", { inbound: group }, "missing-fact", "access"],
    [
      "two places tell otherwise of the mention",
      { inbound: { ...group, mentioned: true }, mentioned: false },
      "fact-mismatch",
      "access",
    ],
    [
      "a reader's finer word tells otherwise",
      { inbound: { ...group, mentioned: true }, access: { mentioned: false } },
      "fact-mismatch",
      "access",
    ],
  ])("is no where %s", (_, read, reason, decidedBy) => {
    const admission = admit(read as IncomingMessage, policy);
    expect(admission).toMatchObject({ kind: "admission", ok: false, reason, decision: { kind: decidedBy } });
    expect(admission).not.toHaveProperty("key");
  });

  it.each<[where: string, read: IncomingMessage]>([
    ["the message", { inbound: group, mentioned: true }],
    ["the facts of its place", { inbound: { ...group, mentioned: true } }],
    ["what a reader tells of the door", { inbound: group, access: { mentioned: true } }],
    ["a reply", { inbound: { ...group, mentioned: true }, access: { mentioned: "reply" } }],
  ])("takes the mention from %s", (_, read) => {
    expect(admit(read, policy).ok).toBe(true);
  });

  it("takes null for what is not told", () => {
    const told = { inbound: direct, kind: null, text: null, mentioned: null, access: null };
    expect(admit(told as unknown as IncomingMessage, policy)).toEqual(admit({ inbound: direct }, policy));
  });

  it("lets in whoever was paired", () => {
    const stranger = { inbound: { ...direct, peer: "8" } };
    expect(admit(stranger, policy)).toMatchObject({ ok: false, decision: { outcome: "pair" } });
    expect(admit(stranger, policy, { paired: ["8"] })).toMatchObject({
      ok: true,
      decision: { reason: "dm-paired" },
    });
  });

  it("takes what a reader returns as it is", () => {
    const open = parsePolicy(
      { channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } },
      { edition: "2026-11" },
    );
    const read = readTelegram(fixture("telegram", "private-message"));
    expect(admit(read, open)).toMatchObject({
      ok: true,
      action: "command",
      text: "/start refund",
      key: "agent:main:main",
    });
  });
});
