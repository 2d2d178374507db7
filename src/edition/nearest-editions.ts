import { editions, type Edition } from "./edition.ts";

/**
 * The numbers in a name as one number, year first. Names are laid on a line only to find the one that
 * was probably meant; behaviour follows the tree of releases and never this line.
 */
function position(name: string): number | undefined {
  const [year, month = 0, day = 0, build = 0] = (name.match(/\d+/g) ?? []).map(Number);
  return year === undefined ? undefined : ((year * 100 + month) * 100 + day) * 100 + build;
}

/** The editions whose names come nearest to a name that is none, nearest first. */
export function nearestEditions(name: string): readonly Edition[] {
  const wanted = position(name);
  if (wanted === undefined) return editions.slice(-2);
  const distance = (edition: Edition): number => Math.abs((position(edition) ?? 0) - wanted);
  return editions.toSorted((a, b) => distance(a) - distance(b)).slice(0, 3);
}
