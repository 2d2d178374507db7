import type { ChatType } from "../../scope/chat-type.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** A request that stands for others: what it cannot do without, and what a witness leaves out if it can. */
export interface Representative<Request extends object> {
  readonly core: Request;
  readonly extra?: Partial<Request>;
}

type Told<Facts> = {
  [Name in keyof Facts as undefined extends Facts[Name] ? never : Name]: Facts[Name];
} & {
  [Name in keyof Facts as undefined extends Facts[Name] ? Name : never]?: Exclude<Facts[Name], undefined>;
};

/** Facts without those that are undefined, as a host leaves out what it does not know. */
export function told<const Facts extends object>(facts: Facts): Told<Facts> {
  const known: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries(facts)) if (fact !== undefined) known[name] = fact;
  // What may be undefined may be absent.
  return known as Told<Facts>;
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

/** Every kind of chat. */
export const chatTypes = ["direct", "group", "channel"] as const satisfies readonly ChatType[];

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
    if (lowerCase(letter) === letter && !isTaken(letter)) return letter;
  }
}

/** Two short texts that are not taken. */
export function twoFresh(taken: ReadonlySet<unknown>): readonly [string, string] {
  const first = freshText((text) => taken.has(text));
  return [first, freshText((text) => text === first || taken.has(text))];
}
