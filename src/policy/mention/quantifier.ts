const quantifier = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})(\??)/;

/** How often what stands before may come. */
export interface Quantifier {
  /** How many characters it is written in. */
  readonly length: number;
  readonly min: number;
  /** `Infinity` where there is no limit. */
  readonly max: number;
  readonly lazy: boolean;
}

/** The quantifier that a text begins with; undefined where it begins with none, or with one from more to less. */
export function readQuantifier(text: string): Quantifier | undefined {
  const found = quantifier.exec(text);
  if (found === null) return undefined;
  const [{ length }, from, to, lazy] = found;
  const [mark] = text;
  const min = Number(from ?? (mark === "+" ? 1 : 0));
  const open = mark === "*" || mark === "+" || to === "";
  const max = open ? Infinity : Number(to ?? from ?? 1);
  return max < min ? undefined : { length, min, max, lazy: lazy === "?" };
}
