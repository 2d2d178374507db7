import { isBlank } from "../../identity/fold.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import { isFlagOrNone, isGiven, isPlainChat, isTextOrNone } from "../../scope/facts/plain.ts";
import {
  chatReadings,
  isRefused,
  mentionWords,
  readFacts,
  type FactReadings,
  type FactRefusal,
} from "../../scope/facts/read-facts.ts";
import { isUnresolved } from "../session-facts.ts";
import type { AccessRequest } from "./access-request.ts";
import { isPlainAddress, roomReadings } from "./room-address.ts";

const readings = {
  ...chatReadings,
  ...roomReadings,
  bot: "flag",
  ownerPresent: "flag",
  mentioned: mentionWords,
  othersMentioned: "flag",
  ownThread: "flag",
  senderName: "text",
  senderUsername: "text",
  senderEmail: "text",
  paired: "collection",
} as const satisfies FactReadings;

/** What may be told of a mention, nothing among it. */
const mentions: ReadonlySet<unknown> = new Set([...mentionWords, undefined]);

/** Whether a message at the door is what the types say, as most are; one that somebody was paired for is looked at longer. */
function isPlain(request: unknown): request is AccessRequest {
  if (!isGiven(request)) return false;
  const told: { readonly [Fact in keyof AccessRequest]?: unknown } = request;
  return (
    told.chatType !== undefined &&
    told.channel !== undefined &&
    told.channel !== "" &&
    told.paired === undefined &&
    isPlainChat(told) &&
    mentions.has(told.mentioned) &&
    isFlagOrNone(told.bot) &&
    isFlagOrNone(told.ownerPresent) &&
    isFlagOrNone(told.othersMentioned) &&
    isFlagOrNone(told.ownThread) &&
    isPlainAddress(told) &&
    isTextOrNone(told.senderName) &&
    isTextOrNone(told.senderUsername) &&
    isTextOrNone(told.senderEmail)
  );
}

/** What a message lacks that every answer depends on. */
function missingFacts({ channel, chatType }: Partial<AccessRequest>): readonly string[] {
  return [
    ...(channel === undefined || isBlank(channel) ? ["channel"] : []),
    ...(chatType === undefined ? ["chatType"] : []),
  ];
}

/** Reads a message at the door, by whatever types it is told; or names what is wrong with it, or what it lacks. */
export function readRequest(
  given: AccessRequest | Unresolved,
): AccessRequest | Unresolved | FactRefusal | { readonly missing: readonly string[] } {
  if (isPlain(given)) return given;
  const read = readFacts<AccessRequest>(given, readings);
  if (isRefused(read)) return read;
  const missing = isUnresolved(read.facts) ? [] : missingFacts(read.facts);
  return missing.length > 0 ? { missing } : read.facts;
}
