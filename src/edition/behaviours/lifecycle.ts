import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `lifecycle`. */
export const lifecycleBehaviours = {
  "channel-alias-irc": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.2.12", until: "2026.4.14" }, { since: "2026.4.15" }],
  },
  "channel-alias-imessage": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.1.29", until: "2026.4.14" }, { since: "2026.4.15" }],
  },
  "channel-alias-teams": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.4.5" }],
  },
  "writes-without-activity": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.3.2" }],
  },
  "idle-off-without-minutes": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.3.22" }],
  },
  "lines-below-commands-kept": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.6.11", until: "2026.8.1" }],
  },
  "threads-sought-in-room-ids": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.4.1", until: "2026.4.14" }],
  },
  "system-turns-keep-session": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.4.1" }],
  },
  "configured-policy-known": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.4.22" }],
  },
  "soft-reset": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.4.22" }],
  },
  "trigger-to-bot": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.4.22" }],
  },
  "separate-reset-clocks": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.4.25" }],
  },
  "future-times-missing": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.4.27" }],
  },
  "earlier-end-is-reason": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.5.26" }],
  },
  "unset-never-resets": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.8.1", until: "2026-11" }],
  },
  "type-entry-beats-none": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "zero-update-is-reset": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "trigger-text-kept": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.8.1" }],
  },
  "exact-boundary-before-gap": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.9.4" }],
  },
  "any-blank-after-trigger": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.9.5" }],
  },
  "recent-messages-are-history": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026.9.6" }],
  },
  "boundary-never-ahead": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "first-end-is-reason": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "missing-times-named": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "reset-facts-from-key": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "reset-channels-by-name": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "system-events-keep-anchors": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "empty-triggers-mean-none": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "daily-type-stands-alone": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "resets-to-the-minute": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "idle-minutes-beside-daily-reset": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "dm-means-direct-in-resets": {
    area: "lifecycle",
    risk: "timing",
    inForce: [{ since: "2026-11" }],
  },
  "contradicting-resets-refused": {
    area: "lifecycle",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
