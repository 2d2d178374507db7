import type { commandBehaviours } from "../behaviours/command.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/command.ts` changes, for people. */
export const commandSentences: SentencesOf<typeof commandBehaviours> = {
  "owners-in-config": {
    was: "Everybody on a channel's `allowFrom` owns the bot there",
    became: "`commands.ownerAllowFrom` names the owners, and nobody else commands where it names somebody",
  },
  "owners-told-by-channel": {
    was: "A channel cannot say who owns the bot, and with `*` in `commands.ownerAllowFrom` a channel's `allowFrom` still names the owners",
    became:
      "A message may carry its channel's own owners, and `*` in `commands.ownerAllowFrom` leaves nobody on the list",
  },
  "command-lists": {
    was: "`commands.allowFrom` is not read",
    became:
      "Only `commands.allowFrom` decides who may command, whatever the owners and the channel's own gate say",
  },
  "webchat-is-no-channel": {
    was: "A command from webchat is one of whatever other channel its message names",
    became: "A command from webchat is one of no channel",
  },
  "discord-owners-at-top": {
    was: "For commands, the channels `discord` and `slack` have only the list of their section `dm`",
    became: "Its `allowFrom` comes first",
  },
  "rooms-give-no-commands": {
    was: "A list that names a group lets everybody in it command",
    became: "Only who wrote the message counts, and a group's address is nobody",
  },
  "group-suffix-is-conversation": {
    was: "An address that ends in `@g.us` may stand for a sender",
    became: "It is a group's, and stands for nobody",
  },
  "owner-star-is-everybody": {
    was: "`*` in `commands.ownerAllowFrom` makes nobody an owner, though it lets everybody command",
    became: "`*` in `commands.ownerAllowFrom` makes everybody an owner",
  },
  "webchat-admins-own": {
    was: "A client of the gateway is an owner only where a list names its user",
    became: "A client of the gateway with the scope `operator.admin` is an owner",
  },
  "unregistered-channels-named": {
    was: "A command from a channel that the release does not have is one of no channel",
    became: "It is one of the channel that the message names, whose list in `commands.allowFrom` applies",
  },
  "unregistered-lists-read": {
    was: "The `allowFrom` of a channel that the release does not have makes nobody an owner",
    became: "It makes owners like any other",
  },
  "surface-names-channel": {
    was: "A command's channel is the one that delivered it, before the surface and where it came from",
    became: "The surface comes first, then where it came from, then what delivered it, and webchat last",
  },
  "owner-refusal-heeded": {
    was: "A host cannot keep an owner from being one in a message",
    became: "A message that a host marks that way does not come from an owner",
  },
  "enforced-owners-are-named": {
    was: "Where a channel lets only owners command and its `allowFrom` is empty or has `*`, everybody may command",
    became: "There nobody may command who is not on a list of owners",
  },
  "channel-owners-need-channel": {
    was: "An owner who is named with a channel is one of every command of no known channel",
    became: "An owner who is named with a channel is one only there",
  },
  "native-commands-unowned": {
    was: "Where a channel lets only owners command, its own command menu is no way around that",
    became: "A command from the channel's own menu passes where the config names no owners",
  },
  "unnamed-account-is-default": {
    was: "For commands a message without an account has the list of the account `default`, or the channel's",
    became: "It has that of the account that is the default one",
  },
  "enforced-owners-first": {
    was: "`commands.allowFrom` lets people command on a channel that lets only owners command",
    became: "On such a channel it lets nobody command who is not an owner",
  },
  "members-are-no-owners": {
    was: "Without owners in the config, everybody on a channel's `allowFrom` is one",
    became:
      "Only those in `commands.ownerAllowFrom` are owners, `*` there matches nobody, and others may still be allowed to reset",
  },
  "interpretation-suppressed": {
    was: "A message that is not to be read as a command may still be one",
    became: "Nobody commands by a message that is not to be read as a command",
  },
  "typed-owners-dropped": {
    was: "An owner `telegram:user:1` is an entry that matches nobody, and keeps others from commanding",
    became: "An owner `telegram:user:1` is left out",
  },
  "whatsapp-numbers-only": {
    was: "An entry of WhatsApp's lists is whatever digits it holds: `user:+1555` is +1555",
    became: "An entry of WhatsApp's lists is a number or an address, and nothing else",
  },
  "resets-by-gate": {
    was: "Anyone who may command may reset",
    became: "Anyone whom the channel's own gate lets command may reset, whatever other lists say",
  },
  "reset-scope-asked": {
    was: "Any client of the gateway may reset a session",
    became: "A client of the gateway that names its scopes needs `operator.admin` to reset a session",
  },
  "activation-by-owners": {
    was: "Anyone who may command may say when the bot answers in a group, with `/activation`",
    became: "Only an owner may",
  },
  "telegram-commands-not-native": {
    was: "Telegram has its own command menu unless it is switched off",
    became: "Telegram has none unless it is switched on",
  },
  "access-groups-switch": {
    was: "A channel's own gate always asks its lists",
    became: "`commands.useAccessGroups: false` lets everybody who reaches the channel command",
  },
  "commands-closed": {
    was: "A list that names nobody here counts as none, and one list may let in whom another keeps out",
    became:
      "Every list that is configured has to name the sender of a command, access groups are read in it, and those who may not command may not reset",
  },
  "owners-name-their-channel": {
    was: "An owner without a channel is one on every channel, and `*` is taken among owners",
    became: "An owner who names no channel, and `*`, are rejected",
  },
};
