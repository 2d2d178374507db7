import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";
import { ceiling } from "../../../src/policy/ceiling/ceiling.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";
import { met, withNotes } from "./met.ts";

const differ = ["agents.list: the default agents differ, so there is none"];
const everything = { profile: "full" };
const release: Edition = "openclaw@2026.9.6";
const ours: Edition = "2026-11";

type Agents = ConfigInput["agents"];
type Subagents = NonNullable<NonNullable<Agents>["defaults"]>["subagents"];

describe("the agents of both of two policies", () => {
  it.each<readonly [why: string, a: Agents, b: Agents, expected: object, edition: Edition]>([
    ["are none, where neither lists any", {}, {}, {}, ours],
    ["are none, where both lists are empty", { list: [] }, { list: [] }, {}, release],
    [
      "are those of either, each as the first that lists it",
      { list: [{ id: "main", name: "M", default: true, memorySearch: { enabled: true } }] },
      {
        list: [
          { id: "main", name: "N", default: true },
          { id: "work", name: "W" },
        ],
      },
      {
        list: [
          { id: "main", name: "M", default: true, tools: everything },
          { id: "work", name: "W", default: false, tools: everything },
        ],
      },
      ours,
    ],
    [
      "stand in one list, wherever they are written",
      { entries: { ops: { name: "O" } } },
      { list: [{ id: "ops" }] },
      { list: [{ id: "ops", name: "O", default: true, tools: everything }] },
      ours,
    ],
    [
      "have no default one, where the two have not the same, and it is said so",
      { list: [{ id: "main" }] },
      { list: [{ id: "work" }] },
      {
        list: [
          { id: "main", default: false, tools: everything },
          { id: "work", default: false, tools: everything },
        ],
        notes: differ,
      },
      ours,
    ],
    [
      "have none, where only one lists any",
      {},
      { list: [{ id: "work" }] },
      { list: [{ id: "work", default: false, tools: everything }], notes: differ },
      release,
    ],
    [
      "are each owned by their messages, in releases that take several without a default one only so",
      { list: [{ id: "main" }] },
      { list: [{ id: "work" }] },
      {
        list: [
          { id: "main", default: false, tools: everything },
          { id: "work", default: false, tools: everything },
        ],
        ownership: "explicit",
        notes: differ,
      },
      release,
    ],
    [
      "are owned so where both say it, and no default one is missing",
      { ownership: "explicit", list: [{ id: "a" }, { id: "b" }] },
      { ownership: "explicit", list: [{ id: "a" }, { id: "b" }] },
      {
        ownership: "explicit",
        list: [
          { id: "a", default: false, tools: everything },
          { id: "b", default: false, tools: everything },
        ],
      },
      release,
    ],
    [
      "have none, where only the second has one",
      { ownership: "explicit", list: [{ id: "a" }, { id: "b" }] },
      { list: [{ id: "a" }] },
      {
        ownership: "explicit",
        list: [
          { id: "a", default: false, tools: everything },
          { id: "b", default: false, tools: everything },
        ],
        notes: differ,
      },
      release,
    ],
    [
      "have none, where only the first has one",
      { list: [{ id: "a" }] },
      { ownership: "explicit", list: [{ id: "a" }, { id: "b" }] },
      {
        list: [
          { id: "a", default: false, tools: everything },
          { id: "b", default: false, tools: everything },
        ],
        ownership: "explicit",
        notes: differ,
      },
      release,
    ],
    [
      "have a default one in a release, where both have the same",
      { list: [{ id: "a", default: true }, { id: "b" }] },
      { list: [{ id: "a", default: true }] },
      {
        list: [
          { id: "a", default: true, tools: everything },
          { id: "b", default: false, tools: everything },
        ],
      },
      release,
    ],
  ])("%s", (_, a, b, expected, edition) => {
    const { config, notes } = met({ agents: a }, { agents: b }, edition);
    const { defaults, ...agents } = config.agents ?? {};
    expect(withNotes(agents, notes)).toStrictEqual(expected);
    expect(defaults).toEqual({ sandbox: { sessionToolsVisibility: "spawned" } });
  });

  it.each<readonly [why: string, a: Subagents, b: Subagents, expected: Subagents, edition: Edition]>([
    [
      "as deep as neither forbids",
      { maxSpawnDepth: 3, thinking: "low" },
      { maxSpawnDepth: 2 },
      { maxSpawnDepth: 2, thinking: "low" },
      ours,
    ],
    [
      "as deep as the edition has it, where the second says nothing",
      { maxSpawnDepth: 3 },
      undefined,
      { maxSpawnDepth: 3 },
      ours,
    ],
    [
      "as deep as a release has it, where the second says nothing",
      { maxSpawnDepth: 3 },
      undefined,
      { maxSpawnDepth: 1 },
      "openclaw@2026.7.1",
    ],
    [
      "as deep as a release has it, where the first says nothing",
      undefined,
      { maxSpawnDepth: 3 },
      { maxSpawnDepth: 1 },
      "openclaw@2026.7.1",
    ],
    ["as the first says otherwise", { thinking: "low" }, { thinking: "high" }, { thinking: "low" }, ours],
    ["as nobody says", undefined, undefined, undefined, ours],
  ])("spawn sub-agents %s", (_, a, b, expected, edition) => {
    const configOf = (subagents: Subagents): ConfigInput =>
      subagents === undefined ? {} : { agents: { defaults: { subagents } } };
    const { config } = met(configOf(a), configOf(b), edition);
    expect(config.agents?.defaults?.subagents).toStrictEqual(expected);
  });
});

