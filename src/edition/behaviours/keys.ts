import type { Behaviour } from "../behaviour.ts";
import { conversationBehaviours } from "./conversations.ts";
import { knownChannelBehaviours } from "./known-channels.ts";

/** What decides which key a chat gets. */
export const keyBuildingBehaviours = {
  "direct-token": {
    area: "keys",
    risk: "re-keys",
    was: "A direct chat is spelled `dm` in a key",
    became: "A direct chat is spelled `direct` in a key",
    inForce: [{ since: "2026.2.9" }],
  },
  "prototype-accounts-are-default": {
    area: "keys",
    risk: "re-keys",
    was: "Accounts called `__proto__`, `prototype` or `constructor` are accounts like any other",
    became: "Accounts called `__proto__`, `prototype` or `constructor` count as the default account",
    inForce: [{ since: "2026.2.23", until: "2026-11" }],
  },
  "thread-case-choice": {
    area: "keys",
    risk: "re-keys",
    was: "Thread ids are always lower-cased in a key",
    became: "A channel can keep the case of its thread ids",
    inForce: [{ since: "2026.2.23" }],
  },
  "signal-group-case": {
    area: "keys",
    risk: "re-keys",
    was: "Signal group ids are lower-cased, although case matters on Signal",
    became: "Signal group ids keep their case in keys",
    inForce: [{ since: "2026.5.18" }],
  },
  "matrix-room-case": {
    area: "keys",
    risk: "re-keys",
    was: "Matrix room ids are lower-cased, although case matters on Matrix",
    became: "Matrix room ids, and their thread ids in stored keys, keep their case",
    inForce: [{ since: "2026.5.28" }],
  },
  "group-scope": {
    area: "keys",
    risk: "widens",
    was: "Every group has a session of its own",
    became: '`groupScope: "main"` puts groups into the main session.',
    inForce: [{ since: "2026.8.1" }],
  },
  "key-grammar": {
    area: "keys",
    risk: "re-keys",
    was: "Ids stand in a key as they are, so ids with `:` can make two conversations share a key",
    became:
      "Keys are written and read by a grammar that escapes ids, and different conversations have different keys",
    inForce: [{ since: "2026-11" }],
  },
  "ids-kept": {
    area: "keys",
    risk: "re-keys",
    was: "Peer, account and thread ids are trimmed and lower-cased, so ids that differ only by that merge",
    became: "Ids are kept exactly, except on channels whose ids are case-insensitive by specification",
    inForce: [{ since: "2026-11" }],
  },
  "account-ids-kept": {
    area: "keys",
    risk: "re-keys",
    was: "Account names are cleaned up, and if nothing of a name remains it becomes the default account",
    became: "Account names are kept exactly",
    inForce: [{ since: "2026-11" }],
  },
  "account-in-group-keys": {
    area: "keys",
    risk: "re-keys",
    was: "Two accounts of one channel share the session of a group",
    became: "The account is part of a group's key when it is not the default one",
    inForce: [{ since: "2026-11" }],
  },
  "links-join-channels": {
    area: "keys",
    risk: "re-keys",
    was: "A linked person has one session on each channel, or account, that the scope keeps apart: links join channels only under `per-peer`",
    became:
      "A linked person's direct chats are one session under every scope that keeps people apart; their threads stay where the scope has them",
    inForce: [{ since: "2026-11" }],
  },
  "peer-required": {
    area: "keys",
    risk: "narrows",
    was: "A direct message without a peer falls into the shared main session, a group without an id into a shared one",
    became: "A message without a peer has no session where the scope keeps peers apart",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;

/** What decides how a stored, requested or foreign key is read. */
const keyReadingBehaviours = {
  "keys-read-in-any-case": {
    area: "keys",
    risk: "re-keys",
    was: "A stored key is read as it is written; `AGENT:` in capitals is not a key",
    became: "A stored key is lower-cased before it is read, and request keys are stored in that form",
    inForce: [{ since: "2026.2.26" }],
  },
  "empty-segments-count": {
    area: "keys",
    risk: "re-keys",
    was: "Empty segments of a key are dropped when it is read: `a::b` is `a:b`",
    became: "Empty segments are part of the key",
    inForce: [{ since: "2026.7.1" }],
  },
  "wrapped-matrix-case": {
    area: "keys",
    risk: "re-keys",
    was: "A Matrix room keeps its case only directly behind the agent's id",
    became: "A Matrix room keeps its case behind any number of `agent:<id>:` prefixes and empty segments",
    inForce: [{ since: "2026.7.1" }],
  },
  "keys-need-an-owner": {
    area: "keys",
    risk: "narrows",
    was: "A key without an agent belongs to the agent `main`",
    became:
      "A key without an agent belongs to the configured default agent, or to none if there is no such agent",
    inForce: [{ since: "2026.8.1" }],
  },
  "cron-runs-have-children": {
    area: "keys",
    risk: "widens",
    was: "`cron:<job>:run:<run>` with anything behind it is not a run of the job",
    became: "What a run of a job started counts as that run",
    inForce: [{ since: "2026.5.12" }],
  },
  "bare-subagents-count": {
    area: "keys",
    risk: "narrows",
    was: "A key that starts with `subagent:` counts one sub-agent too few",
    became: "Every `subagent:` in a key counts, also the first one",
    inForce: [{ since: "2026.7.1" }],
  },
  "topics-on-telegram-alone": {
    area: "keys",
    risk: "re-keys",
    was: "`:topic:` starts a thread in the keys of any channel, and a thread needs no id",
    became: "`:topic:` starts a thread only in Telegram keys, and a thread needs an id",
    inForce: [{ since: "2026.3.31" }],
  },
  "topics-in-peer-ids": {
    area: "keys",
    risk: "re-keys",
    was: "`:topic:` starts a thread in Telegram keys",
    became: "A Telegram topic is part of the group's id; only `:thread:` starts a thread",
    inForce: [{ since: "2026.4.1", until: "2026-11" }],
  },
  "chat-type-by-position": {
    area: "keys",
    risk: "narrows",
    was: "`group`, `channel`, `direct` or `dm` anywhere in a key gives the kind of chat",
    became: "The word has to be in its place, and a key that can be read in two ways gives nothing",
    inForce: [{ since: "2026.7.1" }],
  },
  "discord-guild-keys": {
    area: "keys",
    risk: "widens",
    was: "`discord:guild-<id>:channel-<id>` does not give the kind of chat by itself",
    became: "Keys of the old form `discord:guild-<id>:channel-<id>` are channels",
    inForce: [{ since: "2026.2.22", until: "2026.4.20" }, { since: "2026.5.18" }],
  },
  "whatsapp-number-keys": {
    area: "keys",
    risk: "widens",
    was: "`<id>@g.us` does not give the kind of chat by itself",
    became: "Keys of the old forms `<digits>@g.us` and `whatsapp:<id>@g.us` are groups",
    inForce: [{ since: "2026.4.5", until: "2026.4.20" }],
  },
  "whatsapp-group-keys": {
    area: "keys",
    risk: "widens",
    was: "`<id>@g.us` does not give the kind of chat by itself",
    became: "Keys of the old forms `<id>@g.us` and `whatsapp:<id>@g.us` are groups",
    inForce: [{ since: "2026.5.18" }],
  },
  "discord-guild-keys-by-plugin": {
    area: "keys",
    risk: "widens",
    was: "No bundled plugin knows keys of the form `discord:guild-<id>:channel-<id>`",
    became:
      "The bundled Discord plugin knows that keys of the form `discord:guild-<id>:channel-<id>` are channels",
    inForce: [
      { since: "2026.4.20", until: "2026.5.3" },
      { since: "2026.5.12", until: "2026.5.18" },
    ],
  },
  "whatsapp-group-keys-by-plugin": {
    area: "keys",
    risk: "widens",
    was: "No bundled plugin knows keys of the form `<id>@g.us`",
    became:
      "The bundled WhatsApp plugin knows that keys with `@g.us` in them, of one segment or after `whatsapp:`, are groups",
    inForce: [{ since: "2026.4.20", until: "2026.5.3" }],
  },
  "whatsapp-suffix-tells-group": {
    area: "keys",
    risk: "re-keys",
    was: "Only the channel or the kind of chat makes a sender's address a group's",
    became: "A sender's address that ends in `@g.us` is a WhatsApp group",
    inForce: [
      { since: "2026.1.29", until: "2026.4.5" },
      { since: "2026.4.7", until: "2026.4.22" },
    ],
  },
  "whatsapp-suffix-in-any-case": {
    area: "keys",
    risk: "re-keys",
    was: "`@g.us` must be written in small letters",
    became: "`@g.us` may be written in any case",
    inForce: [{ since: "2026.1.29", until: "2026.4.5" }],
  },
  "blank-provider-is-none": {
    area: "keys",
    risk: "re-keys",
    was: "A provider that is named, but blank, keeps an address in `@g.us` from being a WhatsApp group's",
    became: "A provider that is named, but blank, counts as none",
    inForce: [{ since: "2026.4.5" }],
  },
  "origin-names-group": {
    area: "keys",
    risk: "re-keys",
    was: "The group of a message is read from its sender's address",
    became: "The group of a message whose sender is not the group is read from where it was written",
    inForce: [{ since: "2026.5.12" }],
  },
  "senders-need-digits": {
    area: "keys",
    risk: "re-keys",
    was: "A sender's address without a digit is kept as `+`",
    became: "A sender's address without a digit is kept as `unknown`",
    inForce: [{ since: "2026.7.1" }],
  },
  "digits-of-channels-dropped": {
    area: "keys",
    risk: "re-keys",
    was: "A digit in the name of the channel counts among those of the sender's address",
    became: "The name of the channel is not part of the sender's address, digits or not",
    inForce: [{ since: "2026.4.5" }],
  },
  "facts-held-against-keys": {
    area: "keys",
    risk: "narrows",
    was: "What a request says about a session is believed, whatever the session's key says",
    became: "A fact that contradicts the key is refused",
    inForce: [{ since: "2026-11" }],
  },
  "provider-names-channel": {
    area: "keys",
    risk: "re-keys",
    was: "A sender's address names the channel, even where another channel delivered the message",
    became: "The channel that delivered a message is its channel",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;

/** What differs between editions in the area `keys`. */
export const keysBehaviours = {
  ...keyBuildingBehaviours,
  ...keyReadingBehaviours,
  ...conversationBehaviours,
  ...knownChannelBehaviours,
  "current-is-the-requesters": {
    area: "keys",
    risk: "narrows",
    was: "`current` is the session that a request comes from, whosever it is",
    became: "`current` is a session of the agent whose sessions are requested, or none",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
