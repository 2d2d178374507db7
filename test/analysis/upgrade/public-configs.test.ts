import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { upgradeConfig } from "../../../src/analysis/upgrade/upgrade-config.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";

/*
 * Configs of real hosts, from the release that wrote each, or one that may have, to the newest. What is not lossless is in the
 * table, and so is what hinders one: nothing of that is a setting that a release had, but for two that it took another word for.
 */

const directory = new URL("../../config/public/", import.meta.url);
const newest = "openclaw@2026.9.6";

interface Row {
  readonly config: string;
  readonly from: Edition;
  readonly effects?: readonly string[];
  /** `[]` stands for any element of a list. */
  readonly hindered?: readonly string[];
}

const rows: readonly Row[] = [
  {
    config: "agents-as-list",
    from: "openclaw@2026.3.13",
    hindered: [
      "unresolved-variable agents[].telegram.groupId",
      "unresolved-variable agents[].telegram.topicId",
      "wrong-type agents",
    ],
  },
  {
    config: "agents-by-name",
    from: "openclaw@2026.3.13",
    hindered: [
      'unknown-key agents["agent-b"]',
      "unknown-key agents.content",
      "unknown-key agents.ads",
      'unknown-key agents["agent-a"]',
      "unknown-key agents.analytics",
      "unresolved-variable channels.telegram.ownerChat",
    ],
  },
  {
    config: "agents-with-souls",
    from: "openclaw@2026.3.13",
    hindered: [
      "unknown-key channels.telegram.pairing",
      "unknown-key agents.main",
      "unknown-key agents.dev",
      "unknown-key agents.comms",
      "unknown-key agents.research",
      "unknown-key agents.productivity",
      "unknown-key agents.home",
      "unknown-key memory.storage",
      "unknown-key memory.embeddings",
    ],
  },
  { config: "coding-profile", from: "openclaw@2026.3.13" },
  {
    config: "discord-by-guesswork",
    from: "openclaw@2026.3.13",
    hindered: [
      "wrong-type agents.list",
      "unknown-key agents.default",
      "unknown-key channels.discord.dmAccess",
      "unknown-key channels.discord.groups",
      "unknown-key session.threadBinding",
      "unknown-key sandbox",
      "unknown-key exec",
      "unknown-key cron.jobs",
    ],
  },
  { config: "discord-open-guilds", from: "openclaw@2026.3.13" },
  {
    config: "mattermost-five-agents",
    from: "openclaw@2026.3.13",
    hindered: ["unknown-value channels.mattermost.chatmode"],
  },
  {
    config: "mattermost-one-agent",
    from: "openclaw@2026.3.13",
    hindered: ["unknown-value channels.mattermost.chatmode"],
  },
  {
    config: "memory-and-cron-jobs",
    from: "openclaw@2026.3.13",
    effects: ["reaches memory.qmd", "loses memory.search.query.hybrid"],
    hindered: ["unknown-key cron.jobs"],
  },
  { config: "only-defaults", from: "openclaw@2026.4.8" },
  {
    config: "six-agents-without-channels",
    from: "openclaw@2026.6.8",
    effects: ["reaches memory.qmd", "loses commands.ownerDisplay", "loses messages.queue.debounceMs"],
  },
  { config: "telegram-allowlist", from: "openclaw@2026.1.29" },
  { config: "telegram-mentions-only", from: "openclaw@2026.4.23" },
  { config: "telegram-one-agent", from: "openclaw@2026.3.13", effects: ["loses commands.ownerDisplay"] },
  { config: "telegram-sandboxed", from: "openclaw@2026.3.13" },
  { config: "telegram-stray-section", from: "openclaw@2026.2.9", hindered: ["unknown-key routing"] },
  { config: "telegram-two-accounts", from: "openclaw@2026.3.23-2", effects: ["loses commands.ownerDisplay"] },
  { config: "three-agents-per-peer", from: "openclaw@2026.3.13" },
  {
    config: "whatsapp-binding-priorities",
    from: "openclaw@2026.3.13",
    hindered: [
      "unknown-key agents.defaults.session",
      "unknown-key agents.defaults.tools",
      "missing bindings[].match.peer.id",
      "unknown-key bindings[].priority",
      "unknown-key logging.format",
      "unknown-key logging.destinations",
    ],
  },
];

function configOf(name: string): ConfigInput {
  // What the files hold is what a host may write.
  return JSON.parse(readFileSync(new URL(`${name}.json`, directory), "utf8")) as ConfigInput;
}

describe("upgrades of configs of real hosts", () => {
  it.each(rows)("$config from $from", ({ config, from, effects = [], hindered }) => {
    const upgraded = upgradeConfig(configOf(config), from, newest, { compare: false });
    const told = upgraded.changes.filter(({ effect }) => effect !== "lossless");
    expect(told.map(({ effect, path }) => `${effect} ${path}`)).toEqual(effects);
    const issues = upgraded.issues?.map(({ code, path }) => `${code} ${path.replace(/\[\d+\]/g, "[]")}`);
    expect(issues === undefined ? undefined : [...new Set(issues)]).toEqual(hindered);
    expect(safeParsePolicy(upgraded.config ?? {}, { edition: newest }).ok).toBe(hindered === undefined);
  });

  it("are of each", () => {
    const names = readdirSync(directory).map((file) => file.replace(/\.json$/, ""));
    expect(rows.map(({ config }) => config).toSorted()).toEqual(names.toSorted());
  });
});
