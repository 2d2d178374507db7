import type { Bridge } from "./bridge.ts";

/** Translations of the upstream functions that concern access. */
export const accessBridge: Bridge = {};
