import * as z from "zod/mini";
import { didYouMean, nearest } from "../nearest.ts";
import { refuse } from "./refuse.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/**
 * One of a few words. `meant` has what else people write for them, in small letters: a value that is
 * no text is looked up as it is printed, so that `false` is found as well as `"false"`.
 */
export function word<const Word extends string>(
  words: readonly Word[],
  meant: ReadonlyMap<string, Word>,
): z.ZodMiniType<Word, Word> {
  const all = `one of ${words.join(", ")}`;
  return z.custom<Word>().check((context) => {
    const value: unknown = context.value;
    if (words.some((each) => each === value)) return;
    const plain = typeof value === "string" || typeof value === "boolean" ? String(value) : "";
    const guess = meant.get(lowerCase(plain.trim())) ?? nearest(plain.trim(), words);
    const hint = guess === undefined ? all : didYouMean(guess);
    refuse(context, typeof value === "string" ? "unknown-value" : "wrong-type", all, hint);
  });
}
