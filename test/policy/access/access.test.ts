import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { editions, type Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";
import { evaluateAccess } from "../../../src/policy/access/access.ts";
import { explainAccess } from "../../../src/policy/access/explain.ts";
import { changeSettings } from "../change-settings.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";
import { knownTo } from "../../known-to.ts";

const runs = { numRuns: Number(process.env["KEYSCOPE_RUNS"] ?? 200) };

function answer(channels: ConfigInput["channels"], request: AccessRequest, edition: Edition = "2026-11") {
  const { outcome, reason } = evaluateAccess(request, parsePolicy({ channels }, { edition }));
  return `${outcome}: ${reason}`;
}

const dm = { channel: "slack", chatType: "direct", peer: "U1" } as const;
const group = { channel: "signal", chatType: "group", peer: "C1", sender: "U1", mentioned: true } as const;

/** A channel's section, the answer, and the reason for it. */
type Row = readonly [Section | undefined, string, string];
type Section = NonNullable<ConfigInput["channels"]>[string];

describe("evaluateAccess in direct chats", () => {
  it.each<Row>([
    [undefined, "pair: dm-pairing", "a stranger is to be paired where nothing is configured"],
    [{ allowFrom: ["U1"] }, "admit: dm-allowlisted", "the sender is listed"],
    [{ allowFrom: ["slack:U1"] }, "admit: dm-allowlisted", "the sender is listed with the channel"],
    [{ allowFrom: ["irc:U1"] }, "pair: dm-pairing", "the entry is of another channel"],
    [{ allowFrom: ["u1"] }, "pair: dm-pairing", "an id is compared as it is"],
    [{ allowFrom: ["user:U1"] }, "admit: dm-allowlisted", "Slack's lists may write the id so"],
    [{ dm: { enabled: false }, allowFrom: ["U1"] }, "deny: dm-disabled", "the section switches them off"],
    [{ dmPolicy: "allowlist" }, "deny: dm-not-allowlisted", "nobody is listed"],
    [{ dmPolicy: "allowlist", allowFrom: ["*"] }, "admit: dm-allowlisted", "everybody is listed"],
    [{ dmPolicy: "open", allowFrom: ["*"] }, "admit: dm-open", "open says so in both places"],
    [{ dmPolicy: "disabled", allowFrom: ["U1"] }, "deny: dm-disabled", "nobody gets in, listed or not"],
    [{ enabled: false, allowFrom: ["U1"] }, "deny: channel-disabled", "the channel is off"],
  ])("%j: %s, for %s", (slack, expected) => {
    expect(answer(slack && { slack }, dm)).toBe(expected);
  });

  it.each([
    ["an array", ["U0", "U1"]],
    ["a set", new Set(["U1"])],
  ])("admits whoever was paired, given as %s", (_, paired) => {
    expect(answer({}, { ...dm, paired })).toBe("admit: dm-paired");
    expect(answer({ slack: { dmPolicy: "allowlist" } }, { ...dm, paired })).toBe("deny: dm-not-allowlisted");
    expect(answer({ slack: { dmPolicy: "disabled" } }, { ...dm, paired })).toBe("deny: dm-disabled");
  });

  it("knows a person by every id", () => {
    const whatsapp = { allowFrom: ["+15550001"] };
    const request = {
      channel: "whatsapp",
      chatType: "direct",
      peer: "9@lid",
      aliases: ["+15550001"],
    } as const;
    expect(answer({ whatsapp }, request)).toBe("admit: dm-allowlisted");
  });

  it.each<readonly [channel: string, section: Section, edition: Edition, expected: string, because: string]>([
    ["matrix", { dm: { policy: "disabled" } }, "2026-11", "deny: dm-disabled", "Matrix has a section for it"],
    [
      "matrix",
      { dm: { policy: "allowlist", allowFrom: ["matrix:@U1:x"] } },
      "openclaw@2026.7.1",
      "admit: dm-allowlisted",
      "ids had no case",
    ],
    [
      "matrix",
      { dm: { policy: "allowlist", allowFrom: ["@U1:x"] } },
      "openclaw@2026.7.33",
      "deny: dm-not-allowlisted",
      "ids have a case",
    ],
    [
      "slack",
      { dm: { policy: "open", allowFrom: ["*"] } },
      "openclaw@2026.6.8",
      "admit: dm-open",
      "a release that reads the section",
    ],
    [
      "slack",
      { dmPolicy: "disabled", dm: { policy: "open", allowFrom: ["*"] } },
      "openclaw@2026.6.8",
      "deny: dm-disabled",
      "what stands at the top counts first",
    ],
    ["discord", { dm: { enabled: false } }, "2026-11", "deny: dm-disabled", "the section is read for this"],
    [
      "discord",
      { allowFrom: ["<@!@u1:x>", "user:@u1:x"] },
      "2026-11",
      "admit: dm-allowlisted",
      "Discord's lists may write the id so",
    ],
    [
      "googlechat",
      { dm: { policy: "allowlist", allowFrom: ["gchat:users/@u1:x"] } },
      "openclaw@2026.7.1",
      "admit: dm-allowlisted",
      "Google Chat had it in the section alone",
    ],
    [
      "googlechat",
      { allowFrom: ["users/@u1:x"] },
      "2026-11",
      "admit: dm-allowlisted",
      "and has it at the top",
    ],
  ])("on %s with %j under %s: %s, because %s", (channel, section, edition, expected) => {
    const request = { channel, chatType: "direct", peer: "@u1:x" } as const;
    expect(answer({ [channel]: section }, request, edition)).toBe(expected);
  });

  it("reads the section of an account in the place of its channel's, and since 2026.4.29 before all its channel says", () => {
    const slack = {
      dmPolicy: "disabled",
      dm: { allowFrom: ["U1"] },
      accounts: { work: { dm: { policy: "allowlist" } } },
    } as const;
    const asked = { ...dm, account: "work" };
    expect(answer({ slack }, asked, "openclaw@2026.4.2")).toBe("deny: dm-disabled");
    expect(answer({ slack }, asked, "openclaw@2026.5.7")).toBe("admit: dm-allowlisted");
  });

  it("takes an account's word before its channel's", () => {
    const slack = {
      allowFrom: ["U1"],
      accounts: { work: { allowFrom: ["U2"] }, quiet: { dmPolicy: "disabled" } },
    } as const;
    expect(answer({ slack }, dm)).toBe("admit: dm-allowlisted");
    expect(answer({ slack }, { ...dm, account: "work" })).toBe("pair: dm-pairing");
    expect(answer({ slack }, { ...dm, account: "quiet" })).toBe("deny: dm-disabled");
    expect(answer({ slack }, { ...dm, account: "other" })).toBe("admit: dm-allowlisted");
  });

  it("finds an account under a padded name since 2026.4.7", () => {
    const telegram = { groupPolicy: "disabled", accounts: { " work ": { groupPolicy: "open" } } } as const;
    const reasonUnder = (edition: Edition) => {
      const policy = parsePolicy({ channels: { telegram } }, { edition });
      const message = {
        channel: "telegram",
        account: "work",
        chatType: "group",
        peer: "-1",
        sender: "1",
      } as const;
      return evaluateAccess({ ...message, mentioned: true }, policy).reason;
    };
    expect(reasonUnder("openclaw@2026.4.5")).toBe("group-disabled");
    expect(reasonUnder("openclaw@2026.4.7")).toBe("group-open");
  });

  it("tells a missing fact from a denial, and admits neither", () => {
    const policy = parsePolicy({ channels: { slack: { allowFrom: ["U1"] } } }, { edition: "2026-11" });
    expect(evaluateAccess({ channel: "slack", chatType: "direct" }, policy)).toMatchObject({
      outcome: "unknown",
      allowed: false,
      reason: "missing-fact",
      missing: ["peer"],
    });
  });

  it("needs no fact that makes no difference", () => {
    const nobody = { channel: "slack", chatType: "direct" } as const;
    expect(answer({ slack: { dmPolicy: "disabled" } }, nobody)).toBe("deny: dm-disabled");
    expect(answer({ slack: { dmPolicy: "open", allowFrom: ["*"] } }, nobody)).toBe("admit: dm-open");
  });

  it("denies a message without a session", () => {
    const unresolved = { kind: "resolution", ok: false, reason: "missing-peer", missing: ["peer"] } as const;
    const decision = evaluateAccess(unresolved, parsePolicy({}, { edition: "2026-11" }));
    expect(decision).toEqual({
      kind: "access",
      outcome: "deny",
      allowed: false,
      reason: "unresolved-session",
    });
  });
});

describe("evaluateAccess in groups", () => {
  it.each<Row>([
    [undefined, "deny: group-empty-allowlist", "groups are an allowlist of nobody"],
    [{ groupAllowFrom: ["U1"] }, "admit: group-allowlisted", "the sender is listed for groups"],
    [{ allowFrom: ["U1"] }, "admit: group-allowlisted", "the list for direct chats stands in"],
    [
      { allowFrom: ["U1"], groupAllowFrom: ["U2"] },
      "deny: group-not-allowlisted",
      "groups have their own list",
    ],
    [{ groupPolicy: "open" }, "admit: group-open", "groups are open"],
    [{ groupPolicy: "disabled", groupAllowFrom: ["U1"] }, "deny: group-disabled", "groups are off"],
    [{ groupPolicy: "open", groups: { C2: {} } }, "deny: room-not-listed", "other groups are listed (G6)"],
    [{ groupPolicy: "open", groups: { "*": {} } }, "admit: group-open", "every group is listed"],
    [{ groupPolicy: "open", groups: { C1: { enabled: false } } }, "deny: room-disabled", "the group is off"],
    [
      { groupAllowFrom: ["U1"], groups: { C1: { allowFrom: ["U2"] } } },
      "deny: override-not-allowlisted",
      "the group has a list of its own",
    ],
    [
      { groupAllowFrom: ["U2"], groups: { C1: { allowFrom: ["U1"] } } },
      "admit: group-allowlisted",
      "the group's list takes the place of the channel's",
    ],
    [
      { groups: { C1: { groupPolicy: "open" } } },
      "admit: group-open",
      "the group's policy comes before the channel's",
    ],
  ])("%j: %s, for %s", (signal, expected) => {
    expect(answer(signal && { signal }, group)).toBe(expected);
  });

  it.each<Row>([
    [{}, "deny: mention-required", "a mention is required unless somebody says otherwise (R1)"],
    [{ requireMention: false }, "admit: group-open", "the channel waives it"],
    [{ groups: { "*": { requireMention: false } } }, "admit: group-open", "every group waives it (R2)"],
    [
      { groups: { "*": { requireMention: false }, C1: { requireMention: true } } },
      "deny: mention-required",
      "this one does not",
    ],
    [
      { groups: { C1: { topics: { "7": { requireMention: false } } } } },
      "admit: group-open",
      "the topic waives it",
    ],
    [
      { groups: { C1: { requireMention: false, topics: { "*": { requireMention: true } } } } },
      "deny: mention-required",
      "no topic waives it",
    ],
    [{ groups: { C1: { topics: { "7": { enabled: false } } } } }, "deny: topic-disabled", "the topic is off"],
    [
      { groups: { C1: { topics: { "7": { allowFrom: ["U2"] } } } } },
      "deny: override-not-allowlisted",
      "the topic has a list of its own",
    ],
  ])("%j: %s, for %s", (signal, expected) => {
    const request = { ...group, thread: "7", mentioned: false };
    expect(answer({ signal: { groupPolicy: "open", ...signal } }, request)).toBe(expected);
  });

  it("names every fact that is missing", () => {
    const signal = { groupAllowFrom: ["U1"] };
    const request = { channel: "signal", chatType: "group", peer: "C1" } as const;
    const decision = evaluateAccess(request, parsePolicy({ channels: { signal } }, { edition: "2026-11" }));
    expect(decision.missing).toEqual(["sender", "mentioned"]);
  });

  it("expands access groups, those of the channel and those of all", () => {
    const config = {
      accessGroups: { ops: { type: "message.senders", members: { "*": ["U1"], irc: ["U2"] } } },
      channels: { slack: { allowFrom: ["accessGroup:ops"] } },
    };
    const policy = parsePolicy(config, { edition: "2026-11" });
    expect(evaluateAccess(dm, policy).path).toBe("channels.slack.allowFrom[0]");
    expect(evaluateAccess({ ...dm, peer: "U2" }, policy).allowed).toBe(false);
  });

  it("takes hostile ids for data", () => {
    const signal = { groupPolicy: "open", groups: { C2: {} } } as const;
    for (const peer of ["__proto__", "constructor", "\0", "\ud800", "x".repeat(1_000_000)])
      expect(answer({ signal }, { ...group, peer })).toBe("deny: room-not-listed");
  });
});

describe("faults of the releases, and 2026-11", () => {
  const telegram = {
    channel: "telegram",
    chatType: "group",
    peer: "-1",
    sender: "1",
    mentioned: true,
  } as const;

  it.each<readonly [string, ConfigInput["channels"], AccessRequest, Edition, string, string]>([
    [
      "A1 open without `*` lets everybody in",
      { whatsapp: { dmPolicy: "open" } },
      { channel: "whatsapp", chatType: "direct", peer: "1" },
      "openclaw@2026.4.27",
      "admit: dm-open",
      "refused",
    ],
    [
      "A4 an empty list denies",
      { whatsapp: { groups: { "*": {} } } },
      { ...telegram, channel: "whatsapp" },
      "openclaw@2026.9.6",
      "deny: group-empty-allowlist",
      "deny: group-empty-allowlist",
    ],
    [
      "A5 a paired sender commands groups",
      { whatsapp: { groups: { "*": {} } } },
      { ...telegram, channel: "whatsapp", paired: ["1"] },
      "openclaw@2026.2.25",
      "admit: group-paired",
      "deny: group-empty-allowlist",
    ],
    [
      "G7 a group named `constructor` is listed",
      { whatsapp: { groupPolicy: "open", groups: { "#a": {} } } },
      { ...telegram, channel: "whatsapp", peer: "constructor" },
      "openclaw@2026.9.6",
      "admit: group-open",
      "deny: room-not-listed",
    ],
    [
      "a listed group without senders admits its members",
      { telegram: { groups: { "-1": {} } } },
      telegram,
      "openclaw@2026.9.6",
      "admit: group-member",
      "deny: group-empty-allowlist",
    ],
    [
      "an empty `groupAllowFrom` leaves `allowFrom` in force",
      { whatsapp: { allowFrom: ["1"], groupAllowFrom: [] } },
      { ...telegram, channel: "whatsapp" },
      "openclaw@2026.9.6",
      "admit: group-allowlisted",
      "refused",
    ],
    [
      "an empty override is as good as none",
      { telegram: { groupAllowFrom: ["1"], groups: { "-1": { allowFrom: [] } } } },
      telegram,
      "openclaw@2026.2.24",
      "deny: group-empty-allowlist",
      "refused",
    ],
    [
      "the groups of a missing channel are open",
      {},
      { ...telegram, channel: "whatsapp" },
      "openclaw@2026.2.21",
      "admit: group-open",
      "deny: group-empty-allowlist",
    ],
  ])("%s", (_, channels, request, edition, then, now) => {
    expect(answer(channels, request, edition)).toBe(then);
    const parsed = safeParsePolicy({ channels }, { edition: "2026-11" });
    expect(parsed.ok ? answer(channels, request) : "refused").toBe(now);
  });
});

const id = fc.constantFrom("1", "2", "*");
const list = fc.array(id, { minLength: 1, maxLength: 3 });
const topic = fc.record(
  { enabled: fc.boolean(), requireMention: fc.boolean(), allowFrom: list },
  { requiredKeys: [] },
);
const room = fc.record(
  {
    enabled: fc.boolean(),
    requireMention: fc.boolean(),
    allowFrom: list,
    groupPolicy: fc.constantFrom("open", "allowlist", "disabled"),
    topics: fc.dictionary(fc.constantFrom("7", "*"), topic),
  },
  { requiredKeys: [] },
);
const section = fc.record(
  {
    enabled: fc.boolean(),
    dmPolicy: fc.constantFrom("pairing", "allowlist", "disabled"),
    groupPolicy: fc.constantFrom("open", "allowlist", "disabled"),
    requireMention: fc.boolean(),
    allowFrom: list,
    groupAllowFrom: list,
    groups: fc.dictionary(fc.constantFrom("-1", "-2", "*"), room),
  },
  { requiredKeys: [] },
);
const request: fc.Arbitrary<AccessRequest> = fc.record(
  {
    channel: fc.constant("telegram"),
    chatType: fc.constantFrom("direct", "group"),
    peer: fc.constantFrom("-1", "1", "2"),
    sender: fc.constantFrom("1", "3"),
    thread: fc.constantFrom("7", "8"),
    mentioned: fc.boolean(),
    paired: fc.constant(["2"]),
  },
  { requiredKeys: ["channel", "chatType"] },
);

describe("the trace of an access decision", () => {
  const channels = fc.record({ telegram: section }) as fc.Arbitrary<NonNullable<ConfigInput["channels"]>>;

  it("agrees with the decision, and changes nothing about it", () => {
    fc.assert(
      fc.property(channels, request, fc.constantFrom(...editions), (written, message, edition) => {
        const parsed = safeParsePolicy(knownTo(edition, { channels: written }), { edition });
        fc.pre(parsed.ok);
        const { policy } = parsed;
        const { trace, ...decision } = evaluateAccess(message, policy, { trace: true });
        expect(evaluateAccess(message, policy)).toEqual(decision);
        expect(trace?.gates.every(({ outcome }) => outcome === "pass")).toBe(decision.allowed);
        expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
        expect(explainAccess(decision)).toMatch(/^[A-Z].*\.$/);
      }),
      runs,
    );
  });

  it.each<readonly [string, Record<string, unknown>, readonly string[]]>([
    ["both words for a listed sender of a listed group", { groups: { "-1": {} } }, ["open", "allowlist"]],
    ["one, where the other would no longer answer the group", {}, ["open"]],
    [
      "both, where turning the group on is named beside them",
      { groups: { "-2": {} } },
      ["open", "allowlist"],
    ],
  ])("names %s", (_, groups, words) => {
    const telegram = { groupPolicy: "disabled", requireMention: false, groupAllowFrom: ["1"], ...groups };
    const policy = uncheckedPolicy({ channels: { telegram } } as ConfigInput, "openclaw@2026.2.22");
    const inGroup: AccessRequest = { channel: "telegram", chatType: "group", peer: "-1", sender: "1" };
    const { trace } = evaluateAccess(inGroup, policy, { trace: true });
    const policyChange = trace?.opposite[0]?.find(([first]) => first?.setting.endsWith(".groupPolicy"));
    expect(policyChange?.map(({ to }) => to)).toEqual(words);
  });

  it("names settings that turn the answer, all of them needed", () => {
    fc.assert(
      fc.property(channels, request, fc.constantFrom(...editions), (written, message, edition) => {
        const config = { channels: written };
        const policy = uncheckedPolicy(config, edition);
        const { allowed, trace } = evaluateAccess(message, policy, { trace: true });
        for (const changes of trace?.opposite ?? [])
          for (const which of [0, -1] as const) {
            const after = uncheckedPolicy(changeSettings(config, changes, which), edition);
            const turned = evaluateAccess(message, after).allowed;
            expect({ changes, turned }).toEqual({ changes, turned: !allowed });
          }
      }),
      runs,
    );
  });
});
