import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { upgradeConfig } from "../../src/analysis/upgrade/upgrade-config.ts";
import type { Issue } from "../../src/config/issue.ts";
import { issueCodes, type IssueCode } from "../../src/config/issue-codes.ts";
import { resolveIncludes } from "../../src/config/source/includes.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../src/parse-policy.ts";
import { ceiling } from "../../src/policy/ceiling/ceiling.ts";
import { tableOf } from "../docs/table.ts";

const binding = '{ agentId: "main", match: { channel: "telegram", accountId: "*" } }';
const rules = (written: string) => `{ session: { sendPolicy: { default: "deny", rules: [${written}] } } }`;
const release: Edition = "openclaw@2026.9.6";

type Example = string | readonly [text: string, edition: string, timeZone?: string];

/** A config in which there is such an issue, read as one of `2026-11` unless an edition is named. */
const examples: Readonly<
  Record<Exclude<IssueCode, "stricter-ceiling" | "too-large" | "unreadable-include" | "no-upgrade">, Example>
> = {
  "malformed-json5": "{",
  "too-deep": `{ gateway: ${"[".repeat(200)}${"]".repeat(200)} }`,
  "foreign-file": '{ "compilerOptions": {} }',
  "repeated-key": "{ session: {}, session: {} }",
  "inexact-number": "{ channels: { discord: { allowFrom: [123456789012345678] } } }",
  "unresolved-include": "{ session: { $include: './session.json5' } }",
  "unresolved-variable": "{ session: { mainKey: '${MAIN}' } }",
  "unknown-edition": ["{}", "2026-12"],
  "unknown-time-zone": ["{}", "2026-11", "Europe/Bärlin"],
  "unknown-key": "{ session: { dmScop: 'main' } }",
  missing: "{ bindings: [{ agentId: 'main' }] }",
  "wrong-type": "[]",
  "unknown-value": "{ session: { dmScope: 'maim' } }",
  "out-of-range": "{ session: { reset: { atHour: 24 } } }",
  "empty-value":
    "{ session: { sendPolicy: { default: 'deny', rules: [{ action: 'deny', match: { channel: '' } }] } } }",
  "padded-value": "{ channels: { telegram: { allowFrom: [' 7'] } } }",
  "empty-list": "{ tools: { allow: [] } }",
  "malformed-time": "{ session: { reset: { at: 'noonish' } } }",
  "malformed-duration": "{ session: { maintenance: { pruneAfter: '1 week' } } }",
  "malformed-size": "{ session: { maintenance: { maxDiskBytes: 'much' } } }",
  "setting-without-effect": "{ session: { reset: { mode: 'idle', idleMinutes: 5, atHour: 4 } } }",
  "conflicting-settings": "{ session: { reset: { at: '4:30', atHour: 4 } } }",
  "loaded-as-bindings": [
    "{ agents: { list: [{ id: 'a', default: true }, { id: 'b' }] }, channels: { telegram: {} } }",
    release,
  ],
  "loaded-into-accounts": [
    "{ channels: { telegram: { dmPolicy: 'disabled', accounts: { work: {} } } } }",
    "openclaw@2026.7.35",
  ],
  "loaded-over-default": ["{ channels: { defaults: { groupPolicy: 'disabled' }, telegram: {} } }", release],
  "loaded-under-main": ["{ session: { mainKey: 'home' } }", release],
  "loaded-elsewhere": ["{ channels: { slack: { dm: { policy: 'open' } } } }", "openclaw@2026.4.14"],
  "loaded-without": [
    "{ channels: { slack: { dmPolicy: 'open', dm: { policy: 'open' } } } }",
    "openclaw@2026.4.14",
  ],
  "rooms-not-known": ["{ channels: { mattermost: { groupPolicy: 'open' } } }", "openclaw@2026.9.6"],
  "not-read": "{ broadcast: { '1@g.us': ['main'] } }",
  "unknown-channel": "{ channels: { telegrm: {} } }",
  "unknown-agent":
    "{ agents: { list: [{ id: 'main' }] }, bindings: [{ agentId: 'mian', match: { channel: 'telegram', accountId: '*' } }] }",
  "agent-conflict": "{ agents: { list: [{ id: 'a' }, { id: 'A' }] } }",
  "agent-without-id": "{ agents: { list: [{ id: '!' }] } }",
  "ambiguous-agent": "{ agents: { list: [{ id: 'a' }, { id: 'b' }] } }",
  "binding-shadowed": `{ bindings: [${binding}, ${binding}] }`,
  "binding-impossible": [
    "{ bindings: [{ agentId: 'main', match: { channel: 'telegram', peer: { kind: 'group', id: ' ' } } }] }",
    release,
  ],
  "binding-without-account":
    "{ channels: { telegram: { accounts: { a: {}, b: {} } } }, bindings: [{ agentId: 'main', match: { channel: 'telegram' } }] }",
  "id-stray-characters":
    "{ bindings: [{ agentId: 'main', match: { channel: 'discord', accountId: '*', guildId: '<123456>' } }] }",
  "scope-without-effect": "{ session: { scope: 'global', dmScope: 'per-peer' } }",
  "per-peer-joins-channels": "{ session: { dmScope: 'per-peer' } }",
  "identity-conflict": "{ session: { identityLinks: { a: ['telegram:1'], b: ['telegram:1'] } } }",
  "identity-without-channel": "{ session: { identityLinks: { a: ['1'] } } }",
  "identity-cycle": "{ session: { identityLinks: { a: ['telegram:1', 'b'], b: ['telegram:2'] } } }",
  "identity-label": "{ session: { identityLinks: { 'telegram:1:work': 'alice' } } }",
  "identity-links-labelled": "{ session: { identityLinks: { 'telegram:1': 'alice' } } }",
  "identity-discriminator": "{ session: { identityLinks: { a: ['discord:1234#5678'] } } }",
  "identity-names-nobody": ["{ session: { identityLinks: { a: ['discord:1234#5678'] } } }", release],
  "missing-idle-minutes": "{ session: { reset: { mode: 'all' } } }",
  "never-resets": "{ session: { reset: { mode: 'idle' } } }",
  "duplicate-channel":
    "{ session: { resetByChannel: { imsg: { mode: 'none' }, imessage: { mode: 'none' } } } }",
  "unnamed-time-zone": "{ session: { reset: { mode: 'daily' } } }",
  "empty-match": rules("{ action: 'allow', match: {} }"),
  "unreachable-rule": rules("{ action: 'deny', match: { rawKeyPrefix: 'discord:' } }"),
  "shadowed-rule": rules(
    "{ action: 'allow', match: { channel: 'telegram' } }, { action: 'allow', match: { channel: 'telegram' } }",
  ),
  "prefix-within-id": rules("{ action: 'allow', match: { rawKeyPrefix: 'agent:main:telegram:direct:7' } }"),
  "peer-without-channel": rules("{ action: 'allow', match: { peer: '7' } }"),
  "missing-default":
    "{ session: { sendPolicy: { rules: [{ action: 'allow', match: { channel: 'telegram' } }] } } }",
  "open-without-star": "{ channels: { telegram: { dmPolicy: 'open' } } }",
  "inert-pairing": "{ channels: { telegram: { allowFrom: ['*'] } } }",
  "unknown-access-group": "{ channels: { telegram: { allowFrom: ['accessGroup:x'] } } }",
  "not-a-telegram-id": "{ channels: { telegram: { allowFrom: ['bob'] } } }",
  "unknown-account":
    "{ channels: { telegram: { accounts: { a: {} } } }, bindings: [{ agentId: 'main', match: { channel: 'telegram', accountId: 'b' } }] }",
  "nobody-listed": "{ channels: { telegram: { dmPolicy: 'allowlist' } } }",
  "no-approvers": "{ channels: { telegram: { execApprovals: { enabled: true } } } }",
  "owner-is-everybody": "{ commands: { ownerAllowFrom: ['*'] } }",
  "owner-without-channel": "{ commands: { ownerAllowFrom: ['7'] } }",
  "invalid-pattern": "{ messages: { groupChat: { mentionPatterns: ['(bot'] } } }",
  "slow-pattern": "{ messages: { groupChat: { mentionPatterns: ['(a+)+'] } } }",
  "mentions-everything": "{ messages: { groupChat: { mentionPatterns: ['.*'] } } }",
  "open-agent-to-agent": "{ tools: { agentToAgent: { enabled: true } } }",
  "unknown-group": "{ tools: { deny: ['group:runtme'] } }",
  "unknown-tool": "{ tools: { deny: ['exce'] } }",
  "unknown-profile": "{ tools: { profile: 'codng' } }",
  "unknown-sender-kind": "{ tools: { toolsBySender: { 'usrname:bob': {} } } }",
  "not-plain-command": "{ tools: { exec: { approvals: { allowlist: ['ls; rm'] } } } }",
  "runs-what-it-is-given": "{ tools: { exec: { approvals: { allowlist: ['bash *'] } } } }",
};

