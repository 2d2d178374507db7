import { readFileSync } from "node:fs";
import { evaluateReset, evaluateSend, parsePolicy, resolveSession, type Inbound } from "keyscope";
import { decisionTable, matchers, type KeyscopeMatchers } from "keyscope/testing";
import { describe, expect, it } from "vitest";

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- vitest reads what its interface extends
  interface Matchers<T> extends KeyscopeMatchers<T> {}
}

expect.extend(matchers);

const source = readFileSync(new URL("../openclaw.json5", import.meta.url), "utf8");
const policy = parsePolicy(source, { edition: "2026-11", timeZone: "Europe/Berlin" });

/** What must stay true of our config, each with the reason that a failure prints. */
const table = decisionTable(policy, [
  {
    why: "a stranger has a conversation of their own",
    ask: "resolution",
    request: { channel: "telegram", chatType: "direct", peer: "444555666" },
    expect: { key: "agent:main:telegram:direct:444555666" },
  },
  {
    why: "the club is one conversation",
    ask: "resolution",
    request: { channel: "telegram", chatType: "group", peer: "-1001234567890", sender: "444555666" },
    expect: { key: "agent:main:telegram:group:-1001234567890" },
  },
  {
    why: "Slack is the support agent's",
    ask: "resolution",
    request: { channel: "slack", chatType: "channel", peer: "C0LAN2Q65", sender: "U02147483697" },
    expect: { key: "agent:support:slack:channel:C0LAN2Q65", matchedBy: "binding.account" },
  },
  {
    why: "a Slack thread is apart from its channel",
    ask: "resolution",
    request: { channel: "slack", chatType: "channel", peer: "C0LAN2Q65", thread: "1772442000.000200" },
    expect: { key: "agent:support:slack:channel:C0LAN2Q65:thread:1772442000.000200" },
  },
]);

describe("where messages go", () => {
  it.each(table)("$title", ({ run }) => {
    run();
  });
});

const ann = (channel: string, peer: string): Inbound => ({ channel, chatType: "direct", peer });

describe("who shares a conversation", () => {
  it("Ann is one person, on whatever channel she writes", () => {
    expect(ann("telegram", "111222333")).toShareSessionWith(ann("whatsapp", "+12025550123"), policy);
    expect(ann("telegram", "111222333")).toShareSessionWith(ann("discord", "175928847299117063"), policy);
  });

  it("a stranger is nobody else", () => {
    expect(ann("telegram", "444555666")).not.toShareSessionWith(ann("telegram", "111222333"), policy);
  });
});

describe("what a conversation may, and how long it lasts", () => {
  const session = resolveSession(ann("telegram", "111222333"), policy);

  it("Ann gets answers", () => {
    expect(evaluateSend(session, policy)).toBeAllowed();
  });

  it("her conversation goes on for two hours after she last wrote", () => {
    const times = { sessionStartedAt: Date.UTC(2026, 10, 3, 8), lastInteractionAt: Date.UTC(2026, 10, 3, 9) };
    expect(evaluateReset(times, session, policy, Date.UTC(2026, 10, 3, 11))).toBeFresh();
    expect(evaluateReset(times, session, policy, Date.UTC(2026, 10, 3, 11, 1))).toBeStale("idle");
  });
});
