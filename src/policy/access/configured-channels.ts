import type { ChannelConfig, Config } from "../../config/config.ts";

/** The channels that a config has a section for, by id; `channels.defaults` is none. */
export function configuredChannels({ channels = {} }: Config): ReadonlyMap<string, ChannelConfig> {
  const sections = Object.entries(channels).filter(([id]) => id !== "defaults");
  // Every section but `defaults` has a channel's shape, which the type of an open object cannot say.
  return new Map(sections as [string, ChannelConfig][]);
}
