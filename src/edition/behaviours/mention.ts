import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `mentions`: what counts as a mention of the bot. */
export const mentionBehaviours = {
  "transcripts-mention": {
    area: "mentions",
    risk: "widens",
    inForce: [{ since: "2026.2.12" }],
  },
  "doubtful-patterns-dropped": {
    area: "mentions",
    risk: "narrows",
    inForce: [{ since: "2026.3.22" }],
  },
  "class-escapes-count": {
    area: "mentions",
    risk: "narrows",
    // Between the two releases that were looked at, 2026.3.22 and 2026.4.26, the change is put at a guess.
    inForce: [{ since: "2026.3.22", until: "2026.4.5" }],
  },
  "mention-text-trimmed": {
    area: "mentions",
    risk: "narrows",
    inForce: [{ since: "2026.4.10" }],
  },
  "empty-text-searched": {
    area: "mentions",
    risk: "widens",
    inForce: [{ since: "2026.5.18" }],
  },
  "mentions-by-channel": {
    area: "mentions",
    risk: "narrows",
    inForce: [{ since: "2026.6.1" }],
  },
  "names-of-any-script": {
    area: "mentions",
    risk: "widens",
    inForce: [{ since: "2026.8.1" }],
  },
  "mention-patterns-checked": {
    area: "mentions",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
