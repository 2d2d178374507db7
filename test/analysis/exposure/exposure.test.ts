import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exposure, type Exposure, type ExposureOptions } from "../../../src/analysis/exposure/exposure.ts";
import {
  explainExposedSession,
  explainExposure,
  explainNotice,
} from "../../../src/analysis/exposure/explain.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import type { StoredSessions } from "../../../src/lifecycle/store/read-store.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { evaluateVisibility } from "../../../src/policy/visibility/visibility.ts";

const listed: ConfigInput["channels"] = {
  telegram: { dmPolicy: "allowlist", allowFrom: ["111", "222"], groupPolicy: "disabled" },
};
const apart = { session: { dmScope: "per-channel-peer" as const }, channels: listed };

function policyOf(config: ConfigInput, edition: Edition = "2026-11") {
  return parsePolicy(config, { edition, timeZone: "UTC" });
}

function expose(
  config: ConfigInput,
  store: StoredSessions,
  options?: ExposureOptions,
  edition?: Edition,
): Exposure {
  return exposure(policyOf(config, edition), store, options);
}

function direct(id: string, at = 5) {
  return { updatedAt: at, chatType: "direct", lastChannel: "telegram", lastTo: `telegram:${id}` };
}

const alice = "agent:main:telegram:direct:111";
const bob = "agent:main:telegram:direct:222";
const two = { [alice]: direct("111"), [bob]: direct("222") };

/** What is told of each session: whose words, and who could read them. */
function told({ sessions }: Exposure) {
  return sessions.map(({ holds, words, readers }) => [
    holds,
    words.map(({ name }) => name).join(),
    readers.exposed ? [...readers.inside, "|", ...readers.outside].join(" ") : "",
  ]);
}

