/** Things that are followed by their names; of too many, those that were not seen for longest are forgotten. */
export interface Followed<Thing> {
  /** The thing of a name, made anew where it is not known. */
  readonly of: (name: string) => Thing;
  /** How many were forgotten. */
  readonly forgotten: () => number;
}

/** Follows at most so many things at once, so that a log of any length needs no more memory. */
export function follow<Thing>(most: number, make: () => Thing): Followed<Thing> {
  const things = new Map<string, Thing>();
  let forgotten = 0;
  return {
    of(name) {
      const known = things.get(name);
      const thing = known ?? make();
      // Whoever is seen stands last.
      things.delete(name);
      things.set(name, thing);
      if (things.size > most) {
        const [oldest = ""] = things.keys();
        things.delete(oldest);
        forgotten += 1;
      }
      return thing;
    },
    forgotten: () => forgotten,
  };
}
