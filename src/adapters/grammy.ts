import type { Context, MiddlewareFn, StorageAdapter } from "grammy";
import { readTelegram } from "../channels/telegram.ts";
import type { Policy } from "../config/policy.ts";
import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { admit } from "../loop/admit.ts";
import type { SessionStore, StoredTurn } from "../loop/session-store.ts";
import { type AdapterOptions, takeTurn } from "./take-turn.ts";

export type { AdapterOptions } from "./take-turn.ts";

/** What a context has behind the middleware. */
export interface KeyscopeFlavor<Data> {
  /**
   * The turn of the update that is handled: what to answer with, and how to save what is kept of the
   * conversation.
   */
  keyscope: StoredTurn<Data>;
}

const selfOf = ({ me }: Pick<Context, "me">) => ({ self: [String(me.id), me.username] });

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
 * const middleware = keyscope(policy, store, { refused: (_, why) => why.reason });
 * middleware.length; //=> 2
 * ```
 */
export function keyscope<Data, Given extends Context = Context>(
  policy: Policy,
  store: SessionStore<Data>,
  options: AdapterOptions<Given> = {},
): MiddlewareFn<Given & KeyscopeFlavor<Data>> {
  return async (context, next) => {
    const read = readTelegram(context.update, selfOf(context));
    const named = { botUsername: context.me.username };
    const taken = await takeTurn(context, read, policy, store, options, named);
    if (taken === undefined) return;
    context.keyscope = taken;
    await next();
  };
}

/**
 * The `getSessionKey` of grammY's own `session`: the session of a message that is let in, nothing for any other.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * const from = (id: number) => ({ id, is_bot: false, first_name: "A" });
 * const update = (id: number) => ({ message: { message_id: 1, date: 0, text: "hi", from: from(id), chat: { ...from(id), type: "private" } } });
 * const me = { id: 1, username: "desk_bot" };
 * const keyOf = sessionKey(policy);
 * [7, 8].map((id) => keyOf({ update: update(id), me } as never)); //=> ["agent:main:main", undefined]
 * ```
 */
export function sessionKey(policy: Policy): (context: Context) => string | undefined {
  return (context) => admit(readTelegram(context.update, selfOf(context)), policy).key;
}

/**
 * The `storage` of grammY's own `session`: what it reads ends when the policy says so, and what it writes counts as activity.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11" });
 * const storage = sessionStorage(sessionStore<string>(new Map(), policy, { now: () => 1 }));
 * await storage.write("agent:main:main", "tulips");
 * await storage.read("agent:main:main"); //=> "tulips"
 * ```
 */
export function sessionStorage<Data>(store: SessionStore<Data>): StorageAdapter<Data> {
  if (isPolluted()) return unpolluted(sessionStorage<Data>, store);
  return { read: store.get, write: store.set, delete: store.delete };
}
