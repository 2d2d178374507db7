import type { Bridge } from "./bridge.ts";

/** Translations of the upstream functions for send, memory and visibility. */
export const sessionPolicyBridge: Bridge = {};
