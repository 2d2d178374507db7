import { Bot, session, type BotConfig, type Context, type SessionFlavor, type StorageAdapter } from "grammy";
import { resolveSession, type Inbound, type Policy } from "keyscope";
import { fromTelegram } from "keyscope/channels";

/** What the bot remembers of a conversation. */
export interface Notes {
  readonly said: readonly string[];
}

export type NotesContext = Context & SessionFlavor<Notes>;

/** The key under which a conversation is stored; undefined for what belongs to no conversation. */
export function keyOf(inbound: Inbound | undefined, policy: Policy): string | undefined {
  if (inbound === undefined) return undefined;
  const resolution = resolveSession(inbound, policy);
  return resolution.ok ? resolution.key : undefined;
}

/** A bot that tells people what they said before in the same conversation, and in no other. */
export function createBot(
  token: string,
  policy: Policy,
  storage: StorageAdapter<Notes>,
  config?: BotConfig<NotesContext>,
): Bot<NotesContext> {
  const bot = new Bot<NotesContext>(token, config);
  const getSessionKey = ({ update }: Pick<Context, "update">) => keyOf(fromTelegram(update), policy);
  // grammY throws at the first touch of a session without a key: leave such updates alone.
  const conversations = bot.filter((context) => getSessionKey(context) !== undefined);
  conversations.use(session({ initial: (): Notes => ({ said: [] }), storage, getSessionKey }));
  conversations.on("message:text", async (context) => {
    const { said } = context.session;
    await context.reply(said.length === 0 ? "Nice to meet you" : `You said: ${said.join(", ")}`);
    context.session = { said: [...said, context.message.text] };
  });
  return bot;
}
