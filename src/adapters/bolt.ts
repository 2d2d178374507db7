import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from "@slack/bolt";
import type { SlackOptions } from "../channels/slack-chat.ts";
import { readSlack, type SlackPayload } from "../channels/slack.ts";
import type { Policy } from "../config/policy.ts";
import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import type { SessionStore, StoredTurn } from "../loop/session-store.ts";
import { type AdapterOptions, takeTurn } from "./take-turn.ts";

export type { AdapterOptions } from "./take-turn.ts";

/** What a listener and a middleware of Bolt are handed. */
export type BoltArguments = AnyMiddlewareArgs & AllMiddlewareArgs;

/** What a host tells beside its policy and its store. */
export interface BoltOptions extends AdapterOptions<BoltArguments> {
  /**
   * What kind of channel it is, where Slack does not tell: commands, buttons and shortcuts have none. Without it they go no
   * further. `conversations.info` tells, and a host remembers it by `body.channel_id`.
   */
  readonly channelType?: (
    given: BoltArguments,
  ) => SlackOptions["channelType"] | Promise<SlackOptions["channelType"]>;
  /** The bot answers in threads: a message at the top of a channel belongs to the thread that its answer opens. */
  readonly startsThread?: boolean;
}

/** What `context` has behind the middleware. */
export interface KeyscopeContext<Data> {
  /**
   * The turn of the message that is handled: what to answer with, and how to save what is kept of the
   * conversation.
   */
  readonly keyscope: StoredTurn<Data>;
}

/**
 * A global middleware (`app.use`) that takes the turn of each message, command and button: who is let in, whether the
 * conversation goes on, what may be answered. Listeners run for what was let in alone, and find the turn in
 * `context["keyscope"]`, or typed by `turnIn(context)`.
 *
 * @param policy - Whose decisions hold.
 * @param store - Where sessions are kept, under the same policy.
 * @param options - What the host knows beside; `refused` hears of everything that goes no further, and may `ack()` it.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { slack: { allowFrom: ["U7"] } } }, { edition: "2026-11" });
 * const store = sessionStore<string[]>(new Map(), policy, { now: () => 1 });
 * keyscope(policy, store, { channelType: () => "channel" }).length; //=> 1
 * ```
 */
export function keyscope<Data>(
  policy: Policy,
  store: SessionStore<Data>,
  options: BoltOptions = {},
): Middleware<AnyMiddlewareArgs> {
  return async (given) => {
    const { context, next } = given;
    // A menu that asks for its options is no payload of a conversation; the reader says so.
    const body = given.body as SlackPayload;
    const self = [context.botUserId, context.botId].filter((id) => id !== undefined);
    const told = { self, startsThread: options.startsThread };
    const alone = readSlack(body, told);
    // The host is asked where the payload does not tell: of an event it might say what is not so.
    const unsaid = alone.missing?.includes("channelType") === true;
    const read = unsaid
      ? readSlack(body, { ...told, channelType: await options.channelType?.(given) })
      : alone;
    const mentions = self.map((id) => `<@${id}>`);
    const taken = await takeTurn(given, read, policy, store, options, { mentions });
    if (taken === undefined) return;
    context["keyscope"] = taken;
    await next();
  };
}

/**
 * The turn that the middleware has put into a context.
 *
 * @throws TypeError where it has not run, or let nothing in.
 *
 * @example
 * ```ts
 * turnIn({ keyscope: { key: "agent:main:main" } }).key; //=> "agent:main:main"
 * ```
 */
export function turnIn<Data>(context: object): StoredTurn<Data> {
  if (isPolluted()) return unpolluted(turnIn<Data>, context);
  const { keyscope: taken } = context as Partial<KeyscopeContext<Data>>;
  if (taken === undefined)
    throw new TypeError(
      "No turn was taken: app.use(keyscope(policy, store)) has to come before the listeners",
    );
  return taken;
}
