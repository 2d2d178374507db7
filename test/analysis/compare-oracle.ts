import type { Deciders } from "../../src/analysis/compare-requests.ts";

/** Every request that has one of the given values, or none, in each field. */
export function everyMix<Request>(fields: {
  readonly [Name in keyof Request]?: readonly (Request[Name] | undefined)[];
}): readonly Request[] {
  const mixes = Object.entries(fields).reduce<readonly object[]>(
    (requests, [name, values]) =>
      requests.flatMap((request) =>
        (values as readonly unknown[]).map((value) =>
          value === undefined ? request : { ...request, [name]: value },
        ),
      ),
    [{}],
  );
  return mixes as readonly Request[];
}

/** The oracle: asks about every request, and keeps for each direction one with the fewest fields. */
export function searchDifferences<Request extends object, Decision>(
  requests: readonly Request[],
  { from, to, loosens }: Deciders<Request, Decision>,
): { readonly looser: Request | undefined; readonly stricter: Request | undefined } {
  let looser: Request | undefined;
  let stricter: Request | undefined;
  const isFewer = (request: Request, than: Request | undefined) =>
    than === undefined || Object.keys(request).length < Object.keys(than).length;
  for (const request of requests) {
    const before = from(request);
    const after = to(request);
    if (isFewer(request, looser) && loosens(before, after)) looser = request;
    if (isFewer(request, stricter) && loosens(after, before)) stricter = request;
  }
  return { looser, stricter };
}
