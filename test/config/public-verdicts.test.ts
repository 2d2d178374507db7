import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isEdition } from "../../src/edition/edition.ts";
import { safeParsePolicy } from "../../src/parse-policy.ts";

/*
 * What releases of OpenClaw themselves say of configs of real hosts: `openclaw config validate --json` of each published package,
 * run on Node 24 with the config as its file and OWNER_ID in the environment. Of releases before 2026.3.13 nothing is recorded.
 * Of an unrecognized key its path is told; of anything else the place.
 */

const directory = new URL("public/", import.meta.url);

interface Verdict {
  readonly releases: readonly string[];
  /** What they refuse; nothing where they accept the config. */
  readonly refused: readonly string[];
}

const verdicts: Readonly<Record<string, readonly Verdict[]>> = {
  "agents-as-list": [
    {
      releases: ["2026.3.13", "2026.3.23-2", "2026.4.8", "2026.4.23", "2026.6.8", "2026.9.6"],
      refused: ["agents"],
    },
  ],
  "agents-by-name": [
    { releases: ["2026.3.13", "2026.3.23-2"], refused: ["telegram"] },
    {
      releases: ["2026.4.8", "2026.4.23", "2026.9.6"],
      refused: [
        'agents["agent-b"]',
        "agents.content",
        "agents.ads",
        'agents["agent-a"]',
        "agents.analytics",
        "telegram",
      ],
    },
    { releases: ["2026.6.8"], refused: ["agents", ""] },
  ],
  "agents-with-souls": [
    {
      releases: ["2026.3.13", "2026.3.23-2"],
      refused: [
        "agents.main",
        "agents.dev",
        "agents.comms",
        "agents.research",
        "agents.productivity",
        "agents.home",
        "channels.telegram.pairing",
        "memory.storage",
        "memory.embeddings",
      ],
    },
    {
      releases: ["2026.4.8", "2026.4.23", "2026.9.6"],
      refused: [
        "agents.main",
        "agents.dev",
        "agents.comms",
        "agents.research",
        "agents.productivity",
        "agents.home",
        "memory.storage",
        "memory.embeddings",
      ],
    },
    { releases: ["2026.6.8"], refused: ["agents", "memory"] },
  ],
  "coding-profile": [
    { releases: ["2026.3.13", "2026.3.23-2", "2026.4.8", "2026.4.23", "2026.6.8", "2026.9.6"], refused: [] },
  ],
  "discord-by-guesswork": [
    {
      releases: ["2026.3.13", "2026.3.23-2"],
      refused: [
        "agents.list",
        "agents.default",
        "session.threadBinding",
        "cron.jobs",
        "channels.discord.dmAccess",
        "channels.discord.groups",
        "sandbox",
        "exec",
      ],
    },
    {
      releases: ["2026.4.8", "2026.4.23"],
      refused: ["agents.list", "agents.default", "session.threadBinding", "cron.jobs", "sandbox", "exec"],
    },
    { releases: ["2026.6.8"], refused: ["agents.list", "agents", "session", "cron", ""] },
    {
      releases: ["2026.9.6"],
      refused: [
        "agents.default",
        "agents.list",
        "agents.entries",
        "session.threadBinding",
        "cron.jobs",
        "sandbox",
        "exec",
      ],
    },
  ],
  "discord-open-guilds": [
    {
      releases: ["2026.3.13", "2026.3.23-2"],
      refused: [
        "agents.defaults.subagents.requireAgentId",
        "agents.defaults.subagents.allowAgents",
        "agents.list[0].subagents.requireAgentId",
        "agents.list[1].subagents.requireAgentId",
        "agents.list[2].subagents.requireAgentId",
        "agents.list[3].subagents.requireAgentId",
        "agents.list[4].subagents.requireAgentId",
        "agents.list[5].subagents.requireAgentId",
      ],
    },
    { releases: ["2026.4.8", "2026.4.23", "2026.6.8"], refused: [] },
    { releases: ["2026.9.6"], refused: ["agents.ownership"] },
  ],
  "mattermost-five-agents": [
    { releases: ["2026.3.13", "2026.3.23-2"], refused: [] },
    { releases: ["2026.4.8", "2026.4.23", "2026.6.8"], refused: ["channels.mattermost.chatmode"] },
    { releases: ["2026.9.6"], refused: ["agents.ownership"] },
  ],
  "mattermost-one-agent": [
    { releases: ["2026.3.13", "2026.3.23-2"], refused: [] },
    {
      releases: ["2026.4.8", "2026.4.23", "2026.6.8", "2026.9.6"],
      refused: ["channels.mattermost.chatmode"],
    },
  ],
  "memory-and-cron-jobs": [
    { releases: ["2026.3.13", "2026.3.23-2", "2026.4.8", "2026.4.23"], refused: ["cron.jobs"] },
    { releases: ["2026.6.8"], refused: ["cron"] },
    { releases: ["2026.9.6"], refused: ["agents.defaults.memorySearch", "cron.jobs", "memory.qmd"] },
  ],
  "only-defaults": [
    { releases: ["2026.3.13", "2026.3.23-2", "2026.4.8", "2026.4.23", "2026.6.8", "2026.9.6"], refused: [] },
  ],
  "six-agents-without-channels": [
    { releases: ["2026.3.13", "2026.3.23-2"], refused: ["agents.defaults.contextInjection"] },
    { releases: ["2026.4.8", "2026.4.23", "2026.6.8"], refused: [] },
    { releases: ["2026.9.6"], refused: ["messages.queue.debounceMs", "commands.ownerDisplay", "memory.qmd"] },
  ],
  "telegram-allowlist": [
    { releases: ["2026.3.13", "2026.3.23-2", "2026.4.8", "2026.4.23", "2026.6.8", "2026.9.6"], refused: [] },
  ],
  "telegram-mentions-only": [
    { releases: ["2026.3.13", "2026.3.23-2", "2026.4.8", "2026.4.23", "2026.6.8", "2026.9.6"], refused: [] },
  ],
  "telegram-one-agent": [
    { releases: ["2026.3.13", "2026.3.23-2", "2026.4.8", "2026.4.23", "2026.6.8"], refused: [] },
    { releases: ["2026.9.6"], refused: ["commands.ownerDisplay"] },
  ],
  "telegram-sandboxed": [
    { releases: ["2026.3.13"], refused: ["channels.telegram.healthMonitor"] },
    { releases: ["2026.3.23-2", "2026.4.8", "2026.4.23", "2026.6.8", "2026.9.6"], refused: [] },
  ],
  "telegram-stray-section": [
    { releases: ["2026.3.13", "2026.3.23-2", "2026.4.8", "2026.4.23", "2026.9.6"], refused: ["routing"] },
    { releases: ["2026.6.8"], refused: [""] },
  ],
  "telegram-two-accounts": [
    { releases: ["2026.3.13", "2026.3.23-2", "2026.4.8", "2026.4.23", "2026.6.8"], refused: [] },
    { releases: ["2026.9.6"], refused: ["agents.ownership", "commands.ownerDisplay"] },
  ],
  "three-agents-per-peer": [
    { releases: ["2026.3.13", "2026.3.23-2", "2026.4.8", "2026.4.23", "2026.6.8", "2026.9.6"], refused: [] },
  ],
  "whatsapp-binding-priorities": [
    {
      releases: ["2026.3.13", "2026.3.23-2", "2026.4.8", "2026.4.23"],
      refused: [
        "logging.format",
        "logging.destinations",
        "agents.defaults.session",
        "agents.defaults.tools",
        "bindings[0]",
        "bindings[1].priority",
      ],
    },
    { releases: ["2026.6.8"], refused: ["logging", "agents.defaults", "bindings[0]", "bindings[1]"] },
    {
      releases: ["2026.9.6"],
      refused: [
        "logging.format",
        "logging.destinations",
        "agents.defaults.session",
        "agents.defaults.tools",
        "agents.ownership",
        "bindings[0]",
        "bindings[1]",
      ],
    },
  ],
};

