import { expect } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";
import { evaluateAccess, type AccessDecision } from "../../../src/policy/access/access.ts";
import { smallest, type SettingChange } from "../../../src/policy/trace.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

function spell({ setting, to }: SettingChange): string {
  return `${setting}=${String(to)}`;
}

/** The decision in a line, what else is told of a message that is let in, and each set of settings that would turn it: `|` parts choices, `&` joins what must all be chosen. */
function linesOf({ trace, ...decision }: AccessDecision): readonly string[] {
  const { outcome, reason, path, defaultOf, missing, mention, commands } = decision;
  const answer = [
    outcome,
    reason,
    path,
    defaultOf && "(default)",
    missing && `without ${missing.join(" and ")}`,
  ].filter((part) => part !== undefined);
  const beside = mention && [
    `mention ${mention.required ? "required" : "waived"} and ${mention.mentioned ? "made" : "not made"}`,
    `commands ${commands === true ? "obeyed" : "not obeyed"}`,
  ];
  const opposite = trace?.opposite.map((set) =>
    set.map((choice) => choice.map(spell).join(" | ")).join(" & "),
  );
  return [answer.join(" "), ...(beside ? [beside.join(", ")] : []), ...(opposite ?? [])];
}

/** The gates that channels without a way of their own ask, and those that channels with one do, in the orders in which releases do. */
const orders = {
  plain: [
    "channel policy",
    "channel room",
    "channel room topic override policy sender listing mention",
    "channel room topic override policy listing sender mention",
  ],
  ofTheirOwn: [
    "channel author policy",
    "channel author policy listing sender",
    "channel author room policy listing sender author mention",
  ],
  placesFirst: ["channel author policy", "channel author room listing policy sender author mention"],
} as const;

function ordersOf(channel: string): readonly string[] {
  if (["msteams", "nextcloud-talk"].includes(channel)) return orders.placesFirst;
  const plain = ["telegram", "whatsapp", "signal", "imessage", "zalo"].includes(channel);
  return plain ? orders.plain : orders.ofTheirOwn;
}

/** All that is told of a message, by what a channel's section says, and what is said of all channels. */
export function told(
  channel: string,
  section: object | undefined,
  message: Partial<AccessRequest>,
  edition: Edition,
  defaults?: object,
): readonly string[] {
  const channels = { ...(section && { [channel]: section }), ...(defaults && { defaults }) };
  const config: object = { channels: (section ?? defaults) ? channels : undefined };
  const request = { channel, ...message } as AccessRequest;
  const decision = evaluateAccess(request, uncheckedPolicy(config as ConfigInput, edition), { trace: true });
  const { gates = [], opposite = [] } = decision.trace ?? {};
  expect(ordersOf(channel)).toContain(gates.map(({ gate }) => gate).join(" "));
  expect(opposite).toEqual(opposite.map(smallest));
  return linesOf(decision);
}
