import * as z from "zod/mini";

/** An integer within bounds; what is expected is told in one phrase, whichever bound is missed. */
export function wholeNumber(from: number, to?: number) {
  const error =
    to !== undefined ? `${from} to ${to}` : from === 1 ? "a positive integer" : `an integer, ${from} or more`;
  const atLeast = z.int({ error }).check(z.minimum(from, { error }));
  return to === undefined ? atLeast : atLeast.check(z.maximum(to, { error }));
}

/** A number of hours. */
export const hours = z
  .number({ error: "a number, 0 or more" })
  .check(z.minimum(0, { error: "a number, 0 or more" }));
