/** A field of a payload: JSON from outside may leave anything out, or say `null`. */
export type Maybe<Value> = Value | null | undefined;
