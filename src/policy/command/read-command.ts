import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { contradictionIn } from "../../scope/facts/contradiction.ts";
import {
  isRefused,
  readFacts,
  type FactReading,
  type FactReadings,
  type FactRefusal,
} from "../../scope/facts/read-facts.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import { isUnresolved } from "../session-facts.ts";
import type { CommandRequest } from "./command-request.ts";

// The releases find channels under several spellings, and take any word for a kind of chat.
const looseReadings = {
  key: "text",
  channel: "text",
  origin: "text",
  provider: "text",
  account: "text",
  chatType: "text",
  peer: "text",
  sender: "text",
  aliases: "texts",
  from: "text",
  to: "text",
  admitted: "flag",
  owners: "entries",
  scopes: "texts",
  source: ["text", "native"],
  suppressed: "flag",
  noOwner: "flag",
} as const satisfies Readonly<Record<keyof CommandRequest, FactReading>>;

const exactReadings = {
  ...looseReadings,
  channel: "channel",
  chatType: "chat-type",
} as const satisfies FactReadings;

const readingsOf = /* @__PURE__ */ once(({ behaviours }: Policy) =>
  behaviours.has("facts-held-against-keys") ? exactReadings : looseReadings,
);

/** Reads who would command, by whatever types it is told; or names what is wrong with it. */
export function readCommandRequest(
  given: unknown,
  policy: Policy,
): CommandRequest | Unresolved | FactRefusal {
  const read = readFacts<CommandRequest | Unresolved>(given, readingsOf(policy));
  if (isRefused(read)) return read;
  const request = read.facts;
  if (isUnresolved(request)) return request;
  return contradictionIn(request, request.key, policy) ?? request;
}
