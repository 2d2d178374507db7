import type { Interaction, Message } from "discord.js";
import { readDiscord } from "../channels/discord.ts";
import type { Policy } from "../config/policy.ts";
import type { SessionStore, StoredTurn } from "../loop/session-store.ts";
import { type AdapterOptions, takeTurn } from "./take-turn.ts";

export type { AdapterOptions } from "./take-turn.ts";

/**
 * A listener for `messageCreate` and `interactionCreate` that takes the turn of each message, slash command and button, and
 * calls the host for what was let in alone.
 *
 * @param policy - Whose decisions hold.
 * @param store - Where sessions are kept, under the same policy.
 * @param handle - What the host does with a message and its turn.
 * @param options - What the host knows beside; `refused` hears of everything that goes no further.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { discord: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * const store = sessionStore<string[]>(new Map(), policy, { now: () => 1 });
 * const listener = keyscope(policy, store, async (_, { text, save }) => void (await save(() => [text])));
 * listener.length; //=> 1
 * ```
 */
export function keyscope<Data, Given extends Message | Interaction = Message | Interaction>(
  policy: Policy,
  store: SessionStore<Data>,
  handle: (given: Given, turn: StoredTurn<Data>) => unknown,
  options: AdapterOptions<Given> = {},
): (given: Given) => Promise<void> {
  return async (given) => {
    const self = given.client.user.id;
    const said = { mentions: [`<@${self}>`, `<@!${self}>`] };
    const taken = await takeTurn(given, readDiscord(given, { self }), policy, store, options, said);
    if (taken !== undefined) await handle(given, taken);
  };
}
