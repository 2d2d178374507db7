import { explainBoth } from "../analysis/compare/explain.ts";
import { checkPins, type Drift, type DriftRisk } from "../analysis/pin/check-pins.ts";
import { recordPins } from "../analysis/pin/record-pins.ts";
import type { Question } from "../analysis/question.ts";
import type { Policy } from "../config/policy.ts";
import { riskSpan, type Line } from "./page.ts";

/** Whether a session begins anew at its next message either way, so that only since when is another. */
function beginsAnewAnyway({ found, recorded }: Drift): boolean {
  return recorded.kind === "reset" && found.kind === "reset" && !recorded.fresh && !found.fresh;
}

/** Compares what two policies answer to inputs; what comes to the same is left out, unless all is to be told. */
export function inputChanges(
  inputs: Iterable<Question>,
  from: Policy,
  to: Policy,
  verbose: boolean,
): readonly Drift[] {
  return checkPins(recordPins(from, inputs), to).filter(
    (drift) => verbose || (drift.risk !== "explanation" && !beginsAnewAnyway(drift)),
  );
}

/** What a drift risks; what may be dangerous comes first. */
export const risks = [
  "widens",
  "re-keys",
  "timing",
  "narrows",
  "explanation",
] as const satisfies readonly DriftRisk[];

/** Drifts that are alike: what is asked, what it risks, and why it was and is decided so. */
export function alike(drifts: readonly Drift[]): readonly (readonly [Drift, ...Drift[]])[] {
  const groups = new Map<string, [Drift, ...Drift[]]>();
  for (const drift of drifts) {
    const { found, input, recorded, risk } = drift;
    const reasons = [recorded, found].map((answer) => ("reason" in answer ? answer.reason : undefined));
    const kind = JSON.stringify([input.ask, risk, ...reasons]);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [drift]);
    else group.push(drift);
  }
  return [...groups.values()].toSorted(
    ([one], [other]) => risks.indexOf(one.risk) - risks.indexOf(other.risk),
  );
}

/** Says what is answered otherwise: of those that are alike the first one, and how many there are. */
export function inputBlocks(drifts: readonly Drift[], verbose: boolean): readonly (readonly Line[])[] {
  const groups = verbose ? drifts.map((drift) => [drift] as const) : alike(drifts);
  return groups.map(([first, ...others]) => {
    const { found, input, recorded, risk } = first;
    const [was, now] = explainBoth(recorded, found);
    const more: Line = others.length === 0 ? [] : [`, and ${others.length} more like it`];
    return [
      [
        riskSpan(risk),
        "  ",
        { text: input.ask, style: "bold" },
        ": ",
        JSON.stringify(input.request),
        ...more,
      ],
      ["  was  ", was],
      ["  now  ", now],
    ];
  });
}
