import { unread } from "../channels/reading.ts";
import type { Policy } from "../config/policy.ts";
import type { IncomingMessage } from "../loop/admit.ts";
import type { SessionStore, StoredTurn } from "../loop/session-store.ts";
import type { TurnOptions } from "../loop/turn.ts";
import type { Unread } from "../scope/unread.ts";
import { heardIn, onesOf, slackFacts, type ChatArguments, type SlackFacts } from "./chat-heard.ts";
import { chatPlatforms, type ChatPlatform } from "./chat-platforms.ts";
import { type AdapterOptions, takeTurn } from "./take-turn.ts";

export type { ChatArguments, Heard, SlackFacts } from "./chat-heard.ts";
export type { ChatPlatform } from "./chat-platforms.ts";

/** What a host tells beside its policy and its store. */
export interface ChatOptions<Given> extends AdapterOptions<Given> {
  /**
   * What kind of Slack channel it is, of commands and buttons, and which workspace the app is installed in, of messages in channels
   * that workspaces share. Asked where neither Slack nor the SDK tells; what nobody tells of goes no further.
   */
  readonly slack?: (given: Given) => SlackFacts | Promise<SlackFacts>;
  /** By an adapter's name, how it is read where this library has no reader for it, or in another way than with its own. */
  readonly platforms?: Readonly<Record<string, ChatPlatform>>;
}

/** Reads what a handler was called with, and what else a turn is told of it. */
async function readIn<Given extends ChatArguments>(
  given: Given,
  { platforms, slack }: ChatOptions<Given>,
): Promise<{ readonly read: IncomingMessage | Unread; readonly said?: TurnOptions }> {
  const heard = heardIn(given);
  if (heard.kind === "unread") return { read: heard };
  const { name } = heard.adapter;
  const own = platforms !== undefined && Object.hasOwn(platforms, name) ? platforms[name] : undefined;
  const platform = own ?? chatPlatforms.get(name);
  if (platform === undefined) return { read: unread("missing-fact", `platforms.${name}`) };
  const alone = platform.read(heard);
  const unsaid = alone.kind === "unread" && alone.missing.some((fact) => slackFacts.has(fact));
  // The host is asked where the payload does not tell: of another it might say what is not so.
  const read = unsaid ? platform.read({ ...heard, slack: await slack?.(given) }) : alone;
  // Of an album the SDK keeps the last picture, and the words of any.
  const text = read.kind !== "unread" && (read.text ?? "") === "" ? { text: heard.text } : {};
  return { read, said: { ...text, ...platform.said?.(heard) } };
}

/**
 * A handler of the Chat SDK that takes the turn of each message, command, button and reaction, and calls the host for what was
 * let in alone: for `onNewMention`, `onDirectMessage`, `onSubscribedMessage`, `onNewMessage`, `onSlashCommand`, `onAction` and
 * `onReaction`. Messages that waited while another was answered are handled one by one.
 *
 * @param policy - Whose decisions hold.
 * @param store - Where sessions are kept, under the same policy.
 * @param handle - What the host does with the arguments of the SDK's handler, and their turn.
 * @param options - What the host knows beside; `refused` hears of everything that goes no further, as of adapters that nothing
 * here reads: `explain` names them.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
 * const store = sessionStore<string[]>(new Map(), policy, { now: () => 1 });
 * const handler = keyscope(policy, store, async (_, { text, save }) => save(() => [text]));
 * handler.length; //=> 0
 * ```
 */
export function keyscope<Data, Given extends ChatArguments = ChatArguments>(
  policy: Policy,
  store: SessionStore<Data>,
  handle: (given: Given, turn: StoredTurn<Data>) => unknown,
  options: ChatOptions<NoInfer<Given>> = {},
): (...given: Given) => Promise<void> {
  return async (...given) => {
    for (const one of onesOf(given)) {
      const { read, said } = await readIn(one, options);
      const taken = await takeTurn(one, read, policy, store, options, said);
      if (taken !== undefined) await handle(one, taken);
    }
  };
}
