import type { Generation } from "./releases.ts";

/**
 * Since which release OpenClaw's doctor, or the start of its gateway, writes something of an older config anew. Nothing that
 * a release decides differs by it, so that these are no behaviours.
 */
export const repairs = {
  /** The list of agents is written as agents by name. */
  "roster-keyed": "2026.8.1",
  /** Durations that keep nothing are left out. */
  "zero-durations-dropped": "2026.8.1",
  /** The workspace of the first agent is written down. */
  "workspace-written": "2026.9.1",
  /** What happens without a message is given to the agent that had it. */
  "system-agent-named": "2026.9.3",
  /** It is written down that no agent is the default one. */
  "ownership-written": "2026.9.4",
  /** Each bot is bound to the agent that was the first one. */
  "bots-bound": "2026.9.5",
  /** Two lists of allowed tools become one. */
  "allow-lists-merged": "2026.9.6",
} as const satisfies Readonly<Record<string, Generation>>;

/** One thing that is written anew. */
export type Repair = keyof typeof repairs;