describe("whose words a session holds, and who could be told them", () => {
  it.each<readonly [string, ConfigInput, StoredSessions, Edition, readonly (readonly string[])[]]>([
    [
      "one person's own session",
      apart,
      two,
      "2026-11",
      [
        ["one", "telegram:111", ""],
        ["one", "telegram:222", ""],
      ],
    ],
    [
      "a session that all share",
      { channels: listed },
      { "agent:main:main": direct("222") },
      "2026-11",
      [["several", "telegram:111,telegram:222", "telegram:111 telegram:222 |"]],
    ],
    [
      "the same without an entry",
      { channels: listed },
      ["agent:main:main"],
      "2026-11",
      [["several", "telegram:111,telegram:222", "telegram:111 telegram:222 |"]],
    ],
    [
      "a shared session of one person alone",
      { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["111"] } } },
      { "agent:main:main": direct("111") },
      "2026-11",
      [["one", "telegram:111", ""]],
    ],
    [
      "one that whoever was paired shares",
      { channels: { telegram: {} } },
      { "agent:main:main": direct("111") },
      "2026-11",
      [
        [
          "several",
          "anybody who was paired on Telegram,telegram:111",
          "anybody who was paired on Telegram telegram:111 |",
        ],
      ],
    ],
    [
      "sessions that the agent reads from within one another",
      { ...apart, tools: { sessions: { visibility: "agent" } } },
      two,
      "2026-11",
      [
        ["one", "telegram:111", "telegram:111 | telegram:222"],
        ["one", "telegram:222", "telegram:222 | telegram:111"],
      ],
    ],
    [
      "the same without the tool for it",
      { ...apart, tools: { deny: ["group:sessions"], sessions: { visibility: "agent" } } },
      two,
      "2026-11",
      [
        ["one", "telegram:111", ""],
        ["one", "telegram:222", ""],
      ],
    ],
    [
      "the agent reads them for one who is let in and has no session yet",
      { ...apart, tools: { sessions: { visibility: "agent" } } },
      { [alice]: direct("111") },
      "2026-11",
      [["one", "telegram:111", "telegram:111 | telegram:222"]],
    ],
    [
      "two agents, each alone",
      {
        ...apart,
        tools: { sessions: { visibility: "agent" } },
        bindings: [{ agentId: "ops", match: { channel: "telegram", peer: { kind: "direct", id: "222" } } }],
        agents: { list: [{ id: "main", default: true }, { id: "ops" }] },
      },
      { [alice]: direct("111"), "agent:ops:telegram:direct:222": direct("222") },
      "2026-11",
      [
        ["one", "telegram:111", ""],
        ["one", "telegram:222", ""],
      ],
    ],
    [
      "two agents that reach one another",
      {
        ...apart,
        tools: { sessions: { visibility: "all" }, agentToAgent: { enabled: true, allow: ["*"] } },
        bindings: [{ agentId: "ops", match: { channel: "telegram", peer: { kind: "direct", id: "222" } } }],
        agents: { list: [{ id: "main", default: true }, { id: "ops" }] },
      },
      { [alice]: direct("111"), "agent:ops:telegram:direct:222": direct("222") },
      "2026-11",
      [
        ["one", "telegram:111", "telegram:111 | telegram:222"],
        ["one", "telegram:222", "telegram:222 | telegram:111"],
      ],
    ],
    [
      "the default of a release that lets all be read",
      apart,
      two,
      "openclaw@2026.9.6",
      [
        ["one", "telegram:111", "telegram:111 | telegram:222"],
        ["one", "telegram:222", "telegram:222 | telegram:111"],
      ],
    ],
    [
      "one person under several ids",
      {
        session: { dmScope: "per-channel-peer", identityLinks: { alice: ["telegram:111", "telegram:222"] } },
        channels: listed,
        tools: { sessions: { visibility: "agent" } },
      },
      { "agent:main:direct:alice": direct("222") },
      "2026-11",
      [["one", "alice", ""]],
    ],
    [
      "a room, which hears what is said there",
      { ...apart, channels: { telegram: { groupPolicy: "disabled", dmPolicy: "disabled" } } },
      { "agent:main:telegram:group:-100": { lastChannel: "telegram", lastTo: "telegram:-100" } },
      "2026-11",
      [["room", "telegram:-100", ""]],
    ],
    [
      "a sub-agent, which has the words of whoever's session started it",
      { channels: listed },
      {
        "agent:main:main": direct("222"),
        "agent:main:subagent:a": { spawnedBy: "agent:main:main" },
        "agent:main:subagent:b": { spawnedBy: "agent:main:subagent:a" },
      },
      "2026-11",
      [
        ["several", "telegram:111,telegram:222", "telegram:111 telegram:222 |"],
        ["several", "", "telegram:111 telegram:222 |"],
        ["several", "", "telegram:111 telegram:222 |"],
      ],
    ],
    [
      "a job, which is nobody's",
      { channels: listed },
      ["agent:main:cron:daily"],
      "2026-11",
      [["nobody", "", ""]],
    ],
    [
      "an entry that contradicts itself",
      apart,
      { [alice]: { lastChannel: "telegram", lastTo: "telegram:999" } },
      "2026-11",
      [["one", "telegram:111", ""]],
    ],
    [
      "an entry of which nothing tells whose it is",
      { session: { dmScope: "per-channel-peer" } },
      { "agent:main:main": { lastChannel: "telegram" } },
      "2026-11",
      [["unknown", "", ""]],
    ],
  ])("%s", (_, config, store, edition, sessions) => {
    expect(told(expose(config, store, {}, edition))).toEqual(sessions);
  });

  it("tells how it is known, and by what", () => {
    const [session] = expose({ channels: listed }, { "agent:main:main": direct("222") }).sessions;
    expect(session?.words).toEqual([
      { kind: "person", name: "telegram:111", because: "listed", path: "channels.telegram.allowFrom[0]" },
      { kind: "person", name: "telegram:222", because: "wrote" },
    ]);
  });

  it("knows people and rooms of the world", () => {
    const world = { senders: [{ channel: "telegram", peer: "7" }] };
    const [session] = expose({ channels: { telegram: {} } }, ["agent:main:main"], { world }).sessions;
    expect(session?.words.map(({ name }) => name)).toEqual([
      "telegram:7",
      "anybody who was paired on Telegram",
    ]);
  });

  it("agrees with the decision about each pair of sessions", () => {
    const visibility = fc.constantFrom("self" as const, "tree" as const, "agent" as const, "all" as const);
    const edition = fc.constantFrom<Edition[]>(
      "2026-11",
      "openclaw@2026.9.6",
      "openclaw@2026.3.28",
      "openclaw@2026.2.6-3",
    );
    const agent = fc.constantFrom("main", "ops");
    const peer = fc.constantFrom("1", "2", "3");
    const keys = fc.uniqueArray(fc.tuple(agent, peer), {
      minLength: 1,
      maxLength: 5,
      selector: ([a, p]) => `${a} ${p}`,
    });
    fc.assert(
      fc.property(
        visibility,
        edition,
        fc.boolean(),
        fc.boolean(),
        keys,
        (level, edition, enabled, sandboxed, some) => {
          const tools =
            edition === "openclaw@2026.2.6-3"
              ? { agentToAgent: { enabled } }
              : { sessions: { visibility: level }, agentToAgent: { enabled, allow: ["*"] } };
          const config: ConfigInput = {
            session: { dmScope: "per-channel-peer" },
            channels: { telegram: { dmPolicy: "disabled", groupPolicy: "disabled" } },
            agents: {
              list: [
                { id: "main", default: true },
                { id: "ops", ...(sandboxed && { sandbox: { mode: "all" as const } }) },
              ],
            },
            tools,
          };
          const policy = policyOf(config, edition);
          const kind = edition === "openclaw@2026.2.6-3" ? "dm" : "direct";
          const key = ([agentId, id]: readonly [string, string]) => `agent:${agentId}:telegram:${kind}:${id}`;
          const { sessions } = exposure(
            policy,
            Object.fromEntries(some.map((each) => [key(each), direct(each[1])])),
          );
          some.forEach((each, index) => {
            const readers = some.filter(
              (other) =>
                other === each ||
                evaluateVisibility(
                  {
                    action: "history",
                    requester: { key: key(other), mainKey: `agent:${other[0]}:main` },
                    target: key(each),
                  },
                  policy,
                ).allowed,
            );
            const names = new Set(readers.map(([, id]) => `telegram:${id}`));
            expect(sessions[index]?.readers.count).toBe(names.size);
            expect(sessions[index]?.readers.exposed).toBe(names.size > 1);
          });
        },
      ),
    );
  });
});

