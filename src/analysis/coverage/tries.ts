import type { Question } from "../question.ts";

/** Questions about which a part of a config may decide, those first that tell most of it. */
export interface Tries {
  /** Where the part stands. */
  readonly path: string;
  readonly inputs: Iterable<Question>;
}
