/** Joins what is told one after the other: `a, b and c`. */
export function joined(parts: readonly string[], word = "and"): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** Names as many as a sentence bears, and counts the others: `a, b and 3 others`. */
export function enumerated(names: readonly string[], word = "and", most = 5): string {
  if (names.length <= most + 1) return joined(names, word);
  return joined([...names.slice(0, most), `${names.length - most} others`], word);
}