describe("whom to tell", () => {
  const shared = { "agent:main:main": direct("222", 10) };

  it("names those first who wrote for certain, with who could read them", () => {
    const { notify } = expose({ channels: listed }, shared);
    expect(notify.map(explainNotice)).toEqual([
      "telegram:222 wrote in agent:main:main, which telegram:111 could read.",
      "telegram:111 may have written in agent:main:main, which telegram:222 could read.",
    ]);
  });

  it.each<readonly [string, object, number, readonly string[]]>([
    ["before", { updatedAt: 9 }, 10, []],
    ["at that moment", { updatedAt: 10 }, 10, ["telegram:222", "telegram:111"]],
    ["at a time that cannot be read", { updatedAt: "yesterday" }, 10, ["telegram:222", "telegram:111"]],
    ["at no time that is told", { updatedAt: undefined }, 10, ["telegram:222", "telegram:111"]],
    [
      "by another of its times",
      { updatedAt: 1, lastInteractionAt: 11 },
      10,
      ["telegram:222", "telegram:111"],
    ],
  ])("looks at what happened since: %s", (_, times, since, names) => {
    const store = { "agent:main:main": { ...direct("222"), ...times } };
    expect(expose({ channels: listed }, store, { since }).notify.map(({ who }) => who)).toEqual(names);
  });

  it("counts whoever is in a room that the bot answers", () => {
    const telegram = { dmPolicy: "allowlist" as const, allowFrom: ["111"], groupAllowFrom: ["111"] };
    const config: ConfigInput = { channels: { telegram }, tools: { sessions: { visibility: "agent" } } };
    const [session] = expose({ ...config, session: apart.session }, { [alice]: direct("111") }).sessions;
    expect(session?.readers.outside).toEqual(["everybody in a Telegram group that the bot answers"]);
  });

  it("tells a room as a whole", () => {
    const config: ConfigInput = { tools: { sessions: { visibility: "agent" } }, ...apart };
    const store = {
      "agent:main:telegram:group:-100": { updatedAt: 5, lastChannel: "telegram", lastTo: "telegram:-100" },
    };
    expect(expose({ ...config, session: apart.session }, store).notify.map(explainNotice)).toEqual([
      "Somebody in telegram:-100 wrote in agent:main:telegram:group:-100, which telegram:111 and telegram:222 could read.",
    ]);
  });

  it("counts sub-agents' activity as that of whoever started them, and tells once", () => {
    const store = { ...shared, "agent:main:subagent:a": { updatedAt: 50, spawnedBy: "agent:main:main" } };
    expect(expose({ channels: listed }, store, { since: 40 }).notify.map(({ count }) => count)).toEqual([
      1, 1,
    ]);
  });

  it("names ten, and counts the others", () => {
    const allowFrom = Array.from({ length: 30 }, (_, id) => String(id + 1));
    const config: ConfigInput = { channels: { telegram: { dmPolicy: "allowlist", allowFrom } } };
    const { notify, sessions } = expose(config, ["agent:main:main"]);
    expect(notify).toHaveLength(30);
    expect(notify[0]?.sessions[0]?.readers).toHaveLength(10);
    expect(notify[0]?.sessions[0]?.readerCount).toBe(29);
    expect(sessions[0] && explainExposedSession(sessions[0])).toBe(
      "agent:main:main holds the words of telegram:1, telegram:2, telegram:3, telegram:4, telegram:5 and 25 others; it could be read by telegram:1, telegram:2, telegram:3, telegram:4, telegram:5 and 25 others.",
    );
  });
});

