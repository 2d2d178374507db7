import { describe, expect, it } from "vitest";
import { canSay } from "../../src/config/keys/knows.ts";
import {
  editions,
  evaluateAccess,
  evaluateExec,
  evaluateMemorySearch,
  evaluateSandbox,
  evaluateTool,
  evaluateVisibility,
  safeParsePolicy,
  type ConfigInput,
  type Edition,
  type Policy,
} from "../../src/index.ts";
import {
  canChange,
  change,
  sayable,
  smallest,
  turningSteps,
  type ChangeSet,
  type Step,
} from "../../src/policy/trace.ts";
import { knownTo } from "../known-to.ts";

const channels = [
  "telegram",
  "discord",
  "slack",
  "whatsapp",
  "signal",
  "matrix",
  "irc",
  "googlechat",
  "feishu",
];

const configs: readonly ConfigInput[] = [
  {},
  ...channels.flatMap((channel): readonly ConfigInput[] => [
    { channels: { [channel]: { groupPolicy: "open" } } },
    { channels: { [channel]: { dmPolicy: "disabled", groups: { "-2": { requireMention: false } } } } },
    { channels: { [channel]: { accounts: { work: { groupPolicy: "open" } } } } },
  ]),
  { agents: { defaults: { sandbox: { mode: "all" } } } },
  { agents: { list: [{ id: "main", sandbox: { mode: "all", workspaceAccess: "ro" } }] } },
  { tools: { profile: "minimal", exec: { security: "deny" } } },
  { agents: { list: [{ id: "main", tools: { byProvider: { openai: { allow: ["read"] } } } }] } },
  { tools: { sessions: { visibility: "self" } } },
];

const traced = { trace: true } as const;

/** The settings that would turn what is decided about one request of each kind. */
function turning(policy: Policy): readonly string[] {
  const main = { agentId: "main", key: "agent:main:main" } as const;
  const ofChannels = Object.keys(policy.config.channels ?? { telegram: {} }).flatMap((channel) =>
    [{ channel }, { channel, account: "work" }].flatMap((at) => [
      evaluateAccess({ ...at, chatType: "direct", peer: "1" }, policy, traced),
      ...[true, false].flatMap((mentioned) => [
        evaluateAccess({ ...at, chatType: "group", peer: "-1", sender: "1", mentioned }, policy, traced),
        evaluateAccess({ ...at, chatType: "group", peer: "-2", sender: "1", mentioned }, policy, traced),
      ]),
    ]),
  );
  const decisions = [
    ...ofChannels,
    ...["exec", "write"].flatMap((tool) => [
      evaluateTool({ ...main, tool }, policy, traced),
      evaluateTool({ ...main, tool, provider: "openai", sandboxed: true }, policy, traced),
      evaluateSandbox({ ...main, action: "tool", tool }, policy, traced),
    ]),
    evaluateSandbox({ ...main, action: "network" }, policy, traced),
    evaluateSandbox({ ...main, action: "write-workspace" }, policy, traced),
    evaluateExec({ ...main, command: "x" }, policy, traced),
    evaluateVisibility(
      { action: "history", requester: main.key, target: "agent:main:irc:direct:1" },
      policy,
      traced,
    ),
    evaluateMemorySearch({ key: "agent:main:telegram:group:-1" }, policy, traced),
  ];
  return decisions
    .flatMap(({ trace }) => trace?.opposite ?? [])
    .flat(2)
    .map(({ setting }) => setting);
}

function policyOf(config: ConfigInput, edition: Edition): Policy | undefined {
  const parsed = safeParsePolicy(knownTo(edition, config), { edition, timeZone: "UTC" });
  return parsed.ok ? parsed.policy : undefined;
}

const release = "openclaw@2026.9.6";

