import { isPolluted, unpolluted } from "./edition/unpolluted.ts";
import { optionsOf, textOf } from "./config/given.ts";
import type { Config, ConfigInput } from "./config/config.ts";
import { PolicyError, type Issue } from "./config/issue.ts";
import { loadedForDeciding, withOldSettingsRead } from "./config/loaded/loaded.ts";
import { loadWarnings } from "./config/loaded/warnings.ts";
import type { Loading, Policy } from "./config/policy.ts";
import { readConfig } from "./config/read-config.ts";
import { soundPart } from "./config/sound-part.ts";
import { behavioursOf, isEdition, type Edition } from "./edition/edition.ts";
import { unknownEdition } from "./config/unknown-edition.ts";
import { isTimeZone } from "./lifecycle/reset/zone-offset.ts";
import { roomChecks } from "./room-checks.ts";

/** Under what a config is read. */
export interface ParseOptions {
  /** The edition whose rules decide: `2026-11`, or a release such as `openclaw@2026.9.6`. */
  readonly edition: Edition;
  /** The IANA zone for daily resets that name none; `"UTC"` when absent. */
  readonly timeZone?: string;
  /** Every channel that the host has; when given, a config that names another one is told so. */
  readonly channels?: readonly string[];
  /**
   * Whether the environment's variables were put in already, by `substitute` or by OpenClaw's own loader. Then
   * `${NAME}` is text like any other; otherwise it is refused, because nobody knows what it says.
   */
  readonly substituted?: boolean;
  /** The variables of the environment; a release takes a channel for configured by some of them. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whether the config is what a release's loader has made already, and is decided on as it is. */
  readonly loaded?: true;
}

/** A policy and what deserves a look in it, or every reason why there is none. */
export type ParsedPolicy =
  | {
      /** True: the config is accepted. */
      readonly ok: true;
      /** The policy that every decision asks. */
      readonly policy: Policy;
      /** What deserves a look, though the config is accepted; the same as `policy.warnings`. */
      readonly warnings: readonly Issue[];
      /** Absent where the config is accepted. */
      readonly issues?: never;
    }
  | {
      /** False: the config is refused. */
      readonly ok: false;
      /** Everything that is wrong with it, in the order of the config; at least one. */
      readonly issues: readonly [Issue, ...Issue[]];
      /** Absent where the config is refused. */
      readonly policy?: never;
      /** Absent where the config is refused. */
      readonly warnings?: never;
    };

/**
 * Reads a config as a policy of one edition, or returns every issue.
 *
 * Takes JSON5 text or an object, which is copied and not touched. Under `2026-11` the policy holds exactly what was
 * written, and defaults belong to the edition. A release decides on what its loader makes of the file: so does the
 * policy, which keeps what was written in `loader`, and a warning tells what the loader makes another decision of.
 *
 * @example
 * ```ts
 * const parsed = safeParsePolicy("{ session: { dmScope: 'per-chanel-peer' } }", { edition: "2026-11" });
 * parsed.ok; //=> false
 * parsed.issues?.[0].path; //=> "session.dmScope"
 * parsed.issues?.[0].hint; //=> "did you mean `per-channel-peer`?"
 * ```
 */
export function safeParsePolicy(source: string | ConfigInput, options: ParseOptions): ParsedPolicy {
  if (isPolluted()) return unpolluted(safeParsePolicy, source, options);
  const { edition, timeZone, channels, substituted = false, env = {} } = optionsOf(options);
  if (edition === undefined || !isEdition(edition))
    return { ok: false, issues: [unknownEdition(textOf(edition))] };

  const read = readConfig(source, edition, { substituted, channels });
  if (!read.ok) return { ok: false, issues: [...read.issues, ...checkTimeZone(timeZone)] };
  const behaviours = behavioursOf(edition);
  const warnings: Issue[] = [];
  const policyWith = (config: Config, loader?: Loading): Policy =>
    Object.freeze({
      edition,
      behaviours,
      timeZone: timeZone ?? "UTC",
      timeZoneNamed: timeZone !== undefined,
      ...(channels !== undefined && { channels: Object.freeze([...channels]) }),
      config,
      ...(loader !== undefined && { loader: Object.freeze(loader) }),
      warnings,
    });

  const { config } = read;
  const found = withOldSettingsRead(read.found, config, edition, { substituted, channels });
  const wrong = found.filter(({ issue }) => issue.severity === "error").map(({ path }) => path);
  const asWritten = policyWith(config);
  const ofRooms = roomChecks.flatMap(({ check, reads }) => {
    const part = wrong.length === 0 ? config : soundPart(config, wrong, reads);
    return part === undefined ? [] : check(part === config ? asWritten : policyWith(part));
  });
  const isLoaded = options.loaded === true || behaviours.has("decides-as-written");
  // Of a roster a loader says what it refuses whatever else is wrong.
  const sound =
    wrong.length === 0
      ? config
      : (soundPart(config, wrong, [["agents"], ["bindings"], ["channels"]]) ??
        soundPart(config, wrong, [["agents"]]));
  const loading = isLoaded || sound === undefined ? undefined : loadedForDeciding(sound, edition, { env });
  const ofLoader = loading === undefined ? [] : (loading.issues ?? loadWarnings(loading.changes, config));
  const ofText = found.map(({ issue }) => issue);
  const told = [...ofText, ...checkTimeZone(timeZone), ...ofRooms, ...ofLoader];
  // Where more is known of a setting than that it is not read, that is told.
  const known = new Set(told.filter(({ code }) => code !== "not-read").map(({ path }) => path));
  const all = told.filter(({ code, path }) => code !== "not-read" || !known.has(path));
  const issues = inDocumentOrder(all, config);
  const [first, ...others] = issues.filter(({ severity }) => severity === "error");
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  // One by one, because there can be more of them than a call takes arguments.
  for (const warning of issues) warnings.push(warning);
  Object.freeze(warnings);
  const policy =
    loading?.ok === true
      ? policyWith(loading.config, { written: config, changes: loading.changes })
      : asWritten;
  return { ok: true, policy, warnings };
}

/**
 * Reads a config as a policy, or throws a `PolicyError` with every issue.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { dmScope: "per-peer" } }, { edition: "openclaw@2026.3.7" });
 * policy.config.session?.dmScope; //=> "per-peer"
 * ```
 */
export function parsePolicy(source: string | ConfigInput, options: ParseOptions): Policy {
  if (isPolluted()) return unpolluted(parsePolicy, source, options);
  const parsed = safeParsePolicy(source, options);
  if (!parsed.ok) throw new PolicyError(parsed.issues);
  return parsed.policy;
}

function checkTimeZone(timeZone: string | undefined): readonly Issue[] {
  if (timeZone === undefined || isTimeZone(timeZone)) return [];
  const message = `unknown time zone ${JSON.stringify(timeZone)}`;
  return [
    {
      severity: "error",
      code: "unknown-time-zone",
      path: "",
      message,
      hint: "an IANA name, such as Europe/Berlin",
    },
  ];
}

/** Sorts issues by the section they are in, in the order in which the sections were written. */
function inDocumentOrder(issues: readonly Issue[], config: Config): readonly Issue[] {
  const sections = new Map(Object.keys(config).map((section, position) => [section, position]));
  const positioned = issues.map((issue) => {
    const [section = ""] = /^[^.[]*/.exec(issue.path) ?? [];
    return { issue, position: sections.get(section) ?? -1 };
  });
  return positioned.sort((a, b) => a.position - b.position).map(({ issue }) => issue);
}
