import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertNotLooser, comparePolicies, notRead } from "../../../src/analysis/index.ts";
import { comparedKinds } from "../../../src/analysis/compare/compare.ts";
import {
  editions,
  explain,
  safeParsePolicy,
  type ConfigInput,
  type Edition,
  type Policy,
} from "../../../src/index.ts";
import { knownTo } from "../../known-to.ts";

const release = "openclaw@2026.9.6";

function read(config: object, edition: Edition) {
  // A config of settings that the schemas do not speak of.
  return safeParsePolicy(knownTo(edition, config as ConfigInput), { edition, timeZone: "UTC" });
}

function policyOf(config: object, edition: Edition = release): Policy {
  const parsed = read(config, edition);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.policy;
}

const agents = (...ids: readonly string[]) => ({
  agents: {
    list: ids.map((id) => ({ id, default: id === "home", ...(id === "work" && { skills: ["deploy"] }) })),
  },
});

describe("a setting that no decision reads", () => {
  it.each<readonly [string, object, object, readonly string[], readonly string[]]>([
    [
      "another value: exec is not proven",
      { tools: { exec: { applyPatch: { enabled: true } } } },
      { tools: { exec: { applyPatch: { enabled: false } } } },
      ["tools.exec.applyPatch"],
      ["exec"],
    ],
    ["it is taken away", { broadcast: { "1@g.us": ["main"] } }, {}, ["broadcast"], ["resolution"]],
    [
      "it comes in, of a kind that has no verdict",
      {},
      { gateway: { bind: "lan" } },
      ["gateway.bind"],
      ["gateway"],
    ],
    [
      "two kinds, of which one has a verdict",
      {},
      { gateway: { tools: { allow: ["exec"] } } },
      ["gateway.tools"],
      ["tool", "gateway"],
    ],
    [
      "it stands at the same place, of another agent",
      agents("work", "home"),
      { agents: { list: [{ id: "home", default: true, skills: ["deploy"] }, { id: "work" }] } },
      ["agents.list[0].skills"],
      ["tool"],
    ],
    ["it is the same in both: nothing of it changes", { env: { A: "1" } }, { env: { A: "1" } }, [], []],
    [
      "its keys are written in another order",
      { approvals: { exec: { enabled: true, mode: "session" } } },
      { approvals: { exec: { mode: "session", enabled: true } } },
      [],
      [],
    ],
    ["its agent only moves in the list", agents("home", "work"), agents("work", "home"), [], []],
  ])("%s", (_what, from, to, paths, unproven) => {
    const [before, after] = [policyOf(from), policyOf(to)];
    const comparison = comparePolicies(before, after);
    expect(comparison.notRead.map(({ path }) => path)).toEqual(paths);
    expect(comparison.exact).toBe(paths.length === 0);
    const check = assertNotLooser(before, after);
    expect(check.ok ? [[], []] : [check.unproven, check.notRead]).toEqual([unproven, comparison.notRead]);
    for (const path of paths) expect(explain(comparison)).toContain(path);
    for (const kind of unproven) expect(explain(comparison)).toContain(`${kind} is `);
  });

  it("is not proven to be read alike by two editions, though it says the same", () => {
    const [older, newer] = (["openclaw@2026.9.5", release] as const).map((edition) =>
      policyOf({ tools: { exec: { applyPatch: { enabled: true } } } }, edition),
    );
    if (older === undefined || newer === undefined) throw new Error("two editions");
    const { byKind } = comparePolicies(older, newer);
    expect(byKind.exec).toMatchObject({ exact: false, notRead: [{ path: "tools.exec.applyPatch" }] });
    expect(byKind.send).toEqual({ verdict: "equivalent", exact: true });
  });

  it("leaves unproven what is found in both directions, too", () => {
    const [from, to] = [
      { tools: { deny: ["tts"] }, mcp: { servers: {} } },
      { tools: { deny: ["cron"] } },
    ].map((config) => policyOf(config));
    if (from === undefined || to === undefined) throw new Error("two configs");
    expect(comparePolicies(from, to).byKind.tool).toMatchObject({ verdict: "incomparable", exact: false });
  });

  it("is named in the sentence, with what it decides", () => {
    const sentence = explain(
      comparePolicies(policyOf({}), policyOf({ gateway: { tools: { deny: ["exec"] } } })),
    );
    const reason = "not read: gateway.tools, which decides which tools requests over HTTP may use.";
    expect(sentence.split("\n")).toEqual([
      "The move is equivalent, not proven.",
      `tool is equivalent, not proven; ${reason}`,
      `gateway is not compared; ${reason}`,
    ]);
  });
});

