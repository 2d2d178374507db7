/** Decodes what JSON cannot say in a vector's input. */
export function decodeInput(value: unknown): unknown;

/** Brings an answer into the form in which answers are compared. */
export function comparable(value: unknown): unknown;
