import { isObject } from "../is-object.ts";
import { extendPath } from "../path.ts";
import type { Policy } from "../policy.ts";
import { knowsRooms } from "../rooms.ts";
import type { NotRead } from "./not-read.ts";

/** What a channel, or an account of it, says about rooms. */
const settings = ["groupPolicy", "groupAllowFrom", "requireMention", "groups", "rooms"] as const;

/** The settings about rooms of channels of which it is not on record what the edition decides in rooms. */
export function roomsNotKnown({
  config,
  behaviours,
}: Pick<Policy, "config" | "behaviours">): readonly NotRead[] {
  const { defaults, ...channels }: Readonly<Record<string, unknown>> = config.channels ?? {};
  const unknown = Object.entries(channels).filter(([channel]) => !knowsRooms(channel, behaviours));
  const decider = (path: string, where: string): NotRead => ({
    path,
    decides: `who is answered in the rooms of ${where}`,
    kinds: ["access"],
  });
  const within = (section: unknown, path: string, channel: string) =>
    isObject(section)
      ? settings
          .filter((name) => section[name] !== undefined)
          .map((name) => decider(`${path}.${name}`, channel))
      : [];
  const ofAll = isObject(defaults) && unknown.length > 0 && defaults["groupPolicy"] !== undefined;
  const names = unknown.map(([channel]) => channel).join(", ");
  return [
    ...(ofAll ? [decider("channels.defaults.groupPolicy", names)] : []),
    ...unknown.flatMap(([channel, section]) => {
      const path = extendPath("channels", channel);
      const accounts = isObject(section) && isObject(section["accounts"]) ? section["accounts"] : {};
      return [
        ...within(section, path, channel),
        ...Object.entries(accounts).flatMap(([account, own]) =>
          within(own, extendPath(`${path}.accounts`, account), channel),
        ),
      ];
    }),
  ];
}
