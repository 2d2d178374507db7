/** A copy of facts without those that are not known, as JSON would write them. */
export function knownFacts<Facts extends object>(facts: Facts): Partial<Facts> {
  // Leaving entries out keeps the types of the others.
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as Partial<Facts>;
}
