import type { Deciders } from "../../src/analysis/compare-requests.ts";
import type { KindComparison } from "../../src/analysis/compare-verdict.ts";

/** Every request that has one of the given values, or none, in each field. */
export function everyMix<Request>(fields: {
  readonly [Name in keyof Request]?: readonly (Request[Name] | undefined)[];
}): readonly Request[] {
  const mixes = Object.entries(fields).reduce<readonly object[]>(
    (requests, [name, values]) =>
      requests.flatMap((request) =>
        // Each entry of the argument is a list.
        (values as readonly unknown[]).map((value) =>
          value === undefined ? request : { ...request, [name]: value },
        ),
      ),
    [{}],
  );
  // The caller names every field that a request must have.
  return mixes as readonly Request[];
}

function leaves(value: unknown): number {
  return typeof value === "object" && value !== null
    ? Object.values(value).reduce<number>((sum, inner) => sum + leaves(inner), 0)
    : 1;
}

/**
 * The oracle: asks about every request. Tells what a comparison claims and is not so, or is so and
 * the comparison does not tell, or tells with more facts than it takes.
 */
export function contradictions<Request extends object, Decision>(
  comparison: KindComparison<Request, Decision>,
  requests: readonly Request[],
  { from, to, loosens }: Deciders<Request, Decision>,
): readonly string[] {
  const found: string[] = [];
  for (const direction of ["looser", "stricter"] as const) {
    const differs = (request: Request) =>
      direction === "looser" ? loosens(from(request), to(request)) : loosens(to(request), from(request));
    const smallest = requests
      .filter(differs)
      .reduce<Request | undefined>((a, b) => (a && leaves(a) <= leaves(b) ? a : b), undefined);
    const witness = comparison[direction];
    if (witness === undefined) {
      if (smallest !== undefined) found.push(`not ${direction}, but ${JSON.stringify(smallest)}`);
      continue;
    }
    const { request } = witness;
    if (!differs(request)) found.push(`${JSON.stringify(request)} is not decided ${direction}`);
    if (JSON.stringify([witness.from, witness.to]) !== JSON.stringify([from(request), to(request)]))
      found.push(`${JSON.stringify(request)} is decided otherwise`);
    if (smallest !== undefined && leaves(request) > leaves(smallest))
      found.push(`${JSON.stringify(smallest)} is smaller than ${JSON.stringify(request)}`);
  }
  const { looser, stricter, verdict } = comparison;
  const expected = looser ? (stricter ? "incomparable" : "looser") : stricter ? "stricter" : "equivalent";
  if (verdict !== expected) found.push(`${verdict}, where its witnesses say ${expected}`);
  return found;
}

/** How many random pairs are held against an oracle that asks about everything. */
export const pairs = Math.min(3_000, Number(process.env["KEYSCOPE_RUNS"] ?? 60));
