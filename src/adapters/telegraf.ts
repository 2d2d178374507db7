import type { Context, MiddlewareFn } from "telegraf";
import { readTelegram } from "../channels/telegram.ts";
import type { Policy } from "../config/policy.ts";
import { admit } from "../loop/admit.ts";
import type { SessionStore, StoredTurn } from "../loop/session-store.ts";
import { type AdapterOptions, takeTurn } from "./take-turn.ts";

export type { AdapterOptions } from "./take-turn.ts";

/** What a context has behind the middleware. */
export interface KeyscopeContext<Data> extends Context {
  /**
   * The turn of the update that is handled: what to answer with, and how to save what is kept of the
   * conversation.
   */
  keyscope: StoredTurn<Data>;
}

const selfOf = ({ botInfo }: Context) => ({ self: [String(botInfo.id), botInfo.username] });

/**
 * A middleware that takes the turn of each message: who is let in, whether the conversation goes on, what may be answered. What
 * stands behind it runs for messages that were let in alone, and finds the turn in `ctx.keyscope`. Handlers of anything
 * else, such as inline queries, belong before it.
 *
 * @param policy - Whose decisions hold.
 * @param store - Where sessions are kept, under the same policy.
 * @param options - What the host knows beside; `refused` hears of everything that goes no further.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * const store = sessionStore<string[]>(new Map(), policy, { now: () => 1 });
 * keyscope(policy, store).length; //=> 2
 * ```
 */
export function keyscope<Data, Given extends KeyscopeContext<Data> = KeyscopeContext<Data>>(
  policy: Policy,
  store: SessionStore<Data>,
  options: AdapterOptions<Given> = {},
): MiddlewareFn<Given> {
  return async (context, next) => {
    const read = readTelegram(context.update, selfOf(context));
    const named = { botUsername: context.botInfo.username };
    const taken = await takeTurn(context, read, policy, store, options, named);
    if (taken === undefined) return;
    context.keyscope = taken;
    await next();
  };
}

/**
 * The `getSessionKey` of Telegraf's own `session`: the session of a message that is let in, nothing for any other. Its `store`
 * is a `sessionStore` as it is.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * const from = { id: 7, is_bot: false, first_name: "A" };
 * const update = { message: { message_id: 1, date: 0, text: "hi", from, chat: { ...from, type: "private" } } };
 * const botInfo = { id: 1, username: "desk_bot" };
 * await sessionKey(policy)({ update, botInfo } as never); //=> "agent:main:main"
 * ```
 */
export function sessionKey(policy: Policy): (context: Context) => Promise<string | undefined> {
  return (context) => Promise.resolve(admit(readTelegram(context.update, selfOf(context)), policy).key);
}
