import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { formatTimeOfDay } from "../../config/time-of-day.ts";
import { baseEntry, resetEntry, dailyEntry, idleEntry, type Found, type ResetEntry } from "./entry.ts";
import { resetPolicies, type ResetPolicies, resetsDaily, timeOfReset, type ResetPolicy } from "./policy.ts";
import { settingsWithoutEffect } from "./without-effect.ts";
import { isTimeZone } from "./zone-offset.ts";
import { resetOverrides } from "./override.ts";

/** Two settings of which at most one may be written. */
type Pair = readonly [one: Found<unknown> | undefined, other: Found<unknown> | undefined];

function found(value: unknown, path: string): Found<unknown> | undefined {
  return value === undefined ? undefined : { value, path };
}

/** What is contradicted by a mode under which a session never ends. */
function* endsBesideNone({ mode }: ResetEntry, { idleMinutes, maxAgeMinutes }: ResetEntry): Generator<Pair> {
  if (mode?.value !== "none") return;
  yield [mode, idleMinutes];
  yield [mode, maxAgeMinutes];
}

function* withinEntry(entry: ResetEntry): Generator<Pair> {
  yield [entry.at, entry.atHour];
  yield* endsBesideNone(entry, entry);
}

/** `session.reset` beside its short spellings: each tells what the other could. */
function* besideShortSpellings(policy: Policy): Generator<Pair> {
  const { session = {} } = policy.config;
  const reset = resetEntry(session.reset, "session.reset") ?? {};
  const idle = idleEntry(policy);
  yield [idle.idleMinutes, reset.idleMinutes];
  yield* endsBesideNone(reset, idle);
  const whole = found(session.dailyReset, "session.dailyReset");
  if (whole === undefined) return;
  const daily = dailyEntry(session);
  const byClock = reset.mode?.value !== "none" && reset.mode?.value !== "idle";
  if (byClock === (whole.value === false)) yield [whole, reset.mode];
  const time = daily.at ?? daily.atHour ?? whole;
  yield [time, reset.at];
  yield [time, reset.atHour];
  yield [daily.timeZone, reset.timeZone];
}

function* pairs(policy: Policy): Generator<Pair> {
  const { session = {} } = policy.config;
  const types = Object.entries(session.resetByType ?? {});
  yield* withinEntry(dailyEntry(session));
  yield* withinEntry(resetEntry(session.reset, "session.reset") ?? {});
  yield* besideShortSpellings(policy);
  const [direct, dm] = (["direct", "dm"] as const).map((name) =>
    found(session.resetByType?.[name], `session.resetByType.${name}`),
  );
  yield [direct, dm];
  for (const [type, reset] of types)
    yield* withinEntry(resetEntry(reset, `session.resetByType.${type}`) ?? {});
  for (const { entry } of resetOverrides(policy)) yield* withinEntry(entry);
}

function write({ value, path }: Found<unknown>): string {
  return typeof value === "object" ? `\`${path}\`` : `\`${path}: ${JSON.stringify(value)}\``;
}

/** Finds the settings that contradict or repeat each other about one reset policy, at the latter of each pair. */
export function* contradictions(policy: Policy): Generator<Omit<Issue, "severity">> {
  for (const [one, other] of pairs(policy)) {
    if (one === undefined || other === undefined) continue;
    yield {
      code: "conflicting-settings",
      path: other.path,
      message: `${write(other)} contradicts or repeats ${write(one)}`,
      hint: `keep one of the two: ${write(one)} or ${write(other)}`,
    };
  }
}

type Problem = Omit<Issue, "severity">;

