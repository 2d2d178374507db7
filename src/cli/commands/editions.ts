import { touchedChanges } from "../../analysis/touched-changes.ts";
import { behaviourChanges, type BehaviourChange } from "../../edition/behaviour-changes.ts";
import { editions, isEdition, type Edition } from "../../edition/edition.ts";
import { nearestEditions } from "../../edition/nearest-editions.ts";
import { defineCommand } from "../command.ts";
import { UsageError } from "../fault.ts";
import { type Line, riskSpan } from "../page.ts";
import { policyOptions, readParsed, readPolicy } from "../policy-file.ts";

const risks = ["widens", "re-keys", "timing", "narrows"] as const;

function editionNamed(name: string): Edition {
  if (isEdition(name)) return name;
  const known = nearestEditions(name).join(", ");
  throw new UsageError(`unknown edition ${JSON.stringify(name)}; the nearest known ones are ${known}`);
}

function changeLines({ area, became, changedIn, id, risk, was }: BehaviourChange): readonly Line[] {
  return [
    [{ text: id, style: "bold" }, "  ", area, ", ", riskSpan(risk), `, ${changedIn.join(", ")}`],
    ["  was  ", was],
    ["  now  ", became],
  ];
}

/** `keyscope editions`. */
export const editionsCommand = defineCommand({
  name: "editions",
  summary: "Lists the editions, or what differs between two of them.",
  details: [
    "With --config it lists only what touches that config: behaviours that change an answer about its parts or its",
    "channels, and those about a setting that it has.",
  ],
  parameters: {
    from: { about: "an edition", value: "<edition>", optional: true },
    to: { about: "the edition to compare it with", value: "<edition>", optional: true },
  },
  options: {
    config: { type: "string", value: "<file>", about: "list only what touches this config" },
    "time-zone": policyOptions["time-zone"],
    only: { type: "string", value: "<risks>", words: risks, many: true, about: "list only these" },
  },
  examples: [
    "keyscope editions",
    "keyscope editions openclaw@2026.3.7 2026-11",
    "keyscope editions openclaw@2026.4.14 openclaw@2026.9.6 --config openclaw.json5 --only widens,re-keys",
  ],
  run: async ({ from: before, to: after }, chosen) => {
    const { config, only = risks } = chosen;
    if (before === undefined) return { json: { editions }, page: editions.map((edition) => [edition]) };
    if (after === undefined) throw new UsageError("<to> is missing: two editions are compared");
    const from = editionNamed(before);
    const to = editionNamed(after);
    const between = `between ${from} and ${to}`;
    const isAsked = ({ risk }: BehaviourChange) => only.includes(risk);
    if (config === undefined) {
      const changes = behaviourChanges(from, to).filter(isAsked);
      return {
        json: { from, to, changes },
        page: [...changes.flatMap(changeLines), [`${changes.length} behaviours differ ${between}.`]],
      };
    }
    const { policy } = await readPolicy(config, { ...chosen, edition: from });
    const { parsed } = await readParsed(config, { ...chosen, edition: to });
    const { changes: touching, of, questions } = touchedChanges(policy, to, parsed.policy);
    const changes = touching.filter(isAsked);
    const refused = parsed.issues?.length ?? 0;
    const told = `${to} refuses ${config} for ${refused === 1 ? "one reason" : `${refused} reasons`}: keyscope validate ${config} --edition ${to}`;
    return {
      json: { from, to, changes, of, questions, issues: parsed.issues ?? [] },
      page: [
        ...changes.flatMap(changeLines),
        ...(parsed.ok ? [] : [[{ text: told, style: "red" } as const]]),
        [
          `${changes.length} of ${of} behaviours that differ ${between} touch ${config}; ${questions} questions were asked.`,
        ],
      ],
    };
  },
});
