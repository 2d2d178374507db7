/**
 * Decodes what JSON cannot say in a vector's input:
 * `{"$undef":1}`, `{"$":"undefined"}`, `{"$num":"NaN"}`.
 */
export function decodeInput(value) {
  if (Array.isArray(value)) return value.map(decodeInput);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1) {
    const [[name, content]] = entries;
    if (name === "$undef" || (name === "$" && content === "undefined")) return undefined;
    if (name === "$num") return Number(content);
  }
  const decoded = {};
  for (const [name, content] of entries)
    // defineProperty: a vector may carry a key named __proto__.
    Object.defineProperty(decoded, name, {
      value: decodeInput(content),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return decoded;
}

/** Brings an answer into the form in which answers are compared: no absent values, sorted plain JSON. */
export function comparable(value) {
  if (value === undefined || value === null) return null;
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (value instanceof Map) return { $map: [...value].map(comparable) };
  if (value instanceof Set) return { $set: [...value].map(comparable) };
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object") return value;
  const entries = Object.entries(value).map(([name, content]) => [name, comparable(content)]);
  if (entries.length === 1 && entries[0][0] === "$" && entries[0][1] === "undefined") return null;
  return Object.fromEntries(
    entries.filter(([, content]) => content !== null).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}
