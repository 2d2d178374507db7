import { keyWord, readSegment, type KeyWord } from "./segment.ts";

/** A stretch of a key, segment by segment, and which segments are words of the grammar. */
export interface KeySegments {
  readonly texts: readonly string[];
  readonly words: readonly (KeyWord | undefined)[];
}

/** Takes a stretch of a key apart at its colons. */
export function splitSegments(stretch: string): KeySegments {
  const texts = stretch.split(":");
  return { texts, words: texts.map(keyWord) };
}

/** The first segments, up to a place. */
export function segmentsBefore({ texts, words }: KeySegments, end: number): KeySegments {
  return { texts: texts.slice(0, end), words: words.slice(0, end) };
}

/** The one id that segments spell; the colons of older keys were not escaped. */
export function idOf({ texts }: KeySegments, from: number, end = texts.length): string {
  return texts.slice(from, end).map(readSegment).join(":");
}
