import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describePolicy, exposure } from "../../../src/analysis/index.ts";
import { parsePolicy, resolveSession, type Edition } from "../../../src/index.ts";

/*
 * What configs of real hosts mean to the people who write to the bot, under the release that wrote each, or one that may have,
 * and under 2026-11: those that are accepted. Five people wrote, two of them on Telegram, one of whom has the id of somebody on
 * Discord, and two on Mattermost.
 */

const people = [
  ["telegram", "570334843"],
  ["telegram", "1001"],
  ["discord", "1001"],
  ["mattermost", "u1"],
  ["mattermost", "u2"],
] as const;

interface Row {
  readonly config: string;
  readonly edition: Edition;
  /** Of the sessions that they have: how many hold several people's words, and how many others can be told of. */
  readonly sessions: number;
  readonly shared: number;
  readonly exposed: number;
  /** Whom to tell that others could read their words. */
  readonly notified: readonly string[];
  /** The first of what is said to people who use the bot. */
  readonly sentences: readonly string[];
}

const rows: readonly Row[] = [
  {
    config: "coding-profile",
    edition: "openclaw@2026.3.13",
    sessions: 5,
    shared: 0,
    exposed: 0,
    notified: [],
    sentences: [
      "Conversations start over every day at 04:00 (UTC).",
      "The bot may send everywhere.",
      "The agent main may use only the tools for files, commands, the web, its memory and other conversations, plus cron and image.",
    ],
  },
  {
    config: "coding-profile",
    edition: "2026-11",
    sessions: 5,
    shared: 0,
    exposed: 0,
    notified: [],
    sentences: [
      "Conversations start over every day at 04:00 (UTC).",
      "The bot may send everywhere.",
      "The agent main may use only the tools for files, commands, the web, its memory and other conversations, plus screen, theme, dashboard, terminal, portal, automations, gateway, plugins, get_goal, create_goal, update_goal, progress_card, ask_user, skill_workshop, view_image, image_generate, music_generate and video_generate.",
    ],
  },
  {
    config: "discord-open-guilds",
    edition: "openclaw@2026.4.26",
    sessions: 5,
    shared: 0,
    exposed: 0,
    notified: [],
    sentences: [
      "A stranger who messages the bot on Discord has to be paired first.",
      "Anybody in Discord channels gets an answer from the bot, even without mentioning it.",
      "In Discord groups, the bot answers nobody.",
    ],
  },
  {
    config: "discord-open-guilds",
    edition: "2026-11",
    sessions: 0,
    shared: 0,
    exposed: 0,
    notified: [],
    sentences: [
      "A stranger who messages the bot on Discord has to be paired first.",
      "In Discord channels, the bot answers nobody.",
      "In Discord groups, the bot answers nobody.",
    ],
  },
  {
    config: "mattermost-five-agents",
    edition: "openclaw@2026.3.13",
    sessions: 1,
    shared: 1,
    exposed: 1,
    notified: ["mattermost:u2", "mattermost:u1", "telegram:570334843", "telegram:1001", "discord:1001"],
    sentences: [
      "Anybody can message the bot on Mattermost.",
      "Whom the bot answers in Mattermost groups is not known.",
      "Messages on Mattermost go to the agent main.",
    ],
  },
  {
    config: "mattermost-one-agent",
    edition: "openclaw@2026.3.13",
    sessions: 1,
    shared: 1,
    exposed: 1,
    notified: ["mattermost:u2", "mattermost:u1", "telegram:570334843", "telegram:1001", "discord:1001"],
    sentences: [
      "Anybody can message the bot on Mattermost.",
      "Whom the bot answers in Mattermost groups is not known.",
      "Messages on Mattermost go to the agent main.",
    ],
  },
  {
    config: "only-defaults",
    edition: "openclaw@2026.4.8",
    sessions: 1,
    shared: 1,
    exposed: 1,
    notified: ["mattermost:u2", "telegram:570334843", "telegram:1001", "discord:1001", "mattermost:u1"],
    sentences: [
      "Conversations start over every day at 04:00 (UTC).",
      "The bot may send everywhere.",
      "The agent main may use any tool.",
    ],
  },
  {
    config: "only-defaults",
    edition: "2026-11",
    sessions: 1,
    shared: 1,
    exposed: 1,
    notified: ["mattermost:u2", "telegram:570334843", "telegram:1001", "discord:1001", "mattermost:u1"],
    sentences: [
      "Conversations start over every day at 04:00 (UTC).",
      "The bot may send everywhere.",
      "The agent main may use any tool.",
    ],
  },
  {
    config: "six-agents-without-channels",
    edition: "openclaw@2026.6.8",
    sessions: 5,
    shared: 0,
    exposed: 5,
    notified: ["telegram:570334843", "telegram:1001", "discord:1001", "mattermost:u1", "mattermost:u2"],
    sentences: [
      "Conversations start over every day at 04:00 (UTC).",
      "The bot may send everywhere.",
      "The agent main may use any tool except nodes and canvas.",
    ],
  },
  {
    config: "six-agents-without-channels",
    edition: "2026-11",
    sessions: 5,
    shared: 0,
    exposed: 5,
    notified: ["telegram:570334843", "telegram:1001", "discord:1001", "mattermost:u1", "mattermost:u2"],
    sentences: [
      "Conversations start over every day at 04:00 (UTC).",
      "The bot may send everywhere.",
      "The agent main may use any tool except show_widget, nodes and canvas.",
    ],
  },
  {
    config: "telegram-allowlist",
    edition: "openclaw@2026.1.29",
    sessions: 1,
    shared: 1,
    exposed: 1,
    notified: ["mattermost:u2", "telegram:570334843", "discord:1001", "mattermost:u1"],
    sentences: [
      "Only 570334843 can message the bot on Telegram.",
      "In Telegram groups, the bot answers only 570334843, and only when they mention it.",
      "Everybody who messages the bot on Telegram shares one conversation: what one person writes, another can be told.",
    ],
  },
  {
    config: "telegram-allowlist",
    edition: "2026-11",
    sessions: 1,
    shared: 1,
    exposed: 1,
    notified: ["mattermost:u2", "telegram:570334843", "discord:1001", "mattermost:u1"],
    sentences: [
      "Only 570334843 can message the bot on Telegram.",
      "In Telegram groups, the bot answers only 570334843, and only when they mention it.",
      "Everybody who messages the bot on Telegram shares one conversation: what one person writes, another can be told.",
    ],
  },
  {
    config: "telegram-mentions-only",
    edition: "openclaw@2026.4.23",
    sessions: 5,
    shared: 0,
    exposed: 0,
    notified: [],
    sentences: [
      "A stranger who messages the bot on Telegram has to be paired first.",
      "In Telegram groups, the bot answers nobody.",
      "On Telegram, each person has a conversation of their own with the bot; nobody else writes in it.",
    ],
  },
  {
    config: "telegram-mentions-only",
    edition: "2026-11",
    sessions: 5,
    shared: 0,
    exposed: 0,
    notified: [],
    sentences: [
      "A stranger who messages the bot on Telegram has to be paired first.",
      "In Telegram groups, the bot answers nobody.",
      "On Telegram, each person has a conversation of their own with the bot; nobody else writes in it.",
    ],
  },
  {
    config: "telegram-one-agent",
    edition: "openclaw@2026.3.13",
    sessions: 5,
    shared: 0,
    exposed: 0,
    notified: [],
    sentences: [
      "A stranger who messages the bot on Telegram has to be paired first.",
      "In Telegram groups, the bot answers nobody.",
      "Messages on Telegram go to the agent main.",
    ],
  },
  {
    config: "telegram-one-agent",
    edition: "2026-11",
    sessions: 5,
    shared: 0,
    exposed: 0,
    notified: [],
    sentences: [
      "A stranger who messages the bot on Telegram has to be paired first.",
      "In Telegram groups, the bot answers nobody.",
      "Messages on Telegram go to the agent main.",
    ],
  },
  {
    config: "telegram-sandboxed",
    edition: "openclaw@2026.3.31",
    sessions: 4,
    shared: 1,
    exposed: 1,
    notified: ["discord:1001", "telegram:1001"],
    sentences: [
      "A stranger who messages the bot on Telegram has to be paired first.",
      "In Telegram groups, the bot answers nobody.",
      "On Telegram, each person has a conversation of their own with the bot; nobody else writes in it.",
    ],
  },
  {
    config: "telegram-sandboxed",
    edition: "2026-11",
    sessions: 4,
    shared: 1,
    exposed: 1,
    notified: ["discord:1001", "telegram:1001"],
    sentences: [
      "A stranger who messages the bot on Telegram has to be paired first.",
      "In Telegram groups, the bot answers nobody.",
      "On Telegram, each person has a conversation of their own with the bot; nobody else writes in it.",
    ],
  },
  {
    config: "telegram-two-accounts",
    edition: "openclaw@2026.3.23-2",
    sessions: 4,
    shared: 1,
    exposed: 1,
    notified: ["discord:1001", "telegram:1001"],
    sentences: [
      "A stranger who messages the bot's account default on Telegram has to be paired first; 700003 can write right away.",
      "In Telegram groups, the bot's account default answers only 700003, and only when they mention it.",
      "A stranger who messages the bot's account name-2 on Telegram has to be paired first; 700003 can write right away.",
    ],
  },
  {
    config: "telegram-two-accounts",
    edition: "2026-11",
    sessions: 2,
    shared: 0,
    exposed: 0,
    notified: [],
    sentences: [
      "A stranger who messages the bot's account default on Telegram has to be paired first; 700003 can write right away.",
      "In Telegram groups, the bot's account default answers only 700003, and only when they mention it.",
      "A stranger who messages the bot's account name-2 on Telegram has to be paired first; 700003 can write right away.",
    ],
  },
  {
    config: "three-agents-per-peer",
    edition: "openclaw@2026.3.13",
    sessions: 4,
    shared: 1,
    exposed: 4,
    notified: ["telegram:570334843", "discord:1001", "mattermost:u1", "mattermost:u2", "telegram:1001"],
    sentences: [
      "Conversations start over every day at 04:00 (UTC).",
      "The bot may send everywhere.",
      "The agents name-0, name-2 and name-4 may use any tool.",
    ],
  },
  {
    config: "three-agents-per-peer",
    edition: "2026-11",
    sessions: 4,
    shared: 1,
    exposed: 4,
    notified: ["telegram:570334843", "discord:1001", "mattermost:u1", "mattermost:u2", "telegram:1001"],
    sentences: [
      "Conversations start over every day at 04:00 (UTC).",
      "The bot may send everywhere.",
      "The agents name-0, name-2 and name-4 may use any tool.",
    ],
  },
];

describe("what configs of real hosts mean to people", () => {
  it.each(rows)("$config under $edition", ({ config, edition, ...told }) => {
    const file = new URL(`../../config/public/${config}.json`, import.meta.url);
    const policy = parsePolicy(readFileSync(file, "utf8"), { edition, timeZone: "UTC" });
    const store = people.flatMap(([channel, peer]) => {
      const { key } = resolveSession({ channel, chatType: "direct", peer }, policy);
      const entry = { updatedAt: 1_795_953_600_000, lastChannel: channel, lastTo: `${channel}:${peer}` };
      return key === undefined ? [] : [[key, { ...entry, chatType: "direct" }] as const];
    });
    const senders = people.map(([channel, peer]) => ({ channel, peer }));
    const { counts, notify } = exposure(policy, Object.fromEntries(store), { world: { senders } });
    expect({
      ...counts,
      notified: notify.map(({ who }) => who),
      sentences: describePolicy(policy)
        .slice(0, told.sentences.length)
        .map(({ sentence }) => sentence),
    }).toEqual(told);
  });
});
