import type { Issue } from "../../config/issue.ts";
import type { Policy } from "../../config/policy.ts";
import { baseEntry, typeEntry, type Found, type ResetEntry } from "./entry.ts";
import { resetPolicies, resetsDaily, type ResetPolicy, type ResetPolicySources } from "./policy.ts";

/** A part of a reset policy that may decide nothing. */
type CoveragePart = Exclude<keyof ResetPolicySources, "mode">;

/** Two days: where a zone skips a date, so far lie two daily boundaries apart. */
const longestDay = 2 * 24 * 60;

/** Whether a window of a session can pass before something else, which began no later, ends the session. */
function comesFirst(minutes: number, { mode, maxAgeMinutes = Infinity }: ResetPolicy): boolean {
  const day = mode === "daily" || mode === "any" ? longestDay : Infinity;
  return mode !== "none" && minutes < day && minutes <= maxAgeMinutes;
}

/** Whether each part of a policy can make a difference to when sessions end. */
const decides: Readonly<Record<CoveragePart, (reset: ResetPolicy) => boolean>> = {
  atHour: resetsDaily,
  timeZone: resetsDaily,
  // Mode `any` cannot be written without a window.
  idleMinutes: (reset) =>
    reset.mode === "all" || reset.mode === "any" || comesFirst(reset.idleMinutes ?? 0, reset),
  maxAgeMinutes: (reset) => comesFirst(reset.maxAgeMinutes ?? 0, reset),
  // A window that is no shorter never ends a session within its grace.
  graceMinutes: ({ mode, idleMinutes = 0, maxAgeMinutes, graceMinutes = 0 }) =>
    mode !== "none" &&
    (maxAgeMinutes !== undefined || mode === "daily" || mode === "any" || graceMinutes > idleMinutes),
};

const parts = Object.keys(decides) as readonly CoveragePart[];

/** Why a part decides nothing under a policy, and what to write where it should. */
function reason(part: CoveragePart, { mode }: ResetPolicy): Pick<Issue, "message" | "hint"> {
  const because = (why: string, hint: string) => ({ message: `decides nothing, because ${why}`, hint });
  if (part === "atHour" || part === "timeZone")
    return because(`mode \`${mode}\` resets at no time of day`, 'leave it out, or write `mode: "daily"`');
  if (mode === "none") return because("mode `none` never resets", "leave it out");
  if (part === "graceMinutes") return because("nothing ends a session sooner than that", "leave it out");
  return mode === "daily" || mode === "any"
    ? because(
        "the daily reset always comes sooner",
        'leave it out, or write `mode: "idle"` for no daily reset',
      )
    : because("`maxAgeMinutes` always comes sooner", "leave it out");
}

/** What an entry writes of each part of a policy. */
function writtenParts(entry: ResetEntry): readonly (readonly [CoveragePart, Found<unknown> | undefined])[] {
  return parts.map((part) => [part, part === "atHour" ? (entry.at ?? entry.atHour) : entry[part]]);
}

/**
 * Finds the settings about resets that make no difference to any session.
 *
 * @param policies - Every reset policy that a session may have.
 */
export function settingsWithoutEffect(
  policy: Policy,
  policies: readonly ResetPolicy[],
): readonly Omit<Issue, "severity">[] {
  const deciding = new Set(
    policies.flatMap((reset) =>
      parts.flatMap((part) => (decides[part](reset) ? (reset.from[part] ?? []) : [])),
    ),
  );
  const { base, byType, overrides } = resetPolicies(policy);
  const places: readonly (readonly [ResetEntry | undefined, ResetPolicy])[] = [
    [baseEntry(policy), base],
    ...(["direct", "group", "thread"] as const).map(
      (type) => [typeEntry(type, policy), byType[type]] as const,
    ),
    ...overrides.map(({ override, policy: reset }) => [override.entry, reset] as const),
  ];
  return places.flatMap(([entry, reset]) =>
    writtenParts(entry ?? {}).flatMap(([part, written]) =>
      written === undefined || deciding.has(written.path)
        ? []
        : [{ code: "setting-without-effect", path: written.path, ...reason(part, reset) }],
    ),
  );
}
