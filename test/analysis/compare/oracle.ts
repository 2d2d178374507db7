import fc from "fast-check";
import { expect } from "vitest";
import type { Deciders } from "../../../src/analysis/compare/requests.ts";
import type { KindComparison } from "../../../src/analysis/compare/verdict.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Policy } from "../../../src/config/policy.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { parsePolicy, safeParsePolicy } from "../../../src/parse-policy.ts";

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
function contradictions<Request extends object, Decision>(
  comparison: KindComparison<Request, Decision>,
  requests: readonly Request[],
  {
    from,
    to,
    loosens,
    wants,
  }: Deciders<Request, Decision> & Required<Pick<Compared<Request, Decision>, "wants">>,
): readonly string[] {
  const found: string[] = [];
  const decided = requests.map((request) => ({ request, before: from(request), now: to(request) }));
  for (const direction of ["looser", "stricter"] as const) {
    const differs = (before: Decision, now: Decision) =>
      direction === "looser" ? loosens(before, now) : loosens(now, before);
    const differing = decided.filter(({ before, now }) => differs(before, now));
    const smallest = differing
      .filter(({ before, now }) => !wants(before) && !wants(now))
      .reduce<Request | undefined>((a, { request: b }) => (a && leaves(a) <= leaves(b) ? a : b), undefined);
    const witness = comparison[direction];
    if (witness === undefined) {
      const [any] = differing;
      if (any !== undefined) found.push(`not ${direction}, but ${JSON.stringify(any.request)}`);
      continue;
    }
    const { request } = witness;
    if (!differs(from(request), to(request)))
      found.push(`${JSON.stringify(request)} is not decided ${direction}`);
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

/** How many random pairs are held against a search under one edition: with four editions to a kind, 3 000 at most. */
const pairs = Math.min(750, Number(process.env["KEYSCOPE_RUNS"] ?? 20));

/** One kind of comparison, and what it compares. */
interface Compared<Request extends object, Decision> {
  readonly compare: (from: Policy, to: Policy) => KindComparison<Request, Decision>;
  readonly decide: (request: Request, policy: Policy) => Decision;
  readonly loosens: (before: Decision, after: Decision) => boolean;
  /** Whether a decision denies for want of a fact: it tells policies apart only where a better witness does. */
  readonly wants?: (decision: Decision) => boolean;
}

/**
 * Expects, of random pairs of those configs that an edition reads, that the comparison is exact, and that a
 * search of all requests agrees with it.
 */
export function expectAgreement<Request extends object, Decision>(
  configs: fc.Arbitrary<ConfigInput>,
  edition: Edition,
  requests: readonly Request[],
  { compare, decide, loosens, wants = () => false }: Compared<Request, Decision>,
): void {
  const read = (config: ConfigInput) => safeParsePolicy(config, { edition, timeZone: "UTC" });
  const sound = configs.filter((config) => read(config).ok);
  fc.assert(
    fc.property(sound, sound, (before, after) => {
      const from = parsePolicy(before, { edition, timeZone: "UTC" });
      const to = parsePolicy(after, { edition, timeZone: "UTC" });
      const comparison = compare(from, to);
      expect(comparison.exact).toBe(true);
      const deciders = {
        from: (request: Request) => decide(request, from),
        to: (request: Request) => decide(request, to),
        loosens,
        wants,
      };
      expect(contradictions(comparison, requests, deciders)).toEqual([]);
    }),
    { numRuns: pairs },
  );
}
