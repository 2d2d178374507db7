import type { routingBehaviours } from "../behaviours/routing.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/routing.ts` changes, for people. */
export const routingSentences: SentencesOf<typeof routingBehaviours> = {
  "parent-peer-tier": {
    was: "A binding to a room does not reach the threads under it",
    became: "A binding to a room reaches the threads under it, unless a binding names the thread",
  },
  "bound-dm-is-direct": {
    was: "A binding's peer kind is compared as it is written",
    became: "`dm` in a binding means `direct`, and a kind that no chat has never matches",
  },
  "bindings-are-all-of": {
    was: "A binding with a peer and a guild matches the peer anywhere, and everybody else in the guild; roles are ignored",
    became:
      "Everything that a binding names must hold, and bindings to roles in a guild come before those to the guild",
  },
  "numeric-ids": {
    was: "A message whose peer id is a number cannot be routed",
    became: "A number is the id that its decimal digits spell",
  },
  "canonical-accounts": {
    was: "Account ids are compared as they are written, blanks around them aside",
    became: "Account ids are compared in canonical form: `Work` is `work`, `my acct` is `my-acct`",
  },
  "inbound-dm-is-direct": {
    was: "A message of kind `dm` is not a direct one",
    became: "A message of kind `dm` is a direct one",
  },
  "rooms-are-one-kind": {
    was: "A binding to a group does not match a channel of the same id, nor the reverse",
    became: "`group` and `channel` in a binding mean the same",
  },
  "nameless-agents-uncounted": {
    was: "Where the only agents configured have blank ids, a binding goes to the default agent",
    became: "Where the only agents configured have blank ids, a binding's agent is taken at its word",
  },
  "acp-bindings-excluded": {
    was: "A binding of type `acp` routes messages like any other",
    became: "A binding of type `acp` routes no messages",
  },
  "topic-agents": {
    was: "`agentId` of a Telegram topic decides nothing",
    became: "`agentId` of a Telegram topic takes the place of the agent that the bindings chose",
  },
  "topic-agents-taken-at-their-word": {
    was: "A topic's agent that is not configured becomes the default agent",
    became: "A topic's agent is taken at its word, configured or not",
  },
  "topic-agents-on-any-channel": {
    was: "Only Telegram's topics can name an agent, and the result names the binding that lost to it",
    became: "A topic of any channel can name an agent, and the result says that the topic decided",
  },
  "unbound-accounts-apart": {
    was: "A direct message to a Telegram bot that no binding names follows dmScope",
    became:
      "A direct message to any but the default Telegram bot is kept apart per account and person when no binding names the bot",
  },
  "telegram-default-account-chosen": {
    was: "The default Telegram bot is the account called `default`",
    became:
      "The default Telegram bot is the account that is bound to the default agent, else `channels.telegram.defaultAccount`, else `default` or the first one",
  },
  "telegram-needs-default-agent": {
    was: "A Telegram message that a binding claims is answered, also where no agent is the default one",
    became:
      "Where it is not clear which of several agents is the default one, no Telegram message is answered, bound or not, unless `agents.ownership` is `explicit`",
  },
  "telegram-bot-beside-accounts": {
    was: "A Telegram bot that is configured next to the accounts is none of them",
    became: "A Telegram bot that is configured next to the accounts is the account `default`",
  },
  "written-dm-scope-holds": {
    was: "An unbound Telegram bot's direct messages are kept apart whatever dmScope says",
    became: "They are kept apart where no dmScope is written; a written one holds",
  },
  "wildcard-peers": {
    was: "`*` as a binding's peer id is an id like any other",
    became: "`*` as a binding's peer id matches every peer of that kind, after those that are named",
  },
  "binding-dm-scope": {
    was: "`session.dmScope` of a binding decides nothing",
    became: "`session.dmScope` of a binding takes the place of the general one",
  },
  "routing-honours-main-key": {
    was: "Routing names an agent's main session `main`, whatever `session.mainKey` says",
    became: "Routing names an agent's main session as `session.mainKey` says",
  },
  "topic-agents-honour-main-key": {
    was: "The main session of a topic's own agent is `main`, whatever `session.mainKey` says, and a binding's dmScope is not its own",
    became:
      "The main session of a topic's own agent is named as `session.mainKey` says, and a binding's dmScope holds for it",
  },
  "call-overrides": {
    was: "Scopes and the default agent come only from the config",
    became: "The caller can name a dmScope, a groupScope and a default agent for one message",
  },
  "stores-fold-keys": {
    was: "A client's name for a session is looked up in the store as it is written",
    became: "A client's name for a session is lower-cased before it is looked up",
  },
  "main-is-everyones-alias": {
    was: "`agent:main:main` is the main session of the agent `main`",
    became: "`agent:main:main` is a name for the main session of whichever agent is asked",
  },
  "orphaned-main-rehomed": {
    was: "`agent:main:main` is looked up even where no agent `main` is configured",
    became: "`agent:main:main` is the owner's main session where no agent `main` is configured",
  },
  "keyed-roster": {
    was: "Agents are configured in `agents.list`; `agents.entries` is not read",
    became: "`agents.entries`, where written, takes the place of `agents.list`",
  },
  "one-clear-owner": {
    was: "Where no agent, or more than one, is marked `default`, the first one answers",
    became:
      "Where it is not clear which of several agents is the default one, a message that no binding claims is refused",
  },
  "bound-agent-must-exist": {
    was: "A binding to an agent that is not configured goes to the default agent",
    became: "A binding to an agent that is not configured is refused",
  },
  "main-needs-no-entry": {
    was: "The agent `main` must be configured like any other",
    became:
      "The agent `main` exists even where others are configured and it is not; so does any name of which no character can be kept",
  },
  "system-agent-is-meant": {
    was: "The main session, where no agent is named, is that of the agent that unclaimed messages go to",
    became:
      "The main session, where no agent is named, is that of `agents.defaults.systemAgent`, whomever unclaimed messages go to",
  },
  "system-agent-owns": {
    was: "Where `agents.ownership` is `explicit`, a message that no binding claims is refused, unless there is only one agent",
    became:
      "Where `agents.ownership` is `explicit`, a message that no binding claims goes to `agents.defaults.systemAgent`",
  },
  "bound-default-accounts": {
    was: "A binding without an account is left out of the list of bound accounts",
    became: "A binding without an account counts as one to the default account",
  },
  "chat-scoped-dm-topics": {
    was: "A topic in a Telegram direct chat is keyed only by its number",
    became: "A topic in a Telegram direct chat is keyed by chat and number",
  },
  "telegram-sender-is-peer": {
    was: "The person of a Telegram direct chat is known by the chat's id",
    became: "The person of a Telegram direct chat is known by the sender's id, where there is one",
  },
  "thread-with-parent-is-peer": {
    was: "A Discord thread takes the place of its channel, whatever the message calls its peer",
    became:
      "A Discord thread stands for itself when the message names it as its peer, under a parent; otherwise it is a thread like any other",
  },
  "matrix-room-binds-direct-chats": {
    was: "A binding to a Matrix room does not reach the direct chats in it",
    became: "A binding to a Matrix room reaches the direct chats in it, unless a binding names the person",
  },
  "channel-required": {
    was: "A message without a channel goes to the channel `unknown`, and a misshaped one as far as it goes",
    became: "A message without a channel, or with a fact of the wrong type, is refused",
  },
  "agents-told-apart": {
    was: "A config may name agents that do not exist, that merge, or several that are the default one",
    became: "Agents that are not configured, that merge, and a second default one are issues",
  },
  "topics-are-threads": {
    was: "A Telegram forum topic is written into the peer id, `-100:topic:42`",
    became: "A Telegram forum topic is the thread of its group's session",
  },
  "threads-leave-main": {
    was: "A thread of a chat that shares the main session is keyed under the main session, where threads of other chats can have the same number",
    became: "A thread of a chat that shares the main session has a key that names its chat",
  },
  "global-scope-routed": {
    was: "Routing does not look at `session.scope`",
    became: '`session.scope: "global"` puts every message into the session `global`',
  },
};