/** What a release names besides, and what follows from something else that is named: it is told once that is mended. */
const followsFrom: Readonly<Record<string, string>> = {
  "discord-by-guesswork 2026.9.6 agents.entries":
    "agents.list is an object, and so becomes no agents by name",
  "whatsapp-binding-priorities 2026.9.6 agents.ownership":
    "whom bindings name is not known while they are malformed",
};

/** What 2026.4.8 began to refuse is refused from 2026.4.10 on, the next release whose schema is on record, and named before. */
const namedAlone = ["mattermost-five-agents 2026.4.8", "mattermost-one-agent 2026.4.8"];

const asked = Object.entries(verdicts).flatMap(([config, each]) =>
  each.flatMap(({ refused, releases }) => releases.map((release) => ({ config, release, refused }))),
);

describe("what releases say of configs of real hosts", () => {
  it.each(asked)("$config under $release", ({ config, refused, release }) => {
    const edition = `openclaw@${release}`;
    if (!isEdition(edition)) throw new Error(`${edition} is no edition`);
    const source = readFileSync(new URL(`${config}.json`, directory), "utf8");
    const parsed = safeParsePolicy(source, { edition, env: { OWNER_ID: "5" } });
    const told = (parsed.ok ? parsed.warnings : parsed.issues).map(({ path }) => path);
    const unnamed = refused.filter(
      (place) =>
        !told.some((path) => path.startsWith(place)) &&
        followsFrom[`${config} ${release} ${place}`] === undefined,
    );
    const isTaken = refused.length === 0 || namedAlone.includes(`${config} ${release}`);
    expect({ ok: parsed.ok, unnamed }).toEqual({ ok: isTaken, unnamed: [] });
  });

  it("is recorded of each config", () => {
    const names = readdirSync(directory).map((file) => file.replace(/\.json$/, ""));
    expect(Object.keys(verdicts).toSorted()).toEqual(names.toSorted());
  });
});
