import { upgradeConfig, type UpgradedConfig } from "../../analysis/upgrade/upgrade-config.ts";
import { upgradedSource } from "../../analysis/upgrade/upgraded-source.ts";
import type { UpgradeChange } from "../../config/upgrade/change.ts";
import type { UpgradeEffect } from "../../config/older-keys.ts";
import { isEdition } from "../../edition/edition.ts";
import { unknownEdition } from "../../config/unknown-edition.ts";
import { defineCommand } from "../command.ts";
import { UnsoundFile, UsageError } from "../fault.ts";
import { issueLines, spaced, tally, type Line, type Style } from "../page.ts";
import { configParameter, moveOptions, policyOptions, readWritten } from "../policy-file.ts";
import { nameOf } from "../text-file.ts";
import { witnessBlocks, witnessesOf } from "../witnesses.ts";

const effects = ["reaches", "loses", "lossless"] as const satisfies readonly UpgradeEffect[];

const styles: Readonly<Record<UpgradeEffect, Style>> = { reaches: "red", loses: "yellow", lossless: "green" };

function changeLine({ effect, release, sentence }: UpgradeChange): Line {
  const since = release === undefined ? "" : ` (${release})`;
  return [{ text: effect.padEnd("lossless".length), style: styles[effect] }, "  ", sentence, since];
}

/** What needs a look comes first. */
function inOrder(changes: readonly UpgradeChange[]): readonly UpgradeChange[] {
  return effects.flatMap((effect) => changes.filter((change) => change.effect === effect));
}

/** So many changes of one kind that lose nothing are told one by one. */
const toldOfAKind = 5;

/** What needs a look, and then what loses nothing: of many changes of one kind the first ones are told, and the others counted. */
function changeLines(changes: readonly UpgradeChange[], verbose: boolean): readonly Line[] {
  const ordered = inOrder(changes);
  if (verbose) return ordered.map(changeLine);
  const indent = " ".repeat("lossless  ".length);
  return ordered.flatMap((change): readonly Line[] => {
    if (change.effect !== "lossless") return [changeLine(change)];
    const alike = ordered.filter(({ code, effect }) => effect === "lossless" && code === change.code);
    const place = alike.indexOf(change);
    if (alike.length <= toldOfAKind || place < toldOfAKind - 1) return [changeLine(change)];
    const others = alike.length - place;
    return place === toldOfAKind - 1
      ? [[indent, { text: `and ${others} more like these`, style: "dim" }]]
      : [];
  });
}

/** What the newer edition decides more openly with the upgraded config, with a witness of each kind. */
function widerLines({ comparison, widens = [] }: UpgradedConfig, verbose: boolean): readonly Line[] {
  if (comparison === undefined) return [];
  const looser = witnessesOf(comparison, widens).filter(({ direction }) => direction === "looser");
  return witnessBlocks(looser, [], verbose).flat();
}

/** `keyscope upgrade`. */
export const upgradeCommand = defineCommand({
  name: "upgrade",
  summary: "Rewrites a config so that a newer edition accepts it, and lists every change.",
  details: [
    "A change is lossless, loses what a setting said, or reaches: it may change who gets an answer, or what they can reach.",
    "The new config goes to --output and keeps its comments, except inside what has moved. Nothing else is written.",
    "The exit code is 1 if something prevents it, which is then listed with its place.",
  ],
  parameters: { config: configParameter },
  options: {
    ...policyOptions,
    to: { ...moveOptions.to, about: "the edition that it is written for" },
    only: {
      type: "string",
      value: "<effects>",
      words: effects,
      many: true,
      about: "show only these changes",
    },
  },
  examples: [
    "keyscope upgrade openclaw.json --edition openclaw@2026.4.14 --to openclaw@2026.9.6 --output next.json",
  ],
  run: async ({ config: file }, chosen) => {
    const { only = effects, to, verbose = false } = chosen;
    if (to === undefined) throw new UsageError("--to is missing: the edition that it is written for");
    if (!isEdition(to)) throw new UnsoundFile("there is no such edition", [unknownEdition(to)]);
    const { options, source } = await readWritten(file, chosen);
    // Variables stay as they are written.
    const upgraded = upgradeConfig(source, options.edition, to, { ...options, substituted: true });
    const { changes, config, issues = [], ok, widens = [] } = upgraded;
    const found = tally(changes, (change) => change.effect, effects);
    const edited = config === undefined ? undefined : upgradedSource(source, config);
    const isRewritten = config !== undefined && edited === undefined;
    const verdict = ok
      ? `${nameOf(file)} can be upgraded to ${to}`
      : `${nameOf(file)} cannot be upgraded to ${to} yet`;
    return {
      json: { ok, changes, issues, widens },
      page: spaced(
        [
          issues.flatMap(issueLines),
          changeLines(
            changes.filter(({ effect }) => only.includes(effect)),
            verbose,
          ),
          widerLines(upgraded, verbose),
          isRewritten ? [["It is written as plain JSON, without its comments."]] : [],
          [[`${verdict}. Changes: ${found}.`] satisfies Line],
        ].filter((block) => block.length > 0),
      ),
      ...(config !== undefined && { document: edited ?? `${JSON.stringify(config, undefined, 2)}\n` }),
      failed: !ok,
    };
  },
});