describe("before and after a fix", () => {
  const store = { "agent:main:main": direct("222") };

  it("tells that nobody new reads what was shared", () => {
    const { counts, sessions } = expose({ channels: listed }, store, { fixed: policyOf(apart) });
    expect(counts).toEqual({ sessions: 1, shared: 1, exposed: 1, exposedWhenFixed: 0 });
    expect(sessions.map(explainExposedSession)).toEqual([
      "agent:main:main holds the words of telegram:111 and telegram:222; it could be read by telegram:111 and telegram:222; after the fix by nobody else.",
    ]);
  });

  it("tells who still does", () => {
    const fixed = policyOf({ ...apart, tools: { sessions: { visibility: "agent" } } });
    const result = expose({ channels: listed }, store, { fixed });
    expect(result.counts.exposedWhenFixed).toBe(1);
    expect(result.sessions[0]?.fixed?.outside).toEqual(["telegram:111", "telegram:222"]);
    expect(explainExposure(result)).toBe(
      "Of 1 session, 1 holds the words of more than one person, and 1 could be read by others. After the fix, 1 still can. 2 need to be told; for 1 of them the store shows that they wrote.",
    );
  });

  it("counts the last one who wrote as a reader where their messages still lead there", () => {
    const closed = policyOf({ channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["111"] } } });
    const [session] = expose({ channels: listed }, store, { fixed: closed }).sessions;
    expect(session?.fixed?.inside).toEqual(["telegram:111", "telegram:222"]);
  });
});

