import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `send`. */
export const sendBehaviours = {
  "send-agent-part-stripped": {
    area: "send",
    risk: "narrows",
    was: "A rule's keyPrefix is compared with the whole key in its own case, and an `agent:` key names no channel",
    became:
      "A keyPrefix may also begin after `agent:<agentId>:`, in any case, and the channel is read from there",
    inForce: [{ since: "2026.2.17" }],
  },
  "send-chat-type-tokens": {
    area: "send",
    risk: "narrows",
    was: "Only a key that contains `:group:` or `:channel:` gives its chat type",
    became: "A key gives its chat type in any of its segments, `direct` and `dm` included, in any case",
    inForce: [{ since: "2026.2.22" }],
  },
  "send-chat-type-of-loose-key": {
    area: "send",
    risk: "widens",
    was: "A key's chat type is read without its agent's part, however that is written",
    became: "A padded or capital agent's part is read too: an agent named `dm` makes a direct chat",
    inForce: [{ since: "2026.4.5", until: "2026.7.1" }],
  },
  "send-chat-type-looks-again": {
    area: "send",
    risk: "narrows",
    was: "Old forms of keys are not found behind a padded or capital agent's part",
    became: "They are",
    inForce: [{ since: "2026.4.20", until: "2026.7.1" }],
  },
  "send-key-trimmed": {
    area: "send",
    risk: "narrows",
    was: "Blanks around a key count when a rule compares its beginning",
    became: "Blanks around a key are ignored when a rule compares its beginning",
    inForce: [{ since: "2026.4.7" }],
  },
  "send-channel-of-direct-keys": {
    area: "send",
    risk: "narrows",
    was: "A key names its channel only before `group` or `channel`",
    became: "`<channel>:direct:<id>` and `<channel>:dm:<id>` name their channel too",
    inForce: [{ since: "2026.6.6" }],
  },
  "send-channel-of-account-keys": {
    area: "send",
    risk: "narrows",
    was: "`<channel>:<account>:<kind>:<id>` names no channel",
    became: "`<channel>:<account>:<kind>:<id>` names its channel",
    inForce: [{ since: "2026.6.8" }],
  },
  "send-canonical-shapes": {
    area: "send",
    risk: "narrows",
    was: "A chat type is found anywhere in a key, and empty segments are skipped",
    became:
      "A chat type is found only where a well-formed key has it, and a key that can be read in two ways may not send",
    inForce: [{ since: "2026.7.1" }],
  },
  "send-delivery-channel": {
    area: "send",
    risk: "widens",
    was: "The channel stored with the session, or the last one used, counts when none is given",
    became: "Only the channel of a stored external delivery counts when none is given",
    inForce: [{ since: "2026.8.1" }],
  },
  "untold-facts-deny": {
    area: "send",
    risk: "narrows",
    was: "A rule does not match a session if a fact that it asks for is not known",
    became: "Such a session may not send, nor search memory, where a deny rule could match it",
    inForce: [{ since: "2026-11" }],
  },
  "send-reads-whole-key": {
    area: "send",
    risk: "narrows",
    was: "Channel and chat type are guessed from the words in a key, and a main session has no chat type",
    became: "A key is parsed; one that cannot be parsed may not send, and a main session is a direct chat",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
