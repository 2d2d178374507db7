import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { audit } from "../../../src/analysis/index.ts";
import { safeParsePolicy, type ConfigInput, type Edition } from "../../../src/index.ts";

const directory = new URL("../../config/public/", import.meta.url);
const newest = ["openclaw@2026.9.6", "2026-11"] as const;

/** The release that wrote each config, or one that may have. */
const writtenBy: Readonly<Record<string, Edition>> = {
  "agents-as-list": "openclaw@2026.3.13",
  "agents-by-name": "openclaw@2026.3.13",
  "agents-with-souls": "openclaw@2026.3.13",
  "coding-profile": "openclaw@2026.3.13",
  "discord-by-guesswork": "openclaw@2026.3.13",
  "discord-open-guilds": "openclaw@2026.4.26",
  "mattermost-five-agents": "openclaw@2026.4.10",
  "mattermost-one-agent": "openclaw@2026.4.10",
  "memory-and-cron-jobs": "openclaw@2026.3.13",
  "only-defaults": "openclaw@2026.4.8",
  "six-agents-without-channels": "openclaw@2026.6.8",
  "telegram-allowlist": "openclaw@2026.1.29",
  "telegram-mentions-only": "openclaw@2026.4.23",
  "telegram-one-agent": "openclaw@2026.3.13",
  "telegram-sandboxed": "openclaw@2026.3.31",
  "telegram-stray-section": "openclaw@2026.2.9",
  "telegram-two-accounts": "openclaw@2026.3.23-2",
  "three-agents-per-peer": "openclaw@2026.3.13",
  "whatsapp-binding-priorities": "openclaw@2026.3.13",
};

const unguarded = "up to 2026.3.28 commands run unasked on the host, unless a host is named";
const trusted = "the agent has exec, and the release trusts commands where nothing is written";
const ownSessions =
  "the release lets an agent's sessions read one another, and whoever is paired, or may be, has one";