describe("what is not known", () => {
  it("is named, for a session and for all", () => {
    const { unknowns } = expose(
      { channels: { telegram: {} } },
      { "agent:main:main": direct("222"), [alice]: { lastTo: 5, lastChannel: "telegram" } },
    );
    expect(unknowns.map(({ key = "all", what }) => `${key}: ${what}`)).toEqual([
      "agent:main:main: who else wrote in it: a store keeps only the facts of the last message",
      `${alice}: who wrote in it: its entry does not say, or contradicts itself (key, lastTo)`,
      "all: who has been paired on telegram",
      "all: which rooms the bot is in",
      "all: what agents wrote into their memory and repeated elsewhere",
      "all: whether anybody asked: a session that could be read may never have been",
    ]);
  });

  it("is where messages go whose session depends on facts that no config tells", () => {
    const slack = {
      groupPolicy: "open",
      replyToMode: "all",
      channels: { C1: { requireMention: false } },
    } as const;
    const { unknowns } = expose({ channels: { slack } }, {});
    expect(unknowns.map(({ what }) => what)).toContain(
      "which sessions the messages of slack:C1 go to: that depends on messageId, mentioned",
    );
  });

  it("is what of the store cannot be read", () => {
    const { unknowns } = expose(apart, [alice, 5] as never);
    expect(unknowns[0]?.what).toBe("1 part of the store that cannot be read, the first at [1]");
    expect(expose(apart, { channels: {} }).unknowns[0]?.what).toBe(
      "everything: what you gave is not a store (config)",
    );
  });

  it("is said of an empty store, too", () => {
    const nothing = expose({}, {});
    expect(nothing.sessions).toEqual([]);
    expect(explainExposure(nothing)).toBe(
      "Of 0 sessions, 0 hold the words of more than one person, and 0 could be read by others. Nobody needs to be told.",
    );
  });
});

describe("large and hostile stores", () => {
  function* manyRows(count: number) {
    for (let id = 0; id < count; id += 1)
      yield id % 3 === 0
        ? { key: `agent:main:telegram:direct:${id}`, ...direct(String(id)) }
        : id % 3 === 1
          ? {
              key: `agent:a${id}:telegram:group:-${id}`,
              updatedAt: id,
              lastChannel: "telegram",
              lastTo: `telegram:-${id}`,
            }
          : { key: `agent:main:subagent:${id}`, spawnedBy: `agent:main:telegram:direct:${id - 2}` };
  }

  it("costs in proportion to the entries, even where everybody reads everything", () => {
    const rows = [...manyRows(50_000)];
    const { counts } = expose({ channels: { telegram: {} } }, rows, {}, "openclaw@2026.9.6");
    expect(counts).toEqual({ sessions: 50_000, shared: 0, exposed: 50_000 });
    // Some seconds; with each session held against each other it would be hours.
  }, 120_000);

  it("ends where sessions started one another in a circle", () => {
    const store = {
      "agent:main:subagent:a": { spawnedBy: "agent:main:subagent:b" },
      "agent:main:subagent:b": { spawnedBy: "agent:main:subagent:a" },
    };
    expect(told(expose(apart, store)).map(([holds]) => holds)).toEqual(["nobody", "nobody"]);
  });

  it("never throws, whatever a store holds", () => {
    const policy = policyOf({ channels: { telegram: {} } }, "openclaw@2026.9.6");
    const key = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("global", "agent:main:main", "agent:__proto__:main", alice, "agent::x"),
    );
    const entry = fc.oneof(
      fc.dictionary(
        fc.constantFrom(
          "lastTo",
          "lastChannel",
          "updatedAt",
          "spawnedBy",
          "origin",
          "chatType",
          "delivery",
          "label",
        ),
        fc.anything(),
      ),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.dictionary(key, entry), (store) => {
        const { sessions, notify } = exposure(policy, store as StoredSessions, { fixed: policy });
        for (const session of sessions) expect(explainExposedSession(session)).toContain(session.key);
        for (const notice of notify) expect(explainNotice(notice)).toContain(notice.who);
      }),
    );
  });
});
