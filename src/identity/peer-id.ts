import { once } from "../edition/once.ts";
import { remember } from "../edition/remember.ts";
import type { Behaviours } from "../edition/edition.ts";
import { fold, lowerAscii } from "./fold.ts";
import { idWriter } from "./same-id.ts";

/** Writes the id of a peer or a room the way it stands in keys, the channel too; empty when there is none. */
type PeerIdRule = (peer: string, channel: string, kind: string) => string;

/** The channels whose ids are without case, as keys write them too. */
const withoutCase: ReadonlySet<string> = new Set(["irc", "email"]);

/** As they are, but on the channels whose ids are case-insensitive by specification (`idRules`). */
const keptExactly: PeerIdRule = (peer, channel) =>
  withoutCase.has(channel) ? idWriter(channel)(peer) : peer;

/** How an edition writes ids of peers; see `peerIdOf`. Takes the channel as it stands in keys. */
export const peerIdRule = /* @__PURE__ */ once((behaviours: Behaviours): PeerIdRule => {
  if (behaviours.has("ids-kept")) return keptExactly;
  const signal = behaviours.has("signal-group-case");
  const matrix = behaviours.has("matrix-room-case");
  return (peer, channel, kind) => {
    const isSignal = signal && channel === "signal";
    const isMatrix = matrix && channel === "matrix";
    if (!isSignal && !isMatrix) return fold(peer);
    const room = fold(kind);
    const keepsCase = room === "group" || (isMatrix && room === "channel");
    return keepsCase ? peer.trim() : fold(peer);
  };
});

/** How an edition writes names of channels; see `channelIdOf`. Every message names one, and a host has few. */
export const channelIdRule = /* @__PURE__ */ once((behaviours: Behaviours): ((channel: string) => string) =>
  remember(behaviours.has("ids-kept") ? lowerAscii : fold),
);

/**
 * The name of a channel as it stands in keys. OpenClaw trims it and lower-cases all of it;
 * `2026-11` lower-cases A to Z.
 */
export function channelIdOf(channel: string | null | undefined, behaviours: Behaviours): string {
  return channelIdRule(behaviours)(channel ?? "");
}

/**
 * The id of a person or a room as it stands in keys. OpenClaw trims and lower-cases it, except
 * Signal groups (since 2026.5.18) and Matrix rooms (since 2026.5.28). `2026-11` keeps it, except
 * where ids are case-insensitive by specification.
 */
export function peerIdOf(
  peer: string | null | undefined,
  channel: string | null | undefined,
  kind: string,
  behaviours: Behaviours,
): string {
  return peerIdRule(behaviours)(peer ?? "", channelIdOf(channel, behaviours), kind);
}
