import type { sendBehaviours } from "../behaviours/send.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/send.ts` changes, for people. */
export const sendSentences: SentencesOf<typeof sendBehaviours> = {
  "send-agent-part-stripped": {
    was: "A rule's keyPrefix is compared with the whole key in its own case, and an `agent:` key names no channel",
    became:
      "A keyPrefix may also begin after `agent:<agentId>:`, in any case, and the channel is read from there",
  },
  "send-chat-type-tokens": {
    was: "Only a key that contains `:group:` or `:channel:` gives its chat type",
    became: "A key gives its chat type in any of its segments, `direct` and `dm` included, in any case",
  },
  "send-chat-type-of-loose-key": {
    was: "A key's chat type is read without its agent's part, however that is written",
    became: "A padded or capital agent's part is read too: an agent named `dm` makes a direct chat",
  },
  "send-chat-type-looks-again": {
    was: "Old forms of keys are not found behind a padded or capital agent's part",
    became: "They are",
  },
  "send-key-trimmed": {
    was: "Blanks around a key count when a rule compares its beginning",
    became: "Blanks around a key are ignored when a rule compares its beginning",
  },
  "send-channel-of-direct-keys": {
    was: "A key names its channel only before `group` or `channel`",
    became: "`<channel>:direct:<id>` and `<channel>:dm:<id>` name their channel too",
  },
  "send-channel-of-account-keys": {
    was: "`<channel>:<account>:<kind>:<id>` names no channel",
    became: "`<channel>:<account>:<kind>:<id>` names its channel",
  },
  "send-canonical-shapes": {
    was: "A chat type is found anywhere in a key, and empty segments are skipped",
    became:
      "A chat type is found only where a well-formed key has it, and a key that can be read in two ways may not send",
  },
  "send-delivery-channel": {
    was: "The channel stored with the session, or the last one used, counts when none is given",
    became: "Only the channel of a stored external delivery counts when none is given",
  },
  "untold-facts-deny": {
    was: "A rule does not match a session if a fact that it asks for is not known",
    became: "Such a session may not send, nor search memory, where a deny rule could match it",
  },
  "send-reads-whole-key": {
    was: "Channel and chat type are guessed from the words in a key, and a main session has no chat type",
    became: "A key is parsed; one that cannot be parsed may not send, and a main session is a direct chat",
  },
};
