import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `send`. */
export const sendBehaviours = {
  "send-agent-part-stripped": {
    area: "send",
    risk: "narrows",
    inForce: [{ since: "2026.2.17" }],
  },
  "send-chat-type-tokens": {
    area: "send",
    risk: "narrows",
    inForce: [{ since: "2026.2.22" }],
  },
  "send-chat-type-of-loose-key": {
    area: "send",
    risk: "widens",
    inForce: [{ since: "2026.4.5", until: "2026.7.1" }],
  },
  "send-chat-type-looks-again": {
    area: "send",
    risk: "narrows",
    inForce: [{ since: "2026.4.20", until: "2026.7.1" }],
  },
  "send-key-trimmed": {
    area: "send",
    risk: "narrows",
    inForce: [{ since: "2026.4.7" }],
  },
  "send-channel-of-direct-keys": {
    area: "send",
    risk: "narrows",
    inForce: [{ since: "2026.6.6" }],
  },
  "send-channel-of-account-keys": {
    area: "send",
    risk: "narrows",
    inForce: [{ since: "2026.6.8" }],
  },
  "send-canonical-shapes": {
    area: "send",
    risk: "narrows",
    inForce: [{ since: "2026.7.1" }],
  },
  "send-delivery-channel": {
    area: "send",
    risk: "widens",
    inForce: [{ since: "2026.8.1" }],
  },
  "untold-facts-deny": {
    area: "send",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
  "send-reads-whole-key": {
    area: "send",
    risk: "narrows",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
