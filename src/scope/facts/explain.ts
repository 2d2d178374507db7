import { nearMisses, type FactFault, type FactRefusal } from "./read-facts.ts";

/** What is wrong with the facts of a request, as decisions say it. */
export const factCauses: Readonly<Record<FactFault, string>> = {
  "malformed-request": "something in the request cannot be read",
  "fact-mismatch": "facts of the request contradict each other",
};

/** The fact that somebody meant who wrote another name. */
function meantBy(name: string): string | undefined {
  return Object.keys(nearMisses).find((fact) => nearMisses[fact]?.includes(name));
}

function nameOf(fact: string): string {
  const meant = meantBy(fact);
  return meant === undefined ? fact : `${fact}, which is spelled ${meant}`;
}

/** Names the facts that are at fault in a decision, in brackets; empty where none are. */
export function explainFacts({ facts = [] }: { readonly facts?: FactRefusal["facts"] }): string {
  return facts.length === 0 ? "" : ` (${facts.map(nameOf).join("; ")})`;
}
