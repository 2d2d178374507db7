import type { Bridge } from "./bridge.ts";

/** Translations of the upstream functions that concern keys. */
export const keysBridge: Bridge = {};
