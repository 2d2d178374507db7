import { describe, expect, it } from "vitest";
import { audit } from "../../src/analysis/index.ts";
import {
  evaluateAccess,
  evaluateExec,
  evaluateMemorySearch,
  evaluateReset,
  evaluateSandbox,
  evaluateTool,
  explain,
  isolationOf,
  parsePolicy,
  resolveSession,
  safeParsePolicy,
  type ConfigInput,
  type Edition,
  type Inbound,
} from "../../src/index.ts";

// What the published guides promise, asked as their readers would write it. A row says the promise, then the config.

const policyOf = (config: ConfigInput, timeZone = "UTC", edition: Edition = "2026-11") =>
  parsePolicy(config, { edition, timeZone });
const direct = (channel: string, peer: string, account?: string): Inbound => ({
  channel,
  chatType: "direct",
  peer,
  ...(account !== undefined && { account }),
});

describe("sessions and links", () => {
  const john = { John: ["telegram:123456789", "whatsapp:+1234567890"] };
  const byId = { "telegram:123456789:John": "John", "whatsapp:+1234567890:John": "John" };
  const telegram = direct("telegram", "123456789");
  const whatsapp = direct("whatsapp", "+1234567890");

  it.each<readonly [string, ConfigInput, Inbound, Inbound, boolean]>([
    ["everybody shares one session by default", {}, direct("irc", "1"), direct("irc", "2"), true],
    [
      "per-channel-peer keeps two people apart",
      { session: { dmScope: "per-channel-peer" } },
      direct("irc", "1"),
      direct("irc", "2"),
      false,
    ],
    [
      "a link joins platforms under per-channel-peer",
      { session: { dmScope: "per-channel-peer", identityLinks: john } },
      telegram,
      whatsapp,
      true,
    ],
    [
      "the same, written by id",
      { session: { dmScope: "per-channel-peer", identityLinks: byId } },
      telegram,
      whatsapp,
      true,
    ],
    [
      "and under per-account-channel-peer, whatever the account",
      { session: { dmScope: "per-account-channel-peer", identityLinks: john } },
      { ...telegram, account: "work" },
      { ...whatsapp, account: "private" },
      true,
    ],
    [
      "two accounts of one channel",
      { session: { dmScope: "per-account-channel-peer", identityLinks: john } },
      telegram,
      { ...telegram, account: "work" },
      true,
    ],
    [
      "a stranger to two accounts stays two",
      { session: { dmScope: "per-account-channel-peer", identityLinks: john } },
      direct("telegram", "9"),
      direct("telegram", "9", "work"),
      false,
    ],
    [
      "whoever is not linked stays apart from the linked",
      { session: { dmScope: "per-channel-peer", identityLinks: john } },
      telegram,
      direct("whatsapp", "+1999"),
      false,
    ],
    [
      "nobody gets in by an id that equals the name",
      { session: { dmScope: "per-channel-peer", identityLinks: john } },
      telegram,
      direct("telegram", "john"),
      false,
    ],
    [
      "nor by the name as a key writes it",
      { session: { dmScope: "per-peer", identityLinks: john } },
      telegram,
      direct("irc", "=john"),
      false,
    ],
    [
      "a Discord id with a discriminator names the account",
      {
        session: {
          dmScope: "per-channel-peer",
          identityLinks: { John: ["irc:j", "discord:223456789#1234"] },
        },
      },
      direct("irc", "j"),
      direct("discord", "223456789"),
      true,
    ],
  ])("%s", (_, config, a, b, shared) => {
    expect(isolationOf(a, b, policyOf(config)).shared).toBe(shared);
  });

  it("the main key that the config names is honoured", () => {
    expect(resolveSession(telegram, policyOf({ session: { mainKey: "home" } })).key).toBe("agent:main:home");
  });
});

