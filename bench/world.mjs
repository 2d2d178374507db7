/* Who writes and what a config holds: the same in every run, in an order that looks random and is not. */

/** As many different numbers below `size` as are asked for, spread over it. */
export function spread(count, size) {
  return Array.from({ length: count }, (_, index) => (index * 7919) % size);
}

/** The ids of 512 people. */
export const people = spread(512, 100_000).map((number) => String(100_000_000 + number));

/** So many ids of half as many people, each known by one on each of two channels. */
export function links(count) {
  return Object.fromEntries(
    Array.from({ length: count / 2 }, (_, index) => [
      `person-${index}`,
      [`slack:${100_000_000 + index}`, `discord:d${index}`],
    ]),
  );
}

/** A list of senders, half of the people on it. */
export function listedPeople(count) {
  const known = people.filter((_, index) => index % 2 === 0);
  const others = Array.from({ length: count }, (_, index) => String(200_000_000 + index));
  return [...known, ...others].slice(0, count);
}
