import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import type { Config, ConfigInput } from "../../config/config.ts";
import { freezeTree } from "../../config/freeze-tree.ts";
import { optionsOf, textOf } from "../../config/given.ts";
import type { Issue } from "../../config/issue.ts";
import { configIn, readTree } from "../../config/source/read-tree.ts";
import { unknownEdition } from "../../config/unknown-edition.ts";
import type { UpgradeChange } from "../../config/upgrade/change.ts";
import { writeFor } from "../../config/upgrade/upgrade.ts";
import { editions, isEdition, type Edition } from "../../edition/edition.ts";
import { safeParsePolicy, type ParseOptions } from "../../parse-policy.ts";
import { comparedKinds, comparePolicies, type ComparedKind, type Comparison } from "../compare/compare.ts";

/** What else an upgrade knows, beside the config. */
export interface UpgradeOptions extends Pick<ParseOptions, "timeZone" | "channels" | "substituted" | "env"> {
  /** Whether it is compared what both decide, which takes a moment; it is, unless this is `false`. */
  readonly compare?: boolean;
}

/** A config as a newer edition has it, or why there is none. */
export type UpgradedConfig =
  | {
      /** True: the edition accepts the upgraded config. */
      readonly ok: true;
      /** The config, as the edition accepts it; what was not changed is what was written. */
      readonly config: Config;
      /** Everything that stands otherwise, in the order in which it was changed. */
      readonly changes: readonly UpgradeChange[];
      /** What the edition says of the upgraded config. */
      readonly warnings: readonly Issue[];
      /**
       * The kinds of decision that the upgraded config decides more openly somewhere, through the newer edition's own rules
       * too; a witness of each stands in `comparison`. Absent where it was not compared, because the older edition refuses
       * the config, or nobody asked for it.
       */
      readonly widens?: readonly ComparedKind[];
      /** What the move decides otherwise; absent where it was not compared. */
      readonly comparison?: Comparison;
      /** Absent where the edition accepts the config. */
      readonly issues?: never;
    }
  | {
      /** False: something hinders the upgrade. */
      readonly ok: false;
      /** What hinders it: with a path of the upgraded config, and what to write there. */
      readonly issues: readonly [Issue, ...Issue[]];
      /** How far it came; absent where what was given is no config, or the editions are no way up. */
      readonly config?: Config;
      /** Everything that stands otherwise there. */
      readonly changes: readonly UpgradeChange[];
      /** Absent where something hinders the upgrade. */
      readonly warnings?: never;
      /** Absent where something hinders the upgrade: nothing was compared. */
      readonly widens?: never;
      /** Absent where something hinders the upgrade: nothing was compared. */
      readonly comparison?: never;
    };

/** Says that there is no way from one edition to another, and where there is one. */
function noWay(from: Edition, to: Edition): Issue {
  return {
    severity: "error",
    code: "no-upgrade",
    path: "",
    message: `${to} is older than ${from}, and a config is only upgraded`,
    hint: "remove by hand what the older release does not know; its issues name each setting",
  };
}

/** Why there is no way between two editions; undefined where there is one. */
function whyNoWay(from: Edition, to: Edition): Issue | undefined {
  for (const edition of [from, to]) if (!isEdition(edition)) return unknownEdition(textOf(edition));
  return editions.indexOf(from) > editions.indexOf(to) ? noWay(from, to) : undefined;
}

/** What only the text of a config tells, and no upgrade settles: keys that stand twice in it, numbers of which digits are lost. */
function doubtsOfText(source: unknown, options: ParseOptions): readonly Issue[] {
  if (typeof source !== "string") return [];
  const { issues, warnings = [] } = safeParsePolicy(source, options);
  return (issues ?? warnings).filter(({ code }) => code === "repeated-key" || code === "inexact-number");
}

/**
 * Writes a config of an older edition as a newer one accepts it: what the doctors and starts of the releases on the way
 * would make of it. Settings stand at their places of today, what no release reads any more is left out, the list of agents
 * becomes agents by name, and what followed from their order becomes bindings. Each change names its place, its reason,
 * the release since which it is so, and whether something is lost by it, or somebody else reached.
 *
 * Takes JSON5 text or an object, which is not touched. The result is accepted by the newer edition, or `issues` name what
 * hinders that, each with its place and what to write. Where the newer edition decides something more openly with the
 * upgraded config than the older one did, `widens` says which kinds. A downgrade is refused, and so is an edition that
 * there is none of.
 *
 * @example
 * ```ts
 * const older = { session: { idleMinutes: 60 }, channels: { discord: { dm: { policy: "disabled" } } } } as const;
 * const upgraded = upgradeConfig(older, "openclaw@2026.4.14", "openclaw@2026.9.6");
 * upgraded.config; //=> { session: { reset: { mode: "idle", idleMinutes: 60 } }, channels: { discord: { dmPolicy: "disabled" } } }
 * upgraded.changes.map(({ path, effect }) => `${path} ${effect}`); //=> ["channels.discord.dmPolicy lossless", "session.reset.idleMinutes lossless"]
 * ```
 */
export function upgradeConfig(
  source: string | ConfigInput,
  from: Edition,
  to: Edition,
  options: UpgradeOptions = {},
): UpgradedConfig {
  if (isPolluted()) return unpolluted(upgradeConfig, source, from, to, options);
  const { compare = true, ...reading } = optionsOf(options);
  const hindered = (issue: Issue): UpgradedConfig => ({ ok: false, issues: [issue], changes: [] });
  const noWayUp = whyNoWay(from, to);
  if (noWayUp !== undefined) return hindered(noWayUp);
  const read = readTree(source);
  if ("code" in read) return hindered(read);
  const written = configIn(read.tree);
  if ("issue" in written) return hindered(written.issue);

  const { config, changes } = writeFor(written.config, to, optionsOf(reading.env ?? {}));
  // Whether it is a config, the newer edition says next.
  const asConfig = freezeTree(config, false).tree as Config;
  const after = safeParsePolicy(asConfig, { ...reading, edition: to });
  const doubts = doubtsOfText(source, { ...reading, edition: to });
  const [first, ...others] = [...doubts, ...(after.issues ?? [])].filter(
    ({ severity }) => severity === "error",
  );
  if (first !== undefined) return { ok: false, issues: [first, ...others], config: asConfig, changes };
  if (!after.ok) return { ok: false, issues: after.issues, config: asConfig, changes };
  const result = { ok: true, config: asConfig, changes, warnings: [...doubts, ...after.warnings] } as const;
  const before = compare ? safeParsePolicy(source, { ...reading, edition: from }) : undefined;
  if (before?.ok !== true) return result;
  const comparison = comparePolicies(before.policy, after.policy);
  const widens = comparedKinds.filter((kind) => comparison.byKind[kind].looser !== undefined);
  return { ...result, widens, comparison };
}
