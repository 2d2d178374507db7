import { knownTo } from "../known-to.ts";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { materialize } from "../../src/analysis/materialize.ts";
import { answer, type Question } from "../../src/analysis/question.ts";
import type { ConfigInput } from "../../src/config/config.ts";
import { policyFingerprint } from "../../src/analysis/fingerprint.ts";
import type { Policy } from "../../src/config/policy.ts";
import { editions, type Edition } from "../../src/edition/edition.ts";
import { evaluateReset } from "../../src/lifecycle/reset/evaluate-reset.ts";
import { resolveMaintenance } from "../../src/lifecycle/maintenance/resolve-maintenance.ts";
import { configuredVisibility } from "../../src/policy/visibility/visibility-rule.ts";
import { parsePolicy, safeParsePolicy } from "../../src/parse-policy.ts";
import { config as richConfig, questions } from "../pins/questions.ts";

const runs = Number(process.env["KEYSCOPE_RUNS"] ?? 200);

const reset = fc.record(
  {
    mode: fc.constantFrom("none", "daily", "idle", "any"),
    atHour: fc.constantFrom(0, 4, 6),
    at: fc.constantFrom("0:00", "4:30"),
    idleMinutes: fc.constantFrom(30, 600),
  },
  { requiredKeys: [] },
);

const configs: fc.Arbitrary<ConfigInput> = fc
  .record(
    {
      session: fc.record(
        {
          dmScope: fc.constantFrom("main", "per-peer"),
          reset,
          dailyReset: fc.constantFrom(true, false, 5, "4:30", {}, { timeZone: "Asia/Tokyo" }, { at: "4:30" }),
          idleMinutes: fc.constant(45),
          resetByType: fc.record(
            { direct: reset, dm: reset, group: reset, thread: reset },
            { requiredKeys: [] },
          ),
          resetByChannel: fc.record({ discord: reset }, { requiredKeys: [] }),
          sendPolicy: fc.constantFrom({}, { default: "deny" }, richConfig.session?.sendPolicy ?? {}),
          maintenance: fc.constantFrom({}, { mode: "enforce" }, { maxEntries: 7 }),
        },
        { requiredKeys: [] },
      ),
      channels: fc.constantFrom(
        {},
        richConfig.channels ?? {},
        { defaults: { groupPolicy: "open" }, telegram: {}, discord: { groupPolicy: "disabled" } },
        { telegram: { accounts: { work: {} } } },
      ),
      agents: fc.constantFrom(
        {},
        { defaults: { memorySearch: { scope: { default: "allow" } } } },
        { list: [{ id: "main", default: true }, { id: "ops" }] },
      ),
    },
    { requiredKeys: [] },
  )
  // Whatever a release's schema refuses is left to the other runs.
  .map((config) => config as ConfigInput);

/** What is decided, without what tells where it came from. */
function outcomeOf(question: Question, policy: Policy): unknown {
  const decision = answer(question, policy);
  if (decision.kind === "reset") {
    const { policy: applied, ...outcome } = decision;
    return [outcome, { ...applied, from: undefined, configured: undefined }];
  }
  return decision.kind === "resolution"
    ? { ...decision, defaultOf: undefined }
    : { allowed: decision.allowed, outcome: "outcome" in decision && decision.outcome };
}

/** Under 2026-11 a written scope also holds for Telegram accounts that the config does not know of. */
function isConfigured({ ask, request }: Question, { config }: Policy): boolean {
  if (ask !== "resolution" || request.channel !== "telegram" || request.account === undefined) return true;
  return Object.hasOwn(config.channels?.["telegram"]?.accounts ?? {}, request.account);
}

/** What a policy still takes from its edition, of maintenance, resets and the answers to many questions. */
function unsaid(policy: Policy): readonly string[] {
  const { edition } = policy;
  const { settings, sources } = resolveMaintenance(policy);
  const maintenance = Object.entries(sources)
    .filter(([name, from]) => from === edition && Object.hasOwn(settings, name))
    .map(([name]) => `maintenance ${name}`);
  const answers = questions.flatMap((question) => {
    const decision = answer(question, policy);
    if (decision.kind === "reset") {
      const { mode, from = {} } = decision.policy ?? {};
      const inForce = Object.entries(from).filter(([part]) => part !== "atHour" || mode !== "idle");
      return inForce.flatMap(([part, source]) => (source === edition ? `reset ${part}` : []));
    }
    if (!("defaultOf" in decision)) return [];
    const path = "path" in decision ? decision.path : undefined;
    return `${decision.kind} ${path?.replace(/^channels\.\w+/, "channels.*") ?? decision.reason ?? ""}`;
  });
  return [...maintenance, ...answers];
}

