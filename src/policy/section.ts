/** A part of a config, and where it stands. */
export interface Section<Config> {
  readonly config: Config;
  readonly path: string;
}

/** A setting with the config path it came from. */
export interface Setting<Value> {
  readonly value: Value;
  readonly path: string;
  /** Nothing is written there: the value is the edition's default. */
  readonly isDefault?: true;
}

/** What the first of several sections that says something says, and where; sections that are not written say nothing. */
export function nearest<Config extends object, Name extends keyof Config & string>(
  sections: readonly (Section<Config> | undefined)[],
  name: Name,
): Setting<NonNullable<Config[Name]>> | undefined {
  for (const section of sections) {
    const value = section?.config[name];
    if (section !== undefined && value !== undefined && value !== null)
      return { value, path: `${section.path}.${name}` };
  }
  return undefined;
}

type DefinedFields<Whole> = { readonly [Name in keyof Whole]?: Exclude<Whole[Name], undefined> };

/** An object without the fields that have no value. */
export function definedFields<Whole extends object>(whole: Whole): DefinedFields<Whole> {
  const defined = Object.entries(whole).filter(([, value]) => value !== undefined);
  // Leaving fields out keeps the types of the others.
  return Object.fromEntries(defined) as DefinedFields<Whole>;
}
