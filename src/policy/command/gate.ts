import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { isObject } from "../../config/is-object.ts";
import { isRefused, readFacts, type FactReadings } from "../../scope/facts/read-facts.ts";
import type { Policy } from "../../config/policy.ts";
import { isUnresolved } from "../session-facts.ts";
import { once } from "../../edition/once.ts";

/** One of the lists by which a channel's own gate lets people command. */
export interface CommandAuthorizer {
  /** Whether the list is written. */
  readonly configured: boolean;
  /** Whether it has the sender. */
  readonly allowed: boolean;
}

/** A message at a channel's own gate for commands. */
export interface CommandGateRequest {
  /** The channel's lists, each with whether it has the sender. */
  readonly authorizers: readonly CommandAuthorizer[];
  /** Whether the lists are asked; `commands.useAccessGroups` of the config where it is absent, and that is `true` where it is not written. */
  readonly useAccessGroups?: boolean;
  /** Who commands where the lists are not asked: everybody (`"allow"`), nobody, or whom the written ones have. */
  readonly otherwise?: "allow" | "deny" | "configured";
}

const readings = {
  authorizers: "list",
  useAccessGroups: "flag",
  otherwise: ["allow", "deny", "configured"],
} as const satisfies FactReadings;

const rules = /* @__PURE__ */ once(({ behaviours, config }: Policy) => ({
  asksLists: !behaviours.has("access-groups-switch") || config.commands?.useAccessGroups !== false,
  closed: behaviours.has("commands-closed"),
}));

/**
 * Tells whether a channel's own gate lets somebody command, to be handed on to `evaluateCommand` as `admitted`: where one
 * of the lists that are written has them. Until 2026.7.35 `commands.useAccessGroups: false` lets everybody command, or
 * whomever `otherwise` says; later releases refuse that setting, and under `2026-11` no list is ever passed by. A request that cannot be read lets
 * nobody.
 *
 * @example
 * ```ts
 * const old = parsePolicy({ commands: { useAccessGroups: false } }, { edition: "openclaw@2026.3.7" });
 * const stranger = { authorizers: [{ configured: true, allowed: false }] };
 * admitsCommands(stranger, old); //=> true
 * admitsCommands(stranger, parsePolicy({}, { edition: "2026-11" })); //=> false
 * ```
 */
export function admitsCommands(given: CommandGateRequest, policy: Policy): boolean {
  if (isPolluted()) return unpolluted(admitsCommands, given, policy);
  demandPolicy(policy);
  const read = readFacts<CommandGateRequest>(given, readings, ["authorizers"]);
  if (isRefused(read) || isUnresolved(read.facts)) return false;
  const { otherwise = "allow", useAccessGroups } = read.facts;
  const authorizers = read.facts.authorizers.filter(isObject);
  const { asksLists, closed } = rules(policy);
  const configured = authorizers.some((each) => each.configured);
  const listed = authorizers.some((each) => each.configured && each.allowed);
  if (closed || (useAccessGroups ?? asksLists)) return listed;
  if (otherwise === "configured") return configured ? listed : true;
  return otherwise === "allow";
}
