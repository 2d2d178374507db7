import { comparedKinds, comparePolicies, type Comparison } from "../../analysis/compare/compare.ts";
import type { Policy } from "../../config/policy.ts";
import { behaviourChanges } from "../../edition/behaviour-changes.ts";
import { defineCommand } from "../command.ts";
import { UsageError } from "../fault.ts";
import { inputBlocks, inputChanges } from "../input-changes.ts";
import { nowOption, readInstant } from "../instant.ts";
import { spaced, type Line, table } from "../page.ts";
import { configParameter, moveOptions, policyOptions, readMove } from "../policy-file.ts";
import { maintenanceChanges, settingBlocks, triggerChanges } from "../setting-changes.ts";
import { storeBlocks, storeChanges } from "../store-changes.ts";
import { readInputs, readSessions, unreadLines } from "../store-file.ts";
import { verdictRows, witnessBlocks, witnessesOf } from "../witnesses.ts";

/** What is compared. */
const kinds = [...comparedKinds, "maintenance", "triggers"] as const;

const occasions = ["stricter", "looser", "unproven"] as const;

/** The settings that no decision reads, and the kinds of decision that they leave unproven. */
function notReadBlock({ notRead }: Comparison): readonly (readonly Line[])[] {
  if (notRead.length === 0) return [];
  return [
    [
      ["Not read, so not compared:"],
      ...table(
        notRead.map(({ decides, kinds, path }) => [path, kinds.join(", "), decides]),
        "  ",
      ),
    ],
  ];
}

function editionLine(from: Policy, to: Policy, config: string, count: number): readonly (readonly Line[])[] {
  if (from.edition === to.edition) return [];
  const editions = `${from.edition} ${to.edition} --config ${config}`;
  return [
    [
      [
        `The editions differ in ${count} behaviours. Those that affect this config: keyscope editions ${editions}`,
      ],
    ],
  ];
}

/** `keyscope diff`. */
export const diffCommand = defineCommand({
  name: "diff",
  summary: "Shows what another config, or another edition, decides more strictly or more loosely.",
  details: [
    "For each kind of decision: equivalent, stricter, looser or incomparable, with the smallest request that shows it.",
    "If it cannot prove that there is nothing else, it says so. It also compares what maintenance may remove, which",
    "texts reset a session, and the answers to your own inputs, which are the same as for pin.",
  ],
  parameters: {
    config: configParameter,
    next: { about: "the config to move to; the same one when absent", optional: true },
  },
  options: {
    ...policyOptions,
    ...moveOptions,
    inputs: { type: "string", value: "<file>", about: "inputs of your own, to be answered by both" },
    store: {
      type: "string",
      value: "<file>",
      about: "your sessions.json: what happens to the sessions in it",
    },
    now: nowOption,
    only: { type: "string", value: "<kinds>", words: kinds, many: true, about: "compare only these" },
    "fail-on": {
      type: "string",
      value: "<what>",
      words: occasions,
      many: true,
      about: "exit with 1 on any of these",
    },
  },
  examples: [
    "keyscope diff openclaw.json5 next.json5 --edition 2026-11 --fail-on looser,unproven",
    "keyscope diff --to openclaw@2026.9.6 --inputs inputs.json",
  ],
  run: async ({ config, next }, chosen) => {
    const {
      inputs,
      now,
      store,
      verbose = false,
      only = kinds,
      to: edition,
      "to-config": named,
      "fail-on": failOn = [],
    } = chosen;
    if (next !== undefined && named !== undefined)
      throw new UsageError("the config to move to is named twice: leave out --to-config");
    const after = next ?? named;
    if (after === undefined && edition === undefined)
      throw new UsageError("nothing changes: name another config, --to, or both");
    const { from, to } = await readMove(config, chosen, { config: after, edition });
    const { questions, notRead } =
      inputs === undefined ? { questions: [], notRead: [] } : await readInputs(inputs, from);
    const comparison = comparePolicies(from, to);
    const changes = behaviourChanges(from.edition, to.edition);
    const compared = comparedKinds.filter((kind) => only.includes(kind));
    const maintenance = only.includes("maintenance") ? maintenanceChanges(from, to) : [];
    const triggers = only.includes("triggers") ? triggerChanges(from, to) : [];
    const drifts = inputChanges(questions, from, to, verbose).filter(({ input }) => only.includes(input.ask));
    const instant = now === undefined ? Date.now() : readInstant("now", now);
    const sessions = store === undefined ? undefined : await readSessions(store);
    const stored = sessions && storeChanges(sessions.rows, from, to, instant, verbose);
    return {
      json: {
        ...comparison,
        behaviourChanges: changes,
        maintenance,
        triggers,
        inputs: drifts,
        ...(sessions && { store: stored, unread: sessions.unread }),
      },
      page: spaced([
        verdictRows(comparison, compared),
        ...(stored === undefined ? [] : storeBlocks(stored, verbose)),
        ...(sessions === undefined ? [] : [unreadLines(sessions)]),
        ...inputBlocks(drifts, verbose),
        ...(inputs === undefined
          ? []
          : [[[`Inputs: ${questions.length}. Different answers: ${drifts.length}.`]]]),
        notRead,
        ...witnessBlocks(witnessesOf(comparison, compared), [...drifts, ...(stored?.answers ?? [])], verbose),
        ...settingBlocks(maintenance, triggers, verbose),
        ...notReadBlock(comparison),
        ...editionLine(from, to, config, changes.length),
      ]),
      failed: failOn.some((what) =>
        what === "unproven"
          ? (only === kinds ? [comparison] : compared.map((kind) => comparison.byKind[kind])).some(
              ({ exact }) => !exact,
            )
          : compared.some((kind) => comparison.byKind[kind][what] !== undefined) ||
            drifts.some(({ risk }) => risk === (what === "looser" ? "widens" : "narrows")),
      ),
    };
  },
});
