import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import type { Draft } from "../../config/draft.ts";
import type { Policy } from "../../config/policy.ts";
import type { Unresolved } from "../../scope/resolution.ts";
import { isRefused } from "../../scope/facts/read-facts.ts";
import { isUnresolved } from "../session-facts.ts";
import { readCommandRequest } from "./read-command.ts";
import { sayable, type ChangeSet, type TraceOptions } from "../trace.ts";
import { decideClosed } from "./closed-rule.ts";
import { commandFacts, commandRules, type CommandFacts } from "./command-facts.ts";
import type { CommandReason, CommandRequest } from "./command-request.ts";
import type { CommandOutcome } from "./decided.ts";
import { commandOpposite } from "./opposite.ts";
import { decideOpenly } from "./release-rule.ts";

/** How a decision about somebody's commands came about. */
export interface CommandTrace {
  /** The lists that were asked, each with the people whom it names on the command's channel. */
  readonly lists: readonly {
    /** The path of the list: `commands.ownerAllowFrom`. */
    readonly setting: string;
    /** Whom it names there, as the channel writes ids. */
    readonly people: readonly string[];
  }[];
  /** Every smallest set of settings that would have to change for the opposite answer. */
  readonly opposite: readonly ChangeSet[];
}

/** Whether somebody may command the bot in a chat. */
export interface CommandDecision extends CommandOutcome {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "command";
  /** Whether every command is open to them: `outcome` is `"commands"`. */
  readonly allowed: boolean;
  /** Whether they are an owner, for what only owners may do. */
  readonly owner: boolean;
  /** Whether a message of theirs may reset its session. */
  readonly resets: boolean;
  /** Whether they may say, by `/activation`, when the bot answers in a group. */
  readonly activates: boolean;
  /** The channel on which it is a command; absent in webchat, and where it cannot be told. */
  readonly channel?: string;
  /** Who it is, as the channel's lists write people. */
  readonly sender?: string;
  /** The owners who are one on that channel. */
  readonly owners: readonly string[];
  /** The facts of the request that are at fault. */
  readonly facts?: readonly string[];
  /** How it came about, when asked for. */
  readonly trace?: CommandTrace;
}

function askedLists({ owners, listed, members }: CommandFacts, closed: boolean): CommandTrace["lists"] {
  // Under `2026-11` the channel's own list counts by its own gate alone.
  return [owners, listed, closed ? undefined : members]
    .filter((list) => list !== undefined)
    .filter(({ path }) => path !== "")
    .map(({ path, entries }) => ({ setting: path, people: entries.map(({ id }) => id) }));
}

function refuse(reason: CommandReason): CommandDecision {
  return {
    kind: "command",
    allowed: false,
    outcome: "denied",
    reason,
    owner: false,
    resets: false,
    activates: false,
    owners: [],
  };
}

/**
 * Decides whether somebody may command the bot in a chat, and whether they may reset: `matchResetTrigger` reads whether a
 * text resets, and its `authorized` is this decision's `resets`.
 *
 * Under `2026-11` every list that is written must name them: the owners of `commands.ownerAllowFrom`, the list of
 * `commands.allowFrom` for the channel (else for `*`), and the channel's own gate (`admitted`, which must be told). Access
 * groups in these lists stand for their members. Owners who are all of other channels keep everybody here from commanding,
 * and who may not command may not reset.
 *
 * Under an `openclaw@` edition whatever that release decides: `commands.allowFrom` alone where it holds, else the owners
 * where one is one on this channel, else the channel's own gate. In 2026.3.28 to 2026.7.35 whoever passes that gate may
 * reset; since 2026.8.1 whoever is no owner may do that alone (`"reset-only"`).
 *
 * Source: the releases' authorisation of commands, 2026.1.29 to 2026.9.6.
 *
 * @param request - Who commands, where, and what the channel says of them.
 * @param options - `trace` also tells the lists that were asked, and what would turn the answer.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ commands: { ownerAllowFrom: ["telegram:123"] } }, { edition: "2026-11" });
 * const chat = { channel: "telegram", chatType: "direct", admitted: true } as const;
 * evaluateCommand({ ...chat, peer: "123" }, policy).reason; //=> "owner"
 * evaluateCommand({ ...chat, peer: "456" }, policy).reason; //=> "not-owner"
 * evaluateCommand({ ...chat, channel: "signal", peer: "+1555" }, policy).reason; //=> "no-owner-here"
 * evaluateCommand({ ...chat, peer: "456" }, parsePolicy({}, { edition: "2026-11" })).outcome; //=> "commands"
 * ```
 */
export function evaluateCommand(
  given: CommandRequest | Unresolved,
  policy: Policy,
  options?: TraceOptions,
): CommandDecision {
  if (isPolluted()) return unpolluted(evaluateCommand, given, policy, options);
  demandPolicy(policy);
  const request = readCommandRequest(given, policy);
  if (isRefused(request)) return { ...refuse(request.reason), facts: request.facts };
  if (isUnresolved(request)) return refuse("unresolved-session");
  const facts = commandFacts(request, policy);
  const rules = commandRules(policy);
  const decide = rules.closed ? decideClosed : decideOpenly;
  const { outcome, reason, path, missing, owner, resets, owners, sender } = decide(request, facts, rules);
  const allowed = outcome === "commands";
  const decision: Draft<CommandDecision> = {
    kind: "command",
    allowed,
    outcome,
    reason,
    owner,
    resets,
    activates: allowed && (owner || !rules.activationByOwners),
    owners,
  };
  if (path !== undefined) decision.path = path;
  if (missing !== undefined) decision.missing = missing;
  if (facts.channel !== undefined) decision.channel = facts.channel;
  if (sender !== undefined) decision.sender = sender;
  if (options?.trace === true) {
    const turns = (after: CommandFacts) => (decide(request, after, rules).outcome === "commands") !== allowed;
    decision.trace = {
      lists: askedLists(facts, rules.closed),
      opposite: sayable(commandOpposite(facts, policy, turns), policy),
    };
  }
  return decision;
}
