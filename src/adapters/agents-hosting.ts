import type { MiddlewareHandler, TurnContext } from "@microsoft/agents-hosting";
import type { Policy } from "../config/policy.ts";
import type { SessionStore } from "../loop/session-store.ts";
import { takeActivity, type ActivityOptions } from "./take-activity.ts";

export type { ActivityOptions } from "./take-activity.ts";
export { storageKey, turnIn } from "./take-activity.ts";

/**
 * A middleware of the Microsoft 365 Agents SDK (`adapter.use`) that takes the turn of each activity of Teams: who is let in, whether the
 * conversation goes on, what may be answered. What stands behind it runs for what was let in alone, and finds the turn by
 * `turnIn(context)`.
 *
 * @param policy - Whose decisions hold.
 * @param store - Where sessions are kept, under the same policy.
 * @param options - What the host knows beside; `refused` hears of everything that goes no further, and `passes` says what of
 * the things that nobody said does.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { msteams: { allowFrom: ["0a1b"] } } }, { edition: "2026-11" });
 * const store = sessionStore<string[]>(new Map(), policy, { now: () => 1 });
 * keyscope(policy, store, { passes: ({ activity }) => activity.type === "conversationUpdate" }).length; //=> 2
 * ```
 */
export function keyscope<Data>(
  policy: Policy,
  store: SessionStore<Data>,
  options: ActivityOptions<TurnContext> = {},
): MiddlewareHandler {
  return takeActivity(policy, store, options);
}