describe("what would turn a decision", () => {
  it.each(editions)("is what %s has a word for", (edition) => {
    const policies = configs.flatMap((config) => policyOf(config, edition) ?? []);
    const unsaid = policies.flatMap((policy) => turning(policy).filter((path) => !canSay(path, policy)));
    expect([...new Set(unsaid)]).toEqual([]);
  });

  const inGroup = { chatType: "group", peer: "-1", sender: "1" } as const;

  it.each<readonly [string, ConfigInput, string, boolean, readonly string[]]>([
    [
      "mentions in every group, where a channel has no word for them all",
      { channels: { telegram: { groupPolicy: "open" } } },
      "telegram",
      false,
      ['channels.telegram.groups["*"].requireMention: false'],
    ],
    [
      "a group that is listed by a word that changes nothing else, where it cannot be switched on",
      { channels: { whatsapp: { groupPolicy: "open", groups: { "-2": {} } } } },
      "whatsapp",
      true,
      ['channels.whatsapp.groups["-1"].requireMention: true'],
    ],
    [
      "that the bot takes part in chats of several people",
      { channels: { discord: { groupPolicy: "open" } } },
      "discord",
      false,
      ["channels.discord.dm.groupEnabled: true"],
    ],
  ])("is %s", (_what, config, channel, mentioned, expected) => {
    const policy = policyOf(config, release);
    const decision = policy && evaluateAccess({ ...inGroup, channel, mentioned }, policy, traced);
    expect(decision?.allowed).toBe(false);
    const settings = decision?.trace?.opposite.flat(2).map(({ setting, to }) => `${setting}: ${String(to)}`);
    expect(settings).toEqual(expected);
  });
});

describe("choices of which some are made with others", () => {
  const [a, b, c] = [change("a", true), change("b", true), change("c", true)];
  it.each<readonly [why: string, changes: ChangeSet, left: ChangeSet]>([
    ["are all left where none is", [a, b], [a, b]],
    ["are left once where they are alike", [a, b, a], [a, b]],
    ["are left out for what is chosen among them", [[...a, ...b], a], [a]],
    ["whichever comes first", [b, [...a, ...b, ...c], [...a, ...c]], [b, [...a, ...c]]],
    [
      "are left where they share but some",
      [
        [...a, ...b],
        [...b, ...c],
      ],
      [
        [...a, ...b],
        [...b, ...c],
      ],
    ],
    [
      "are alike in any order",
      [
        [...a, ...b],
        [...b, ...a],
      ],
      [[...a, ...b]],
    ],
    [
      "are not alike by a setting alone",
      [change("a", true), change("a", false)],
      [change("a", true), change("a", false)],
    ],
    ["cannot be made where one of them cannot", [a, []], [[]]],
    ["are none where there are none", [], []],
  ])("%s", (_, changes, left) => {
    expect(smallest(changes)).toEqual(left);
  });
});

describe("turningSteps", () => {
  /** Letters that each step adds to what is decided by. */
  const step = (letter: string): Step<string> => ({
    changes: [change(letter, letter)],
    after: (state) => state + letter,
  });
  const ways = (steps: readonly (readonly string[])[], turns: (state: string) => boolean) =>
    turningSteps(
      steps.map((ofOne) => ofOne.map(step)),
      "",
      turns,
    ).map((changes) => changes.map(([choice]) => choice?.setting).join(" & "));

  it.each<readonly [string, readonly (readonly string[])[], (state: string) => boolean, readonly string[]]>([
    ["each step that turns the answer", [["a"], ["b"], ["c"]], (state) => /[ac]/.test(state), ["c", "a"]],
    ["two that do together", [["a"], ["b"], ["c"]], (state) => /a.*c/.test(state), ["a & c"]],
    ["no set that has a smaller one in it", [["a"], ["b"]], (state) => /a|^b$/.test(state), ["b", "a"]],
    ["the fewest steps first", [["a"], ["b"], ["c"]], (state) => /bc|a/.test(state), ["a", "b & c"]],
    ["one of a setting's values, not two", [["a", "b"]], (state) => /ab|^b$/.test(state), ["b"]],
    ["nothing where none turns it", [["a"], ["b"]], () => false, []],
    ["no step at all where the answer is turned already", [["a"]], () => true, [""]],
  ])("finds %s", (_, steps, turns, expected) => {
    expect(ways(steps, turns)).toEqual(expected);
  });

  it("leaves out what cannot be chosen, and what an edition has no word for", () => {
    expect(change("a", "x", true)).toEqual([
      { setting: "a", to: "x" },
      { setting: "a", to: true },
    ]);
    expect([canChange([]), canChange([change("a", "x")]), canChange([change("a", "x"), []])]).toEqual([
      true,
      true,
      false,
    ]);
    const policy = policyOf({}, release);
    const known = change("tools.profile", "full");
    const unknown = change("agents.defaults.sandbox.network", "full");
    const sets = [[known], [unknown], [[...known, ...unknown]], [known, unknown]];
    expect(policy && sayable(sets, policy)).toEqual([[known], [known]]);
  });
});
