import { applyFix } from "../analysis/audit/apply-fix.ts";
import { audit } from "../analysis/audit/audit.ts";
import type { Finding } from "../analysis/audit/finding.ts";
import { severities } from "../analysis/audit/finding-kinds.ts";
import type { Config } from "../config/config.ts";
import { isObject } from "../config/is-object.ts";
import type { Issue } from "../config/issue.ts";
import { extendPath, formatPath } from "../config/path.ts";
import type { Policy } from "../config/policy.ts";
import type { Edition } from "../edition/edition.ts";
import { safeParsePolicy, type ParseOptions } from "../parse-policy.ts";

/** A setting that keeps people apart or out, and what it does, for whoever reads the file. */
interface Setting {
  readonly path: string;
  readonly set: unknown;
  readonly why: string;
}

/** Settings of which one is written: the first of those that leave the least to say. */
interface Group {
  readonly settings: readonly Setting[];
  /** Whether one is written even if it leaves more to say than none would. */
  readonly isNeeded: boolean;
}

function oneOf(...settings: readonly Setting[]): Group {
  return { settings, isNeeded: false };
}

/** A config with a sentence for each setting in it. */
interface Commented {
  readonly config: Config;
  readonly why: ReadonlyMap<string, string>;
}

/** Settings of every config. */
function generalSettings(timeZone: string | undefined): readonly Group[] {
  const apart =
    "Everybody's direct messages have a session of their own: nobody is told what somebody else wrote.";
  const zoned = timeZone === undefined ? {} : { timeZone };
  return [
    oneOf(
      { path: "session.dmScope", set: "per-account-channel-peer", why: apart },
      { path: "session.dmScope", set: "per-channel-peer", why: apart },
    ),
    oneOf(
      {
        path: "session.reset",
        set: { mode: "daily", atHour: 4, ...zoned },
        why: "Conversations start over at four in the morning.",
      },
      {
        path: "session.reset",
        set: { mode: "daily", atHour: 4 },
        why: "Conversations start over at four in the morning, by the gateway's clock.",
      },
      {
        path: "session.reset",
        set: { mode: "idle", idleMinutes: 720 },
        why: "Conversations start over after twelve hours without a message.",
      },
    ),
    oneOf({
      path: "tools.profile",
      set: "messaging",
      why: "The agent only writes messages: it runs no commands and no code.",
    }),
    oneOf(
      {
        path: "tools.sessions.visibility",
        set: "tree",
        why: "A session sees only itself and what it started.",
      },
      {
        path: "tools.deny",
        set: ["group:sessions"],
        why: "No session reads another one, or writes into it.",
      },
    ),
  ];
}

/** The release that a config is for, where it is for one. */
function releaseSettings(edition: Edition): readonly Group[] {
  const [, release] = edition.split("@");
  const why = "The release that this is for; the gateway keeps it up to date.";
  return release === undefined ? [] : [oneOf({ path: "meta.lastTouchedVersion", set: release, why })];
}

/** Settings of a channel: who may write to the bot, and in which rooms it answers. */
function channelSettings(channel: string): readonly Group[] {
  const at = extendPath("channels", channel);
  const pairing = "Anyone who writes for the first time gets a code, and gets answers once you approve it.";
  const listed = "The bot answers only in rooms that are listed, and none is listed yet.";
  return [
    {
      settings: [
        { path: `${at}.dmPolicy`, set: "pairing", why: pairing },
        { path: `${at}.dm.policy`, set: "pairing", why: pairing },
        { path: at, set: {}, why: "The channel is on, with the defaults of the release." },
      ],
      isNeeded: true,
    },
    oneOf({ path: `${at}.groupPolicy`, set: "allowlist", why: listed }),
  ];
}

/** Why no safe config can be written for a channel. */
export interface NoSafeConfig {
  readonly issues: readonly Issue[];
  readonly findings: readonly Finding[];
}

/** A config for a gateway that strangers write to, and its policy. */
export interface SafeConfig extends Commented {
  readonly policy: Policy;
}

