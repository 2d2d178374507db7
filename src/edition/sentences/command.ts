import type { commandBehaviours } from "../behaviours/command.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/command.ts` changes, for people. */
export const commandSentences: SentencesOf<typeof commandBehaviours> = {
  "owners-in-config": {
    was: "Everybody in a channel's `allowFrom` owns the bot there",
    became:
      "`commands.ownerAllowFrom` names the owners, and if it names anybody, nobody else may give commands",
  },
  "owners-told-by-channel": {
    was: "A channel cannot say who owns the bot, and with `*` in `commands.ownerAllowFrom` a channel's `allowFrom` still names the owners",
    became:
      "A message may carry its channel's own owners, and `*` in `commands.ownerAllowFrom` leaves the list of owners empty",
  },
  "command-lists": {
    was: "`commands.allowFrom` is not read",
    became:
      "If it is written, `commands.allowFrom` alone decides who may give commands, whatever the owners and the channel's own gate say",
  },
  "webchat-is-no-channel": {
    was: "A command from webchat counts for whatever other channel its message names",
    became: "A command from webchat belongs to no channel",
  },
  "discord-owners-at-top": {
    was: "For commands, `discord` and `slack` use only the list in their section `dm`",
    became: "The channel's own `allowFrom` comes first",
  },
  "rooms-give-no-commands": {
    was: "A list that names a group lets everybody in it give commands",
    became: "Only the author of the message counts, and a group's address stands for nobody",
  },
  "group-suffix-is-conversation": {
    was: "An address that ends in `@g.us` may stand for a sender",
    became: "It is a group's address, and stands for nobody",
  },
  "owner-star-is-everybody": {
    was: "`*` in `commands.ownerAllowFrom` makes nobody an owner, though it lets everybody give commands",
    became: "`*` in `commands.ownerAllowFrom` makes everybody an owner",
  },
  "webchat-admins-own": {
    was: "A client of the gateway is an owner only if a list names its user",
    became: "A client of the gateway with the scope `operator.admin` is an owner",
  },
  "unregistered-channels-named": {
    was: "A command from a channel that the release does not have belongs to no channel",
    became:
      "It belongs to the channel that the message names, and that channel's list in `commands.allowFrom` applies",
  },
  "unregistered-lists-read": {
    was: "The `allowFrom` of a channel that the release does not have makes nobody an owner",
    became: "It makes owners like any other channel's",
  },
  "surface-names-channel": {
    was: "The channel of a command is the one that delivered it, ahead of the surface and of where it came from",
    became:
      "The surface comes first, then where the command came from, then what delivered it, and webchat last",
  },
  "owner-refusal-heeded": {
    was: "A host cannot say that a message does not come from an owner",
    became: "A host may mark a message that way, and then it does not come from an owner",
  },
  "enforced-owners-are-named": {
    was: "On a channel where only owners may give commands, everybody may if its `allowFrom` is empty or has `*`",
    became: "There, nobody may give commands without being on a list of owners",
  },
  "channel-owners-need-channel": {
    was: "An owner who is named with a channel also owns every command whose channel is not known",
    became: "An owner who is named with a channel is an owner only there",
  },
  "native-commands-unowned": {
    was: "On a channel where only owners may give commands, its own command menu is no way around that",
    became: "A command from the channel's own menu passes if the config names no owners",
  },
  "unnamed-account-is-default": {
    was: "For commands, a message without an account uses the list of the account `default`, or the channel's",
    became: "It uses the list of whichever account is the default one",
  },
  "enforced-owners-first": {
    was: "`commands.allowFrom` lets people give commands even on a channel where only owners may",
    became: "On such a channel it lets nobody but owners give commands",
  },
  "members-are-no-owners": {
    was: "If the config names no owners, everybody in a channel's `allowFrom` is one",
    became:
      "Only those in `commands.ownerAllowFrom` are owners, `*` there matches nobody, and others may still be allowed to reset",
  },
  "interpretation-suppressed": {
    was: "A message marked as not to be read as a command may still be one",
    became: "A message marked as not to be read as a command is never one",
  },
  "typed-owners-dropped": {
    was: "An owner `telegram:user:1` is an entry that matches nobody, and keeps others from giving commands",
    became: "An owner `telegram:user:1` is left out",
  },
  "whatsapp-numbers-only": {
    was: "An entry of WhatsApp's lists is read as the digits in it: `user:+1555` is +1555",
    became: "An entry of WhatsApp's lists is a number or an address, and nothing else",
  },
  "resets-by-gate": {
    was: "Anyone who may give commands may reset",
    became: "Anyone whom the channel's own gate lets give commands may reset, whatever other lists say",
  },
  "reset-scope-asked": {
    was: "Any client of the gateway may reset a session",
    became: "A client of the gateway that names its scopes needs `operator.admin` to reset a session",
  },
  "activation-by-owners": {
    was: "Anyone who may give commands may set with `/activation` when the bot answers in a group",
    became: "Only an owner may",
  },
  "telegram-commands-not-native": {
    was: "Telegram's own command menu is on unless it is switched off",
    became: "It is off unless it is switched on",
  },
  "access-groups-switch": {
    was: "A channel's own gate always checks its lists",
    became: "`commands.useAccessGroups: false` lets everybody who can reach the channel give commands",
  },
  "commands-closed": {
    was: "A list that names nobody on this channel counts as missing, and one list may let in somebody whom another keeps out",
    became:
      "Every list that is configured has to name the sender of a command, lists may name access groups, and those who may not give commands may not reset",
  },
  "owners-name-their-channel": {
    was: "An owner without a channel is an owner on every channel, and `*` is accepted among owners",
    became: "An owner without a channel is rejected, and so is `*`",
  },
};
