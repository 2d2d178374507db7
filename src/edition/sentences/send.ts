import type { sendBehaviours } from "../behaviours/send.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/send.ts` changes, for people. */
export const sendSentences: SentencesOf<typeof sendBehaviours> = {
  "send-agent-part-stripped": {
    was: "A rule's keyPrefix is compared with the whole key, case included, and an `agent:` key names no channel",
    became:
      "A keyPrefix may also match what follows `agent:<agentId>:`, ignoring case, and the channel is read from there",
  },
  "send-chat-type-tokens": {
    was: "Only a key that contains `:group:` or `:channel:` gives its chat type",
    became: "Any segment of a key may give its chat type, `direct` and `dm` included, in any case",
  },
  "send-chat-type-of-loose-key": {
    was: "A key's chat type is never read from its agent's part, however that is written",
    became:
      "An agent's part in capitals or with spaces around it is read too, so an agent named `dm` makes a direct chat",
  },
  "send-chat-type-looks-again": {
    was: "Old forms of keys are not recognised after an agent's part in capitals or with spaces around it",
    became: "They are",
  },
  "send-key-trimmed": {
    was: "Spaces around a key count when a rule compares its beginning",
    became: "Spaces around a key are ignored when a rule compares its beginning",
  },
  "send-channel-of-direct-keys": {
    was: "A key names its channel only before `group` or `channel`",
    became: "A key also names its channel in `<channel>:direct:<id>` and `<channel>:dm:<id>`",
  },
  "send-channel-of-account-keys": {
    was: "`<channel>:<account>:<kind>:<id>` names no channel",
    became: "`<channel>:<account>:<kind>:<id>` names its channel",
  },
  "send-canonical-shapes": {
    was: "A chat type is found anywhere in a key, and empty segments are skipped",
    became:
      "A chat type is found only where a well-formed key has it, and a session whose key can be read in two ways may not send",
  },
  "send-delivery-channel": {
    was: "If no channel is given, the one stored with the session counts, or the last one used",
    became: "If no channel is given, only that of a stored external delivery counts",
  },
  "untold-facts-deny": {
    was: "A rule does not match a session if a fact that it needs is not known",
    became: "Such a session may neither send nor search memory if a deny rule could match it",
  },
  "send-reads-whole-key": {
    was: "Channel and chat type are guessed from the words in a key, and a main session has no chat type",
    became:
      "A key is parsed; a session whose key cannot be parsed may not send, and a main session is a direct chat",
  },
};
