import type { Policy } from "../../config/policy.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import { contradictionOf, heldAgainst, withoutBlanks } from "../../scope/facts/contradiction.ts";
import { isFlagOrNone, isGiven, isPlainChat, isTextOrNone } from "../../scope/facts/plain.ts";
import {
  chatReadings,
  isRefused,
  readFacts,
  sessionReadings,
  type FactReadings,
  type FactRefusal,
} from "../../scope/facts/read-facts.ts";
import type { ToldByKey } from "../../scope/facts/told-by-key.ts";
import { isPlainAddress, roomReadings } from "../access/room-address.ts";
import { isUnresolved } from "../session-facts.ts";
import type { ToolRequest } from "./tool.ts";

const readings = {
  ...chatReadings,
  ...sessionReadings,
  ...roomReadings,
  tool: "text",
  plugin: "text",
  provider: "text",
  model: "text",
  senderName: "text",
  senderUsername: "text",
  senderE164: "text",
  sandboxed: "flag",
  subagent: "object",
  ownTools: "collection",
} as const satisfies FactReadings;

function isPlain(request: unknown): request is ToolRequest {
  if (!isGiven(request)) return false;
  const told: { readonly [Fact in keyof ToolRequest]?: unknown } = request;
  return (
    typeof told.tool === "string" &&
    isPlainChat(told) &&
    told.subagent === undefined &&
    (told.ownTools === undefined || told.ownTools instanceof Set) &&
    isFlagOrNone(told.sandboxed) &&
    isTextOrNone(told.plugin) &&
    isTextOrNone(told.provider) &&
    isTextOrNone(told.model) &&
    isTextOrNone(told.senderName) &&
    isTextOrNone(told.senderUsername) &&
    isTextOrNone(told.senderE164) &&
    isPlainAddress(told)
  );
}

/** A request with what its key tells besides; the same one where it tells all of that. */
function withKey(request: ToolRequest, told: ToldByKey): ToolRequest {
  const channel = request.channel ?? told.channel;
  const chatType = request.chatType ?? (told.isMain ? undefined : told.chatType);
  const account = request.account ?? told.account;
  const peer = request.peer ?? told.peer;
  const sender = request.sender ?? told.sender;
  const subagent = request.subagent ?? (told.isSubagent ? {} : undefined);
  const isWhole =
    channel === request.channel &&
    chatType === request.chatType &&
    account === request.account &&
    peer === request.peer &&
    sender === request.sender &&
    subagent === request.subagent;
  // A fact that is undefined is none, here and in all that asks for it.
  return isWhole
    ? request
    : ({ ...request, channel, chatType, account, peer, sender, subagent } as ToolRequest);
}

/** The person of a direct chat wrote what is said there. */
function withSender(request: ToolRequest): ToolRequest {
  const { chatType, peer, sender } = request;
  return sender === undefined && chatType === "direct" && peer !== undefined
    ? { ...request, sender: peer }
    : request;
}

/** The room that a tool is asked for in; undefined in a direct chat, and where it is not told. */
export function roomOf({ channel, chatType, peer }: ToolRequest) {
  return channel === undefined || peer === undefined || chatType === undefined || chatType === "direct"
    ? undefined
    : { channel, chatType, peer };
}

/** A request that was read, and what its key tells; undefined where it names none, or the edition asks no key. */
export interface ReadToolRequest {
  readonly request: ToolRequest;
  readonly told: ToldByKey | undefined;
}

/**
 * Reads who asks for a tool, by whatever types it is told; or names what is wrong with it. Under `2026-11` the key tells what
 * the request leaves out, and the sender of a direct chat is its peer.
 */
export function readToolRequest(
  given: ToolRequest | Unresolved,
  policy: Policy,
): ReadToolRequest | Unresolved | FactRefusal {
  let request: ToolRequest | Unresolved;
  if (isPlain(given)) request = given;
  else {
    const read = readFacts<ToolRequest>(given, readings, ["tool"]);
    if (isRefused(read)) return read;
    request = read.facts;
  }
  const { tell } = heldAgainst(policy);
  if (isUnresolved(request)) return request;
  if (tell === undefined) return { request, told: undefined };
  request = withoutBlanks(request, policy);
  if (request.key === undefined) return { request: withSender(request), told: undefined };
  const told = tell(request.key);
  return contradictionOf(request, told, policy) ?? { request: withSender(withKey(request, told)), told };
}
