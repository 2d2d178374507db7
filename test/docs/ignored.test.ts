import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  evaluateAccess,
  parsePolicy,
  type AccessDecision,
  type ConfigInput,
  type NoTurn,
  type SendDecision,
} from "../../src/index.ts";
import type { Unread } from "../../src/scope/unread.ts";

const text = readFileSync(new URL("../../docs/ignored.md", import.meta.url), "utf8");

/** The reasons in the table below a title. */
function reasonsUnder(title: string): readonly string[] {
  const [, section = ""] = text.split(`## ${title}\n`);
  const [own = ""] = section.split("\n## ");
  return [...own.matchAll(/^\| `([^`]+)` /gm)].map(([, reason = ""]) => reason).sort();
}

type Admits = `${string}-open` | "dm-allowlisted" | "group-allowlisted" | `${string}-paired` | "group-member";
// What is told at the door has no key that it could contradict.
type Refusal = Exclude<AccessDecision["reason"], Admits | "fact-mismatch">;

const telegram = { channel: "telegram", chatType: "direct", peer: "8" } as const;
const group = { channel: "telegram", chatType: "group", peer: "-5", sender: "8", mentioned: true } as const;
const discord = { channel: "discord", chatType: "channel", peer: "50", sender: "8", guild: "900" } as const;

/** A config under which a message is refused, for each reason; a release where `2026-11` has none such. */
const refusals: Readonly<
  Record<Refusal, readonly [config: ConfigInput, message: object, edition?: "openclaw@2026.9.6"]>
> = {
  "dm-pairing": [{ channels: { telegram: {} } }, telegram],
  "dm-not-allowlisted": [{ channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["7"] } } }, telegram],
  "dm-disabled": [{ channels: { telegram: { dmPolicy: "disabled" } } }, telegram],
  "mention-required": [
    { channels: { telegram: { groupPolicy: "open", groups: { "-5": {} } } } },
    { ...group, mentioned: false },
  ],
  "others-mentioned": [
    {
      channels: {
        discord: { guilds: { "900": { requireMention: false, ignoreOtherMentions: true, users: ["8"] } } },
      },
    },
    { ...discord, mentioned: false, othersMentioned: true },
  ],
  "room-not-listed": [{ channels: { telegram: { groups: { "-6": {} } } } }, group],
  "room-disabled": [{ channels: { telegram: { groups: { "-5": { enabled: false } } } } }, group],
  "topic-disabled": [
    {
      channels: {
        telegram: { groupPolicy: "open", groups: { "-5": { topics: { "1": { enabled: false } } } } },
      },
    },
    { ...group, thread: "1" },
  ],
  "channel-disabled": [{ channels: { telegram: { enabled: false } } }, telegram],
  "group-disabled": [{ channels: { telegram: { groupPolicy: "disabled", groups: { "-5": {} } } } }, group],
  "group-empty-allowlist": [{ channels: { telegram: { groups: { "-5": {} } } } }, group],
  "group-not-allowlisted": [
    { channels: { telegram: { groupAllowFrom: ["7"], groups: { "-5": {} } } } },
    group,
  ],
  "override-not-allowlisted": [
    { channels: { telegram: { groupAllowFrom: ["8"], groups: { "-5": { allowFrom: ["7"] } } } } },
    group,
  ],
  "group-chats-disabled": [
    { channels: { discord: { dm: { groupEnabled: false } } } },
    { channel: "discord", chatType: "group", peer: "50", sender: "8" },
  ],
  "bot-not-admitted": [
    { channels: { discord: { guilds: { "900": { users: ["8"] } } } } },
    { ...discord, bot: true, mentioned: true },
  ],
  "rooms-not-known": [
    { channels: { mattermost: { groupPolicy: "open" } } },
    { channel: "mattermost", chatType: "channel", peer: "r", sender: "s" },
    "openclaw@2026.9.6",
  ],
  "missing-fact": [
    { channels: { telegram: { allowFrom: ["7"] } } },
    { channel: "telegram", chatType: "direct" },
  ],
  "unresolved-session": [{}, { kind: "resolution", ok: false, reason: "missing-peer" }],
  "malformed-request": [{}, { ...telegram, peer: {} }],
};

const unread: Readonly<Record<Unread["reason"], true>> = {
  "not-a-message": true,
  "own-message": true,
  bot: true,
  "unknown-shape": true,
  "missing-fact": true,
  "contradicting-facts": true,
  undecrypted: true,
  "no-conversation": true,
};

const noTurn: Readonly<Record<NoTurn["reason"], true>> = {
  "not-admitted": true,
  "malformed-times": true,
  "invalid-clock": true,
  "malformed-request": true,
};

const unsent: Readonly<Record<Exclude<SendDecision["reason"], "no-policy">, true>> = {
  override: true,
  rule: true,
  "missing-fact": true,
  default: true,
  "ambiguous-key": true,
  "malformed-key": true,
  "unresolved-session": true,
  "malformed-request": true,
  "fact-mismatch": true,
};

describe("the page about messages that were ignored", () => {
  it.each<[title: string, reasons: object]>([
    ["Nobody said anything that the bot should hear", unread],
    ["It was heard, and not let in", refusals],
    ["It was let in, and no turn was taken", noTurn],
    ["It was read, but not answered", unsent],
  ])("%s: has an entry for each reason", (title, reasons) => {
    expect(reasonsUnder(title)).toEqual(Object.keys(reasons).sort());
  });

  it.each(Object.entries(refusals))("a message is refused for %s", (reason, [config, message, edition]) => {
    const policy = parsePolicy(config, { edition: edition ?? "2026-11" });
    // As callers without types hand it over.
    const decision = evaluateAccess(message as never, policy);
    expect([decision.allowed, decision.reason]).toEqual([false, reason]);
  });
});
