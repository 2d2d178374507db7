import { behaviourChanges, type BehaviourChange } from "../../edition/behaviour-changes.ts";
import { editions, isEdition, type Edition } from "../../edition/edition.ts";
import { nearestEditions } from "../../edition/nearest-editions.ts";
import { defineCommand, type Outcome } from "../command.ts";
import { UsageError } from "../fault.ts";
import { type Line, riskSpan } from "../page.ts";

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

function changesBetween(from: Edition, to: Edition): Outcome {
  const changes = behaviourChanges(from, to);
  return {
    json: { from, to, changes },
    page: [
      ...changes.flatMap(changeLines),
      [`${changes.length} behaviours differ between ${from} and ${to}.`],
    ],
  };
}

/** `keyscope editions`. */
export const editionsCommand = defineCommand({
  name: "editions",
  summary: "Lists the editions, or what differs between two of them.",
  details: [],
  parameters: {
    from: { about: "an edition", optional: true },
    to: { about: "the edition that would take its place", optional: true },
  },
  options: {},
  examples: ["keyscope editions", "keyscope editions openclaw@2026.3.7 2026-11"],
  run: ({ from, to }) => {
    if (from === undefined) return { json: { editions }, page: editions.map((edition) => [edition]) };
    if (to === undefined) throw new UsageError("<to> is missing: two editions are compared");
    return changesBetween(editionNamed(from), editionNamed(to));
  },
});
