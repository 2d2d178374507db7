import type { ConfigInput, Edition, ParseOptions } from "../../src/index.ts";

// Types know the names; an unknown one is an error before anything runs.
export const known: readonly Edition[] = ["openclaw@2026.3.7", "openclaw@2026.2.2-3", "2026-11"];
// @ts-expect-error There was no such release.
export const unknown: Edition = "openclaw@2026.3.6";
// @ts-expect-error A release is named with its project.
export const bare: Edition = "2026.3.7";
// @ts-expect-error An edition is always named; there is no latest.
export const missing: ParseOptions = {};

// What a host writes is known as well, and sections of its own pass.
export const config: ConfigInput = { session: { dmScope: "per-peer" }, gateway: { port: 1 } };
// @ts-expect-error A scope is one of a closed set.
export const badScope: ConfigInput = { session: { dmScope: "per-chanel-peer" } };
// @ts-expect-error A rule has an action.
export const badRule: ConfigInput = { session: { sendPolicy: { rules: [{ match: { channel: "x" } }] } } };
