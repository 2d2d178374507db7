import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { audit, type Finding, type AuditWorld } from "../../../src/analysis/index.ts";
import { parsePolicy, type ConfigInput } from "../../../src/index.ts";

function shared(name: string, world?: AuditWorld): readonly Finding[] {
  const text = readFileSync(new URL(`../../configs/${name}.json5`, import.meta.url), "utf8");
  return audit(parsePolicy(text, { edition: "2026-11" }), world);
}

function at(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ severity, path }) => `${severity} ${path}`);
}

describe("the shared configs: what their headers say, and nothing else", () => {
  it("dangerous: each line that is commented, and what of the checklist it leaves unwritten", () => {
    expect(at(shared("dangerous"))).toEqual([
      "critical session.dmScope",
      // What its open doors and its tools are together.
      "critical tools.deny",
      "critical tools.exec.approvals.enabled",
      "high channels.telegram.dmPolicy",
      'high channels.telegram.groups["*"].requireMention',
      "high channels.whatsapp.allowFrom",
      "high tools.deny",
      "high tools.profile",
      "high tools.sessions.visibility",
      "info agents.defaults.memorySearch.scope",
      "info logging.events",
    ]);
  });

  it.each([
    ["hardened", "a shared deployment done right"],
    ["personal", "one owner"],
    ["support-inbox", "people kept apart"],
    ["lifecycle", "resets that are all written"],
    ["linked-identity", "one person on three channels"],
    ["linked-identity-inverted", "the same in the second spelling"],
    ["multi-account", "accounts kept apart"],
  ])("%s: nothing, it is %s", (name) => {
    expect(shared(name)).toEqual([]);
  });

  it("personal: high as soon as a second sender is known", () => {
    const senders = [
      { channel: "telegram", peer: "111" },
      { channel: "whatsapp", peer: "+49151" },
    ];
    expect(shared("personal", { senders: senders.slice(0, 1) })).toEqual([]);
    expect(at(shared("personal", { senders }))).toEqual([
      "high session.dmScope",
      "info logging.events",
      "info tools.profile",
    ]);
  });

  it("personal: silent when the two are devices of one person", () => {
    const senders = [
      { channel: "telegram", peer: "111", person: "owner" },
      { channel: "whatsapp", peer: "+49151", person: "owner" },
    ];
    expect(shared("personal", { senders })).toEqual([]);
  });

  it("support-inbox: nothing about isolation, however many customers write", () => {
    const senders = ["111", "222"].flatMap((peer) =>
      ["telegram", "discord"].map((channel) => ({ channel, peer })),
    );
    expect(shared("support-inbox", { senders }).map(({ id }) => id)).toEqual([
      "nothing-logged",
      "tools-unlimited",
    ]);
  });
});

const apart = { dmScope: "per-channel-peer" } as const;
const group = { "-100": { requireMention: true } };
const approvals = { enabled: true, policy: "allowlist", allowlist: ["git status"] } as const;
const allEvents = { sessionCreate: true, sessionAccess: true, toolExecution: true, approvalRequests: true };

