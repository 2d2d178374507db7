/** What the releases put in for: capitals alone. A `$` before it makes it plain text: `$${NAME}` is `${NAME}`. */
const variable = /\$(\$?)\{([A-Z_][A-Z0-9_]*)\}/g;

/** The variables of the environment that a text names. */
export function variablesIn(text: string): readonly string[] {
  const names = [...text.matchAll(variable)].flatMap(([, escape, name = ""]) =>
    escape === "" ? [name] : [],
  );
  return [...new Set(names)];
}

/** Whether a text has an escape, so that it is not the text that decides. */
export function hasEscape(text: string): boolean {
  return [...text.matchAll(variable)].some(([, escape]) => escape !== "");
}

/**
 * Puts values in for the variables of a text, and undoes its escapes. What is put in is not read again.
 *
 * @param valueOf - What a variable stands for; where it is undefined, the variable is left in.
 */
export function putIn(text: string, valueOf: (name: string) => string | undefined): string {
  return text.replace(variable, (whole, escape: string, name: string) =>
    escape === "" ? (valueOf(name) ?? whole) : whole.slice(1),
  );
}
