/** A part of a config, and where it stands. */
export interface Section<Config> {
  /** The part itself. */
  readonly config: Config;
  /** Where it stands, as `formatPath` writes it. */
  readonly path: string;
}

/** A setting with the config path it came from. */
export interface Setting<Value> {
  readonly value: Value;
  readonly path: string;
  /** Nothing is written there: the value is the edition's default. */
  readonly isDefault?: true;
}

/** What is found by the first of several things that finds something. */
export function firstFound<Thing, Found>(
  things: Iterable<Thing>,
  find: (thing: Thing) => Found | undefined,
): Found | undefined {
  for (const thing of things) {
    const found = find(thing);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the first of several sections that says something says, and where; sections that are not written say nothing. */
export function nearest<Config extends object, Name extends keyof Config & string>(
  sections: readonly (Section<Config> | undefined)[],
  name: Name,
): Setting<NonNullable<Config[Name]>> | undefined {
  return firstFound(sections, (section) => {
    const value = section?.config[name] ?? undefined;
    return section && value !== undefined ? { value, path: `${section.path}.${name}` } : undefined;
  });
}

type DefinedFields<Whole> = { readonly [Name in keyof Whole]?: Exclude<Whole[Name], undefined> };

/** An object without the fields that have no value. */
export function definedFields<Whole extends object>(whole: Whole): DefinedFields<Whole> {
  const defined = Object.entries(whole).filter(([, value]) => value !== undefined);
  // Leaving fields out keeps the types of the others.
  return Object.fromEntries(defined) as DefinedFields<Whole>;
}

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
