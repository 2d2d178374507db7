/** Every choice of so many of some names. */
export function* choices<Name extends string>(
  names: readonly Name[],
  count: number,
): Generator<readonly Name[]> {
  if (count === 0) yield [];
  for (const [index, name] of names.entries())
    if (count > 0) for (const others of choices(names.slice(index + 1), count - 1)) yield [name, ...others];
}
