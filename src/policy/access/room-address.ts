import { isFlagOrNone, isTextOrNone } from "../../scope/facts/plain.ts";
import type { FactReading } from "../../scope/facts/read-facts.ts";
import type { RoomAddress } from "./access-request.ts";

/** How each fact of where a room stands may be told; those of every message, such as the guild, are read with it. */
export const roomReadings = {
  parent: { peer: "text" },
  guildUnavailable: "flag",
  orgWide: "flag",
  roomName: "text",
  parentName: "text",
  guildName: "text",
  teamName: "text",
} as const satisfies Readonly<Record<Exclude<keyof RoomAddress, "guild" | "team">, FactReading>>;

/** Whether they are what the types say, or not told; the parent is looked at with every message's facts. */
export function isPlainAddress(told: { readonly [Fact in keyof RoomAddress]?: unknown }): boolean {
  return (
    isFlagOrNone(told.guildUnavailable) &&
    isFlagOrNone(told.orgWide) &&
    isTextOrNone(told.roomName) &&
    isTextOrNone(told.parentName) &&
    isTextOrNone(told.guildName) &&
    isTextOrNone(told.teamName)
  );
}
