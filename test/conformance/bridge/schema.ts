import type { Bridge } from "./bridge.ts";

/** Translations of the upstream functions that concern schema. */
export const schemaBridge: Bridge = {};