/** Findings of less are left to whoever reads the file. */
function isGrave({ severity }: Finding): boolean {
  return severities.indexOf(severity) <= severities.indexOf("medium");
}

/**
 * Puts together what keeps people apart and strangers out, on these channels and under an edition. Nothing of it is taken on
 * trust: whether a setting is read without a doubt is asked of the edition, and what is missing still of the audit.
 */
export function safeConfig(
  channels: readonly string[],
  edition: Edition,
  timeZone: string | undefined,
): SafeConfig | NoSafeConfig {
  const options: ParseOptions = { edition, ...(timeZone !== undefined && { timeZone }) };

  /** What is to be said of a config: what is wrong with it or doubtful, or else what it lets happen. */
  function judge(config: Config): NoSafeConfig & { readonly weight: number; readonly policy?: Policy } {
    const parsed = safeParsePolicy(config, options);
    if (!parsed.ok) return { issues: parsed.issues, findings: [], weight: 1_000_000 * parsed.issues.length };
    const { policy, warnings } = parsed;
    const findings = audit(policy).filter(isGrave);
    return { issues: warnings, findings, policy, weight: 1000 * warnings.length + findings.length };
  }

  function lightest(alternatives: readonly Commented[]): Commented | undefined {
    // Of equals the first: it is better to say a thing than to leave it to a default.
    return alternatives
      .map((commented) => ({ commented, weight: judge(commented.config).weight }))
      .toSorted((a, b) => a.weight - b.weight)[0]?.commented;
  }

  const groups = [
    ...releaseSettings(edition),
    ...generalSettings(timeZone),
    ...channels.flatMap(channelSettings),
  ];
  let commented = groups.reduce<Commented>(
    (before, { isNeeded, settings }) => {
      const alternatives = settings.map((setting) => write(before, setting));
      return lightest(isNeeded ? alternatives : [...alternatives, before]) ?? before;
    },
    { config: {}, why: new Map() },
  );
  for (;;) {
    const { findings, issues, policy, weight } = judge(commented.config);
    if (policy !== undefined && weight === 0) return { ...commented, policy };
    const fixed = lightest(findings.map((finding) => mend(commented, finding)));
    // A fix that brings up as much as it mends is none.
    if (fixed === undefined || judge(fixed.config).weight >= weight) return { issues, findings };
    commented = fixed;
  }
}

function write({ config, why }: Commented, setting: Setting): Commented {
  return {
    config: applyFix(config, { sentence: "", changes: [setting] }),
    why: new Map([...why, [setting.path, setting.why]]),
  };
}

function mend({ config, why }: Commented, { fix, message }: Finding): Commented {
  return {
    config: applyFix(config, fix),
    why: new Map([...why, ...fix.changes.map(({ path }) => [path, message] as const)]),
  };
}

/** Writes a config as JSON5 that people read, each setting below what it does. */
export function commentedText({ config, why }: Commented, heading: readonly string[]): string {
  const lines = heading.map((line) => (line === "" ? "//" : `// ${line}`));
  function write(value: unknown, name: string, path: string, indent: string): void {
    const comment = why.get(path);
    if (comment !== undefined) lines.push(`${indent}// ${comment}`);
    const key = formatPath([name]).startsWith("[") ? JSON.stringify(name) : name;
    // What is explained as a whole stands on one line, and so does what holds nothing.
    if (!isObject(value) || comment !== undefined || Object.keys(value).length === 0) {
      lines.push(`${indent}${key}: ${spelled(value)},`);
      return;
    }
    lines.push(`${indent}${key}: {`);
    for (const [inner, held] of Object.entries(value))
      write(held, inner, extendPath(path, inner), `${indent}  `);
    lines.push(`${indent}},`);
  }
  lines.push("{");
  for (const [name, value] of Object.entries(config)) write(value, name, formatPath([name]), "  ");
  lines.push("}");
  return `${lines.join("\n")}\n`;
}

function spelled(value: unknown): string {
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, inner]) => `${name}: ${spelled(inner)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
