import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import type { Policy } from "../../src/config/policy.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { safeParsePolicy } from "../../src/parse-policy.ts";
import { evaluateAccess } from "../../src/policy/access/access.ts";
import { evaluateExec } from "../../src/policy/exec/exec.ts";
import { evaluateTool } from "../../src/policy/tool/tool.ts";
import { resolveSession } from "../../src/scope/session/resolve-session.ts";

const directory = new URL("public/", import.meta.url);
const names = readdirSync(directory).map((file) => file.replace(/\.json$/, ""));

function configOf(name: string): ConfigInput & { readonly meta?: { readonly lastTouchedVersion?: string } } {
  // What the files hold is what a host may write; `meta` is nobody's but the release's that wrote it.
  return JSON.parse(readFileSync(new URL(`${name}.json`, directory), "utf8")) as ReturnType<typeof configOf>;
}

type Ask = (policy: Policy, first: string, second: string, account?: string) => string;

const inGroup =
  (mentioned: boolean): Ask =>
  (policy, channel, sender) => {
    const group = { channel, chatType: "group", peer: "-100", sender } as const;
    const { outcome, reason } = evaluateAccess({ ...group, mentioned }, policy);
    return `${outcome} ${reason}`;
  };

/** What an owner would ask, by its first word; the words after it are those that are named here. */
const asks: Readonly<Record<string, Ask>> = {
  direct: (policy, channel, peer) => {
    const { outcome, reason } = evaluateAccess({ channel, chatType: "direct", peer }, policy);
    return `${outcome} ${reason}`;
  },
  group: inGroup(false),
  mention: inGroup(true),
  key: (policy, channel, peer, account) => {
    const facts = { channel, chatType: "direct", peer } as const;
    const { key, reason } = resolveSession({ ...facts, ...(account !== undefined && { account }) }, policy);
    return key ?? reason;
  },
  tool: (policy, agentId, tool) => {
    const { allowed, reason } = evaluateTool({ tool, agentId }, policy);
    return `${allowed ? "allow" : "deny"} ${reason}`;
  },
  exec: (policy, agentId) => {
    const { outcome, reason } = evaluateExec({ command: "id", agentId }, policy);
    return `${outcome} ${reason}`;
  },
};

function answer(question: string, policy: Policy): string | undefined {
  const [what = "", first = "", second = "", account] = question.split(" ");
  return asks[what]?.(policy, first, second, account);
}

interface Row {
  readonly config: string;
  /** The release that wrote it, or one that may have; the newest one; ours. */
  readonly edition: Edition;
  readonly why: string;
  /** The codes and places of what is wrong; `[]` stands for any element of a list. */
  readonly refused?: readonly string[];
  /** Those of what deserves a look. */
  readonly accepted?: readonly string[];
  readonly answers?: Readonly<Record<string, string>>;
}

