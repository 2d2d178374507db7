import { comparedKinds, type ComparedKind, type Comparison } from "../analysis/compare/compare.ts";
import type { QuestionKind } from "../analysis/question.ts";
import type { Drift } from "../analysis/pin/check-pins.ts";
import { explainBoth } from "../analysis/compare/explain.ts";
import type { Verdict } from "../analysis/compare/verdict.ts";
import { table, type Line, type Span, type Style } from "./page.ts";

const styles: Readonly<Record<Verdict, Style>> = {
  equivalent: "dim",
  stricter: "green",
  looser: "red",
  incomparable: "yellow",
};

/** What lets more through comes first. */
const foremost = ["looser", "incomparable", "stricter", "equivalent"] as const satisfies readonly Verdict[];

function verdictSpan(verdict: Verdict): Span {
  return { text: verdict, style: styles[verdict] };
}

function verdictRow({ exact, verdict }: Pick<Comparison, "exact" | "verdict">, of: string): Line {
  return [verdictSpan(verdict), of, ...(exact ? [] : ["not proven"])];
}

/** The kinds of each verdict in a row, and a row of all together where all were compared. */
export function verdictRows(comparison: Comparison, kinds: readonly ComparedKind[]): readonly Line[] {
  const rows = foremost.flatMap((verdict) =>
    [true, false].flatMap((exact) => {
      const alike = kinds.filter((kind) => {
        const each = comparison.byKind[kind];
        return each.verdict === verdict && each.exact === exact;
      });
      return alike.length === 0 ? [] : [verdictRow({ exact, verdict }, alike.join(", "))];
    }),
  );
  const all = kinds.length === comparedKinds.length ? [verdictRow(comparison, "all together")] : [];
  return table([...rows, ...all]);
}

/** What shows that something is decided more strictly, or more loosely. */
interface Witness {
  readonly kind: ComparedKind;
  readonly direction: "looser" | "stricter";
  readonly request: string;
  readonly was: string;
  readonly now: string;
}

/** The witnesses of some kinds of decision; what lets more through comes first. */
export function witnessesOf({ byKind }: Comparison, kinds: readonly ComparedKind[]): readonly Witness[] {
  return (["looser", "stricter"] as const).flatMap((direction) =>
    kinds.flatMap((kind) => {
      const found = byKind[kind][direction];
      if (found === undefined) return [];
      const [was, now] = explainBoth(found.from, found.to);
      return [{ kind, direction, request: JSON.stringify(found.request), was, now }];
    }),
  );
}

/** So many witnesses are told with both answers; of more, those that let something through are told, and the others named. */
const toldWhole = 6;

function wholeBlock({ direction, kind, now, request, was }: Witness): readonly Line[] {
  return [
    [{ text: kind, style: "bold" }, ", ", verdictSpan(direction), ": ", request],
    ["  was  ", was],
    ["  now  ", now],
  ];
}

function kindsOf(witnesses: readonly Witness[]): string {
  return witnesses.map(({ kind }) => kind).join(", ");
}

function shortLines({ kind, now, request }: Witness): readonly Line[] {
  return [
    ["  ", { text: kind, style: "bold" }, ": ", request],
    ["    now  ", now],
  ];
}

/**
 * Says what shows a verdict: all of it, or where that is much, what lets more through, but for what the drifts show that
 * are told beside it.
 */
export function witnessBlocks(
  witnesses: readonly Witness[],
  drifts: readonly Drift[],
  verbose: boolean,
): readonly (readonly Line[])[] {
  if (verbose || witnesses.length <= toldWhole) return witnesses.map(wholeBlock);
  const shown: ReadonlySet<QuestionKind> = new Set(
    drifts.filter(({ risk }) => risk === "widens").map(({ input }) => input.ask),
  );
  const looser = witnesses.filter(({ direction, kind }) => direction === "looser" && !shown.has(kind));
  const stricter = witnesses.filter(({ direction }) => direction === "stricter");
  return [
    [
      ...(looser.length === 0
        ? []
        : [
            [verdictSpan("looser"), " (each with the smallest request that shows it):"],
            ...looser.flatMap(shortLines),
          ]),
      ...(stricter.length === 0
        ? []
        : [[verdictSpan("stricter"), ` somewhere: ${kindsOf(stricter)}; --verbose shows where.`]]),
    ],
  ];
}
