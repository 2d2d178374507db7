import { coverage, type Coverage, type CoveredElement } from "../../analysis/coverage/coverage.ts";
import { toLcov } from "../../analysis/coverage/lcov.ts";
import type { CoveragePartKind } from "../../analysis/coverage/part.ts";
import type { Question } from "../../analysis/question.ts";
import { suggestInputs } from "../../analysis/coverage/suggest-inputs.ts";
import type { Policy } from "../../config/policy.ts";
import { defineCommand } from "../command.ts";
import { readInputs } from "../store-file.ts";
import { type Line, table } from "../page.ts";
import { configParameter, policyOptions, readPolicy } from "../policy-file.ts";
import { watched } from "../progress.ts";

function elementRow({ hits, kind, path }: CoveredElement): Line {
  return [{ text: String(hits), style: hits === 0 ? "red" : "green" }, kind, path];
}

/** The kinds of parts: one that is forgotten here does not compile. */
const kinds = Object.keys({
  rule: true,
  binding: true,
  reset: true,
  override: true,
  group: true,
  topic: true,
  place: true,
  setting: true,
  link: true,
} satisfies Readonly<Record<CoveragePartKind, true>>) as readonly CoveragePartKind[];

/** Coverage of parts of some kinds alone. */
function restricted(covered: Coverage, only: readonly CoveragePartKind[] = kinds): Coverage {
  const elements = covered.elements.filter(({ kind }) => only.includes(kind));
  const paths = new Set(elements.map(({ path }) => path));
  return { ...covered, elements, uncovered: covered.uncovered.filter((path) => paths.has(path)) };
}

/** An input for each part that is not covered, where there is one. */
function missingInputs(policy: Policy, { uncovered }: Coverage): readonly Question[] {
  const missing = new Set(uncovered);
  const wanted = suggestInputs(policy).filter(({ path }) => missing.has(path));
  // One question may be that of several parts.
  return [...new Map(wanted.map(({ input }) => [JSON.stringify(input), input])).values()];
}

/** A JSON list with an input a line, for a file that people go on with. */
function listing(inputs: readonly Question[]): string {
  return `[\n${inputs.map((input) => `  ${JSON.stringify(input)}`).join(",\n")}\n]\n`;
}

/** `keyscope coverage`. */
export const coverageCommand = defineCommand({
  name: "coverage",
  summary: "Shows which parts of a config your inputs reach, and which parts none of them reaches.",
  details: [
    "Parts are rules, bindings, resets, groups, topics, rooms, identity links, and settings that decide.",
    "Inputs are the same as for pin, or a sessions.json, whose sessions are turned into inputs.",
  ],
  parameters: {
    config: configParameter,
    inputs: {
      about: "a JSON list, or one input a line; with --suggest, none if absent",
      optional: "suggest",
    },
  },
  options: {
    ...policyOptions,
    suggest: {
      type: "boolean",
      about: "print inputs for the parts that are not covered, where there are any",
    },
    lcov: { type: "boolean", about: "print an LCOV record, for editors and code hosts" },
    only: { type: "string", value: "<kinds>", words: kinds, many: true, about: "count only these parts" },
    "fail-on": {
      type: "string",
      value: "uncovered",
      words: ["uncovered"],
      about: "exit with 1 when a part is not covered",
    },
  },
  alternatives: [
    ["lcov", "json"],
    ["lcov", "markdown"],
    ["lcov", "suggest"],
  ],
  examples: [
    "keyscope coverage openclaw.json5 --edition 2026-11 --suggest > inputs.json",
    "keyscope coverage openclaw.json5 inputs.json --edition 2026-11 --fail-on uncovered",
  ],
  run: async ({ config, inputs }, chosen) => {
    const { lcov = false, only, suggest = false, "fail-on": failOn } = chosen;
    const { policy, source } = await readPolicy(config, chosen);
    const { questions, notRead } =
      inputs === undefined ? { questions: [], notRead: [] } : await readInputs(inputs, policy);
    const covered = restricted(coverage(policy, watched(questions, "inputs")), only);
    const { elements, uncovered } = covered;
    const failed = failOn !== undefined && uncovered.length > 0;
    if (suggest) {
      const missing = missingInputs(policy, covered);
      return { json: missing, page: listing(missing), failed };
    }
    const count =
      elements.length === 0
        ? "nothing, because no part of the config decides"
        : `${elements.length - uncovered.length} of ${elements.length}`;
    return {
      json: covered,
      page: lcov
        ? toLcov(covered, source, config)
        : [...table(elements.map(elementRow)), ...notRead, [`Covered: ${count}. Inputs: ${covered.inputs}.`]],
      failed,
    };
  },
});