const rows: readonly Row[] = [
  {
    config: "telegram-allowlist",
    edition: "openclaw@2026.1.29",
    why: "one person by number; the default session scope shares one session",
    accepted: ["not-read commands.restart"],
    answers: {
      "direct telegram 1001": "deny dm-not-allowlisted",
      "direct telegram 570334843": "admit dm-allowlisted",
      "group telegram 1001": "deny group-not-allowlisted",
      "mention telegram 1001": "deny group-not-allowlisted",
      "group telegram 570334843": "deny mention-required",
      "mention telegram 570334843": "admit group-allowlisted",
      "key telegram 1001": "agent:main:main",
    },
  },
  {
    config: "telegram-allowlist",
    edition: "openclaw@2026.9.6",
    why: "the same; commands that are not on a list are not asked about, and denied",
    accepted: ["not-read commands.restart"],
    answers: {
      "direct telegram 1001": "deny dm-not-allowlisted",
      "direct telegram 570334843": "admit dm-allowlisted",
      "group telegram 1001": "deny group-not-allowlisted",
      "mention telegram 1001": "deny group-not-allowlisted",
      "group telegram 570334843": "deny mention-required",
      "mention telegram 570334843": "admit group-allowlisted",
      "key telegram 1001": "agent:main:main",
      "exec main": "deny not-allowlisted",
    },
  },
  {
    config: "telegram-allowlist",
    edition: "2026-11",
    why: "the same; commands are asked about",
    accepted: ["not-read tools.exec.safeBins", "not-read commands.restart"],
    answers: {
      "direct telegram 1001": "deny dm-not-allowlisted",
      "direct telegram 570334843": "admit dm-allowlisted",
      "group telegram 1001": "deny group-not-allowlisted",
      "mention telegram 1001": "deny group-not-allowlisted",
      "group telegram 570334843": "deny mention-required",
      "mention telegram 570334843": "admit group-allowlisted",
      "key telegram 1001": "agent:main:main",
      "exec main": "ask not-allowlisted",
    },
  },
  {
    config: "telegram-stray-section",
    edition: "openclaw@2026.2.9",
    why: "no release has a section `routing` any more",
    refused: ["unknown-key routing"],
  },
  {
    config: "telegram-stray-section",
    edition: "openclaw@2026.9.6",
    why: "the same",
    refused: ["unknown-key routing"],
  },
  {
    config: "telegram-stray-section",
    edition: "2026-11",
    why: "nor has 2026-11",
    refused: ["unknown-key routing"],
  },
  {
    config: "telegram-one-agent",
    edition: "openclaw@2026.3.13",
    why: "pairing, and no group is listed",
    accepted: ["not-read commands.restart"],
    answers: {
      "direct telegram 1001": "pair dm-pairing",
      "group telegram 1001": "deny room-not-listed",
      "mention telegram 1001": "deny room-not-listed",
      "key telegram 1001": "agent:main:telegram:direct:1001",
    },
  },
  {
    config: "telegram-one-agent",
    edition: "openclaw@2026.9.6",
    why: "a setting that releases had up to 2026.7.35 is refused",
    refused: ["unknown-key commands.ownerDisplay"],
  },
  {
    config: "telegram-one-agent",
    edition: "2026-11",
    why: "it is named, and changes nothing",
    accepted: ["unknown-key commands.ownerDisplay", "not-read commands.restart"],
    answers: {
      "direct telegram 1001": "pair dm-pairing",
      "group telegram 1001": "deny room-not-listed",
      "mention telegram 1001": "deny room-not-listed",
      "key telegram 1001": "agent:main:telegram:direct:1001",
      "exec main": "ask not-allowlisted",
    },
  },
  {
    config: "telegram-two-accounts",
    edition: "openclaw@2026.3.23-2",
    why: "each account is its agent's; the accounts' own group policy counts, not the open one of the channel",
    accepted: [
      "ambiguous-agent agents",
      "not-read commands.restart",
      "per-peer-joins-channels session.dmScope",
    ],
    answers: {
      "direct telegram 1001": "pair dm-pairing",
      "direct telegram 700003": "admit dm-allowlisted",
      "group telegram 700003": "deny mention-required",
      "mention telegram 700003": "admit group-allowlisted",
      "mention telegram 1001": "deny group-not-allowlisted",
      "key telegram 1001": "agent:main:direct:1001",
      "key telegram 1001 name-2": "agent:name-0:direct:1001",
    },
  },
  {
    config: "telegram-two-accounts",
    edition: "openclaw@2026.9.6",
    why: "the loader refuses several agents of which none is the default",
    refused: ["ambiguous-agent agents.ownership", "unknown-key commands.ownerDisplay"],
  },
  {
    config: "telegram-two-accounts",
    edition: "2026-11",
    why: "the bindings claim what comes by the accounts there are, so that nothing is unclaimed",
    accepted: [
      "ambiguous-agent agents",
      "unknown-key commands.ownerDisplay",
      "not-read commands.restart",
      "per-peer-joins-channels session.dmScope",
    ],
    answers: {
      "direct telegram 1001": "pair dm-pairing",
      "direct telegram 700003": "admit dm-allowlisted",
      "group telegram 700003": "deny mention-required",
      "mention telegram 700003": "admit group-allowlisted",
      "mention telegram 1001": "deny group-not-allowlisted",
      "key telegram 1001": "agent:main:direct:1001",
      "key telegram 1001 name-2": "agent:name-0:direct:1001",
      "exec main": "ask not-allowlisted",
    },
  },
  {
    config: "telegram-mentions-only",
    edition: "openclaw@2026.4.23",
    why: "groups are listed and nobody in them is: only pairing lets somebody in",
    accepted: ["nobody-listed channels.telegram.groupAllowFrom"],
    answers: {
      "direct telegram 1001": "pair dm-pairing",
      "group telegram 1001": "deny group-empty-allowlist",
      "mention telegram 1001": "deny group-empty-allowlist",
      "key telegram 1001": "agent:main:telegram:direct:1001",
      "exec main": "run trusted",
    },
  },
  {
    config: "telegram-mentions-only",
    edition: "openclaw@2026.9.6",
    why: "the same",
    accepted: ["nobody-listed channels.telegram.groupAllowFrom"],
    answers: {
      "direct telegram 1001": "pair dm-pairing",
      "group telegram 1001": "deny group-empty-allowlist",
      "mention telegram 1001": "deny group-empty-allowlist",
      "key telegram 1001": "agent:main:telegram:direct:1001",
      "exec main": "run trusted",
    },
  },
  {
    config: "telegram-mentions-only",
    edition: "2026-11",
    why: "the same",
    accepted: ["nobody-listed channels.telegram.groupAllowFrom"],
    answers: {
      "direct telegram 1001": "pair dm-pairing",
      "group telegram 1001": "deny group-empty-allowlist",
      "mention telegram 1001": "deny group-empty-allowlist",
      "key telegram 1001": "agent:main:telegram:direct:1001",
      "exec main": "ask not-allowlisted",
    },
  },
  {
    config: "telegram-sandboxed",
    edition: "openclaw@2026.3.31",
    why: "one id is one person on all channels",
    accepted: ["per-peer-joins-channels session.dmScope"],
    answers: {
      "direct telegram 1001": "pair dm-pairing",
      "group telegram 1001": "deny room-not-listed",
      "mention telegram 1001": "deny room-not-listed",
      "key telegram 1001": "agent:main:direct:1001",
    },
  },
  {
    config: "telegram-sandboxed",
    edition: "openclaw@2026.9.6",
    why: "the same",
    accepted: ["per-peer-joins-channels session.dmScope"],
    answers: {
      "direct telegram 1001": "pair dm-pairing",
      "group telegram 1001": "deny room-not-listed",
      "mention telegram 1001": "deny room-not-listed",
      "key telegram 1001": "agent:main:direct:1001",
    },
  },
  {
    config: "telegram-sandboxed",
    edition: "2026-11",
    why: "the same; full security has no effect beside approvals",
    accepted: ["per-peer-joins-channels session.dmScope", "setting-without-effect tools.exec.security"],
    answers: {
      "direct telegram 1001": "pair dm-pairing",
      "group telegram 1001": "deny group-empty-allowlist",
      "mention telegram 1001": "deny group-empty-allowlist",
      "key telegram 1001": "agent:main:direct:1001",
    },
  },
  {
    config: "discord-open-guilds",
    edition: "openclaw@2026.4.26",
    why: "the first agent answers",
    accepted: [
      "not-read agents.defaults.subagents.maxChildrenPerAgent",
      "not-read agents.defaults.subagents.requireAgentId",
      "not-read agents.defaults.subagents.allowAgents",
      "not-read agents.list[].subagents.requireAgentId",
      "not-read agents.list[].subagents.allowAgents",
      "ambiguous-agent agents",
      "not-read session.threadBindings",
      "not-read channels.discord.threadBindings",
    ],
    answers: {
      "direct discord 7": "pair dm-pairing",
      "key discord 7": "agent:name-0:discord:direct:7",
      "exec name-0": "run trusted",
    },
  },
  {
    config: "discord-open-guilds",
    edition: "openclaw@2026.9.6",
    why: "several agents and no default one, and a setting that is gone",
    refused: [
      "ambiguous-agent agents.ownership",
      "unknown-key channels.discord.threadBindings.spawnSubagentSessions",
    ],
  },
  {
    config: "discord-open-guilds",
    edition: "2026-11",
    why: "nobody answers what no binding claims",
    accepted: [
      "not-read agents.defaults.subagents.maxChildrenPerAgent",
      "not-read agents.defaults.subagents.requireAgentId",
      "not-read agents.defaults.subagents.allowAgents",
      "not-read agents.list[].subagents.requireAgentId",
      "not-read agents.list[].subagents.allowAgents",
      "ambiguous-agent agents",
      "setting-without-effect tools.exec.security",
      "not-read session.threadBindings",
      "unknown-key channels.discord.threadBindings.spawnSubagentSessions",
      "not-read channels.discord.threadBindings",
    ],
    answers: {
      "direct discord 7": "pair dm-pairing",
      "key discord 7": "ambiguous-agent",
      "exec name-0": "ask not-allowlisted",
    },
  },
  {
    config: "discord-by-guesswork",
    edition: "openclaw@2026.3.13",
    why: "each guessed name is told its right place",
    refused: [
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
  {
    config: "discord-by-guesswork",
    edition: "openclaw@2026.9.6",
    why: "the same, of this release",
    refused: [
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
  {
    config: "discord-by-guesswork",
    edition: "2026-11",
    why: "each guessed name is told its right place",
    refused: [
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
  {
    config: "mattermost-five-agents",
    edition: "openclaw@2026.4.10",
    why: "a word that the release does not have",
    refused: ["unknown-value channels.mattermost.chatmode"],
  },
  {
    config: "mattermost-five-agents",
    edition: "openclaw@2026.9.6",
    why: "the same, and no default agent",
    refused: ["ambiguous-agent agents.ownership", "unknown-value channels.mattermost.chatmode"],
  },
  {
    config: "mattermost-five-agents",
    edition: "2026-11",
    why: "open to everybody needs to be said twice",
    refused: ["open-without-star channels.mattermost.dmPolicy"],
  },
  {
    config: "mattermost-one-agent",
    edition: "openclaw@2026.4.10",
    why: "a word that the release does not have",
    refused: ["unknown-value channels.mattermost.chatmode"],
  },
  {
    config: "mattermost-one-agent",
    edition: "openclaw@2026.9.6",
    why: "the same",
    refused: ["unknown-value channels.mattermost.chatmode"],
  },
  {
    config: "mattermost-one-agent",
    edition: "2026-11",
    why: "open to everybody needs to be said twice",
    refused: ["open-without-star channels.mattermost.dmPolicy"],
  },
  {
    config: "whatsapp-binding-priorities",
    edition: "openclaw@2026.3.13",
    why: "bindings have no priority, and a kind of peer alone is no peer",
    refused: [
      "unknown-key agents.defaults.session",
      "unknown-key agents.defaults.tools",
      "missing bindings[].match.peer.id",
      "unknown-key bindings[].priority",
      "unknown-key logging.format",
      "unknown-key logging.destinations",
    ],
  },
  {
    config: "whatsapp-binding-priorities",
    edition: "openclaw@2026.9.6",
    why: "the same, and `dm` is `direct` now",
    refused: [
      "unknown-key agents.defaults.session",
      "unknown-key agents.defaults.tools",
      "missing bindings[].match.peer.id",
      "unknown-key bindings[].priority",
      "unknown-value bindings[].match.peer.kind",
      "unknown-key logging.format",
      "unknown-key logging.destinations",
    ],
  },
  {
    config: "whatsapp-binding-priorities",
    edition: "2026-11",
    why: "the same",
    refused: [
      "unknown-key agents.defaults.session",
      "unknown-key agents.defaults.tools",
      "unknown-value bindings[].match.peer.kind",
      "missing bindings[].match.peer.id",
      "unknown-key bindings[].priority",
      "unknown-key logging.format",
      "unknown-key logging.destinations",
    ],
  },
  {
    config: "three-agents-per-peer",
    edition: "openclaw@2026.3.13",
    why: "agents may reach others that there are not",
    accepted: [
      "not-read agents.defaults.subagents.maxChildrenPerAgent",
      "per-peer-joins-channels session.dmScope",
      "unknown-agent tools.agentToAgent.allow[]",
    ],
    answers: { "key telegram 1001": "agent:name-0:direct:1001" },
  },
  {
    config: "three-agents-per-peer",
    edition: "openclaw@2026.9.6",
    why: "the same",
    accepted: [
      "not-read agents.defaults.subagents.maxChildrenPerAgent",
      "per-peer-joins-channels session.dmScope",
      "unknown-agent tools.agentToAgent.allow[]",
    ],
    answers: { "key telegram 1001": "agent:name-0:direct:1001", "exec name-0": "run trusted" },
  },
  {
    config: "three-agents-per-peer",
    edition: "2026-11",
    why: "the same",
    accepted: [
      "not-read agents.defaults.subagents.maxChildrenPerAgent",
      "per-peer-joins-channels session.dmScope",
      "unknown-agent tools.agentToAgent.allow[]",
    ],
    answers: { "key telegram 1001": "agent:name-0:direct:1001", "exec name-0": "ask not-allowlisted" },
  },
  {
    config: "six-agents-without-channels",
    edition: "openclaw@2026.6.8",
    why: "what each agent may use is its own; where memory is searched is read",
    accepted: [
      "not-read agents.list[].subagents.allowAgents",
      "not-read commands.restart",
      "not-read hooks.enabled",
      "not-read memory.qmd.includeDefaultMemory",
      "not-read memory.qmd.sessions",
    ],
    answers: {
      "key telegram 1001": "agent:main:telegram:direct:1001",
      "tool main exec": "allow allowed",
      "tool name-2 exec": "deny denied",
      "tool name-9 exec": "allow allowed",
      "exec name-9": "run trusted",
    },
  },
  {
    config: "six-agents-without-channels",
    edition: "openclaw@2026.9.6",
    why: "what the releases left behind in 2026.8.1 is refused",
    refused: [
      "unknown-key messages.queue.debounceMs",
      "unknown-key commands.ownerDisplay",
      "unknown-key memory.qmd",
    ],
  },
  {
    config: "six-agents-without-channels",
    edition: "2026-11",
    why: "it is named; where memory is searched is written elsewhere",
    accepted: [
      "not-read agents.list[].subagents.allowAgents",
      "unknown-key messages.queue.debounceMs",
      "unknown-key commands.ownerDisplay",
      "not-read commands.restart",
      "not-read hooks.enabled",
      "not-read memory.qmd.includeDefaultMemory",
      "not-read memory.qmd.sessions",
      "setting-without-effect memory.qmd.scope",
    ],
    answers: {
      "key telegram 1001": "agent:main:telegram:direct:1001",
      "tool main exec": "allow allowed",
      "tool name-2 exec": "deny denied",
      "tool name-9 exec": "allow allowed",
      "exec name-9": "ask not-allowlisted",
    },
  },
  {
    config: "coding-profile",
    edition: "openclaw@2026.3.13",
    why: "nothing deserves a look",
    accepted: [],
    answers: {
      "key telegram 1001": "agent:main:telegram:direct:1001",
      "tool main exec": "allow allowed",
      "tool main message": "deny not-listed",
    },
  },
  {
    config: "coding-profile",
    edition: "openclaw@2026.9.6",
    why: "the same; a release of these trusts commands",
    accepted: [],
    answers: {
      "key telegram 1001": "agent:main:telegram:direct:1001",
      "tool main exec": "allow allowed",
      "tool main message": "deny not-listed",
      "exec main": "run trusted",
    },
  },
  {
    config: "coding-profile",
    edition: "2026-11",
    why: "commands are asked about",
    accepted: [],
    answers: {
      "key telegram 1001": "agent:main:telegram:direct:1001",
      "tool main exec": "allow allowed",
      "tool main message": "deny not-listed",
      "exec main": "ask not-allowlisted",
    },
  },
  {
    config: "only-defaults",
    edition: "openclaw@2026.4.8",
    why: "all people share the main session",
    accepted: [],
    answers: { "key telegram 1001": "agent:main:main", "exec main": "run trusted" },
  },
  {
    config: "only-defaults",
    edition: "openclaw@2026.9.6",
    why: "the same",
    accepted: [],
    answers: { "key telegram 1001": "agent:main:main", "exec main": "run trusted" },
  },
  {
    config: "only-defaults",
    edition: "2026-11",
    why: "the same; commands are asked about",
    accepted: [],
    answers: { "key telegram 1001": "agent:main:main", "exec main": "ask not-allowlisted" },
  },
  {
    config: "memory-and-cron-jobs",
    edition: "openclaw@2026.3.13",
    why: "the jobs of cron are no settings",
    refused: ["unknown-key cron.jobs"],
  },
  {
    config: "memory-and-cron-jobs",
    edition: "openclaw@2026.9.6",
    why: "the same, and memory is another section",
    refused: ["unknown-key memory.qmd", "unknown-key agents.defaults.memorySearch", "unknown-key cron.jobs"],
  },
  {
    config: "memory-and-cron-jobs",
    edition: "2026-11",
    why: "the same",
    refused: ["unknown-key cron.jobs"],
  },
  {
    config: "agents-by-name",
    edition: "openclaw@2026.3.13",
    why: "agents are a list, channels stand under `channels`, and a variable is not put in",
    refused: [
      'unknown-key agents["agent-b"]',
      "unknown-key agents.content",
      "unknown-key agents.ads",
      'unknown-key agents["agent-a"]',
      "unknown-key agents.analytics",
      "unresolved-variable telegram.ownerChat",
      "unknown-key telegram",
    ],
  },
  {
    config: "agents-by-name",
    edition: "openclaw@2026.9.6",
    why: "agents are entries",
    refused: [
      'unknown-key agents["agent-b"]',
      "unknown-key agents.content",
      "unknown-key agents.ads",
      'unknown-key agents["agent-a"]',
      "unknown-key agents.analytics",
      "unresolved-variable telegram.ownerChat",
      "unknown-key telegram",
    ],
  },
  {
    config: "agents-by-name",
    edition: "2026-11",
    why: "the same",
    refused: [
      'unknown-key agents["agent-b"]',
      "unknown-key agents.content",
      "unknown-key agents.ads",
      'unknown-key agents["agent-a"]',
      "unknown-key agents.analytics",
      "unresolved-variable telegram.ownerChat",
      "unknown-key telegram",
    ],
  },
  {
    config: "agents-with-souls",
    edition: "openclaw@2026.3.13",
    why: "agents are a list, and pairing is a policy",
    refused: [
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
  {
    config: "agents-with-souls",
    edition: "openclaw@2026.9.6",
    why: "agents are entries",
    refused: [
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
  {
    config: "agents-with-souls",
    edition: "2026-11",
    why: "the same",
    refused: [
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
  {
    config: "agents-as-list",
    edition: "openclaw@2026.3.13",
    why: "the list belongs within the section",
    refused: [
      "unresolved-variable agents[].telegram.groupId",
      "unresolved-variable agents[].telegram.topicId",
      "wrong-type agents",
    ],
  },
  {
    config: "agents-as-list",
    edition: "openclaw@2026.9.6",
    why: "the same",
    refused: [
      "unresolved-variable agents[].telegram.groupId",
      "unresolved-variable agents[].telegram.topicId",
      "wrong-type agents",
    ],
  },
  {
    config: "agents-as-list",
    edition: "2026-11",
    why: "the same",
    refused: [
      "unresolved-variable agents[].telegram.groupId",
      "unresolved-variable agents[].telegram.topicId",
      "wrong-type agents",
    ],
  },
];

describe("configs of real hosts", () => {
  it.each(rows)("$config under $edition: $why", ({ config, edition, refused, accepted, answers = {} }) => {
    const parsed = safeParsePolicy(configOf(config), { edition, timeZone: "UTC" });
    const issues = parsed.ok ? parsed.warnings : parsed.issues;
    const told = new Set(issues.map(({ code, path }) => `${code} ${path.replace(/\[\d+\]/g, "[]")}`));
    expect({ [parsed.ok ? "accepted" : "refused"]: [...told] }).toEqual(
      accepted ? { accepted } : { refused },
    );
    if (!parsed.ok) return;
    const given = Object.keys(answers).map((question) => [question, answer(question, parsed.policy)]);
    expect(Object.fromEntries(given)).toEqual(answers);
  });

  it.each(names)("%s is asked about under three editions, the release that wrote it among them", (name) => {
    const asked = rows.filter(({ config }) => config === name).map(({ edition }) => edition);
    const [written, ...others] = asked;
    const { lastTouchedVersion } = configOf(name).meta ?? {};
    // The first release on record stands for those before it.
    const isWritten = [lastTouchedVersion, "2026.1.29"].includes(written?.replace("openclaw@", ""));
    expect(lastTouchedVersion === undefined || isWritten).toBe(true);
    expect(others).toEqual(["openclaw@2026.9.6", "2026-11"]);
  });
});
