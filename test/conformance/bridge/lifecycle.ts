import type { Bridge } from "./bridge.ts";

/** Translations of the upstream functions that concern lifecycle. */
export const lifecycleBridge: Bridge = {};
