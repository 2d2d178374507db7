import type { Policy } from "../../config/policy.ts";
import { channelAccess, type ChannelAccess } from "../../policy/access/channel-access.ts";

/** One account of a configured channel, and what the config says about access to it. */
export interface ChannelAccount {
  readonly channel: string;
  readonly account?: string;
  readonly access: ChannelAccess;
}

/** Every account of every channel that the config has. */
export function channelAccountsOf(policy: Policy): readonly ChannelAccount[] {
  const { channels = {} } = policy.config;
  return Object.keys(channels).flatMap((channel) => {
    if (channel === "defaults") return [];
    const names = Object.keys(channels[channel]?.accounts ?? {});
    return (names.length > 0 ? names : [undefined]).flatMap((account): readonly ChannelAccount[] => {
      const access = channelAccess(channel, account, policy);
      return access === undefined ? [] : [{ channel, ...(account !== undefined && { account }), access }];
    });
  });
}

/** A way to write to an account, in the words of an inbound. */
export function addressOf({ channel, account }: ChannelAccount): {
  readonly channel: string;
  readonly account?: string;
} {
  return { channel, ...(account !== undefined && { account }) };
}
