import type { ChannelConfig } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";

/** The channels that a config has settings for. */
export function channelsOf({ config }: Policy): readonly (readonly [string, ChannelConfig])[] {
  return Object.entries(config.channels ?? {}).flatMap(([channel, written]) =>
    // `defaults` is the one entry that is no channel.
    channel === "defaults" ? [] : [[channel, written as ChannelConfig] as const],
  );
}
