import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import { fold } from "../../identity/fold.ts";

/** What an edition calls the channels. */
export interface ResetChannelNames {
  /** The name under which a channel's reset policy is kept; undefined for a blank channel. */
  readonly nameOf: (channel: string | undefined) => string | undefined;
}

/** The names of channels in reset policies, as an edition knows them. */
export const resetChannelNames = once((behaviours: Behaviours): ResetChannelNames => {
  const aliases = new Map<string, string>();
  if (behaviours.has("channel-alias-imessage"))
    aliases.set("imsg", "imessage").set("gchat", "googlechat").set("google-chat", "googlechat");
  if (behaviours.has("channel-alias-irc")) aliases.set("internet-relay-chat", "irc");
  if (behaviours.has("channel-alias-teams")) aliases.set("teams", "msteams");
  return {
    nameOf(channel: string | undefined): string | undefined {
      if (channel === undefined) return undefined;
      const name = fold(channel);
      return name === "" ? undefined : (aliases.get(name) ?? name);
    },
  };
});
