import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { optionsOf } from "../given.ts";
import { behavioursOf, type Edition } from "../../edition/edition.ts";
import type { Config, ConfigInput } from "../config.ts";
import type { Issue, LocatedIssue } from "../issue.ts";
import { readConfig, type ReadOptions } from "../read-config.ts";
import { judgeDirectories } from "./agent-directories.ts";
import type { LoadChange } from "./change.ts";
import { bindDefaultAgent } from "./default-agent.ts";
import { spellDiscordIds } from "./discord-ids.ts";
import { draftOf, type LoadDraft } from "./draft.ts";
import { writeHomeOut } from "./home.ts";
import { dropContextTokens, leaveChannels, readOldSettings } from "./old-settings.ts";
import { addMainAgent, judgeRoster, keyRoster } from "./roster.ts";
import { addRuntimeDefaults, fixMainKey } from "./runtime-defaults.ts";
import { writeDefaultsIn, writePoliciesIn } from "./schema-defaults.ts";
import { moveSingleAccount } from "./single-account.ts";
import type { Circumstances, LoadStep } from "./step.ts";
import { sayStreamingAsObject, sayStreamingInOneWord } from "./streaming.ts";

/** What else a loader knows, beside the config. */
export interface LoadOptions {
  /** The variables of the environment: some configure a channel, one tells the home directory. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Channels that are configured outside the config by other means. */
  readonly channels?: readonly string[];
}

/** What a release makes of a config, or why it refuses it. */
export type LoadedConfig =
  | {
      /** True: the release accepts the config. */
      readonly ok: true;
      /** What the release decides on. */
      readonly config: Config;
      /** Everything that is otherwise than it was written, in the order in which the loader does it. */
      readonly changes: readonly LoadChange[];
      /** The agent that was marked as the default one, which the loader keeps beside the config. */
      readonly defaultAgentId?: string;
      /** Absent where the release accepts the config. */
      readonly issues?: never;
    }
  | {
      /** False: the release refuses the config, for its `issues`. */
      readonly ok: false;
      /** Why it is refused; at least one. */
      readonly issues: readonly [Issue, ...Issue[]];
      /** Absent where the release refuses the config. */
      readonly config?: never;
      /** Absent where the release refuses the config. */
      readonly changes?: never;
    };

/** The steps of a loader before its schema, in their order. */
const before: readonly LoadStep[] = [
  readOldSettings,
  sayStreamingAsObject,
  moveSingleAccount,
  leaveChannels,
  dropContextTokens,
  judgeDirectories,
  judgeRoster,
];

/** The steps of a loader after its schema has accepted a config, in their order. */
const after: readonly LoadStep[] = [
  keyRoster,
  addMainAgent,
  spellDiscordIds,
  sayStreamingInOneWord,
  writePoliciesIn,
  writeDefaultsIn,
  bindDefaultAgent,
  fixMainKey,
  addRuntimeDefaults,
  writeHomeOut,
];

/** The steps that change no session key, route or admission; the agents stay as they are written. */
const undeciding: ReadonlySet<LoadStep> = new Set([
  leaveChannels,
  dropContextTokens,
  keyRoster,
  sayStreamingAsObject,
  sayStreamingInOneWord,
  writeDefaultsIn,
  addRuntimeDefaults,
  writeHomeOut,
]);

/** What the release's schema does not take: its keys, the kinds of its values, what it asks beyond them. */
function wrongIn(draft: LoadDraft, edition: Edition): readonly Issue[] {
  const read = readConfig(draft.config, edition, { substituted: true });
  const issues = read.ok ? read.found.map(({ issue }) => issue) : read.issues;
  return issues.filter(({ severity }) => severity === "error");
}

/**
 * What is wrong with a config whose release reads older settings in memory before its schema sees them: what the schema
 * does not see any more deserves a look, but is not refused.
 */
