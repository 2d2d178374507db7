import type { Bridge } from "./bridge.ts";

/** Translations of the upstream functions that concern tools. */
export const toolsBridge: Bridge = {};
