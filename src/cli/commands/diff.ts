import { comparePolicies, type Comparison } from "../../analysis/compare/compare.ts";
import type { Verdict } from "../../analysis/compare/verdict.ts";
import { explain } from "../../explain.ts";
import type { Policy } from "../../config/policy.ts";
import { behaviourChanges } from "../../edition/behaviour-changes.ts";
import { readWords } from "../arguments.ts";
import { defineCommand } from "../command.ts";
import { UsageError } from "../fault.ts";
import { spaced, type Line, type Span, type Style, table } from "../page.ts";
import { policyOptions, readMove } from "../policy-file.ts";

type KindEntry = readonly [string, Comparison["byKind"][keyof Comparison["byKind"]]];

const styles: Readonly<Record<Verdict, Style>> = {
  equivalent: "dim",
  stricter: "green",
  looser: "red",
  incomparable: "yellow",
};

const occasions = ["stricter", "looser", "unproven"] as const;

function verdictSpan(verdict: Verdict): Span {
  return { text: verdict, style: styles[verdict] };
}

function verdictRow(kind: string, { exact, verdict }: Pick<Comparison, "exact" | "verdict">): Line {
  return [kind, verdictSpan(verdict), ...(exact ? [] : ["not proven"])];
}

/** The settings that no decision reads, and the kinds of decision that they leave unproven. */
function notReadBlock({ notRead }: Comparison): readonly (readonly Line[])[] {
  if (notRead.length === 0) return [];
  return [
    [
      ["Not read, and so not compared:"],
      ...table(
        notRead.map(({ decides, kinds, path }) => [path, kinds.join(", "), decides]),
        "  ",
      ),
    ],
  ];
}

function witnessBlocks([kind, comparison]: KindEntry): readonly (readonly Line[])[] {
  return (["looser", "stricter"] as const).flatMap((direction) => {
    const witness = comparison[direction];
    if (witness === undefined) return [];
    return [
      [
        [{ text: kind, style: "bold" }, ", ", verdictSpan(direction), ": ", JSON.stringify(witness.request)],
        ["  was  ", explain(witness.from)],
        ["  now  ", explain(witness.to)],
      ],
    ];
  });
}

function editionLine(from: Policy, to: Policy, count: number): readonly (readonly Line[])[] {
  if (from.edition === to.edition) return [];
  const editions = `${from.edition} ${to.edition}`;
  return [[[`The editions differ in ${count} behaviours: keyscope editions ${editions}`]]];
}

/** `keyscope diff`. */
export const diffCommand = defineCommand({
  name: "diff",
  summary: "Tells what another config, or another edition, decides more strictly or more loosely.",
  details: [
    "For each kind of decision: equivalent, stricter, looser or incomparable, with the smallest request that shows it.",
    "Where it cannot be proven that there is nothing else, it says so.",
  ],
  parameters: {
    config: { about: "the config in force: openclaw.json" },
    next: { about: "the config that takes its place; the same one when absent", optional: true },
  },
  options: {
    ...policyOptions,
    to: { type: "string", value: "<edition>", about: "the edition that takes its place" },
    "fail-on": { type: "string", value: "<what>", about: `exit with 1 at any of: ${occasions.join(", ")}` },
  },
  examples: [
    "keyscope diff openclaw.json5 next.json5 --edition 2026-11 --fail-on looser,unproven",
    "keyscope diff openclaw.json5 --edition openclaw@2026.3.7 --to 2026-11",
  ],
  run: async ({ config, next }, chosen) => {
    if (next === undefined && chosen.to === undefined)
      throw new UsageError("nothing changes: name another config, --to, or both");
    const failOn = readWords("fail-on", chosen["fail-on"], occasions);
    const { from, to } = await readMove(config, chosen, { config: next, edition: chosen.to });
    const comparison = comparePolicies(from, to);
    const changes = behaviourChanges(from.edition, to.edition);
    const kinds: readonly KindEntry[] = Object.entries(comparison.byKind);
    return {
      json: { ...comparison, behaviourChanges: changes },
      page: spaced([
        table([...kinds.map(([kind, each]) => verdictRow(kind, each)), verdictRow("all", comparison)]),
        ...kinds.flatMap(witnessBlocks),
        ...notReadBlock(comparison),
        ...editionLine(from, to, changes.length),
      ]),
      failed: failOn.some((what) =>
        what === "unproven" ? !comparison.exact : kinds.some(([, kind]) => kind[what] !== undefined),
      ),
    };
  },
});
