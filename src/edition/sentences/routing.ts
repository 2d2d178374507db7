import type { routingBehaviours } from "../behaviours/routing.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/routing.ts` changes, for people. */
export const routingSentences: SentencesOf<typeof routingBehaviours> = {
  "parent-peer-tier": {
    was: "A binding to a room does not reach the threads under it",
    became: "A binding to a room reaches the threads under it, unless a binding names the thread",
  },
  "bound-dm-is-direct": {
    was: "A binding's peer kind is compared exactly as written",
    became: "`dm` in a binding means `direct`, and a kind that no chat has never matches",
  },
  "bindings-are-all-of": {
    was: "A binding with a peer and a guild matches the peer anywhere, and everybody else in the guild; roles are ignored",
    became:
      "Everything that a binding names must match, and bindings to roles in a guild come before those to the guild",
  },
  "numeric-ids": {
    was: "A message whose peer id is a number cannot be routed",
    became: "A number is read as the id that its decimal digits spell",
  },
  "canonical-accounts": {
    was: "Account ids are compared as written, apart from spaces around them",
    became: "Account ids are compared in canonical form: `Work` is `work`, `my acct` is `my-acct`",
  },
  "inbound-dm-is-direct": {
    was: "A message of kind `dm` is not a direct one",
    became: "A message of kind `dm` is a direct one",
  },
  "rooms-are-one-kind": {
    was: "A binding to a group does not match a channel with the same id, nor the other way round",
    became: "`group` and `channel` in a binding mean the same",
  },
  "nameless-agents-uncounted": {
    was: "If the only agents configured have blank ids, a binding goes to the default agent",
    became: "If the only agents configured have blank ids, a binding's agent is used as written",
  },
  "acp-bindings-excluded": {
    was: "A binding of type `acp` routes messages like any other",
    became: "A binding of type `acp` routes no messages",
  },
  "topic-agents": {
    was: "A Telegram topic's `agentId` has no effect",
    became: "A Telegram topic's `agentId` replaces the agent that the bindings chose",
  },
  "topic-agents-taken-at-their-word": {
    was: "If a topic's agent is not configured, the default agent answers",
    became: "A topic's agent is used as written, configured or not",
  },
  "topic-agents-on-any-channel": {
    was: "Only Telegram's topics can name an agent, and the result names the binding that lost to it",
    became: "Topics on any channel can name an agent, and the result says that the topic decided",
  },
  "unbound-accounts-apart": {
    was: "A direct message to a Telegram bot that no binding names is keyed by dmScope",
    became:
      "A direct message to any Telegram bot but the default one is kept apart per account and person if no binding names the bot",
  },
  "telegram-default-account-chosen": {
    was: "The default Telegram bot is the account called `default`",
    became:
      "The default Telegram bot is the account bound to the default agent, or else `channels.telegram.defaultAccount`, or else `default` or the first account",
  },
  "telegram-needs-default-agent": {
    was: "A Telegram message that a binding claims is answered even if no agent is the default one",
    became:
      "If it is not clear which of several agents is the default one, no Telegram message is answered, bound or not, unless `agents.ownership` is `explicit`",
  },
  "telegram-bot-beside-accounts": {
    was: "A Telegram bot that is configured next to the accounts is none of them",
    became: "A Telegram bot that is configured next to the accounts is the account `default`",
  },
  "written-dm-scope-holds": {
    was: "Direct messages to an unbound Telegram bot are kept apart whatever dmScope says",
    became: "They are kept apart if no dmScope is written; if one is, it decides",
  },
  "wildcard-peers": {
    was: "`*` as a binding's peer id is an id like any other",
    became: "`*` as a binding's peer id matches every peer of that kind, after bindings that name a peer",
  },
  "binding-dm-scope": {
    was: "A binding's `session.dmScope` has no effect",
    became: "A binding's `session.dmScope` replaces the general one",
  },
  "routing-honours-main-key": {
    was: "Routing names an agent's main session `main`, whatever `session.mainKey` says",
    became: "Routing gives an agent's main session the name in `session.mainKey`",
  },
  "topic-agents-honour-main-key": {
    was: "The main session of a topic's own agent is `main`, whatever `session.mainKey` says, and a binding's dmScope does not apply to it",
    became:
      "The main session of a topic's own agent has the name in `session.mainKey`, and a binding's dmScope applies to it",
  },
  "call-overrides": {
    was: "Scopes and the default agent come only from the config",
    became: "The caller can name a dmScope, a groupScope and a default agent for one message",
  },
  "stores-fold-keys": {
    was: "A client's name for a session is looked up in the store as written",
    became: "A client's name for a session is lower-cased before it is looked up",
  },
  "main-is-everyones-alias": {
    was: "`agent:main:main` is the main session of the agent `main`",
    became: "`agent:main:main` means the main session of whichever agent is asked",
  },
  "orphaned-main-rehomed": {
    was: "`agent:main:main` is looked up even if no agent `main` is configured",
    became: "`agent:main:main` is the owner's main session if no agent `main` is configured",
  },
  "keyed-roster": {
    was: "Agents are configured in `agents.list`; `agents.entries` is not read",
    became: "`agents.entries`, if written, replaces `agents.list`",
  },
  "one-clear-owner": {
    was: "If no agent or more than one is marked `default`, the first one answers",
    became:
      "If it is not clear which of several agents is the default one, a message that no binding claims is refused",
  },
  "bound-agent-must-exist": {
    was: "A binding to an agent that is not configured goes to the default agent",
    became: "A binding to an agent that is not configured is refused",
  },
  "main-needs-no-entry": {
    was: "The agent `main` must be configured like any other",
    became:
      "The agent `main` exists even if only others are configured, and so does any name of which no character can be kept",
  },
  "system-agent-is-meant": {
    was: "If no agent is named, the main session is that of the agent that unclaimed messages go to",
    became:
      "If no agent is named, the main session is that of `agents.defaults.systemAgent`, whichever agent unclaimed messages go to",
  },
  "system-agent-owns": {
    was: "If `agents.ownership` is `explicit`, a message that no binding claims is refused, unless there is only one agent",
    became:
      "If `agents.ownership` is `explicit`, a message that no binding claims goes to `agents.defaults.systemAgent`",
  },
  "bound-default-accounts": {
    was: "A binding without an account is left out of the list of bound accounts",
    became: "A binding without an account counts as one to the default account",
  },
  "chat-scoped-dm-topics": {
    was: "The key of a topic in a Telegram direct chat has only its number",
    became: "The key of a topic in a Telegram direct chat has the chat and the number",
  },
  "telegram-sender-is-peer": {
    was: "The person in a Telegram direct chat is identified by the chat's id",
    became: "The person in a Telegram direct chat is identified by the sender's id, if there is one",
  },
  "thread-with-parent-is-peer": {
    was: "A Discord thread replaces its channel, whatever the message gives as its peer",
    became:
      "A Discord thread replaces its channel only if the message gives it as its peer, with a parent; otherwise it is a thread like any other",
  },
  "matrix-room-binds-direct-chats": {
    was: "A binding to a Matrix room does not reach the direct chats in it",
    became: "A binding to a Matrix room reaches the direct chats in it, unless a binding names the person",
  },
  "channel-required": {
    was: "A message without a channel goes to the channel `unknown`, and of a malformed one whatever can be read is used",
    became: "A message without a channel, or with a fact of the wrong type, is refused",
  },
  "agents-told-apart": {
    was: "A config may name agents that do not exist, agents whose ids merge, and several default agents",
    became: "Agents that are not configured, agents whose ids merge, and a second default agent are issues",
  },
  "topics-are-threads": {
    was: "A Telegram forum topic is written into the peer id, `-100:topic:42`",
    became: "A Telegram forum topic is a thread of its group",
  },
  "threads-leave-main": {
    was: "A thread of a chat that shares the main session has a key under the main session, where threads of other chats can have the same number",
    became: "A thread of a chat that shares the main session has a key that names its chat",
  },
  "global-scope-routed": {
    was: "Routing ignores `session.scope`",
    became: '`session.scope: "global"` puts every message into the session `global`',
  },
};