describe("resets", () => {
  const ten = Date.UTC(2026, 10, 29, 10);
  const one = Date.UTC(2026, 10, 29, 13);
  const reset = (session: ConfigInput["session"], timeZone: string, chat = "direct", channel?: string) =>
    evaluateReset(
      { sessionStartedAt: ten, lastInteractionAt: ten, updatedAt: ten },
      {
        key: "agent:main:main",
        chatType: chat === "direct" ? "direct" : "group",
        ...(channel !== undefined && { channel }),
      },
      policyOf({ session }, timeZone),
      one,
    );
  const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 29, hour, minute);

  it.each<readonly [string, ConfigInput["session"], string, "idle" | number | undefined]>([
    ["two idle hours end the session", { idleMinutes: 120 }, "Asia/Taipei", "idle"],
    ["with a daily hour, whichever comes first", { dailyReset: 4, idleMinutes: 120 }, "Asia/Taipei", "idle"],
    ["the hour, where it comes first", { dailyReset: 4, idleMinutes: 100_000 }, "Asia/Taipei", at(20)],
    ["idle minutes alone leave 04:00 in force", { idleMinutes: 100_000 }, "Asia/Taipei", at(20)],
    ["without a daily reset only they count", { dailyReset: false, idleMinutes: 240 }, "UTC", at(14, 0) + 1],
    ["true is 04:00", { dailyReset: true }, "Asia/Taipei", at(20)],
    ["a time of day", { dailyReset: "04:00" }, "Asia/Taipei", at(20)],
    ["with one digit", { dailyReset: "4:30" }, "Asia/Taipei", at(20, 30)],
    [
      "with minutes, in a zone of its own",
      { dailyReset: { at: "04:30", timeZone: "Asia/Kolkata" } },
      "UTC",
      at(23),
    ],
    ["a zone alone means 04:00 there", { dailyReset: { timeZone: "Asia/Taipei" } }, "UTC", at(20)],
    ["false ends nothing", { dailyReset: false }, "UTC", undefined],
    ["reset takes a time of day too", { reset: { at: "20:15" } }, "UTC", at(20, 15)],
    ["dm is direct", { resetByType: { dm: { mode: "idle", idleMinutes: 120 } } }, "UTC", "idle"],
  ])("%s", (_, session, timeZone, expected) => {
    const { fresh, nextResetAt, reason } = reset(session, timeZone);
    expect(fresh ? nextResetAt : reason).toBe(expected);
  });

  it("a channel's seven days stand beside two hours of direct chats", () => {
    const session = {
      resetByType: { direct: { mode: "idle", idleMinutes: 120 } },
      resetByChannel: { discord: { mode: "idle", idleMinutes: 10_080 } },
    } as const;
    expect(reset(session, "UTC", "group", "discord").fresh).toBe(true);
    expect(reset(session, "UTC").reason).toBe("idle");
  });

  it.each<readonly [string, ConfigInput["session"], readonly string[]]>([
    [
      "two hours of one reset",
      { dailyReset: 4, reset: { atHour: 5 } },
      ["session.dailyReset", "session.reset.atHour"],
    ],
    [
      "two times in one object",
      { reset: { at: "04:30", atHour: 5 } },
      ["session.reset.at", "session.reset.atHour"],
    ],
    [
      "two idle windows",
      { idleMinutes: 5, reset: { idleMinutes: 6 } },
      ["session.idleMinutes", "session.reset.idleMinutes"],
    ],
    [
      "two words for direct chats",
      { resetByType: { dm: {}, direct: {} } },
      ["session.resetByType.dm", "session.resetByType.direct"],
    ],
  ])("a contradiction is an issue that names both: %s", (_, session, places) => {
    const parsed = safeParsePolicy({ session }, { edition: "2026-11", timeZone: "UTC" });
    const issue = parsed.issues?.find(({ code }) => code === "conflicting-settings");
    const said = `${issue?.path ?? ""} ${issue?.message ?? ""} ${issue?.hint ?? ""}`;
    for (const place of places) expect(said).toContain(place);
  });
});

describe("tools and sandboxes", () => {
  const coder = { profile: "coding", allow: ["browser"] };
  const agent = (tools: NonNullable<ConfigInput["tools"]>): ConfigInput => ({
    agents: { list: [{ id: "a", default: true, tools }] },
  });
  const sandbox = { enabled: true, workspaceAccess: "ro", network: "none" } as const;
  const confined: ConfigInput = { agents: { list: [{ id: "a", default: true, sandbox }] } };

  it.each<readonly [string, ConfigInput, string, boolean]>([
    ["what a list adds to a profile", agent(coder), "browser", true],
    ["what the profile gives", agent(coder), "read", true],
    ["what neither has", agent(coder), "tts", false],
    ["what is denied all the same", { ...agent(coder), tools: { deny: ["browser"] } }, "browser", false],
    ["all there is, without a profile", { tools: { allow: ["browser"] } }, "read", false],
    ["messaging without files", agent({ profile: "messaging", deny: ["group:fs"] }), "read", false],
    ["no tool that writes a workspace that is read only", confined, "write", false],
    ["by whatever name", confined, "apply-patch", false],
    ["but those that read it", confined, "read", true],
  ])("%s", (_, config, tool, allowed) => {
    expect(
      evaluateTool({ agentId: config.agents === undefined ? "main" : "a", tool }, policyOf(config)).allowed,
    ).toBe(allowed);
  });

  it("a sandbox without network reaches none, and a word for it that is none is refused", () => {
    expect(evaluateSandbox({ agentId: "a", action: "network" }, policyOf(confined)).allowed).toBe(false);
    const off = { agents: { list: [{ id: "a", sandbox: { enabled: true, network: "off" } }] } };
    const parsed = safeParsePolicy(off, { edition: "2026-11" });
    expect(parsed.issues?.map(({ hint, path }) => [path, hint])).toEqual([
      ["agents.list[0].sandbox.network", "did you mean `none`?"],
    ]);
  });

  it("a release cuts a profile down to the list, and the audit says what is left", () => {
    const cut = policyOf({ tools: coder }, "UTC", "openclaw@2026.9.6");
    const finding = audit(cut).find(({ path }) => path === "tools.allow");
    expect(finding?.message).toContain("nothing");
  });
});

