import { describe, expect, it } from "vitest";
import type { ConfigInput, RuleListConfig } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { definedFields } from "../../../src/policy/section.ts";
import { met, withNotes } from "./met.ts";

/** Two lists of rules, or none, and the list that allows what both do. */
type Row<Written> = readonly [
  why: string,
  a: Written,
  b: Written,
  expected: object | undefined,
  edition: Edition,
];

describe("what may be sent under both of two policies", () => {
  const send = (sendPolicy: RuleListConfig | undefined): ConfigInput => ({
    session: sendPolicy && { sendPolicy },
  });

  it.each<Row<RuleListConfig | undefined>>([
    ["nothing, where neither says anything", undefined, undefined, undefined, "2026-11"],
    [
      "what neither denies, where both allow the rest",
      { rules: [{ action: "deny", match: { channel: "irc" } }] },
      {
        default: "allow",
        rules: [
          { action: "deny", match: { channel: "slack" } },
          { action: "allow", match: { channel: "irc" } },
        ],
      },
      {
        rules: [
          { action: "deny", match: { channel: "irc" } },
          { action: "deny", match: { channel: "slack" } },
        ],
        default: "allow",
      },
      "2026-11",
    ],
    [
      "what the second allows, where the first allows the rest",
      { rules: [{ action: "deny", match: { channel: "irc" } }] },
      {
        default: "deny",
        rules: [
          { action: "allow", match: { channel: "slack" } },
          { action: "deny", match: { chatType: "group" } },
        ],
      },
      {
        rules: [
          { action: "deny", match: { channel: "irc" } },
          { action: "deny", match: { chatType: "group" } },
          { action: "allow", match: { channel: "slack" } },
        ],
        default: "deny",
      },
      "2026-11",
    ],
    [
      "what the first allows, where the second allows the rest",
      {
        default: "deny",
        rules: [
          { action: "allow", match: { channel: "slack" } },
          { action: "deny", match: { chatType: "group" } },
        ],
      },
      { rules: [{ action: "deny", match: { channel: "irc" } }] },
      {
        rules: [
          { action: "deny", match: { chatType: "group" } },
          { action: "deny", match: { channel: "irc" } },
          { action: "allow", match: { channel: "slack" } },
        ],
        default: "deny",
      },
      "2026-11",
    ],
    [
      "what a rule of each allows",
      {
        default: "deny",
        rules: [
          { action: "allow", match: { channel: "irc" } },
          { action: "deny", match: { chatType: "group" } },
        ],
      },
      {
        default: "deny",
        rules: [
          { action: "allow", match: { chatType: "direct" } },
          { action: "deny", match: { channel: "slack" } },
        ],
      },
      {
        rules: [
          { action: "deny", match: { chatType: "group" } },
          { action: "deny", match: { channel: "slack" } },
          { action: "allow", match: { channel: "irc", chatType: "direct" } },
        ],
        default: "deny",
      },
      "2026-11",
    ],
    [
      "nothing that only one allows",
      { default: "deny", rules: [{ action: "allow", match: { channel: "irc" } }] },
      { default: "deny", rules: [{ action: "allow", match: { channel: "slack" } }] },
      { default: "deny" },
      "2026-11",
    ],
    [
      "what both allow in the same words",
      { default: "deny", rules: [{ action: "allow", match: { channel: "irc", chatType: "direct" } }] },
      { default: "deny", rules: [{ action: "allow", match: { chatType: "direct", channel: "irc" } }] },
      { rules: [{ action: "allow", match: { channel: "irc", chatType: "direct" } }], default: "deny" },
      "2026-11",
    ],
    [
      "keys of the longer of two prefixes, which begins with the other",
      { default: "deny", rules: [{ action: "allow", match: { keyPrefix: "agent:" } }] },
      { default: "deny", rules: [{ action: "allow", match: { keyPrefix: "agent:main:" } }] },
      { rules: [{ action: "allow", match: { keyPrefix: "agent:main:" } }], default: "deny" },
      "2026-11",
    ],
    [
      "and the other way round",
      { default: "deny", rules: [{ action: "allow", match: { rawKeyPrefix: "agent:main:" } }] },
      { default: "deny", rules: [{ action: "allow", match: { rawKeyPrefix: "agent:" } }] },
      { rules: [{ action: "allow", match: { rawKeyPrefix: "agent:main:" } }], default: "deny" },
      "2026-11",
    ],
    [
      "nothing by prefixes that exclude each other, and says so",
      { default: "deny", rules: [{ action: "allow", match: { keyPrefix: "a:" } }] },
      { default: "deny", rules: [{ action: "allow", match: { keyPrefix: "b:" } }] },
      {
        default: "deny",
        notes: ["session.sendPolicy: two rules that allow by different key prefixes allow nothing together"],
      },
      "2026-11",
    ],
    [
      "keys that have a prefix of each of two kinds",
      { default: "deny", rules: [{ action: "allow", match: { keyPrefix: "a:" } }] },
      { default: "deny", rules: [{ action: "allow", match: { rawKeyPrefix: "b:" } }] },
      { rules: [{ action: "allow", match: { keyPrefix: "a:", rawKeyPrefix: "b:" } }], default: "deny" },
      "2026-11",
    ],
    [
      "what one allows, where the other allows everything",
      { default: "deny", rules: [{ action: "allow" }] },
      { default: "deny", rules: [{ action: "allow", match: { channel: "irc" } }] },
      { rules: [{ action: "allow", match: { channel: "irc" } }], default: "deny" },
      "2026-11",
    ],
    [
      "the same, the other way round",
      { default: "deny", rules: [{ action: "allow", match: { channel: "irc" } }] },
      { default: "deny", rules: [{ action: "allow" }] },
      { rules: [{ action: "allow", match: { channel: "irc" } }], default: "deny" },
      "2026-11",
    ],
    [
      "nothing, where one has no more than a default",
      { default: "deny" },
      undefined,
      { default: "deny" },
      "2026-11",
    ],
    ["nothing, where the other has", undefined, { default: "deny" }, { default: "deny" }, "2026-11"],
  ])("%s", (_, a, b, expected, edition) => {
    const { config, notes } = met(send(a), send(b), edition);
    expect(withNotes(config.session?.sendPolicy, notes)).toStrictEqual(expected);
  });
});

