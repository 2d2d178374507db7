import type { Edition } from "../../edition/edition.ts";
import type { Answer, Question } from "../question.ts";

/** One question, and what was answered when it was recorded. */
export interface Pin {
  readonly input: Question;
  readonly decision: Answer;
}

/** Recorded decisions that later versions must repeat; plain data, to be kept beside the config. */
export interface PinDocument {
  readonly edition: Edition;
  /** The zone that the host named for its policy; absent where it named none. */
  readonly timeZone?: string;
  /** Names the config that was in force. */
  readonly policyFingerprint: string;
  /** The version of keyscope that recorded. */
  readonly libraryVersion: string;
  readonly pins: readonly Pin[];
}
