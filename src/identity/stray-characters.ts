/** What people copy around an id, or into it. */
const copied = /^[<@#!&'"`]+|[>'"`]+$|[\s,]/g;
const numeric = /^[+-]?\d{5,}$/;

/** A telephone number as people write it. */
const telephone = /^\+[\d\s().-]+$/;

/** The number that an id is meant to be; undefined for one that holds nothing else, or is no number. */
export function numberWithin(id: string): string | undefined {
  const bare = telephone.test(id) ? `+${id.replace(/\D/g, "")}` : id.replace(copied, "");
  return bare !== id && numeric.test(bare) ? bare : undefined;
}

/** Says that an id looks like a number with something in it. */
export function tellStrayCharacters(id: string): string {
  return `${JSON.stringify(id)} looks like a number with something else in it, but ids are compared exactly`;
}