/** The rows of the checklist, each with what it warns of and what it recommends. */
const checklist: readonly (readonly [string, string, ConfigInput, ConfigInput])[] = [
  [
    "session isolation: main with more than one sender",
    "direct-messages-shared",
    { session: { dmScope: "main" }, channels: { telegram: { allowFrom: ["1", "2"] } } },
    { session: { dmScope: "per-channel-peer" }, channels: { telegram: { allowFrom: ["1", "2"] } } },
  ],
  [
    "session isolation: several accounts of a channel",
    "accounts-share-sessions",
    {
      session: { dmScope: "per-channel-peer" },
      channels: { telegram: { allowFrom: ["1"], accounts: { home: {}, work: {} } } },
    },
    {
      session: { dmScope: "per-account-channel-peer" },
      channels: { telegram: { allowFrom: ["1"], accounts: { home: {}, work: {} } } },
    },
  ],
  [
    "who may write directly: open",
    "open-direct-messages",
    { channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } },
    { session: apart, channels: { telegram: { dmPolicy: "pairing", allowFrom: ["1"] } } },
  ],
  [
    "who may write directly: pairing beside a star",
    "inert-pairing",
    { channels: { whatsapp: { dmPolicy: "pairing", allowFrom: ["*"] } } },
    { session: apart, channels: { whatsapp: { dmPolicy: "pairing" } } },
  ],
  [
    "who may trigger in groups",
    "open-groups-without-mention",
    { channels: { telegram: { groupPolicy: "open", groups: { "*": { requireMention: false } } } } },
    {
      session: apart,
      channels: { telegram: { groupPolicy: "allowlist", groupAllowFrom: ["1"], groups: group } },
    },
  ],
  [
    "session visibility",
    "visibility-all",
    { tools: { sessions: { visibility: "all" } } },
    { tools: { sessions: { visibility: "self" } } },
  ],
  [
    "tools",
    "tools-full",
    { tools: { profile: "full" } },
    { tools: { profile: "coding", deny: ["browser"] } },
  ],
  [
    "commands",
    "exec-without-approval",
    { tools: { exec: { approvals: { enabled: false } } } },
    { tools: { exec: { approvals } } },
  ],
  [
    "memory: default allow, with groups",
    "memory-searched-in-groups",
    {
      agents: { defaults: { memorySearch: { scope: { default: "allow" } } } },
      channels: { telegram: { groupAllowFrom: ["1"], groups: group } },
    },
    {
      agents: {
        defaults: {
          memorySearch: {
            scope: { default: "deny", rules: [{ action: "allow", match: { chatType: "direct" } }] },
          },
        },
      },
      session: apart,
      channels: { telegram: { groupAllowFrom: ["1"], groups: group } },
    },
  ],
  [
    "memory: no scope, with groups",
    "memory-scope-by-default",
    { channels: { telegram: { groupAllowFrom: ["1"], groups: group } } },
    {
      agents: {
        defaults: {
          memorySearch: {
            scope: { default: "deny", rules: [{ action: "allow", match: { chatType: "direct" } }] },
          },
        },
      },
      session: apart,
      channels: { telegram: { groupAllowFrom: ["1"], groups: group } },
    },
  ],
  [
    "log",
    "nothing-logged",
    {
      logging: {
        events: {
          ...allEvents,
          sessionCreate: false,
          sessionAccess: false,
          toolExecution: false,
          approvalRequests: false,
        },
      },
    },
    { logging: { events: allEvents } },
  ],
];

describe("the checklist: fires on what is dangerous, not on what is safer", () => {
  it.each(checklist)("%s", (_row, id, dangerous, safer) => {
    const findings = (config: ConfigInput) => audit(parsePolicy(config, { edition: "2026-11" }));
    expect(findings(dangerous).map((finding) => finding.id)).toContain(id);
    expect(findings(safer).filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(findings(safer).map((finding) => finding.id)).not.toContain(id);
  });
});

describe("suppressions", () => {
  const policy = parsePolicy(
    { tools: { profile: "full", exec: { approvals: { enabled: false } } } },
    { edition: "2026-11" },
  );
  const ids = (findings: readonly Finding[]) => findings.map(({ id }) => id);

  it("mark a finding, and leave it among the others", () => {
    const reason = "a laptop of one person, without network";
    const findings = audit(policy, {}, { suppress: [{ id: "tools-full", path: "tools.profile", reason }] });
    expect(findings.map(({ id, suppressed }) => [id, suppressed?.reason])).toEqual([
      ["exec-without-approval", undefined],
      ["tools-full", reason],
    ]);
  });

  it("without a reason suppress nothing, and are a finding", () => {
    const findings = audit(policy, {}, { suppress: [{ id: "tools-full", reason: " " }] });
    expect(ids(findings)).toEqual(["exec-without-approval", "tools-full", "suppression-without-reason"]);
    expect(findings.some(({ suppressed }) => suppressed !== undefined)).toBe(false);
  });

  it.each([
    ["of another id", { id: "visibility-all", reason: "known" }],
    ["at another place", { id: "tools-full", path: "agents.list[0].tools.profile", reason: "known" }],
  ])("%s are reported as unused", (_what, suppression) => {
    expect(ids(audit(policy, {}, { suppress: [suppression] }))).toEqual([
      "exec-without-approval",
      "tools-full",
      "unused-suppression",
    ]);
  });
});
