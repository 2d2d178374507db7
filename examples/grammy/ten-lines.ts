import { Bot, type Context } from "grammy";
import { parsePolicy, sessionStore } from "keyscope";
import { keyscope, type KeyscopeFlavor } from "keyscope/grammy";

const policy = parsePolicy({ channels: { telegram: { allowFrom: ["7"] } } }, { edition: "2026-11" });
const store = sessionStore<string[]>(new Map(), policy, { now: Date.now });
export const bot = new Bot<Context & KeyscopeFlavor<string[]>>("7007007007:token");
bot.use(keyscope(policy, store, { authorized: ({ chat }) => chat?.type === "private" }));
bot.on("message:text", async (context) => {
  const { data: said = [], save, send, text } = context.keyscope;
  if (!send.allowed) return;
  await context.reply(`Before this you said: ${said.join(", ")}`);
  await save((kept = []) => [...kept, text]);
});
