/**
 * A result while it is being made. Where results are made for every message, its properties are assigned one by
 * one: a spread for each that may be absent costs more than deciding.
 */
export type Draft<T> = { -readonly [Name in keyof T]: T[Name] };
