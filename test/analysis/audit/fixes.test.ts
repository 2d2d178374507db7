import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { canSay } from "../../../src/config/keys/knows.ts";
import { findingKinds, type FindingId } from "../../../src/analysis/audit/finding-kinds.ts";
import { madeWorse } from "../../../src/analysis/audit/finding.ts";
import { applyFix, audit, type Finding } from "../../../src/analysis/index.ts";
import { editions, safeParsePolicy, type ConfigInput, type Edition } from "../../../src/index.ts";
import { knownTo } from "../../known-to.ts";
import { fixable, ofEdition, others, twoSenders, type Shown } from "./cases.ts";

/** Channels whose settings the releases check, each in a way of its own, and some that plugins bring. */
const channels = ["telegram", "discord", "slack", "whatsapp", "matrix", "irc", "feishu"];

/** Doors that stand open, each of a channel and of an account. */
const doors = [
  { dmPolicy: "open", allowFrom: ["*"], groupPolicy: "open" },
  {
    dmPolicy: "allowlist",
    allowFrom: ["*"],
    groupPolicy: "open",
    groups: { "*": { requireMention: false } },
  },
  { allowFrom: ["*", "1"], groupAllowFrom: ["*"], groups: { "-1": { requireMention: false } } },
] as const;

const ofChannels = channels.flatMap((channel) =>
  doors.flatMap((door): readonly ConfigInput[] => [
    { channels: { [channel]: door } },
    { channels: { [channel]: { accounts: { work: door } } } },
  ]),
);

const free = { profile: "full", exec: { security: "full" } } as const;

/** What agents and providers say of their own; the newest releases name agents, the older ones list them. */
const ofAgents: readonly ConfigInput[] = [
  { agents: { list: [{ id: "main", default: true, tools: free }, { id: "ops" }] } },
  { agents: { entries: { main: { tools: free }, ops: {} }, ownership: "explicit" } },
  { agents: { list: [{ id: "main", tools: { profile: "coding", allow: ["browser"] } }] } },
  { tools: { byProvider: { openai: { profile: "coding", allow: ["browser"] } } } },
  { tools: { exec: { mode: "full" } } },
  { memory: { qmd: { scope: { default: "allow" } } }, channels: { telegram: { groupPolicy: "open" } } },
  { memory: { backend: "qmd" }, channels: { telegram: { groupPolicy: "open" } } },
];

/** A config in which something is found, and of which findings the fix is made: of all where none is named. */
type Asked = Shown & { readonly ids?: readonly string[] };

const doorKinds = ["inert-pairing", "open-direct-messages", "open-groups", "open-groups-without-mention"];

const asked: readonly Asked[] = [
  ...[...Object.values(fixable), ...Object.values(ofEdition)].map((each) => ({ ...each, ids: [each.id] })),
  ...Object.entries(others).map(([id, each]) => ({ ...each, ids: [id] })),
  ...ofChannels.map((config) => ({ config, ids: doorKinds })),
  ...ofAgents.map((config) => ({ config })),
  { world: twoSenders },
];

