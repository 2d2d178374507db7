import { behavioursOf, editions, lineageOf, type Edition } from "../../src/edition/edition.ts";
import type { Generation } from "../../src/edition/releases.ts";

/** The edition of a generation. */
export function editionOf(generation: Generation): Edition | undefined {
  return editions.find((edition) => [...lineageOf(edition)][0] === generation);
}

/** The edition that an edition continues. */
export function predecessor(edition: Edition): Edition | undefined {
  const [, parent] = lineageOf(edition);
  return parent && editionOf(parent);
}

/** Every edition with what it gained and lost over the one that it continues; it pins every set. */
export function changesByEdition(): string {
  return editions
    .map((edition) => {
      const before = predecessor(edition);
      const had = before === undefined ? new Set<string>() : behavioursOf(before);
      const has = behavioursOf(edition);
      const gained = [...has].filter((id) => !had.has(id)).map((id) => `  + ${id}\n`);
      const lost = [...had].filter((id) => !(has as ReadonlySet<string>).has(id)).map((id) => `  - ${id}\n`);
      const heading = before === undefined ? edition : `${edition} (after ${before})`;
      return `${heading}\n${[...gained, ...lost].toSorted().join("")}`;
    })
    .join("");
}
