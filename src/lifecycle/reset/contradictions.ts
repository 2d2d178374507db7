import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { dailyEntry, idleEntry, resetEntry, type Found, type ResetEntry } from "./entry.ts";
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