/** Every zone that is written anywhere, used or not. */
function checkZones(policy: Policy): readonly Problem[] {
  const types = Object.entries(policy.config.session?.resetByType ?? {}).map(([type, reset]) =>
    resetEntry(reset, `session.resetByType.${type}`),
  );
  const overrides = resetPolicies(policy).overrides.map(({ override }) => override.entry);
  return [baseEntry(policy), ...types, ...overrides].flatMap((entry) => {
    const zone = entry?.timeZone;
    if (zone === undefined || isTimeZone(zone.value)) return [];
    const message = `unknown time zone ${JSON.stringify(zone.value)}`;
    return [
      { code: "unknown-time-zone", path: zone.path, message, hint: "an IANA name, such as Europe/Berlin" },
    ];
  });
}

function missingWindow({ mode, idleMinutes, from }: ResetPolicy): Problem | undefined {
  if ((mode !== "any" && mode !== "all") || idleMinutes !== undefined) return undefined;
  return {
    code: "missing-idle-minutes",
    path: from.mode,
    message: `mode \`${mode}\` needs an idle window`,
    hint: "write `idleMinutes` beside it, or use mode `daily`",
  };
}

function neverIdle({ mode, idleMinutes, maxAgeMinutes, from }: ResetPolicy): Problem | undefined {
  if (mode !== "idle" || idleMinutes !== 0 || maxAgeMinutes !== undefined) return undefined;
  return {
    code: "never-resets",
    path: from.mode,
    message: "mode `idle` without `idleMinutes` never resets",
    hint: "write `idleMinutes` beside it, or use mode `none`",
  };
}

/** Two entries for the same channel, of which only the first would count. */
function checkTwice({ overrides }: ResetPolicies): readonly Problem[] {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { override } of overrides) {
    if (override.for !== "channel") continue;
    const before = seen.get(override.channel);
    if (before === undefined) seen.set(override.channel, override.path);
    else
      problems.push({
        code: "duplicate-channel",
        path: override.path,
        message: `is the same channel as \`${before}\``,
        hint: "keep one of the two",
      });
  }
  return problems;
}

/** A reset by the clock wants a zone; the server's is not asked. */
function checkZoneNamed(policy: Policy, all: readonly ResetPolicy[]): readonly Problem[] {
  const daily = all.find((reset) => resetsDaily(reset) && reset.from.timeZone === policy.edition);
  if (daily === undefined) return [];
  return [
    {
      code: "unnamed-time-zone",
      path: daily.from.mode === policy.edition ? "session" : daily.from.mode,
      message: `resets daily at ${formatTimeOfDay(timeOfReset(daily))} in UTC, because no time zone is named`,
      hint: 'pass `timeZone`, such as "Europe/Berlin", where the policy is parsed',
    },
  ];
}

function distinct(problems: readonly (Problem | undefined)[]): readonly Problem[] {
  const byPlace = new Map<string, Problem>();
  for (const problem of problems)
    if (problem !== undefined) byPlace.set(`${problem.code} ${problem.path}`, problem);
  return [...byPlace.values()];
}

function issues(severity: Issue["severity"], problems: readonly Problem[]): readonly Issue[] {
  return problems.map((problem) => ({ severity, ...problem }));
}

/** Finds what is wrong or doubtful in the reset policies of a config, beyond the shape of each. */
export function checkReset(policy: Policy): readonly Issue[] {
  const policies = resetPolicies(policy);
  const { base, byType, overrides } = policies;
  const types = policy.behaviours.has("direct-reset-type")
    ? (["direct", "group", "thread"] as const)
    : (["dm", "group", "thread"] as const);
  const all = [...types.map((type) => byType[type]), ...overrides.map((override) => override.policy)];
  const isStrict = policy.behaviours.has("contradicting-resets-refused");
  return [
    ...issues("error", [...checkZones(policy), ...distinct(all.map(missingWindow))]),
    ...issues("error", isStrict ? distinct([...contradictions(policy)]) : []),
    ...issues("error", checkTwice(policies)),
    ...issues("warning", distinct(all.map(neverIdle))),
    ...issues("warning", isStrict ? settingsWithoutEffect(policy, [base, ...all]) : []),
    ...issues("warning", checkZoneNamed(policy, all)),
  ];
}
