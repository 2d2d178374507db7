/** An object without some of its fields. */
export function withoutFields<Whole extends object, Name extends keyof Whole & string>(
  whole: Whole | undefined,
  ...names: readonly Name[]
): Omit<Whole, Name> {
  const left: readonly string[] = names;
  const kept = Object.entries(whole ?? {}).filter(([name]) => !left.includes(name));
  // What is left of an object after fields are taken out of it.
  return Object.fromEntries(kept) as Omit<Whole, Name>;
}

/** An object without the fields that have no value. */
export function definedFields<Whole extends object>(whole: Whole): Whole {
  // A field that may be undefined may be absent.
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as Whole;
}