describe("a config with its defaults written out", () => {
  it("has those of every room", () => {
    const root = new URL("../../src/", import.meta.url);
    const rooms = readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.endsWith("/defaults.ts"));
    const collecting = readFileSync(new URL("analysis/materialize.ts", root), "utf8");
    expect(rooms.length).toBeGreaterThan(0);
    expect(rooms.filter((file) => !collecting.includes(`"../${file}"`))).toEqual([]);
  });

  it("leaves nothing to the edition that a setting could say", () => {
    const channels = { telegram: {}, discord: {}, slack: {}, matrix: {} };
    const configs: readonly ConfigInput[] = [
      { channels: { ...channels } },
      { ...richConfig, channels: Object.assign(channels, richConfig.channels) },
    ];
    const left = new Set<string>();
    for (const edition of editions)
      for (const config of configs) {
        const { policy } = safeParsePolicy(knownTo(edition, config), { edition, timeZone: "UTC" });
        if (policy === undefined) continue;
        const written = parsePolicy(materialize(policy), { edition, timeZone: "UTC" });
        for (const fact of unsaid(written)) left.add(fact);
      }
    expect([...left].sort()).toEqual(
      [
        // An empty list lets nobody in, and no room is one that must be mentioned: no default is a value of theirs.
        "access channels.*.groupAllowFrom",
        'access channels.*.guilds["*"].requireMention',
        // Releases take a written policy, or a written scope, for more than they take none.
        "send no-policy",
        "memory-search edition-default",
        // Before 2026.2.13 nothing could be written about visibility.
        "visibility agent-to-agent",
        "visibility agent-to-agent-disabled",
        "visibility same-agent",
        "visibility self",
        // That there are no lists, no sandbox and no approvals is nothing to be written.
        "exec not-allowlisted",
        "exec not-plain",
        // What goes without saying of commands depends on the session's sandbox and the host's approvals file.
        "exec no-approvals",
        "exec trusted",
        "sandbox not-sandboxed",
        "tool allowed",
        // Without maintenance there is no mode; model runs have no setting; the high water follows the limit.
        "maintenance mode",
        "maintenance modelRunPruneAfterMs",
        "maintenance highWaterBytes",
      ].sort(),
    );
  });

  it("decides everything as before, has the same fingerprint, and has nothing left to write", () => {
    fc.assert(
      fc.property(configs, fc.constantFrom(...editions), (config, edition) => {
        const { policy } = safeParsePolicy(config, { edition, timeZone: "Europe/Berlin" });
        fc.pre(policy !== undefined);
        const written = parsePolicy(materialize(policy), { edition, timeZone: "Europe/Berlin" });
        expect(policyFingerprint(written)).toBe(policyFingerprint(policy));
        expect(materialize(written)).toEqual(materialize(policy));
        // What is written for it decides something; a loader need not write in what is written.
        expect(written.warnings).toEqual(
          policy.warnings.filter(({ code }) => code !== "loaded-over-default"),
        );
        for (const question of questions.filter((each) => isConfigured(each, policy)))
          expect([question, outcomeOf(question, written)]).toEqual([question, outcomeOf(question, policy)]);
      }),
      { numRuns: runs / 2 },
    );
  });

  it.each<readonly [Edition, Edition]>([
    ["openclaw@2026.3.7", "openclaw@2026.9.6"],
    ["openclaw@2026.9.6", "2026-11"],
    ["2026-11", "openclaw@2026.9.6"],
  ])("keeps its meaning from %s to %s, where a setting has it", (from, to) => {
    const whatCounts = (policy: Policy) => [
      configuredVisibility(policy),
      resolveMaintenance(policy).settings.mode,
      resolveMaintenance(policy).settings.maxEntries,
      evaluateReset({ updatedAt: 1 }, { key: "agent:main:main" }, policy, 1e12).policy?.mode,
    ];
    const before = parsePolicy({}, { edition: from });
    // Releases have no word for where memory is searched.
    const { session, tools, channels } = materialize(before);
    // Releases know no zone of a reset.
    const { mode, atHour } = session?.reset ?? {};
    const reset = { ...(mode && { mode }), ...(atHour !== undefined && { atHour }) };
    // Since 2026.8.1 releases refuse `rotateBytes`.
    const maintenance = Object.fromEntries(
      Object.entries(session?.maintenance ?? {}).filter(([name]) => name !== "rotateBytes"),
    );
    const portable = {
      ...(tools && { tools }),
      ...(channels && { channels }),
      session: { ...session, reset, maintenance },
    };
    const after = parsePolicy(portable, { edition: to });
    expect(whatCounts(after)).toEqual(whatCounts(before));
    expect(whatCounts(parsePolicy({}, { edition: to }))).not.toEqual(whatCounts(before));
  });
});

describe("a fingerprint", () => {
  it.each<readonly [string, ConfigInput, ConfigInput, Edition, boolean]>([
    [
      "does not depend on the usual reset",
      {},
      { session: { reset: { mode: "daily", atHour: 4 } } },
      "2026-11",
      true,
    ],
    [
      "does not depend on the usual reset beside an idle window",
      { session: { idleMinutes: 30 } },
      { session: { idleMinutes: 30, reset: { mode: "daily", atHour: 4 } } },
      "2026-11",
      true,
    ],
    [
      "does not depend on the usual hour in a zone",
      { session: { dailyReset: { timeZone: "Asia/Tokyo" } } },
      { session: { dailyReset: { timeZone: "Asia/Tokyo", atHour: 4 } } },
      "2026-11",
      true,
    ],
    [
      "tells the minute",
      { session: { reset: { at: "04:00" } } },
      { session: { reset: { at: "04:30" } } },
      "2026-11",
      false,
    ],
    [
      "does not depend on the usual lack of resets",
      {},
      { session: { reset: { mode: "none" } } },
      "openclaw@2026.9.6",
      true,
    ],
    [
      "tells a reset that is usual elsewhere",
      {},
      { session: { reset: { mode: "daily" } } },
      "openclaw@2026.9.6",
      false,
    ],
    [
      "tells a written scope where that keeps bots together",
      { channels: { telegram: { accounts: { work: {} } } } },
      { session: { dmScope: "main" }, channels: { telegram: { accounts: { work: {} } } } },
      "2026-11",
      false,
    ],
    [
      "tells a policy that makes unreadable keys count",
      {},
      { session: { sendPolicy: { default: "allow" } } },
      "openclaw@2026.9.6",
      false,
    ],
  ])("%s", (_, one, other, edition, same) => {
    const print = (config: ConfigInput) => policyFingerprint(parsePolicy(config, { edition }));
    expect(print(one) === print(other)).toBe(same);
  });
});
