import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainDoor } from "../../../src/analysis/doors/explain.ts";
import { whoMayWrite } from "../../../src/analysis/doors/who-may-write.ts";
import type { AuditWorld } from "../../../src/analysis/world.ts";
import { evaluateAccess } from "../../../src/policy/access/access.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";

type Channels = NonNullable<ConfigInput["channels"]>;

function doors(channels: Channels, world?: AuditWorld, edition: Edition = "2026-11") {
  return whoMayWrite(parsePolicy({ channels }, { edition }), world);
}

const star = ["*"];

describe("who may write directly", () => {
  it.each<readonly [string, Channels, Edition, string, readonly string[], string]>([
    ["nothing is written", { telegram: {} }, "2026-11", "paired", [], "channels.telegram.dmPolicy"],
    [
      "everybody",
      { slack: { dmPolicy: "open", allowFrom: star } },
      "2026-11",
      "everybody",
      [],
      "channels.slack.allowFrom[0]",
    ],
    [
      "pairing that a star makes idle",
      { slack: { dmPolicy: "pairing", allowFrom: star } },
      "openclaw@2026.9.6",
      "everybody",
      [],
      "channels.slack.allowFrom[0]",
    ],
    [
      "those on a list",
      { slack: { dmPolicy: "allowlist", allowFrom: ["U1", "U2"] } },
      "2026-11",
      "listed",
      ["U1", "U2"],
      "channels.slack.dmPolicy",
    ],
    [
      "paired people, and those on a list",
      { telegram: { allowFrom: ["7"] } },
      "2026-11",
      "paired",
      ["7"],
      "channels.telegram.dmPolicy",
    ],
    [
      "a list that names nobody",
      { slack: { dmPolicy: "allowlist", allowFrom: [] } },
      "openclaw@2026.9.6",
      "nobody",
      [],
      "channels.slack.dmPolicy",
    ],
    [
      "nobody",
      { slack: { dmPolicy: "disabled", allowFrom: ["U1"] } },
      "2026-11",
      "nobody",
      [],
      "channels.slack.dmPolicy",
    ],
    [
      "a channel that is switched off",
      { slack: { enabled: false, allowFrom: ["U1"] } },
      "2026-11",
      "nobody",
      [],
      "channels.slack.enabled",
    ],
  ])("%s", (_, channels, edition, who, people, path) => {
    const [direct] = doors(channels, {}, edition);
    expect(direct?.who).toBe(who);
    expect(direct?.people.map(({ id }) => id)).toEqual(people);
    expect(direct?.path).toBe(path);
  });

  it("names the entry of each person", () => {
    const [direct] = doors({ slack: { dmPolicy: "allowlist", allowFrom: ["U1", "U2"] } });
    expect(direct?.people[1]).toEqual({ id: "U2", path: "channels.slack.allowFrom[1]" });
  });

  it("has one door for each account", () => {
    const accounts = { home: {}, work: { dmPolicy: "disabled" } } as const;
    const direct = doors({ telegram: { accounts } }).filter(({ chatType }) => chatType === "direct");
    expect(direct.map(({ account, who }) => [account, who])).toEqual([
      ["home", "paired"],
      ["work", "nobody"],
    ]);
  });

  it("names whom the world names, once they are paired", () => {
    const world = { senders: [{ channel: "telegram", peer: "7" }] };
    expect(doors({ telegram: {} }, world)[0]?.people).toEqual([
      { id: "7", path: "channels.telegram.dmPolicy" },
    ]);
    expect(doors({ telegram: { dmPolicy: "disabled" } }, world)[0]?.people).toEqual([]);
  });

  it("asks about channels that only the world names", () => {
    const [door] = doors({}, { accounts: { irc: ["net"] } });
    expect([door?.channel, door?.account, door?.who]).toEqual(["irc", "net", "paired"]);
  });
});

