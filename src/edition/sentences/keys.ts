import type { keysBehaviours } from "../behaviours/keys.ts";
import { conversationSentences } from "./conversations.ts";
import { knownChannelSentences } from "./known-channels.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/keys.ts` changes, for people. */
export const keysSentences: SentencesOf<typeof keysBehaviours> = {
  ...conversationSentences,
  ...knownChannelSentences,
  "direct-token": {
    was: "A direct chat is spelled `dm` in a key",
    became: "A direct chat is spelled `direct` in a key",
  },
  "prototype-accounts-are-default": {
    was: "Accounts called `__proto__`, `prototype` or `constructor` are accounts like any other",
    became: "Accounts called `__proto__`, `prototype` or `constructor` count as the default account",
  },
  "thread-case-choice": {
    was: "Thread ids are always lower-cased in a key",
    became: "A channel can keep the case of its thread ids",
  },
  "signal-group-case": {
    was: "Signal group ids are lower-cased, although case matters on Signal",
    became: "Signal group ids keep their case in keys",
  },
  "matrix-room-case": {
    was: "Matrix room ids are lower-cased, although case matters on Matrix",
    became: "Matrix room ids, and their thread ids in stored keys, keep their case",
  },
  "group-scope": {
    was: "Every group has a session of its own",
    became: '`groupScope: "main"` puts groups into the main session',
  },
  "key-grammar": {
    was: "Ids are put into a key as they are, so ids with `:` can make two conversations share a key",
    became: "Keys follow a grammar that escapes ids, and different conversations have different keys",
  },
  "ids-kept": {
    was: "Peer, account and thread ids are trimmed and lower-cased, so ids that differ only in that way merge",
    became: "Ids are kept exactly, except on channels that specify their ids as case-insensitive",
  },
  "account-ids-kept": {
    was: "Account names are cleaned up, and a name of which nothing remains means the default account",
    became: "Account names are kept exactly",
  },
  "account-in-group-keys": {
    was: "Two accounts of one channel share the session of a group",
    became: "The account is part of a group's key when it is not the default one",
  },
  "links-join-channels": {
    was: "A linked person has one session for each channel or account that the scope keeps apart: links join channels only under `per-peer`",
    became:
      "A linked person's direct chats are one session under every scope that keeps people apart; their threads stay where the scope puts them",
  },
  "peer-required": {
    was: "A direct message without a peer goes to the shared main session, and a group without an id to a shared one",
    became: "A message without a peer has no session if the scope keeps peers apart",
  },
  "keys-read-in-any-case": {
    was: "A stored key is read as written; one with `AGENT:` in capitals is not a key",
    became: "A stored key is lower-cased before it is read, and request keys are stored in that form",
  },
  "empty-segments-count": {
    was: "Empty segments of a key are dropped when it is read: `a::b` is `a:b`",
    became: "Empty segments are part of the key",
  },
  "wrapped-matrix-case": {
    was: "A Matrix room keeps its case only directly after the agent's id",
    became: "A Matrix room keeps its case after any number of `agent:<id>:` prefixes and empty segments",
  },
  "keys-need-an-owner": {
    was: "A key without an agent belongs to the agent `main`",
    became:
      "A key without an agent belongs to the configured default agent, or to none if there is no such agent",
  },
  "cron-runs-have-children": {
    was: "`cron:<job>:run:<run>` with anything after it is not a run of the job",
    became: "A session that a run of a job started counts as that run",
  },
  "bare-subagents-count": {
    was: "In a key that starts with `subagent:`, one sub-agent too few is counted",
    became: "Every `subagent:` in a key counts, including the first one",
  },
  "topics-on-telegram-alone": {
    was: "`:topic:` starts a thread in the keys of any channel, and a thread needs no id",
    became: "`:topic:` starts a thread only in Telegram keys, and a thread needs an id",
  },
  "topics-in-peer-ids": {
    was: "`:topic:` starts a thread in Telegram keys",
    became: "A Telegram topic is part of the group's id; only `:thread:` starts a thread",
  },
  "chat-type-by-position": {
    was: "`group`, `channel`, `direct` or `dm` anywhere in a key gives the chat type",
    became:
      "The word has to be in its proper place, and a key that can be read in two ways gives no chat type",
  },
  "discord-guild-keys": {
    was: "`discord:guild-<id>:channel-<id>` alone does not give the chat type",
    became: "Keys of the old form `discord:guild-<id>:channel-<id>` are channels",
  },
  "whatsapp-number-keys": {
    was: "`<id>@g.us` alone does not give the chat type",
    became: "Keys of the old forms `<digits>@g.us` and `whatsapp:<id>@g.us` are groups",
  },
  "whatsapp-group-keys": {
    was: "`<id>@g.us` alone does not give the chat type",
    became: "Keys of the old forms `<id>@g.us` and `whatsapp:<id>@g.us` are groups",
  },
  "discord-guild-keys-by-plugin": {
    was: "No bundled plugin knows keys of the form `discord:guild-<id>:channel-<id>`",
    became:
      "The bundled Discord plugin knows that keys of the form `discord:guild-<id>:channel-<id>` are channels",
  },
  "whatsapp-group-keys-by-plugin": {
    was: "No bundled plugin knows keys of the form `<id>@g.us`",
    became:
      "The bundled WhatsApp plugin knows that keys with `@g.us` in them, of one segment or after `whatsapp:`, are groups",
  },
  "whatsapp-suffix-tells-group": {
    was: "Only the channel or the chat type makes a sender's address a group's",
    became: "A sender's address that ends in `@g.us` is a WhatsApp group's",
  },
  "whatsapp-suffix-in-any-case": {
    was: "`@g.us` must be written in lower case",
    became: "`@g.us` may be written in any case",
  },
  "blank-provider-is-none": {
    was: "A blank provider keeps an address ending in `@g.us` from being a WhatsApp group's",
    became: "A blank provider counts as missing",
  },
  "origin-names-group": {
    was: "The group of a message is read from its sender's address",
    became: "If the sender of a message is not the group, its group is read from where the message came from",
  },
  "senders-need-digits": {
    was: "A sender's address without a digit is kept as `+`",
    became: "A sender's address without a digit is kept as `unknown`",
  },
  "digits-of-channels-dropped": {
    was: "A digit in the channel's name counts as one of the sender's address",
    became: "The channel's name is not part of the sender's address, with or without digits",
  },
  "facts-held-against-keys": {
    was: "What a request says about a session is believed, whatever the session's key says",
    became: "A fact that contradicts the key is refused",
  },
  "provider-names-channel": {
    was: "A sender's address names the channel, even if another channel delivered the message",
    became: "A message's channel is the one that delivered it",
  },
  "current-is-the-requesters": {
    was: "`current` is the session that a request comes from, whichever agent's it is",
    became: "`current` is a session of the agent whose sessions are requested, or none",
  },
};
