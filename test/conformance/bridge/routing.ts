import type { Bridge } from "./bridge.ts";

/** Translations of the upstream functions that concern routing. */
export const routingBridge: Bridge = {};
