/** A request that stands for others: what it cannot do without, and what a witness leaves out if it can. */
export interface Representative<Request extends object> {
  readonly core: Request;
  readonly extra?: Partial<Request>;
}

/** Every choice of so many of some names. */
export function* choices<Name extends string>(
  names: readonly Name[],
  count: number,
): Generator<readonly Name[]> {
  if (count === 0) yield [];
  for (const [index, name] of names.entries())
    if (count > 0) for (const others of choices(names.slice(index + 1), count - 1)) yield [name, ...others];
}

const letters = "xyzabcdefghijklmnopqrstuvw0123456789";

function* texts(length: number): Generator<string> {
  if (length === 0) yield "";
  else for (const head of texts(length - 1)) for (const letter of letters) yield head + letter;
}

/** The first short text of letters and digits that is not taken. */
export function freshText(isTaken: (text: string) => boolean): string {
  for (let length = 1; ; length += 1) for (const text of texts(length)) if (!isTaken(text)) return text;
}

/** The first character, letters and digits before others, that is not taken; lower-casing leaves it alone. */
export function freshLetter(isTaken: (letter: string) => boolean): string {
  for (const letter of letters) if (!isTaken(letter)) return letter;
  for (let code = 0xe0; ; code += 1) {
    const letter = String.fromCharCode(code);
    if (letter.toLowerCase() === letter && !isTaken(letter)) return letter;
  }
}
