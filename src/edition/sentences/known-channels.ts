import type { knownChannelBehaviours } from "../behaviours/known-channels.ts";
import type { Sentences, SentencesOf } from "../sentences.ts";

function known(channels: string): Sentences {
  return {
    was: `A sender's address does not name its channel when it starts with ${channels}`,
    became: `A sender's address names its channel when it starts with ${channels}`,
  };
}

/** What each behaviour of `behaviours/known-channels.ts` changes, for people. */
export const knownChannelSentences: SentencesOf<typeof knownChannelBehaviours> = {
  "first-channels-known": known("`telegram`, `googlechat`, `slack`, `signal` or `imessage`"),
  "irc-known": known("`irc`"),
  "line-known": known("`line`"),
  "bundled-channels-known": known("`matrix`, `mattermost`, `synology-chat`, `tlon` or `twitch`"),
  "catalogue-channels-known": known("`msteams`, `feishu`, `nextcloud-talk`, `nostr`, `zalo` or `zalouser`"),
  "bluebubbles-known": known("`bluebubbles`"),
  "qqbot-known": known("`qqbot`"),
  "qa-channel-known": known("`qa-channel`"),
  "wecom-and-yuanbao-known": known("`wecom` or `yuanbao`"),
  "weixin-known": known("`openclaw-weixin`"),
  "clickclack-known": known("`clickclack`"),
  "sms-known": known("`sms`"),
  "raft-known": known("`raft`"),
  "buzz-reef-and-a2a-known": known("`buzz`, `reef` or `a2a`"),
};
