import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { applyFix, audit, type Finding } from "../../../src/analysis/index.ts";
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
  "mattermost-five-agents": "openclaw@2026.3.23-2",
  "mattermost-one-agent": "openclaw@2026.3.23-2",
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
const nobodyKnown = "nobody is known, and the release lets sessions read one another";
const pairedReach = "`full` is written, and whoever is paired reaches it";
const fullOfFirst = "`full` is written for the first agent, and nobody is known who may not write";
const fullOfDefault =
  "`full` is written for the agent of the default account, and whoever is paired reaches it";
const ownOfSix = "`all` is written; other agents are not reached, its own sessions are, also by hooks";
const ownOfThree = "`all` is written; the list names none of the agents, so that each reads its own sessions";
const listedInGroups =
  "the one who is listed is answered in any group, and the release searches memory there";

/** Somebody whom nobody knows writes directly to the agent that has all tools; the two configs differ in where its own stand. */
const openMattermost = (deny: string): Outcome => [
  ["critical direct-messages-shared session.dmScope", "anybody may write, and `main` is the release's scope"],
  [`critical strangers-reach-host ${deny}`, "they write to an agent that has exec, which runs on the host"],
  ["critical exec-without-approval tools.exec.host", unguarded],
  ["high open-direct-messages channels.mattermost.dmPolicy", "`open` is written"],
  [
    `high strangers-reach-gateway ${deny}`,
    "no list denies a tool: of these the release keeps cron, gateway and nodes to owners, and not those for other sessions",
  ],
  ["high tools-full tools.profile", "`full` is written for all, and strangers reach it"],
];

/** What came of a config: refused, or every finding of `high` or `critical` and why it is true, read in the config line by line. */
type Outcome = "refused" | readonly (readonly [finding: string, why: string])[];

const outcomes: Readonly<Record<string, Outcome>> = {
  "agents-as-list openclaw@2026.3.13": "refused",
  "agents-as-list openclaw@2026.9.6": "refused",
  "agents-as-list 2026-11": "refused",
  "agents-by-name openclaw@2026.3.13": "refused",
  "agents-by-name openclaw@2026.9.6": "refused",
  "agents-by-name 2026-11": "refused",
  "agents-with-souls openclaw@2026.3.13": "refused",
  "agents-with-souls openclaw@2026.9.6": "refused",
  "agents-with-souls 2026-11": "refused",
  "coding-profile openclaw@2026.3.13": [["critical exec-without-approval tools.exec.host", unguarded]],
  "coding-profile openclaw@2026.9.6": [
    ["critical exec-without-approval tools.exec.security", trusted],
    ["high visibility-all tools.sessions.visibility", nobodyKnown],
  ],
  "coding-profile 2026-11": [],
  "discord-by-guesswork openclaw@2026.3.13": "refused",
  "discord-by-guesswork openclaw@2026.9.6": "refused",
  "discord-by-guesswork 2026-11": "refused",
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
      "what is denied are no tools of these names: cron, gateway and nodes the release keeps to owners, and not those for other sessions",
    ],
    [
      'high open-groups-without-mention channels.discord.guilds["*"].requireMention',
      "any server is let in, and none needs a mention",
    ],
    [
      "high memory-searched-in-groups memory.backend",
      "qmd is not written, and what searches memory in its place asks no scope",
    ],
    ["high tools-full tools.profile", "`full` is written for all, and strangers reach it"],
  ],
  "discord-open-guilds openclaw@2026.9.6": "refused",
  "discord-open-guilds 2026-11": [],
  "mattermost-five-agents openclaw@2026.3.23-2": openMattermost("agents.list[0].tools.deny"),
  "mattermost-five-agents openclaw@2026.9.6": "refused",
  "mattermost-five-agents 2026-11": "refused",
  "mattermost-one-agent openclaw@2026.3.23-2": openMattermost("tools.deny"),
  "mattermost-one-agent openclaw@2026.9.6": "refused",
  "mattermost-one-agent 2026-11": "refused",
  "memory-and-cron-jobs openclaw@2026.3.13": "refused",
  "memory-and-cron-jobs openclaw@2026.9.6": "refused",
  "memory-and-cron-jobs 2026-11": "refused",
  "only-defaults openclaw@2026.4.8": [["critical exec-without-approval tools.exec.security", trusted]],
  "only-defaults openclaw@2026.9.6": [
    ["critical exec-without-approval tools.exec.security", trusted],
    ["high visibility-all tools.sessions.visibility", nobodyKnown],
  ],
  "only-defaults 2026-11": [],
  "six-agents-without-channels openclaw@2026.6.8": [
    ["critical exec-without-approval tools.exec.security", trusted],
    ["high tools-full agents.list[0].tools.profile", fullOfFirst],
    ["high visibility-all tools.sessions.visibility", ownOfSix],
  ],
  "six-agents-without-channels openclaw@2026.9.6": "refused",
  "six-agents-without-channels 2026-11": [
    ["high tools-full agents.list[0].tools.profile", fullOfFirst],
    ["high visibility-all tools.sessions.visibility", ownOfSix],
  ],
  "telegram-allowlist openclaw@2026.1.29": [
    [
      "critical exec-without-approval tools.exec.host",
      "the list of commands is not asked where no host is named, up to 2026.3.28",
    ],
    ["high memory-searched-in-groups ", listedInGroups],
  ],
  "telegram-allowlist openclaw@2026.9.6": [["high memory-searched-in-groups ", listedInGroups]],
  "telegram-allowlist 2026-11": [],
  "telegram-mentions-only openclaw@2026.4.23": [
    ["critical exec-without-approval tools.exec.security", trusted],
  ],
  "telegram-mentions-only openclaw@2026.9.6": [
    ["critical exec-without-approval tools.exec.security", trusted],
    ["high visibility-all tools.sessions.visibility", ownSessions],
  ],
  "telegram-mentions-only 2026-11": [],
  "telegram-one-agent openclaw@2026.3.13": [
    ["critical exec-without-approval tools.exec.host", unguarded],
    ["high tools-full tools.profile", pairedReach],
  ],
  "telegram-one-agent openclaw@2026.9.6": "refused",
  "telegram-one-agent 2026-11": [["high tools-full tools.profile", pairedReach]],
  "telegram-sandboxed openclaw@2026.3.31": [],
  "telegram-sandboxed openclaw@2026.9.6": [],
  "telegram-sandboxed 2026-11": [],
  "telegram-stray-section openclaw@2026.2.9": "refused",
  "telegram-stray-section openclaw@2026.9.6": "refused",
  "telegram-stray-section 2026-11": "refused",
  "telegram-two-accounts openclaw@2026.3.23-2": [
    ["critical exec-without-approval tools.exec.host", unguarded],
    ["high tools-full agents.list[0].tools.profile", fullOfDefault],
    [
      "high memory-searched-in-groups memory.backend",
      "the one who is listed is answered in any group, and only qmd, which is not written, asks a scope",
    ],
  ],
  "telegram-two-accounts openclaw@2026.9.6": "refused",
  "telegram-two-accounts 2026-11": [["high tools-full agents.list[0].tools.profile", fullOfDefault]],
  "three-agents-per-peer openclaw@2026.3.13": [
    ["critical exec-without-approval tools.exec.host", unguarded],
    ["high visibility-all tools.sessions.visibility", ownOfThree],
  ],
  "three-agents-per-peer openclaw@2026.9.6": [
    ["critical exec-without-approval tools.exec.security", trusted],
    ["high visibility-all tools.sessions.visibility", ownOfThree],
  ],
  "three-agents-per-peer 2026-11": [["high visibility-all tools.sessions.visibility", ownOfThree]],
  "whatsapp-binding-priorities openclaw@2026.3.13": "refused",
  "whatsapp-binding-priorities openclaw@2026.9.6": "refused",
  "whatsapp-binding-priorities 2026-11": "refused",
};

