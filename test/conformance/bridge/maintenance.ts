import type { Bridge } from "./bridge.ts";

/** Translations of the upstream functions that concern maintenance. */
export const maintenanceBridge: Bridge = {};
