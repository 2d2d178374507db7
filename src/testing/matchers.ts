import { explain } from "../explain.ts";
import type { Decision } from "../analysis/explain-decision.ts";
import type { Policy } from "../config/policy.ts";
import type { ResetCause, ResetDecision } from "../lifecycle/reset/decision.ts";
import type { Inbound } from "../scope/inbound.ts";
import { isolationOf } from "../scope/isolation/isolation.ts";
import type { Resolution } from "../scope/resolution.ts";
import { resolveSession } from "../scope/session/resolve-session.ts";

/** What a matcher tells its runner. */
export interface MatcherResult {
  /** Whether what was expected holds. */
  readonly pass: boolean;
  /** Gives the sentence that the runner shows, for the assertion or for its opposite. */
  readonly message: () => string;
}

/** A decision that lets something through or does not. */
export type Permission = Extract<Decision, { readonly allowed: boolean }>;

/**
 * What `expect(…)` gains, for the declarations of a runner. In vitest:
 *
 * `declare module "vitest" { interface Matchers<T> extends KeyscopeMatchers<T> {} }`
 */
export interface KeyscopeMatchers<Result = unknown> {
  /** The message, or its resolution, belongs to the session of this key. A message needs the policy. */
  toResolveTo: (key: string, policy?: Policy) => Result;
  /** The message has no session; for this reason, where one is given. */
  toBeUnresolved: (policy: Policy, reason?: string) => Result;
  /** The two messages are of one session. */
  toShareSessionWith: (other: Inbound, policy: Policy) => Result;
  /** The session goes on. */
  toBeFresh: () => Result;
  /** The session starts over; for this reason, where one is given. */
  toBeStale: (cause?: ResetCause) => Result;
  /** The decision lets it through. */
  toBeAllowed: (reason?: string) => Result;
  /** The decision does not let it through; for this reason, where one is given. */
  toBeDenied: (reason?: string) => Result;
}

function result(pass: boolean, expected: string, explanation: string): MatcherResult {
  return {
    pass,
    message: () => `expected ${pass ? "otherwise than" : "that"} ${expected}\n  ${explanation}`,
  };
}

function resolutionOf(received: Inbound | Resolution, policy: Policy | undefined): Resolution {
  if ("ok" in received) return received;
  if (policy === undefined) throw new TypeError("toResolveTo needs the policy as well as a message");
  return resolveSession(received, policy);
}

function withReason(decision: { readonly reason?: string }, reason: string | undefined): boolean {
  return reason === undefined || decision.reason === reason;
}

const forReason = (reason: string | undefined) => (reason === undefined ? "" : ` for the reason ${reason}`);

/**
 * Matchers for vitest and jest, to be added with `expect.extend(matchers)`. A failure says the decision in
 * a sentence: what was decided, and by what.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { sendPolicy: { default: "deny" } } }, { edition: "2026-11" });
 * const { pass, message } = matchers.toBeAllowed(evaluateSend({ key: "agent:main:main" }, policy));
 * pass; //=> false
 * message().includes("its default is to deny"); //=> true
 * ```
 */
export const matchers = {
  toResolveTo(received: Inbound | Resolution, key: string, policy?: Policy): MatcherResult {
    const resolution = resolutionOf(received, policy);
    return result(resolution.key === key, `the session is ${key}`, explain(resolution));
  },

  toBeUnresolved(received: Inbound, policy: Policy, reason?: string): MatcherResult {
    const resolution = resolveSession(received, policy);
    const pass = !resolution.ok && withReason(resolution, reason);
    return result(pass, `there is no session${forReason(reason)}`, explain(resolution));
  },

  toShareSessionWith(received: Inbound, other: Inbound, policy: Policy): MatcherResult {
    const { shared, reason, setting } = isolationOf(received, other, policy);
    const where = setting === undefined ? "" : ` (${setting})`;
    const sentences = [received, other].map((inbound) => explain(resolveSession(inbound, policy)));
    const verdict = `They ${shared ? "share it" : "are apart"}: ${reason}${where}.`;
    return result(shared, "the two messages share a session", [verdict, ...sentences].join("\n  "));
  },

  toBeFresh(received: ResetDecision): MatcherResult {
    return result(received.fresh, "the session is fresh", explain(received));
  },

  toBeStale(received: ResetDecision, cause?: ResetCause): MatcherResult {
    const pass = !received.fresh && withReason(received, cause);
    return result(pass, `the session is stale${forReason(cause)}`, explain(received));
  },

  toBeAllowed(received: Permission, reason?: string): MatcherResult {
    const pass = received.allowed && withReason(received, reason);
    return result(pass, `it is allowed${forReason(reason)}`, explain(received));
  },

  toBeDenied(received: Permission, reason?: string): MatcherResult {
    const pass = !received.allowed && withReason(received, reason);
    return result(pass, `it is denied${forReason(reason)}`, explain(received));
  },
} as const;
