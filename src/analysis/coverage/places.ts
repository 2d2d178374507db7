import type { ChannelConfig } from "../../config/config.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { hasRooms, roomLevels, type PlaceField, type PlaceLevel } from "../../config/rooms.ts";
import { configuredChannels } from "../../policy/access/channel-access.ts";
import { readPlaces, type Place, type PlaceTable } from "../../policy/access/places.ts";
import type { RoomScheme } from "../../policy/access/room-scheme.ts";
import { roomSchemes } from "../../policy/access/room-schemes.ts";
import { shuttingWords } from "../../policy/access/room-listing.ts";

type AccountConfig = NonNullable<ChannelConfig["accounts"]>[string];

/** A channel, or one of its accounts, that writes its rooms in a way of its own. */
export interface PlaceSection {
  readonly channel: string;
  readonly account: string | undefined;
  readonly path: string;
  readonly scheme: RoomScheme;
  readonly level: PlaceLevel;
  /** The servers, teams or rooms that it writes. */
  readonly table: PlaceTable | undefined;
}

/** Every such section, each channel before its accounts. */
export function* placeSections({ config }: Policy): Generator<PlaceSection> {
  for (const [channel, own] of configuredChannels(config)) {
    if (!hasRooms(channel)) continue;
    const [scheme, level] = [roomSchemes[channel], roomLevels[channel]];
    const base = extendPath("channels", channel);
    const sectionOf = (account: string | undefined, config: AccountConfig, path: string): PlaceSection => ({
      channel,
      account,
      path,
      scheme,
      level,
      table: readPlaces([{ config, path }], level),
    });
    yield sectionOf(undefined, own, base);
    for (const [account, config] of Object.entries(own.accounts ?? {}))
      yield sectionOf(account, config, extendPath(`${base}.accounts`, account));
  }
}

/** Fields of places that tell which place is meant. */
const naming: ReadonlySet<PlaceField> = new Set(["slug"]);

/** The settings of a place that its edition reads, as paths. */
export function settingsOf(
  { config, path }: Place,
  { fields }: PlaceLevel,
  scheme: RoomScheme,
  policy: Policy,
): readonly string[] {
  const shut: readonly string[] = shuttingWords(scheme, policy);
  const reads = (name: PlaceField) => {
    if (name === "enabled" || name === "allow") return shut.includes(name);
    if (name === "allowBots") return scheme.bots === true;
    return !naming.has(name);
  };
  return fields.filter((name) => config[name] !== undefined && reads(name)).map((name) => `${path}.${name}`);
}
