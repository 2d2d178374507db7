import type { NotRead } from "../../config/keys/not-read.ts";

/**
 * What a move from one policy to another does.
 * - `equivalent`: nothing is decided otherwise.
 * - `stricter`: something is refused that was allowed, and nothing is allowed that was refused.
 * - `looser`: the other way round.
 * - `incomparable`: both.
 */
export type Verdict = "equivalent" | "stricter" | "looser" | "incomparable";

/** What may leave a verdict unproven. */
export const unprovenCauses = [
  /** The editions read what they are asked each in its own way. */
  "editions-differ",
  /** There are more names and patterns than are followed to the end. */
  "too-many-patterns",
  /** There are more rooms and people than are asked about in every combination. */
  "too-many-rooms",
  /** The days of both do not begin at the same distance all year. */
  "days-out-of-step",
  /** One asks the key alone, the other what the host tells, too. */
  "facts-differ",
  /** Settings may decide that no decision reads. */
  "not-read",
] as const;

/** Why a verdict is not proven. */
export type UnprovenCause = (typeof unprovenCauses)[number];

/** What may keep a verdict from being proven, and whether it does. */
export type Doubts = Readonly<Partial<Record<UnprovenCause, boolean>>>;

/** A request that is decided otherwise, with both decisions. */
export interface Difference<Request, Decision> {
  /** What was asked of both policies. */
  readonly request: Request;
  /** What the old policy decides. */
  readonly from: Decision;
  /** What the new policy decides. */
  readonly to: Decision;
}

/** What the move does to one kind of decision. */
export interface KindComparison<Request, Decision> {
  /** What the move does to this kind: nothing, make it stricter, looser, or both. */
  readonly verdict: Verdict;
  /**
   * Whether the verdict is proven. Otherwise every witness is real, and there may be requests that
   * are decided otherwise in the direction that has none.
   */
  readonly exact: boolean;
  /** Why it is not; absent where it is. */
  readonly unproven?: readonly UnprovenCause[];
  /** The settings that may decide otherwise and that no decision reads; absent where there are none. Then nothing is proven. */
  readonly notRead?: readonly NotRead[];
  /** The smallest request that is decided more strictly; absent where none was found. */
  readonly stricter?: Difference<Request, Decision>;
  /** The smallest request that is decided more loosely; absent where none was found. */
  readonly looser?: Difference<Request, Decision>;
}

/** The verdict on what was found. */
export function verdictOf(stricter: boolean, looser: boolean): Verdict {
  if (stricter) return looser ? "incomparable" : "stricter";
  return looser ? "looser" : "equivalent";
}

/** The verdict on several comparisons together. */
export function overallVerdict(verdicts: readonly Verdict[]): Verdict {
  const has = (...wanted: readonly Verdict[]) => verdicts.some((verdict) => wanted.includes(verdict));
  return verdictOf(has("stricter", "incomparable"), has("looser", "incomparable"));
}
