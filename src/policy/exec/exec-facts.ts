import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { contradictionIn } from "../../scope/facts/contradiction.ts";
import {
  isRefused,
  readFacts,
  sessionReadings,
  type FactReading,
  type FactReadings,
  type FactRefusal,
} from "../../scope/facts/read-facts.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import { isUnresolved } from "../session-facts.ts";
import type { ExecRequest } from "./exec-request.ts";
import { elevatedLevels, elevatedReadings } from "./elevated.ts";
import { execAsks, execSecurities } from "./mode.ts";

// The releases take a word that they do not know as each of them does.
const looseReadings = {
  ...elevatedReadings,
  ...sessionReadings,
  command: "text",
  shell: "text",
  file: "object",
  programs: "object",
  segments: "list",
  approvedForGood: "flag",
  sandboxed: "flag",
  host: "text",
  security: "text",
  ask: "text",
  elevated: "flag",
  elevatedLevel: "text",
} as const satisfies Readonly<Record<keyof ExecRequest, FactReading>>;

const exactReadings = {
  ...looseReadings,
  channel: "channel",
  security: execSecurities,
  ask: execAsks,
  elevatedLevel: elevatedLevels,
} as const satisfies FactReadings;

const readingsOf = /* @__PURE__ */ once(({ behaviours }: Policy) =>
  behaviours.has("facts-held-against-keys") ? exactReadings : looseReadings,
);

/** Reads who would have a command run, by whatever types it is told; or names what is wrong with it. */
export function readExecRequest(
  given: unknown,
  needed: readonly (keyof ExecRequest)[],
  policy: Policy,
): ExecRequest | Unresolved | FactRefusal {
  const read = readFacts<ExecRequest | Unresolved>(given, readingsOf(policy), needed);
  if (isRefused(read)) return read;
  const request = read.facts;
  if (isUnresolved(request)) return request;
  return contradictionIn(request, request.key, policy) ?? request;
}