describe("a note", () => {
  it("is a warning with the place that is stricter than it would have to be", () => {
    const [a, b] = ["main", "work"].map((id) => uncheckedPolicy({ agents: { list: [{ id }] } }, ours));
    expect(a && b && ceiling(a, b)).toMatchObject({
      notes: [
        {
          severity: "warning",
          code: "stricter-ceiling",
          path: "agents.list",
          message: "the default agents differ, so there is none",
        },
      ],
    });
  });
});

describe("what is no permission", () => {
  it("is the first policy's", () => {
    const first = {
      session: { dmScope: "per-peer", reset: { mode: "idle", idleMinutes: 5 } },
      messages: { groupChat: { mentionPatterns: ["@bot"] } },
      agents: { defaults: { workspace: "w" } },
    } as const;
    const second = {
      session: { dmScope: "main" },
      bindings: [],
      agents: { defaults: { workspace: "v" } },
    } as const;
    expect(met(first, second).config).toEqual({
      ...first,
      agents: { defaults: { workspace: "w", sandbox: { sessionToolsVisibility: "spawned" } } },
      tools: { profile: "full", sessions: { visibility: "tree" }, agentToAgent: { enabled: false } },
      logging: { events: {} },
    });
  });

  it("is logged, where either logs it", () => {
    const { config } = met(
      { logging: { level: "debug", events: { sessionAccess: true, toolExecution: false } } },
      { logging: { level: "info", events: { toolExecution: true, sessionCreate: false } } },
    );
    expect(config.logging).toEqual({ level: "debug", events: { sessionAccess: true, toolExecution: true } });
  });

  it("leaves out groups of people, which its lists no longer name", () => {
    const accessGroups = { ops: { type: "message.senders", members: { telegram: ["1", "2"] } } };
    const named = { dmPolicy: "allowlist", allowFrom: ["accessGroup:ops"] } as const;
    const { config } = met(
      { accessGroups, channels: { telegram: named } },
      { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["2"] } } },
    );
    expect(config.accessGroups).toBeUndefined();
    expect(config.channels?.["telegram"]).toMatchObject({ dmPolicy: "allowlist", allowFrom: ["2"] });
  });

  it.each<readonly [Edition, object]>([
    [
      "openclaw@2026.9.6",
      { profile: "full", sessions: { visibility: "all" }, agentToAgent: { enabled: true } },
    ],
    ["openclaw@2026.1.29", { profile: "full", agentToAgent: { enabled: false } }],
  ])("has no word that %s does not have", (edition, tools) => {
    const { config } = met({}, {}, edition);
    expect({ tools: config.tools, logging: config.logging }).toEqual({ tools, logging: {} });
  });

  it("keeps a word that its release does not have where a config has it all the same", () => {
    const written = { logging: { events: { sessionAccess: true } } };
    for (const { config } of [met(written, {}, release), met({}, written, release)])
      expect(config.logging).toEqual(written.logging);
  });
});

describe("a ceiling", () => {
  it.each<readonly [edition: Edition, loads: boolean]>([
    [ours, false],
    [release, true],
  ])("is a policy of its own under %s, frozen and without warnings", (edition, loads) => {
    const written = { channels: { telegram: { dmPolicy: "pairing", allowFrom: ["*"] } } } as const;
    const [a, b] = [written, {}].map((config) => parsePolicy(config, { edition, timeZone: "Europe/Berlin" }));
    expect(a?.warnings).toHaveLength(1);
    const found = a && b && ceiling(a, b);
    const policy = found?.ok === true ? found.policy : undefined;
    expect(policy).toMatchObject({ edition, timeZone: "Europe/Berlin", warnings: [] });
    expect(Object.isFrozen(policy) && Object.isFrozen(policy?.config.tools?.sessions)).toBe(true);
    expect(policy?.loader).toEqual(loads ? { written: policy?.config, changes: [] } : undefined);
  });
});
