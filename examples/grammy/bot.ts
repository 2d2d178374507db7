import { Bot, type BotConfig, type Context } from "grammy";
import type { Policy, SessionStore } from "keyscope";
import { keyscope, type KeyscopeFlavor } from "keyscope/grammy";

/** What the bot remembers of a conversation. */
export type Notes = readonly string[];

export type NotesContext = Context & KeyscopeFlavor<Notes>;

/** A bot that tells people what they said before in the same conversation, and in no other. */
export function createBot(
  token: string,
  policy: Policy,
  store: SessionStore<Notes>,
  config?: BotConfig<NotesContext>,
): Bot<NotesContext> {
  const bot = new Bot<NotesContext>(token, config);
  // Whoever is alone with the bot has a session of their own, and may reset it.
  const authorized = (context: Context) => context.chat?.type === "private" || undefined;
  bot.use(keyscope(policy, store, { authorized }));
  bot.on("message:text", async (context) => {
    const { data: said = [], save, send, text } = context.keyscope;
    if (!send.allowed) return;
    await context.reply(said.length === 0 ? "Nice to meet you" : `You said: ${said.join(", ")}`);
    if (text !== "") await save((kept = []) => [...kept, text]);
  });
  return bot;
}