export function withOldSettingsRead(
  found: readonly LocatedIssue[],
  config: Config,
  edition: Edition,
  options: ReadOptions,
): readonly LocatedIssue[] {
  const isRefused = found.some(({ issue }) => issue.severity === "error" && !awaits(issue));
  if (!isRefused || !behavioursOf(edition).has("old-settings-read")) return found;
  const draft = draftOf(config);
  run([readOldSettings, sayStreamingAsObject], draft, edition, {});
  if (draft.changes.length === 0) return found;
  const read = readConfig(draft.config, edition, options);
  const left = new Set(wrongPlaces(read.ok ? read.found : []));
  // What is wrong at its new place is told where it was written.
  const before = wrongPlaces(found);
  if (![...left].every((path) => before.includes(path))) return found;
  return found.map(({ path, issue }) =>
    left.has(issue.path) || awaits(issue)
      ? { path, issue }
      : { path, issue: { ...issue, severity: "warning" } },
  );
}

/** Where a config is wrong. */
function wrongPlaces(found: readonly LocatedIssue[]): readonly string[] {
  return found.flatMap(({ issue: { severity, path } }) => (severity === "error" ? [path] : []));
}

/** Whether it is not known yet what stands at a place, wherever the loader moves it. */
function awaits({ code }: Issue): boolean {
  return code === "unresolved-include" || code === "unresolved-variable";
}

/**
 * What an OpenClaw release makes of a config before it decides on it: older names are read, defaults are
 * written in, the mark of the default agent becomes bindings. Nothing of that is written to the file. Under
 * `2026-11` a config is loaded as it is.
 *
 * Takes what stands in the config once its `$include`s and `${NAME}`s are put in. The config is not touched;
 * what the loader does not change is shared with it.
 *
 * @example
 * ```ts
 * const config = { channels: { telegram: { dmPolicy: "disabled", accounts: { work: {} } } } } as const;
 * const old = loaded(config, "openclaw@2026.7.1");
 * old.config?.channels?.["telegram"]; //=> { dmPolicy: "disabled", accounts: { work: { dmPolicy: "pairing", groupPolicy: "allowlist" } }, groupPolicy: "allowlist" }
 * loaded(config, "2026-11").config === config; //=> true
 * ```
 */
export function loaded(config: ConfigInput, edition: Edition, options: LoadOptions = {}): LoadedConfig {
  if (isPolluted()) return unpolluted(loaded, config, edition, options);
  if (behavioursOf(edition).has("decides-as-written")) return { ok: true, config, changes: [] };
  const draft = draftOf(config);
  run(before, draft, edition, options);
  for (const issue of wrongIn(draft, edition)) draft.issues.push(issue);
  if (draft.issues.length === 0) run(after, draft, edition, options);
  return resultOf(draft);
}

/**
 * The same, as far as it decides, of a config that the edition's schema takes. The mark of the default agent stays:
 * what a loader keeps beside the config, plain data can say only there.
 */
export function loadedForDeciding(config: Config, edition: Edition, options: LoadOptions): LoadedConfig {
  const draft = draftOf(config);
  draft.decidesOnly = true;
  const deciding = [...before, ...after].filter((step) => !undeciding.has(step));
  run(deciding, draft, edition, options);
  return resultOf(draft);
}

function run(steps: readonly LoadStep[], draft: LoadDraft, edition: Edition, options: LoadOptions): void {
  const { env = {}, channels = [] } = optionsOf(options);
  const circumstances: Circumstances = { behaviours: behavioursOf(edition), env, channels };
  for (const step of steps) step(draft, circumstances);
}

function resultOf({ issues, own, config, changes, defaultAgentId }: LoadDraft): LoadedConfig {
  const [first, ...others] = issues;
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  for (const each of own) Object.freeze(each);
  // What the loader adds has the shapes of a config; that it took the rest is the schema's word.
  return { ok: true, config, changes, ...(defaultAgentId !== undefined && { defaultAgentId }) };
}