describe("who may write in rooms", () => {
  const groups = { "-1": {}, "-2": { requireMention: false, allowFrom: ["9"] }, "-3": { enabled: false } };
  const listed = { telegram: { groupAllowFrom: ["7", "8"], groups } } as const;

  it("has one door for each room, and one for all others", () => {
    const rooms = doors(listed).slice(1);
    expect(rooms.map(({ room, who, people }) => [room, who, people.map(({ id }) => id)])).toEqual([
      ["-1", "listed", ["7", "8"]],
      ["-2", "listed", ["9"]],
      ["-3", "nobody", []],
      [undefined, "nobody", []],
    ]);
  });

  it("tells whether the bot must be mentioned, and what says so", () => {
    const [, first, second, third] = doors(listed);
    expect(first?.mention).toEqual({ required: true, path: "channels.telegram.requireMention" });
    expect(second?.mention).toEqual({
      required: false,
      path: 'channels.telegram.groups["-2"].requireMention',
    });
    expect(third?.mention).toBeUndefined();
  });

  it("has doors for topics of which something is said", () => {
    const topics = { "5": { allowFrom: ["9"] }, "6": { enabled: false } };
    const inTopics = doors({ telegram: { groupAllowFrom: ["7"], groups: { "-1": { topics } } } });
    expect(inTopics.map(({ thread, who, people }) => [thread, who, people.map(({ id }) => id)])).toEqual([
      [undefined, "paired", []],
      [undefined, "listed", ["7"]],
      ["5", "listed", ["9"]],
      ["6", "nobody", []],
      [undefined, "nobody", []],
    ]);
  });

  it("names roles as roles, and servers", () => {
    const guilds = { "9": { channels: { "5": { users: ["1"], roles: ["r"] } } } };
    const [, room] = doors({ discord: { guilds } });
    expect([room?.guild, room?.room, room?.who]).toEqual(["9", "5", "listed"]);
    expect(room?.people.map(({ id, role }) => [id, role])).toEqual([
      ["1", undefined],
      ["r", true],
    ]);
  });

  it("asks about the rooms of the world", () => {
    const world = { groups: [{ channel: "telegram", peer: "-7" }] };
    const rooms = doors({ telegram: { groupPolicy: "open" } }, world).slice(1);
    expect(rooms.map(({ room, who }) => [room, who])).toEqual([
      ["-7", "everybody"],
      [undefined, "everybody"],
    ]);
  });

  it("says that it is not known where the release is not on record", () => {
    const rooms = doors({ zalouser: {} }, {}, "openclaw@2026.9.6").slice(1);
    expect(rooms.map(({ who }) => who)).toEqual(["unknown"]);
  });
});

describe("what a door says", () => {
  it.each<readonly [Channels, readonly string[]]>([
    [
      { telegram: { groupPolicy: "open", groupAllowFrom: ["7"] } },
      [
        "A stranger who messages the bot on Telegram has to be paired first (channels.telegram.dmPolicy: the default of 2026-11).",
        "Anybody in Telegram groups that the config does not list who mentions the bot gets an answer (channels.telegram.groupPolicy).",
      ],
    ],
    [
      { slack: { dmPolicy: "open", allowFrom: star, accounts: { a: {} } } },
      [
        "Anybody can message the bot's account a on Slack (channels.slack.allowFrom[0]).",
        "In Slack channels that the config does not list, the bot's account a answers nobody (channels.slack.accounts.a.channels: the default of 2026-11).",
        "In Slack groups that the config does not list, the bot's account a answers nobody (channels.slack.accounts.a.dm.groupEnabled: the default of 2026-11).",
      ],
    ],
    [
      {
        whatsapp: {
          dmPolicy: "allowlist",
          allowFrom: ["+1", "+2"],
          groups: { "1@g.us": { requireMention: false } },
        },
      },
      [
        "Only +1 and +2 can message the bot on WhatsApp (channels.whatsapp.dmPolicy).",
        "In the WhatsApp group 1@g.us, the bot answers only +1 and +2, even when they don't mention it (channels.whatsapp.allowFrom).",
        "In WhatsApp groups that the config does not list, the bot answers nobody (channels.whatsapp.groups).",
      ],
    ],
  ])("%j", (channels, sentences) => {
    expect(doors(channels).map(explainDoor)).toEqual(sentences);
  });
});

it("lets in whom the decision lets in, whatever the config", () => {
  const id = fc.constantFrom("1", "2", "1001", "*");
  const ids = fc.uniqueArray(id, { maxLength: 3 });
  const section = fc.record(
    {
      dmPolicy: fc.constantFrom(
        "open" as const,
        "pairing" as const,
        "allowlist" as const,
        "disabled" as const,
      ),
      allowFrom: ids,
      groupPolicy: fc.constantFrom("open" as const, "allowlist" as const, "disabled" as const),
      groupAllowFrom: ids,
      groups: fc.dictionary(
        fc.constantFrom("-1", "-2", "*"),
        fc.record({ allowFrom: ids, enabled: fc.boolean() }, { requiredKeys: [] }),
      ),
    },
    { requiredKeys: [] },
  );
  const edition = fc.constantFrom<Edition[]>("2026-11", "openclaw@2026.9.6", "openclaw@2026.3.28");
  fc.assert(
    fc.property(section, edition, (telegram, edition) => {
      const parsed = safeParsePolicy({ channels: { telegram } }, { edition });
      if (!parsed.ok) return;
      const { policy } = parsed;
      for (const { chatType, people, room = "-9", who } of whoMayWrite(policy)) {
        const asked = (sender: string, paired: readonly string[] = []) => {
          const place = chatType === "direct" ? { chatType, peer: sender } : { chatType, peer: room, sender };
          return evaluateAccess({ channel: "telegram", ...place, mentioned: true, paired }, policy);
        };
        for (const person of people) expect(asked(person.id).allowed).toBe(true);
        const named = people.map((person) => person.id);
        for (const other of ["1", "2", "77"].filter((each) => !named.includes(each))) {
          expect(asked(other).allowed).toBe(who === "everybody");
          expect(asked(other, [other]).allowed).toBe(who === "everybody" || who === "paired");
        }
      }
    }),
  );
});