const setting = /\b(?:session|tools|agents|channels|memory|logging|bindings)(?:\.\w+|\[(?:\d+|"[^"]+")\])+/g;

/** The settings of which a finding speaks. */
function settingsIn({ fix, path }: Finding): readonly string[] {
  const named = [...fix.sentence.matchAll(setting)].map(([text]) => text);
  const changed = fix.changes.flatMap((change) => (change.remove === true ? [] : [change.path]));
  return [...(path === "" ? [] : [path]), ...named, ...changed];
}

/** What is lost is given back, with whatever is found in it then: the command does not make such a change of itself. */
const widening: ReadonlySet<FindingId> = new Set<FindingId>(["profile-cut-down"]);

/** What is wrong with the findings of a config under an edition, and with the change that each offers. */
function faultsOf({ config = {}, ids, world, options }: Asked, edition: Edition): readonly string[] {
  const parse = (input: ConfigInput) => safeParsePolicy(input, { edition, timeZone: "UTC" });
  const input = knownTo(edition, config);
  const parsed = parse(input);
  if (!parsed.ok) return [];
  const { policy } = parsed;

  function faults(finding: Finding): readonly string[] {
    const { fix, id, path } = finding;
    const unsaid = settingsIn(finding).filter((each) => !canSay(each, policy));
    const what = `${id} at ${path} of ${JSON.stringify(input)}`;
    if (unsaid.length > 0) return [`${what} speaks of ${unsaid.join(", ")}`];
    if (fix.changes.length === 0 || ids?.includes(id) === false) return [];
    const isThere = (after: readonly Finding[]) =>
      after.some((other) => other.id === id && other.path === path);
    const bases = policy.loader === undefined ? [policy.config] : [policy.config, policy.loader.written];
    return bases.flatMap((base) => {
      const after = parse(applyFix(base, fix));
      if (!after.ok)
        return [`${what} is refused once mended: ${after.issues.map((issue) => issue.path).join(", ")}`];
      const found = audit(after.policy, world, options);
      if (isThere(found)) return [`${what} stays`];
      const worse = widening.has(id) ? [] : madeWorse(findings, found, finding.severity);
      return worse.map((other) => `${what} makes ${other.severity} ${other.id}`);
    });
  }

  const findings = audit(policy, world, options);
  for (const { id } of findings) found.set(edition, (found.get(edition) ?? new Set()).add(id));
  return findings.flatMap(faults);
}

/** The kinds that were found in each edition, and whose fixes were made where a setting mends them. */
const found = new Map<Edition, Set<FindingId>>();

/** With every edition it takes minutes; the long checks do that, and write the table. Otherwise every twelfth, and the newest ones. */
const isLong = process.env["KEYSCOPE_RUNS"] !== undefined;
const tried = editions.filter((_, at) => isLong || at % 12 === 0 || at >= editions.length - 3);

/** Editions in a row by the first and the last of them. */
function spansOf(some: readonly Edition[]): string {
  const spans: Edition[][] = [];
  for (const edition of some) {
    const last = spans.at(-1);
    const isNext = editions.indexOf(last?.at(-1) ?? edition) + 1 === editions.indexOf(edition);
    if (last !== undefined && isNext) last.push(edition);
    else spans.push([edition]);
  }
  return spans.map((span) => [...new Set([span[0], span.at(-1)])].join(" to ")).join(", ");
}

/** The editions that a line of the table names, of those that were tried. */
function editionsOf(spans: string): readonly string[] {
  const places = spans.split(", ").map((span) => {
    const [first = "", last = first] = span.split(" to ");
    return [editions.indexOf(first as Edition), editions.indexOf(last as Edition)] as const;
  });
  return tried.filter((edition) =>
    places.some(([first, last]) => editions.indexOf(edition) >= first && editions.indexOf(edition) <= last),
  );
}

describe("a fix", () => {
  it.each(tried)(
    "says what %s has a word for, is accepted by it, and ends what was found",
    (edition) => {
      // What an edition knows of two configs may be the same.
      const distinct = new Map(
        asked.map((each) => [JSON.stringify({ ...each, config: knownTo(edition, each.config ?? {}) }), each]),
      );
      expect([...distinct.values()].flatMap((each) => faultsOf(each, edition))).toEqual([]);
    },
    120_000,
  );

  it("is made for each kind of finding in the editions of the table, in which the kind was found", () => {
    const page = new URL("proven.txt", import.meta.url);
    const foundIn = (id: string) =>
      tried.filter((edition) => found.get(edition)?.has(id as FindingId) === true);
    const kinds = Object.keys(findingKinds);
    if (isLong) writeFileSync(page, kinds.map((id) => `${id}: ${spansOf(foundIn(id))}\n`).join(""));
    const lines = readFileSync(page, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => line.split(": ")[0])).toEqual(kinds);
    for (const line of lines) {
      const [id = "", spans = ""] = line.split(": ");
      expect({ id, spans }).not.toEqual({ id, spans: "" });
      expect([id, ...foundIn(id)]).toEqual([id, ...editionsOf(spans)]);
    }
  });
});

describe("where a release has no word for it", () => {
  const release = "openclaw@2026.9.6";
  const instead = "No setting of this edition";

  it.each<readonly [string, string, Shown]>([
    ["events to log", "nothing-logged", { world: twoSenders }],
    [
      "where memory is searched, once a scope of qmd is not asked",
      "memory-searched-in-groups",
      { config: { channels: { telegram: { groupPolicy: "open" } } } },
    ],
  ])("%s: it says so, and offers nothing", (_what, id, { config = {}, world }) => {
    const parsed = safeParsePolicy(config, { edition: release, timeZone: "UTC" });
    const found = parsed.ok ? audit(parsed.policy, world).find((each) => each.id === id) : undefined;
    expect(found).toMatchObject({ path: "", fix: { changes: [] } });
    expect(found?.fix.sentence).toContain(instead);
  });
});