const asked = Object.entries(writtenBy).flatMap(([config, edition]) =>
  [edition, ...newest].map((each) => [config, each] as const),
);

function parse(input: ConfigInput, edition: Edition) {
  return safeParsePolicy(input, { edition, timeZone: "UTC", env: { OWNER_ID: "5" } });
}

function graveIn(input: ConfigInput, edition: Edition): readonly Finding[] | "refused" {
  const parsed = parse(input, edition);
  if (!parsed.ok) return "refused";
  return audit(parsed.policy).filter(({ severity }) => severity === "critical" || severity === "high");
}

const named = ({ id, path, severity }: Finding) => `${severity} ${id} ${path}`;

describe("what is found in configs of real hosts, of high and critical", () => {
  it.each(asked)("%s under %s is true, and ended by its fix", (config, edition) => {
    // What the files hold is what a host may write.
    const input = JSON.parse(readFileSync(new URL(`${config}.json`, directory), "utf8")) as ConfigInput;
    const found = graveIn(input, edition);
    const told = outcomes[`${config} ${edition}`];
    expect(found === "refused" ? found : new Set(found.map(named))).toEqual(
      told === "refused" ? told : new Set(told?.map(([finding]) => finding)),
    );
    const unmended = (found === "refused" ? [] : found).filter((finding) => {
      const left = graveIn(applyFix(input, finding.fix), edition);
      return (
        finding.fix.changes.length > 0 && (left === "refused" || left.map(named).includes(named(finding)))
      );
    });
    expect(unmended).toEqual([]);
  });

  it("is told of each config that there is", () => {
    const names = readdirSync(directory).map((file) => file.replace(/\.json$/, ""));
    expect(Object.keys(writtenBy).toSorted()).toEqual(names.toSorted());
    expect(Object.keys(outcomes)).toEqual(asked.map(([config, edition]) => `${config} ${edition}`));
  });
});
