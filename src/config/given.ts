import { isObject } from "./is-object.ts";

/*
 * What callers without types hand over, where a function takes something simpler than a request: a key, a list, an answer.
 * Requests are read in `scope/facts`.
 */

/** Whether something is a text. */
export function isText(given: unknown): given is string {
  return typeof given === "string";
}

/** A text as it is; anything else in the words of JSON, which no key is written in. */
export function textOf(given: unknown): string {
  if (typeof given === "string") return given;
  if (typeof given === "bigint") return String(given);
  // Of what JSON cannot say nothing is left.
  const written: unknown = JSON.stringify(given);
  return isText(written) ? written : "";
}

/** What is in a list, or in whatever else is gone through; nothing where it is neither. A text is no list of its letters. */
export function membersOf<Member>(given: Iterable<Member>): Iterable<Member> {
  const list: unknown = given;
  const isList = typeof list === "object" && list !== null && Symbol.iterator in list;
  return isList ? given : [];
}

/** Whether something is gone through step by step as it arrives. */
export function isStream<Given extends object>(
  given: Given,
): given is Extract<Given, AsyncIterable<unknown>> {
  return isObject(given) && Symbol.asyncIterator in given;
}

/** The objects in a list. */
export function* objectsOf<Member>(given: Iterable<Member>): Generator<Member, void, undefined> {
  for (const member of membersOf(given)) if (isObject(member)) yield member;
}

/** Options as they are; none where something else is given. */
export function optionsOf<Options extends object>(given: Options): Partial<Options> {
  return isObject(given) ? given : {};
}

/**
 * Says what an answer of the library says. Of anything else it says that it is none: an answer is not looked through before it
 * is said, and what is none fails somewhere.
 */
export function said<Answer>(answer: Answer, say: (answer: Answer) => string): string {
  try {
    const sentence: unknown = say(answer);
    if (isText(sentence)) return sentence;
  } catch {
    // What could not be said is none.
  }
  return "This is not an answer that keyscope gives.";
}