/** Scopes of memory: that of all agents, that of one, that of qmd. */
interface Scopes {
  readonly shared?: RuleListConfig;
  readonly main?: RuleListConfig;
  readonly qmd?: RuleListConfig;
}

describe("where memory is searched under both", () => {
  const memory = ({ shared, main, qmd }: Scopes): ConfigInput => ({
    agents: {
      defaults: { ...(shared && { memorySearch: { scope: shared } }) },
      list: [{ id: "main", ...(main && { memorySearch: { scope: main } }) }],
    },
    ...(qmd && { memory: { backend: "qmd", qmd: { limits: { maxResults: 3 }, scope: qmd } } }),
  });

  it.each<Row<Scopes>>([
    [
      "direct chats, and what the other allows of them, where one says nothing",
      {},
      { shared: { rules: [{ action: "allow", match: { channel: "irc" } }] } },
      {
        shared: {
          rules: [
            { action: "allow", match: { chatType: "direct", channel: "irc" } },
            { action: "allow", match: { chatType: "direct" } },
          ],
          default: "deny",
        },
      },
      "2026-11",
    ],
    [
      "direct chats, where one allows everything but some",
      { shared: { default: "allow", rules: [{ action: "deny", match: { channel: "irc" } }] } },
      { shared: { default: "deny", rules: [{ action: "allow", match: { chatType: "direct" } }] } },
      {
        shared: {
          rules: [
            { action: "deny", match: { channel: "irc" } },
            { action: "allow", match: { chatType: "direct" } },
          ],
          default: "deny",
        },
      },
      "2026-11",
    ],
    [
      "what an agent's own scope allows, in place of that of all",
      {
        shared: { default: "allow" },
        main: { default: "deny", rules: [{ action: "allow", match: { channel: "irc" } }] },
      },
      { shared: { default: "allow", rules: [{ action: "deny", match: { chatType: "group" } }] } },
      {
        shared: { rules: [{ action: "deny", match: { chatType: "group" } }], default: "allow" },
        main: {
          rules: [
            { action: "deny", match: { chatType: "group" } },
            { action: "allow", match: { channel: "irc" } },
          ],
          default: "deny",
        },
      },
      "2026-11",
    ],
    [
      "direct chats, where only the first says something",
      { shared: { default: "allow" } },
      {},
      { shared: { rules: [{ action: "allow", match: { chatType: "direct" } }], default: "deny" } },
      "2026-11",
    ],
    [
      "nothing, where only the first says something beside the scope of qmd",
      { shared: { default: "allow" } },
      {},
      {
        shared: { default: "deny" },
        notes: [
          "agents.defaults.memorySearch.scope: memory.qmd.scope and memorySearch.scope decide differently: nothing is searched",
        ],
      },
      "openclaw@2026.7.1",
    ],
    [
      "not what contradicts itself in both scopes of qmd",
      { qmd: { rules: [{ action: "allow", match: { chatType: "direct" } }], default: "deny" } },
      {
        qmd: {
          rules: [
            { action: "allow", match: { chatType: "group" } },
            { action: "allow", match: { channel: "irc" } },
          ],
          default: "deny",
        },
      },
      {
        memory: {
          backend: "qmd",
          qmd: {
            limits: { maxResults: 3 },
            scope: {
              rules: [
                { action: "allow", match: { chatType: "direct", channel: "irc" } },
                { action: "deny", match: { chatType: "direct" } },
                { action: "deny", match: { chatType: "group" } },
                { action: "deny", match: { channel: "irc" } },
              ],
              default: "deny",
            },
          },
        },
      },
      "openclaw@2026.7.1",
    ],
    [
      "direct chats, where only the second says something of an agent",
      {},
      { main: { default: "allow" } },
      { main: { rules: [{ action: "allow", match: { chatType: "direct" } }], default: "deny" } },
      "2026-11",
    ],
    [
      "everything that the other allows, where one release says nothing",
      {},
      { shared: { default: "deny", rules: [{ action: "allow", match: { channel: "irc" } }] } },
      { shared: { rules: [{ action: "allow", match: { channel: "irc" } }], default: "deny" } },
      "openclaw@2026.1.29",
    ],
    ["whatever there is, where neither says anything", {}, {}, {}, "openclaw@2026.1.29"],
    [
      "everything, where both say so beside the scope of qmd",
      { shared: { default: "allow" } },
      { shared: { default: "allow" } },
      { shared: { default: "allow" } },
      "openclaw@2026.7.1",
    ],
    [
      "direct chats, where neither release that has a scope of qmd writes it",
      {},
      {},
      {
        memory: {
          qmd: {
            scope: {
              rules: [
                { action: "allow", match: { chatType: "direct" } },
                { action: "deny", match: { chatType: "direct" } },
                { action: "deny", match: { chatType: "direct" } },
              ],
              default: "deny",
            },
          },
        },
      },
      "openclaw@2026.7.1",
    ],
    [
      "what the first rules that match allow in both scopes of qmd",
      {
        qmd: {
          default: "deny",
          rules: [
            { action: "allow", match: { chatType: "direct" } },
            { action: "deny", match: { channel: "irc" } },
            { action: "allow", match: { keyPrefix: "a:" } },
          ],
        },
      },
      {
        qmd: {
          default: "allow",
          rules: [
            { action: "deny", match: { channel: "irc" } },
            { action: "allow", match: { keyPrefix: "a:b:" } },
          ],
        },
      },
      {
        memory: {
          backend: "qmd",
          qmd: {
            limits: { maxResults: 3 },
            scope: {
              rules: [
                { action: "deny", match: { chatType: "direct", channel: "irc" } },
                { action: "allow", match: { chatType: "direct", keyPrefix: "a:b:" } },
                { action: "allow", match: { chatType: "direct" } },
                { action: "deny", match: { channel: "irc" } },
                { action: "deny", match: { channel: "irc", keyPrefix: "a:b:" } },
                { action: "deny", match: { channel: "irc" } },
                { action: "deny", match: { keyPrefix: "a:", channel: "irc" } },
                { action: "allow", match: { keyPrefix: "a:b:" } },
                { action: "allow", match: { keyPrefix: "a:" } },
                { action: "deny", match: { channel: "irc" } },
                { action: "deny", match: { keyPrefix: "a:b:" } },
              ],
              default: "deny",
            },
          },
        },
      },
      "openclaw@2026.7.1",
    ],
    [
      "nothing by prefixes that exclude each other, and less than what one denies",
      {
        qmd: {
          default: "deny",
          rules: [
            { action: "deny", match: { keyPrefix: "x:" } },
            { action: "allow", match: { keyPrefix: "a:" } },
          ],
        },
      },
      { qmd: { default: "deny", rules: [{ action: "allow", match: { keyPrefix: "b:" } }] } },
      {
        memory: {
          backend: "qmd",
          qmd: {
            limits: { maxResults: 3 },
            scope: {
              rules: [
                { action: "deny", match: { keyPrefix: "x:" } },
                { action: "deny", match: { keyPrefix: "x:" } },
                { action: "deny", match: { keyPrefix: "a:" } },
                { action: "deny", match: { keyPrefix: "b:" } },
              ],
              default: "deny",
            },
          },
        },
      },
      "openclaw@2026.7.1",
    ],
    [
      "everything, where both scopes of qmd are open",
      { qmd: { default: "allow" } },
      { qmd: { rules: [] } },
      { memory: { backend: "qmd", qmd: { limits: { maxResults: 3 }, scope: { default: "allow" } } } },
      "openclaw@2026.7.1",
    ],
    [
      "nothing, where the two decide by different scopes",
      { shared: { default: "allow" } },
      { qmd: { default: "allow" }, main: { default: "allow" } },
      {
        shared: { default: "deny" },
        main: { default: "deny" },
        notes: [
          "agents.defaults.memorySearch.scope: memory.qmd.scope and memorySearch.scope decide differently: nothing is searched",
        ],
      },
      "openclaw@2026.7.1",
    ],
    [
      "nothing, the other way round",
      {},
      { shared: { default: "allow" } },
      {
        shared: { default: "deny" },
        notes: [
          "agents.defaults.memorySearch.scope: memory.qmd.scope and memorySearch.scope decide differently: nothing is searched",
        ],
      },
      "openclaw@2026.7.1",
    ],
    [
      "nothing by an agent that has a scope of its own",
      { main: { default: "allow" } },
      {},
      {
        main: { default: "deny" },
        notes: [
          "agents.defaults.memorySearch.scope: memory.qmd.scope and memorySearch.scope decide differently: nothing is searched",
        ],
      },
      "openclaw@2026.7.1",
    ],
  ])("%s", (_, a, b, expected, edition) => {
    const { config, notes } = met(memory(a), memory(b), edition);
    const found = {
      shared: config.agents?.defaults?.memorySearch?.scope,
      main: config.agents?.list?.[0]?.memorySearch?.scope,
      memory: config.memory,
    };
    expect(withNotes(definedFields(found), notes)).toStrictEqual(expected);
  });

  it("by qmd as a release has it, where one of them only says which memory it is", () => {
    const { config } = met(
      { memory: { backend: "qmd" } },
      { memory: { qmd: { scope: { default: "allow" } } } },
      "openclaw@2026.7.1",
    );
    expect(config.memory).toMatchObject({ backend: "qmd", qmd: { scope: { default: "deny" } } });
  });
});
