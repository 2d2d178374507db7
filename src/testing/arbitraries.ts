import type * as FastCheck from "fast-check";
import type { ConfigInput } from "../config/config.ts";
import { dmScopeWords } from "../config/scopes.ts";
import type { Policy } from "../config/policy.ts";
import type { Edition } from "../edition/edition.ts";
import { safeParsePolicy } from "../parse-policy.ts";
import type { Inbound } from "../scope/inbound.ts";

/** The makers of arbitrary values that are needed of fast-check. */
type Makers = Pick<
  typeof FastCheck,
  "array" | "constant" | "constantFrom" | "integer" | "oneof" | "record" | "subarray" | "uniqueArray"
>;

/** What arbitrary messages and policies are made of. */
export interface Ingredients {
  /** `["telegram", "discord", "slack"]` when absent. */
  readonly channels?: readonly string[];
  /** Ids of people and rooms; few, so that two messages often meet. */
  readonly peers?: readonly string[];
  /** Ids of agents that policies have; `["main", "ops"]` when absent. */
  readonly agents?: readonly string[];
}

/** Arbitrary values for properties. */
export interface Arbitraries {
  /** Messages with any mix of facts. */
  readonly inbound: FastCheck.Arbitrary<Inbound>;
  /** Configs that `2026-11` and the later releases read: scopes, links, resets, rules, agents, bindings. */
  readonly config: FastCheck.Arbitrary<ConfigInput>;
  /** Policies of an edition out of such configs; those that its schema refuses are left out. */
  readonly policy: (edition: Edition) => FastCheck.Arbitrary<Policy>;
}

const chatTypes = ["direct", "group", "channel"] as const;

function inbounds(fc: Makers, channels: readonly string[], peers: readonly string[]) {
  const room = fc.record({
    chatType: fc.constantFrom("group" as const, "channel" as const),
    peer: fc.constantFrom(...peers),
  });
  return fc.record(
    {
      channel: fc.constantFrom(...channels),
      account: fc.constantFrom("default", "work"),
      chatType: fc.constantFrom(...chatTypes),
      peer: fc.constantFrom(...peers),
      thread: fc.constantFrom("1", "7"),
      parent: room,
      sender: fc.constantFrom(...peers),
      guild: fc.constantFrom("10", "11"),
      team: fc.constantFrom("T1", "T2"),
      roles: fc.subarray(["admin", "guest"]),
    },
    { requiredKeys: ["channel", "chatType", "peer"] },
  );
}

function resets(fc: Makers) {
  const atHour = fc.integer({ min: 0, max: 23 });
  const idleMinutes = fc.integer({ min: 1, max: 1440 });
  return fc.oneof(
    fc.record({ mode: fc.constant("daily" as const), atHour }),
    fc.record({ mode: fc.constant("daily" as const), atHour, idleMinutes }),
    fc.record({ mode: fc.constant("idle" as const), idleMinutes }),
  );
}

function ruleLists(fc: Makers, channels: readonly string[]) {
  const action = fc.constantFrom("allow" as const, "deny" as const);
  const channel = fc.constantFrom(...channels);
  const chatType = fc.constantFrom(...chatTypes);
  const match = fc.oneof(
    fc.record({ channel, chatType }, { requiredKeys: ["channel"] }),
    fc.record({ chatType }),
  );
  return fc.record({
    default: action,
    rules: fc.array(fc.record({ action, match }), { minLength: 1, maxLength: 4 }),
  });
}

function configs(
  fc: Makers,
  channels: readonly string[],
  peers: readonly string[],
  agents: readonly string[],
): FastCheck.Arbitrary<ConfigInput> {
  const agentId = fc.constantFrom(...agents);
  const channel = fc.constantFrom(...channels);
  const accountId = fc.constantFrom("work", "*");
  const peer = fc.record({ kind: fc.constantFrom(...chatTypes), id: fc.constantFrom(...peers) });
  const links = channels.map((name) => `${name}:${peers[0] ?? ""}`);
  const session = fc.record(
    {
      dmScope: fc.constantFrom(...dmScopeWords),
      identityLinks: fc.constant({ somebody: links }),
      reset: resets(fc),
      resetByType: fc.record({ group: resets(fc), thread: resets(fc) }, { requiredKeys: [] }),
      sendPolicy: ruleLists(fc, channels),
    },
    { requiredKeys: [] },
  );
  const match = fc.record({ channel, accountId, peer }, { requiredKeys: ["channel"] });
  return fc.record(
    {
      session,
      agents: fc.constant({ list: agents.map((id, index) => ({ id, default: index === 0 })) }),
      bindings: fc.uniqueArray(fc.record({ agentId, match }), {
        maxLength: 4,
        selector: ({ match }) => JSON.stringify(match),
      }),
    },
    { requiredKeys: ["agents"] },
  );
}

/**
 * Arbitraries of messages, configs and policies for fast-check, which the caller passes: this package
 * does not depend on it.
 *
 * @example
 * ```ts
 * import * as fc from "fast-check";
 *
 * const { inbound } = arbitraries(fc, { channels: ["irc"] });
 * fc.sample(inbound, { seed: 1, numRuns: 2 }).map(({ channel }) => channel); //=> ["irc", "irc"]
 * ```
 */
export function arbitraries(fc: Makers, ingredients: Ingredients = {}): Arbitraries {
  const {
    channels = ["telegram", "discord", "slack"],
    peers = ["1", "2", "C1", "-100"],
    agents = ["main", "ops"],
  } = ingredients;
  const config = configs(fc, channels, peers, agents);
  return {
    inbound: inbounds(fc, channels, peers),
    config,
    policy: (edition) =>
      config
        .map((written) => safeParsePolicy(written, { edition, timeZone: "UTC" }).policy)
        .filter((policy) => policy !== undefined),
  };
}
