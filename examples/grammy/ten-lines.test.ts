import { readFileSync } from "node:fs";
import type { UserFromGetMe } from "grammy/types";
import { expect, it } from "vitest";
import { bot } from "./ten-lines.ts";

const code = readFileSync(new URL("ten-lines.ts", import.meta.url), "utf8");

it("is what the README shows, in ten lines of its own", () => {
  const shown = code.replace("export const bot", "const bot").trim();
  expect(readFileSync(new URL("../../README.md", import.meta.url), "utf8")).toContain(shown);
  const own = code.split("\n").filter((line) => line !== "" && !line.startsWith("import"));
  expect(own.length).toBeLessThanOrEqual(10);
});

it("lets in whom the config lists, goes on with what they said, and begins anew when they ask", async () => {
  bot.botInfo = { id: 7007007007, is_bot: true, first_name: "Desk", username: "desk_bot" } as UserFromGetMe;
  const replies: string[] = [];
  bot.api.config.use((_call, _method, payload) => {
    replies.push((payload as { text: string }).text);
    return Promise.resolve({ ok: true, result: true } as never);
  });
  const say = (id: number, text: string) => {
    const from = { id, is_bot: false, first_name: "A" };
    const chat = { id, type: "private" as const, first_name: "A" };
    return bot.handleUpdate({ update_id: 1, message: { message_id: 1, date: 0, from, chat, text } });
  };
  await say(7, "tulips");
  await say(8, "let me in");
  await say(7, "roses");
  await say(7, "/new lilies");
  await say(7, "asters");
  expect(replies).toEqual([
    "Before this you said: ",
    "Before this you said: tulips",
    "Before this you said: ",
    "Before this you said: lilies",
  ]);
});