/** Issues are what ceilings note, too. */
function notesOfCeiling(): readonly Issue[] {
  const under = (provider: string) =>
    parsePolicy({ tools: { byProvider: { [provider]: { deny: ["exec"] } } } }, { edition: release });
  const met = ceiling(under("openai"), under("zai"));
  return met.ok ? met.notes : [];
}

/** A list of lists of lists, each of which holds the next twice. */
function doubled(levels: number): unknown {
  let list: unknown = [];
  for (let level = 0; level < levels; level += 1) list = [list, list];
  return list;
}

describe("the codes of issues", () => {
  it("too-large", () => {
    const { issues } = safeParsePolicy({ gateway: doubled(60) }, { edition: "2026-11" });
    expect(issues?.map(({ code }) => code)).toEqual(["too-large"]);
  });

  it("unreadable-include", () => {
    const { issues } = resolveIncludes({ $include: "a" }, () => undefined);
    expect(issues?.map(({ code }) => code)).toEqual(["unreadable-include"]);
  });

  it("no-upgrade", () => {
    const { issues } = upgradeConfig({}, "2026-11", release);
    expect(issues?.map(({ code }) => code)).toEqual(["no-upgrade"]);
  });

  it("stricter-ceiling", () => {
    expect(notesOfCeiling().map(({ code }) => code)).toEqual(["stricter-ceiling"]);
  });

  it.each(Object.entries(examples))("%s", (code, example) => {
    const [text, edition, timeZone = "UTC"] = typeof example === "string" ? [example, "2026-11"] : example;
    const parsed = safeParsePolicy(text, {
      // One of them is none.
      edition: edition as Edition,
      ...(code !== "unnamed-time-zone" && { timeZone }),
      channels: ["telegram", "discord", "imsg", "imessage"],
    });
    const issues = parsed.ok ? parsed.warnings : parsed.issues;
    expect(issues.map((issue) => issue.code)).toContain(code);
    for (const { message, hint } of issues) {
      expect(hint).toBeTruthy();
      expect(message).not.toContain(hint);
    }
  });
});

it("the page about bad input names every code", () => {
  const page = readFileSync(new URL("../../docs/bad-input.md", import.meta.url), "utf8");
  expect(tableOf(page, "code")).toEqual(
    Object.entries(issueCodes).map(([code, means]) => [`\`${code}\``, means]),
  );
});
