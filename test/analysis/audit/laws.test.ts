import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFix, audit, type AuditWorld } from "../../../src/analysis/index.ts";
import {
  editions,
  evaluateAccess,
  parsePolicy,
  resolveSession,
  safeParsePolicy,
  type ConfigInput,
  type Inbound,
  type Policy,
} from "../../../src/index.ts";
import { knownTo } from "../../known-to.ts";
import { findingKinds } from "../../../src/analysis/audit/finding-kinds.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const peers = fc.constantFrom("1", "2", "1001", "ann", "@Ann:b", "*");
const lists = fc.uniqueArray(peers, { minLength: 1, maxLength: 3 });

const settings = fc.record(
  {
    dmPolicy: fc.constantFrom("pairing", "allowlist", "open", "disabled"),
    allowFrom: lists,
    groupPolicy: fc.constantFrom("open", "allowlist", "disabled"),
    groupAllowFrom: lists,
    requireMention: fc.boolean(),
    groups: fc.dictionary(
      fc.constantFrom("*", "-100", "-1001"),
      fc.record({ requireMention: fc.boolean(), allowFrom: lists }, { requiredKeys: [] }),
    ),
  },
  { requiredKeys: [] },
);

const rules = fc.array(
  fc.record({
    action: fc.constantFrom("allow", "deny"),
    match: fc.constantFrom(
      { chatType: "group" },
      { channel: "telegram" },
      { channel: "telegram", chatType: "group" },
      { keyPrefix: "telegram:group:-1" },
      { keyPrefix: "agents:" },
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

const reset = fc.record(
  {
    mode: fc.constantFrom("none", "daily", "idle", "all"),
    idleMinutes: fc.constantFrom(30, 60, 10_080),
    atHour: fc.constant(6),
    at: fc.constant("4:30"),
    graceMinutes: fc.constant(45),
  },
  { requiredKeys: [] },
);

/** Configs of every setting that an audit looks at. */
const configs = fc.record(
  {
    session: fc.record(
      {
        dmScope: fc.constantFrom("main", "per-peer", "per-channel-peer", "per-account-channel-peer"),
        identityLinks: fc.constantFrom(
          { ann: ["telegram:1", "matrix:@Ann:b"] },
          { ann: ["telegram:1"], bob: ["discord:2"] },
        ),
        dailyReset: fc.constantFrom(true, false, "4:30"),
        idleMinutes: fc.constantFrom(30, 10_080),
        reset,
        resetByType: fc.record({ direct: reset, dm: reset, group: reset }, { requiredKeys: [] }),
        sendPolicy: fc.record({ default: fc.constant("allow"), rules }),
      },
      { requiredKeys: [] },
    ),
    agents: fc.record({
      defaults: fc.record(
        {
          memorySearch: fc.record({ scope: fc.record({ default: fc.constantFrom("allow", "deny"), rules }) }),
        },
        { requiredKeys: [] },
      ),
      list: fc.constantFrom(
        [{ id: "main" }],
        [{ id: "main", default: true, tools: { profile: "full" } }, { id: "ops" }],
      ),
    }),
    bindings: fc.constantFrom(
      [{ agentId: "main", match: { channel: "telegram" }, session: { dmScope: "main" } }],
      [
        { agentId: "main", match: { channel: "telegram" } },
        { agentId: "main", match: { channel: "telegram", peer: { kind: "group", id: "-100" } } },
      ],
    ),
    channels: fc.dictionary(
      fc.constantFrom("telegram", "discord", "matrix"),
      fc
        .record({
          own: settings,
          accounts: sometimes(fc.dictionary(fc.constantFrom("home", "work"), settings)),
        })
        .map(({ own, accounts }) => ({ ...own, ...(accounts && { accounts }) })),
    ),
    tools: fc.record(
      {
        profile: fc.constantFrom("full", "coding", "minimal"),
        sessions: fc.record({ visibility: fc.constantFrom("self", "tree", "agent", "all") }),
        exec: fc.record({ approvals: fc.record({ enabled: fc.boolean() }) }),
        agentToAgent: fc.record({ enabled: fc.boolean() }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<ConfigInput>;

const senders = fc.array(
  fc.record(
    {
      channel: fc.constantFrom("telegram", "discord", "matrix"),
      peer: peers,
      account: fc.constantFrom("home", "work"),
    },
    { requiredKeys: ["channel", "peer"] },
  ),
  { maxLength: 4 },
);

const worlds: fc.Arbitrary<AuditWorld> = fc.record(
  {
    senders,
    accounts: fc.constant({ telegram: ["home", "work"] }),
    groups: fc.array(fc.record({ channel: fc.constantFrom("telegram", "matrix"), peer: peers }), {
      maxLength: 2,
    }),
    keys: fc.array(
      fc.oneof(
        fc.constantFrom("agent:main:main", "agent:main:telegram:direct:7", "agent:main:matrix:group:!a"),
        fc.string(),
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
);

const anyEdition = fc.constantFrom(...editions);

function policyOr(config: ConfigInput, edition: (typeof editions)[number]): Policy {
  const parsed = safeParsePolicy(knownTo(edition, config), { edition, timeZone: "UTC" });
  return parsed.ok ? parsed.policy : parsePolicy({}, { edition, timeZone: "UTC" });
}

describe("audit", () => {
  it("answers for any policy and any world, in plain data, and the same each time", () => {
    fc.assert(
      fc.property(configs, worlds, anyEdition, (config, world, edition) => {
        const policy = policyOr(config, edition);
        const findings = audit(policy, world);
        expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
        for (const { id, severity } of findings) expect(findingKinds[id].severities).toContain(severity);
        expect(audit(policyOr(config, edition), world)).toEqual(findings);
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
  });

  it("takes hostile ids as data", () => {
    const hostile = fc.constantFrom("__proto__", "constructor", "\0", "\ud800", "a".repeat(100_000));
    fc.assert(
      fc.property(hostile, hostile, anyEdition, (channel, peer, edition) => {
        const world = {
          senders: [
            { channel, peer },
            { channel: "telegram", peer },
          ],
          groups: [{ channel, peer }],
          keys: [peer, `agent:main:${channel}:direct:${peer}`],
        };
        expect(audit(policyOr({}, edition), world)).toBeInstanceOf(Array);
      }),
      { numRuns: 25 },
    );
  });

  it("finds shared direct messages exactly where two people get in and have one key", () => {
    const inbounds = (world: AuditWorld): readonly Inbound[] =>
      (world.senders ?? []).flatMap(({ channel, peer = "", account }) => {
        const accounts = channel === "telegram" ? (world.accounts?.["telegram"] ?? [undefined]) : [undefined];
        return (account === undefined ? accounts : [account]).map((name) => ({
          ...{ channel, peer, chatType: "direct" as const },
          ...(name !== undefined && { account: name }),
        }));
      });
    const sharing = (policy: Policy, world: AuditWorld): boolean => {
      const people = inbounds(world).filter(
        (one) => evaluateAccess({ ...one, paired: [one.peer ?? ""] }, policy).outcome !== "deny",
      );
      return people.some((a) =>
        people.some(
          (b) =>
            (a.channel !== b.channel || a.peer !== b.peer) &&
            resolveSession(a, policy).key === resolveSession(b, policy).key,
        ),
      );
    };
    // Whom the config lists of itself would be people too.
    const closed = configs.map(({ session, bindings }) => {
      const rest = Object.entries(session ?? {}).filter(([name]) => name !== "identityLinks");
      return { session: Object.fromEntries(rest), ...(bindings && { bindings }) };
    });
    fc.assert(
      fc.property(closed, senders, fc.boolean(), (config, people, several) => {
        const world = { senders: people, ...(several && { accounts: { telegram: ["home", "work"] } }) };
        const policy = policyOr(config, "2026-11");
        const found = audit(policy, world).some(({ id }) => id === "direct-messages-shared");
        expect(found).toBe(sharing(policy, world));
      }),
    );
  });

  it("comes to rest when every change that it offers is made", () => {
    fc.assert(
      fc.property(
        configs,
        worlds,
        fc.constantFrom("2026-11", "openclaw@2026.9.6", "openclaw@2026.3.7"),
        (written, world, edition) => {
          let policy = policyOr(written, edition);
          const offered = () => audit(policy, world).find(({ fix }) => fix.changes.length > 0);
          for (let round = 0, finding = offered(); finding !== undefined; finding = offered()) {
            round += 1;
            expect({ round, finding }).toMatchObject({
              round: expect.toSatisfy((n: number) => n < 60) as number,
            });
            policy = parsePolicy(applyFix(policy.config, finding.fix), { edition, timeZone: "UTC" });
          }
        },
      ),
      { numRuns: Math.ceil(runs / 8) },
    );
  });
});
