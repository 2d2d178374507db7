import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BindingConfig, ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import { checkBindings } from "../../../src/scope/routing/check-bindings.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { resolveSession } from "../../../src/scope/session/resolve-session.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

type Match = Omit<BindingConfig["match"], "channel">;

function told(
  matches: readonly Match[],
  edition: Edition = "2026-11",
  more: ConfigInput = {},
): readonly string[] {
  const bindings = matches.map((match) => ({ agentId: "main", match: { channel: "discord", ...match } }));
  const parsed = safeParsePolicy({ ...more, bindings }, { edition, timeZone: "UTC" });
  return (parsed.ok ? parsed.warnings : parsed.issues).map(
    ({ severity, code, path }) => `${severity} ${code} ${path}`,
  );
}

const room = (id: string) => ({ kind: "channel" as const, id });

describe("bindings that can never win", () => {
  it.each<readonly [string, readonly Match[], boolean]>([
    ["the same twice", [{}, {}], true],
    ["one asks for more", [{ guildId: "g" }, { guildId: "g", teamId: "t" }], true],
    ["one asks for less, and comes after", [{ guildId: "g", teamId: "t" }, { guildId: "g" }], false],
    [
      "all accounts before one",
      [
        { accountId: "*", guildId: "g" },
        { accountId: "work", guildId: "g" },
      ],
      true,
    ],
    [
      "one account before all",
      [
        { accountId: "work", guildId: "g" },
        { accountId: "*", guildId: "g" },
      ],
      false,
    ],
    ["account and channel stand in tiers of their own", [{ accountId: "*" }, { accountId: "work" }], false],
    ["group and channel are one kind", [{ peer: { kind: "group", id: "1" } }, { peer: room("1") }], true],
    ["a wildcard stands after names", [{ peer: room("*") }, { peer: room("1") }], false],
    [
      "a role of several is covered",
      [
        { guildId: "g", roles: ["1", "2"] },
        { guildId: "g", roles: ["2"] },
      ],
      true,
    ],
    [
      "each role is covered by another binding",
      [
        { guildId: "g", roles: ["1"] },
        { guildId: "g", roles: ["2"] },
        { guildId: "g", roles: ["1", "2"] },
      ],
      true,
    ],
    [
      "one of several roles is not",
      [
        { guildId: "g", roles: ["1"] },
        { guildId: "g", roles: ["1", "2"] },
      ],
      false,
    ],
  ])("%s", (_, matches, isShadowed) => {
    const last = `warning binding-shadowed bindings[${matches.length - 1}]`;
    expect(told(matches)).toEqual(isShadowed ? [last] : []);
  });

  it("because no message has such a peer", () => {
    expect(told([{ peer: room(" ") }], "openclaw@2026.9.6")).toEqual([
      "warning binding-impossible bindings[0]",
    ]);
  });

  it("do not depend on bindings of type acp, which route nothing", () => {
    const acp = { type: "acp", agentId: "main", match: { channel: "discord" } };
    const bindings = [acp, { agentId: "main", match: { channel: "discord" } }];
    expect(checkBindings(parsePolicy({ bindings }, { edition: "2026-11" }))).toEqual([]);
    expect(checkBindings(uncheckedPolicy({ bindings }, "openclaw@2026.3.2"))).toHaveLength(1);
  });

  it("never win, whatever the message", () => {
    const few = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const roles = fc.option(fc.uniqueArray(fc.constantFrom("r1", "r2"), { minLength: 1 }), {
      nil: undefined,
    });
    const id = fc.constantFrom("1", "*");
    const kind = fc.constantFrom("group", "direct");
    const present = (facts: object) =>
      Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
    const match = fc
      .record({
        accountId: few("default", "*"),
        guildId: few("g"),
        roles,
        peer: fc.option(fc.record({ kind, id }), { nil: undefined }),
      })
      .map((facts) => present(facts) as Match);
    const message = fc
      .record({ chatType: kind, peer: id, account: few("work"), guild: few("g"), roles })
      .map((facts) => ({ channel: "slack", ...present(facts) }) as Inbound);
    fc.assert(
      fc.property(
        fc.array(match, { minLength: 2, maxLength: 6 }),
        fc.array(message, { minLength: 20 }),
        (matches, messages) => {
          const bindings = matches.map((facts) => ({
            agentId: "main",
            match: { channel: "slack", ...facts },
          }));
          for (const edition of ["openclaw@2026.2.9", "2026-11"] as const) {
            const policy = uncheckedPolicy({ bindings }, edition);
            const never = checkBindings(policy).filter(({ code }) => code === "binding-shadowed");
            const winners = messages.map((inbound) => resolveSession(inbound, policy));
            for (const { path } of never)
              expect(winners.some((winner) => winner.ok && winner.binding?.path === path)).toBe(false);
          }
        },
      ),
      { numRuns: runs },
    );
  });
});

describe("ids that were copied with something around them", () => {
  it.each([
    ["<@123456>", true],
    ["#123456", true],
    ["123 456", true],
    ["'-100123'", true],
    ["1,234,567", true],
    ["123456", false],
    ["-100123456", false],
    ["-100123456:topic:42", false],
    ["+491234567", false],
    ["120363@g.us", false],
    ["bob#1234", false],
    ["#general", false],
  ])("%j: %s", (id, isDoubtful) => {
    expect(told([{ peer: room(id) }])).toEqual(
      isDoubtful ? ["warning id-stray-characters bindings[0].match.peer.id"] : [],
    );
  });

  it("also in guilds, teams and roles", () => {
    expect(told([{ guildId: "<123456>", teamId: "`123456`", roles: ["@&123456"] }])).toEqual([
      "warning id-stray-characters bindings[0].match.guildId",
      "warning id-stray-characters bindings[0].match.teamId",
      "warning id-stray-characters bindings[0].match.roles[0]",
    ]);
  });
});

type Accounts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

describe("bindings without an account", () => {
  const withAccounts = (accounts: Accounts): ConfigInput => ({
    channels: { discord: { accounts } },
  });

  it.each<readonly [string, Match, Accounts, boolean]>([
    ["where several accounts exist", {}, { default: {}, work: {} }, true],
    ["where only another one exists", {}, { work: {} }, true],
    ["where the default one exists", {}, { default: {} }, false],
    ["that name theirs", { accountId: "work" }, { default: {}, work: {} }, false],
    ["that name all", { accountId: "*" }, { default: {}, work: {} }, false],
  ])("%s", (_, match, accounts, isDoubtful) => {
    expect(told([match], "2026-11", withAccounts(accounts))).toEqual(
      isDoubtful ? ["warning binding-without-account bindings[0].match"] : [],
    );
  });
});
