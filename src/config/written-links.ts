import { once } from "../edition/once.ts";

/** The properties of a map of links, side by side. */
interface WrittenLinks<Value> {
  readonly keys: readonly string[];
  readonly values: readonly Value[];
}

const listed = /* @__PURE__ */ once((links: Readonly<Record<string, unknown>>): WrittenLinks<unknown> => {
  const keys = Object.keys(links);
  // `Object.values` would put the properties of a large map in their order a second time.
  return { keys, values: keys.map((key) => links[key]) };
});

/** Lists the properties of a frozen map of links, once: looking each up in a large map costs more than using it. */
export function writtenLinks<Value>(links: Readonly<Record<string, Value>>): WrittenLinks<Value> {
  // The values that were listed are those of these very links.
  return listed(links) as WrittenLinks<Value>;
}
