import { readFileSync } from "node:fs";
import { parsePolicy, resolveSession, type Inbound } from "keyscope";
import { describe, expect, it } from "vitest";

const source = readFileSync(new URL("../openclaw.json5", import.meta.url), "utf8");
const policy = parsePolicy(source, { edition: "2026-11", timeZone: "Europe/Berlin" });

interface Row {
  readonly why: string;
  readonly inbound: Inbound;
  readonly key: string;
}

/** What must stay true of our config, each with the reason that a failure prints. */
const rows: readonly Row[] = [
  {
    why: "a stranger has a conversation of their own",
    inbound: { channel: "telegram", chatType: "direct", peer: "444555666" },
    key: "agent:main:direct:444555666",
  },
  {
    why: "the club is one conversation",
    inbound: { channel: "telegram", chatType: "group", peer: "-1001234567890", sender: "444555666" },
    key: "agent:main:telegram:group:-1001234567890",
  },
  {
    why: "Slack is the support agent's",
    inbound: { channel: "slack", chatType: "channel", peer: "C0LAN2Q65", sender: "U02147483697" },
    key: "agent:support:slack:channel:C0LAN2Q65",
  },
  {
    why: "a Slack thread is apart from its channel",
    inbound: { channel: "slack", chatType: "channel", peer: "C0LAN2Q65", thread: "1772442000.000200" },
    key: "agent:support:slack:channel:C0LAN2Q65:thread:1772442000.000200",
  },
];

describe("where messages go", () => {
  it.each(rows)("$why", ({ inbound, key }) => {
    expect(resolveSession(inbound, policy)).toMatchObject({ ok: true, key });
  });

  it("Ann is one person, on whatever channel she writes", () => {
    const keys = [
      { channel: "telegram", peer: "111222333" },
      { channel: "whatsapp", peer: "+12025550123" },
      { channel: "discord", peer: "175928847299117063" },
    ].map((person) => resolveSession({ chatType: "direct", ...person }, policy));
    expect(new Set(keys.map((resolution) => resolution.ok && resolution.key)).size).toBe(1);
  });
});
