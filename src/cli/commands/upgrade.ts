import { upgradeConfig, type UpgradedConfig } from "../../analysis/upgrade/upgrade-config.ts";
import type { UpgradeChange } from "../../config/upgrade/change.ts";
import type { UpgradeEffect } from "../../config/older-keys.ts";
import { isEdition } from "../../edition/edition.ts";
import { unknownEdition } from "../../config/unknown-edition.ts";
import { explain } from "../../explain.ts";
import { defineCommand } from "../command.ts";
import { UnsoundFile, UsageError } from "../fault.ts";
import { issueLines, spaced, tally, type Line, type Style } from "../page.ts";
import { configParameter, moveOptions, policyOptions, readWritten } from "../policy-file.ts";
import { nameOf } from "../text-file.ts";

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

/** What the newer edition decides more openly with the upgraded config, with a witness of each kind. */
function widerLines({ comparison, widens = [] }: UpgradedConfig): readonly Line[] {
  return widens.flatMap((kind) => {
    const witness = comparison?.byKind[kind].looser;
    if (witness === undefined) return [];
    return [
      [{ text: `${kind}, looser`, style: "red" }, ": ", JSON.stringify(witness.request)],
      ["  was  ", explain(witness.from)],
      ["  now  ", explain(witness.to)],
    ] satisfies readonly Line[];
  });
}

/** `keyscope upgrade`. */
export const upgradeCommand = defineCommand({
  name: "upgrade",
  summary: "Writes a config as a newer edition accepts it, and tells what that changes.",
  details: [
    "Each change is lossless, loses what a setting said, or reaches: it may change who is answered, or what they reach.",
    "The config is written where --output says, as JSON without its comments; nothing else is written.",
    "The exit code is 1 where something hinders it; what that is, is told with its place.",
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
      about: "tell these changes alone",
    },
  },
  examples: [
    "keyscope upgrade openclaw.json --edition openclaw@2026.4.14 --to openclaw@2026.9.6 --output next.json",
  ],
  run: async ({ config: file }, chosen) => {
    const { only = effects, to } = chosen;
    if (to === undefined) throw new UsageError("--to is missing: the edition that it is written for");
    if (!isEdition(to)) throw new UnsoundFile("there is no such edition", [unknownEdition(to)]);
    const { options, source } = await readWritten(file, chosen);
    // Variables stay as they are written.
    const upgraded = upgradeConfig(source, options.edition, to, { ...options, substituted: true });
    const { changes, config, issues = [], ok, widens = [] } = upgraded;
    const found = tally(changes, (change) => change.effect, effects);
    const verdict = ok ? `${nameOf(file)} can be one of ${to}` : `${nameOf(file)} cannot be one of ${to} yet`;
    return {
      json: { ok, changes, issues, widens },
      page: spaced(
        [
          inOrder(changes.filter(({ effect }) => only.includes(effect))).map(changeLine),
          issues.flatMap(issueLines),
          widerLines(upgraded),
          [[`${verdict}. Changes: ${found}.`] satisfies Line],
        ].filter((block) => block.length > 0),
      ),
      ...(config !== undefined && { document: `${JSON.stringify(config, undefined, 2)}\n` }),
      failed: !ok,
    };
  },
});