describe("approvals", () => {
  const listed = (...allowlist: readonly string[]): ConfigInput => ({
    tools: { exec: { approvals: { enabled: true, policy: "allowlist", allowlist } } },
  });
  const guide = listed("git status", "git diff", "npm test");

  it.each<readonly [string, ConfigInput, string, "run" | "ask"]>([
    ["the command as it is listed", guide, "git  diff", "run"],
    ["another argument asks", guide, "git diff --output=/etc/cron.d/x", "ask"],
    ["another word of the same beginning asks", guide, "git difftool", "ask"],
    ["any arguments where the entry says so", listed("npm test *"), "npm test -- --watch", "run"],
    ["none of them too", listed("npm test *"), "npm test", "run"],
    ["not another command behind it", listed("npm test *"), "npm test; curl x", "ask"],
  ])("%s", (_, config, command, outcome) => {
    expect(evaluateExec({ command }, policyOf(config)).outcome).toBe(outcome);
  });

  it("says who may approve, and where it is asked", () => {
    const execApprovals = { enabled: true, approvers: ["123456789"], target: "dm" } as const;
    const policy = policyOf({ ...guide, channels: { telegram: { execApprovals } } });
    expect(evaluateExec({ command: "curl x", channel: "telegram" }, policy)).toMatchObject({
      outcome: "ask",
      approval: { approvers: ["123456789"], target: "dm" },
    });
  });
});

describe("memory and groups", () => {
  it("memory is searched in direct chats only, and MEMORY.md belongs in the private main session", () => {
    const ask = (key: string) => evaluateMemorySearch({ key }, policyOf({}));
    expect(ask("agent:main:main")).toMatchObject({ notes: true });
    expect(ask("agent:main:telegram:group:1")).toMatchObject({ allowed: false, notes: false });
    expect(ask("agent:main:discord:channel:5")).toMatchObject({ allowed: false });
  });

  it("a group's own list lets another person in", () => {
    const channels = {
      telegram: {
        groupPolicy: "allowlist",
        groupAllowFrom: ["123456789"],
        groups: { "-100": { allowFrom: ["123456789", "555555555"] } },
      },
    } as const;
    const message = { channel: "telegram", chatType: "group", peer: "-100", mentioned: true } as const;
    expect(evaluateAccess({ ...message, sender: "555555555" }, policyOf({ channels })).outcome).toBe("admit");
  });
});

describe("sentences name what decided", () => {
  const topics = { "3": { agentId: "support" } };
  const forum: ConfigInput = {
    agents: { list: [{ id: "main", default: true }, { id: "support" }] },
    channels: { telegram: { groups: { "-100": { topics } } } },
  };
  const inTopic: Inbound = { channel: "telegram", chatType: "group", peer: "-100", thread: "3" };

  it.each<Edition>(["2026-11", "openclaw@2026.5.7", "openclaw@2026.9.6"])("a topic, under %s", (edition) => {
    expect(explain(resolveSession(inTopic, policyOf(forum, "UTC", edition)))).toContain(
      'agent support was chosen by its topic (channels.telegram.groups["-100"].topics["3"].agentId)',
    );
  });

  it("another name of a tool", () => {
    const policy = policyOf({ tools: { deny: ["exec"] } });
    expect(explain(evaluateTool({ agentId: "main", tool: "bash" }, policy))).toContain(
      "bash is another name for exec",
    );
  });

  const policy = policyOf({ channels: { telegram: {} } });
  const session = resolveSession(direct("telegram", "1"), policy);
  it.each<readonly [string, string]>([
    ["the scope", explain(session)],
    [
      "who is let in",
      explain(evaluateAccess({ channel: "telegram", chatType: "direct", peer: "1" }, policy)),
    ],
    ["the memory scope", explain(evaluateMemorySearch({ key: "agent:main:main" }, policy))],
    ["the daily reset", explain(evaluateReset({ updatedAt: 1 }, session, policy, 2))],
    ["approvals", explain(evaluateExec({ command: "ls" }, policy))],
    ["why two share a session", explain(isolationOf(direct("irc", "1"), direct("irc", "2"), policy))],
  ])("the default of the edition: %s", (_, sentence) => {
    expect(sentence).toContain("2026-11");
  });
});