const one = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);

/** Settings that are read, and settings of every kind that are not. */
const configs = fc.record(
  {
    tools: fc.record(
      {
        deny: one(["exec"], ["tts"]),
        exec: fc.record({ host: one("sandbox", "gateway"), node: one("a", "b") }, { requiredKeys: [] }),
        elevated: one({ enabled: true }, { enabled: false }),
        web: one({ fetch: { enabled: false } }),
      },
      { requiredKeys: [] },
    ),
    agents: fc.record({
      list: one(
        [{ id: "main" }],
        [{ id: "main", skills: ["a"] }],
        [
          { id: "ops", skills: ["a"] },
          { id: "main", default: true },
        ],
      ),
    }),
    gateway: one({ bind: "lan" }, { bind: "loopback" }),
    commands: one({ bash: true }, { config: true }),
    broadcast: one({ "1@g.us": ["main"] }, { "1@g.us": ["ops"] }),
    session: fc.record(
      { dmScope: one("main", "per-peer"), threadBindings: one({ enabled: true }, { enabled: false }) },
      { requiredKeys: [] },
    ),
    channels: one({ telegram: { capabilities: ["a"] } }, { telegram: { actions: { reactions: true } } }, {}),
    cron: one({ sessionRetention: "24h" }),
    memory: one({ backend: "qmd" }),
  },
  { requiredKeys: [] },
);

it("proves nothing about a kind that a setting which is not read, and not the same, touches", () => {
  const settings = (policy: Policy) =>
    new Map(
      notRead(policy).map((setting) => [
        JSON.stringify([setting.path, valueAt(policy.config, setting.path)]),
        setting,
      ]),
    );
  // By plain property names: what is drawn above has no others.
  const valueAt = (config: unknown, path: string) =>
    path
      .split(/[.[\]]+/)
      .reduce<unknown>((at, name) => (name === "" ? at : (at as Record<string, unknown>)[name]), config);
  fc.assert(
    fc.property(configs, configs, one(...editions), (one, other, edition) => {
      const [first, second] = [read(one, edition), read(other, edition)];
      // No release before had the bindings of threads.
      fc.pre(first.ok && second.ok);
      const [from, to] = [first.policy, second.policy];
      const [before, after] = [settings(from), settings(to)];
      const differing = [
        ...[...before].filter(([text]) => !after.has(text)),
        ...[...after].filter(([text]) => !before.has(text)),
      ].map(([, setting]) => setting);
      const { byKind, exact, notRead: named } = comparePolicies(from, to);
      expect(named.map(({ path }) => path)).toEqual(
        expect.arrayContaining(differing.map(({ path }) => path)),
      );
      const touched = new Set(differing.flatMap(({ kinds }) => kinds));
      expect(exact && touched.size > 0).toBe(false);
      const proven = comparedKinds.filter((kind) => byKind[kind].exact);
      expect(proven.filter((kind) => touched.has(kind))).toEqual([]);
      // As strict as itself, whatever is not read.
      expect(comparePolicies(from, from).exact).toBe(true);
    }),
    { numRuns: Math.ceil(Number(process.env["KEYSCOPE_RUNS"] ?? 200) / 2) },
  );
});