/** Every finding of `high` or `critical`, and why it is true: read in each config, line by line. */
const findings: Readonly<Record<string, readonly (readonly [finding: string, why: string])[]>> = {
  "coding-profile openclaw@2026.3.13": [["critical exec-without-approval tools.exec.host", unguarded]],
  "coding-profile openclaw@2026.9.6": [
    ["critical exec-without-approval tools.exec.security", trusted],
    [
      "high visibility-all tools.sessions.visibility",
      "nobody is known, and the release lets sessions read one another",
    ],
  ],
  "discord-open-guilds openclaw@2026.4.26": [
    [
      "critical strangers-reach-host agents.list[0].tools.deny",
      "any server's members write to an agent that has exec, which runs",
    ],
    [
      "critical exec-without-approval tools.exec.security",
      "`full` is written, beside which `on-miss` never asks",
    ],
    [
      "high strangers-reach-gateway agents.list[0].tools.deny",
      "they have its profile `full`, and what is denied are no tools of these names",
    ],
    [
      'high open-groups-without-mention channels.discord.guilds["*"].requireMention',
      "any server is let in, and none needs a mention",
    ],
    ["high memory-searched-in-groups memory.qmd.scope", "4.26 searches memory in channels too, by default"],
    ["high tools-full tools.profile", "`full` is written for all, and strangers reach it"],
  ],
  "only-defaults openclaw@2026.4.8": [["critical exec-without-approval tools.exec.security", trusted]],
  "only-defaults openclaw@2026.9.6": [
    ["critical exec-without-approval tools.exec.security", trusted],
    [
      "high visibility-all tools.sessions.visibility",
      "nobody is known, and the release lets sessions read one another",
    ],
  ],
  "six-agents-without-channels openclaw@2026.6.8": [
    ["critical exec-without-approval tools.exec.security", trusted],
    [
      "high tools-full agents.list[0].tools.profile",
      "`full` is written for the first agent, and nobody is known who may not write",
    ],
    [
      "high visibility-all tools.sessions.visibility",
      "`all` is written; other agents are not reached, its own sessions are",
    ],
  ],
  "six-agents-without-channels 2026-11": [
    [
      "high tools-full agents.list[0].tools.profile",
      "`full` is written for the first agent, and nobody is known who may not write",
    ],
    [
      "high visibility-all tools.sessions.visibility",
      "`all` is written; other agents are not reached, its own sessions are",
    ],
  ],
  "telegram-allowlist openclaw@2026.1.29": [
    [
      "critical exec-without-approval tools.exec.host",
      "the list of commands is not asked where no host is named, up to 2026.3.28",
    ],
    [
      "high memory-searched-in-groups ",
      "the one who is listed is answered in any group, and the release searches memory there",
    ],
  ],
  "telegram-allowlist openclaw@2026.9.6": [
    [
      "high memory-searched-in-groups ",
      "the one who is listed is answered in any group, and the release searches memory there",
    ],
  ],
  "telegram-mentions-only openclaw@2026.4.23": [
    ["critical exec-without-approval tools.exec.security", trusted],
  ],
  "telegram-mentions-only openclaw@2026.9.6": [
    ["critical exec-without-approval tools.exec.security", trusted],
    ["high visibility-all tools.sessions.visibility", ownSessions],
  ],
  "telegram-one-agent openclaw@2026.3.13": [
    ["critical exec-without-approval tools.exec.host", unguarded],
    ["high tools-full tools.profile", "`full` is written, and whoever is paired reaches it"],
  ],
  "telegram-one-agent 2026-11": [
    ["high tools-full tools.profile", "`full` is written, and whoever is paired reaches it"],
  ],
  "telegram-two-accounts openclaw@2026.3.23-2": [
    ["critical exec-without-approval tools.exec.host", unguarded],
    [
      "high tools-full agents.list[0].tools.profile",
      "`full` is written for the agent of the default account, and whoever is paired reaches it",
    ],
  ],
  "telegram-two-accounts 2026-11": [
    [
      "high tools-full agents.list[0].tools.profile",
      "`full` is written for the agent of the default account, and whoever is paired reaches it",
    ],
  ],
  "three-agents-per-peer openclaw@2026.3.13": [
    ["critical exec-without-approval tools.exec.host", unguarded],
    [
      "high visibility-all tools.sessions.visibility",
      "`all` is written; the list names none of the agents, so that each reads its own sessions",
    ],
  ],
  "three-agents-per-peer openclaw@2026.9.6": [
    ["critical exec-without-approval tools.exec.security", trusted],
    [
      "high visibility-all tools.sessions.visibility",
      "`all` is written; the list names none of the agents, so that each reads its own sessions",
    ],
  ],
  "three-agents-per-peer 2026-11": [
    [
      "high visibility-all tools.sessions.visibility",
      "`all` is written; the list names none of the agents, so that each reads its own sessions",
    ],
  ],
};

const asked = readdirSync(directory)
  .map((file) => file.replace(/\.json$/, ""))
  .flatMap((config) => [writtenBy[config], ...newest].map((edition) => [config, edition] as const));

describe("what is found in configs of real hosts, of high and critical", () => {
  it.each(asked)("%s under %s is true", (config, edition) => {
    expect(edition).toBeDefined();
    if (edition === undefined) return;
    // What the files hold is what a host may write.
    const input = JSON.parse(readFileSync(new URL(`${config}.json`, directory), "utf8")) as ConfigInput;
    const parsed = safeParsePolicy(input, { edition, timeZone: "UTC" });
    const found = (parsed.ok ? audit(parsed.policy) : [])
      .filter(({ severity }) => severity === "critical" || severity === "high")
      .map(({ id, path, severity }) => `${severity} ${id} ${path}`);
    const told = findings[`${config} ${edition}`] ?? [];
    expect(new Set(found)).toEqual(new Set(told.map(([finding]) => finding)));
  });

  it("is told of no config that is not asked about", () => {
    const questions = asked.map(([config, edition]) => `${config} ${edition ?? ""}`);
    expect(Object.keys(findings).filter((key) => !questions.includes(key))).toEqual([]);
  });
});
