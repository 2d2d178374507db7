import { describe, expect, it } from "vitest";
import {
  evaluateAccess,
  evaluateCommand,
  evaluateExec,
  evaluateMemorySearch,
  evaluateSandbox,
  evaluateSend,
  evaluateTool,
  evaluateVisibility,
  parsePolicy,
  type AccessRequest,
  type CommandRequest,
  type ConfigInput,
  type ExecRequest,
  type Policy,
  type Requester,
  type SandboxRequest,
  type SendRequest,
  type ToolRequest,
} from "../../../src/index.ts";
import { nearMisses } from "../../../src/scope/facts/read-facts.ts";

/*
 * No allow exists that the full true facts would not give. Of every evaluation and every fact there is a config that denies
 * because of that fact, and then the fact is left out, or told in any wrong way; or a reason why it takes nothing away. A fact
 * that is forgotten does not compile.
 */

/** A config that denies because of a fact, with what else is told then; or why the fact, by itself, denies nothing. */
type Denial = ConfigInput | readonly [ConfigInput, Readonly<Record<string, unknown>>] | string;

/** Facts that the key of a chat tells, too. */
const inKeys = ["channel", "chatType", "peer", "agentId", "account", "thread"];
/** And that of a main session. */
const inMainKeys = ["chatType", "agentId"];

interface Evaluation {
  readonly ask: (request: object, policy: Policy) => boolean;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly denials: Readonly<Record<string, Denial>>;
  /** What its key tells, too. An id that it does not tell is another one, where it is spelled otherwise. */
  readonly inKey: readonly string[];
}

function evaluation<Request>(
  ask: (request: Request, policy: Policy) => { readonly allowed: boolean },
  facts: Partial<Request> & object,
  denials: Readonly<Record<keyof Request, Denial>>,
  inKey: readonly string[] = inKeys,
): Evaluation {
  // What is told wrongly is a request as far as JavaScript knows.
  return {
    ask: (request, policy) => ask(request as Request, policy).allowed,
    facts: { ...facts },
    denials,
    inKey,
  };
}

const grants = "what it tells can only grant, so that without it nothing is granted";
const absence = "absent it says that there is none, as the types say";
const another = "it says that something else is asked, not that less is known";
const names = "names count only where a config tells them to, and grant alone";

const key = "agent:main:telegram:group:-1";
const chat = { channel: "telegram", account: "work", chatType: "group", peer: "-1" } as const;
const denied = (match: object): ConfigInput => ({
  session: { sendPolicy: { default: "allow", rules: [{ action: "deny", match }] } },
});
const forgotten = (match: object): ConfigInput => ({
  agents: {
    defaults: { memorySearch: { scope: { default: "allow", rules: [{ action: "deny", match }] } } },
  },
});

const inRoom = { key, channel: "telegram", chatType: "group", peer: "-1", agentId: "main" } as const;
const sessionDenials = (deny: (match: object) => ConfigInput) =>
  ({
    key: deny({ channel: "telegram" }),
    channel: deny({ channel: "telegram" }),
    chatType: deny({ chatType: "group" }),
    account: "of a session whose key names none it is the default one",
    peer: deny({ peer: "-1" }),
    agentId: deny({ agent: "main" }),
    thread: "a session whose key names none has none",
    stored: "what a store remembers stands behind the key",
  }) as const;

/** A session that collects chats, so that its key tells none of them. */
const inMain = {
  key: "agent:main:main",
  channel: "telegram",
  chatType: "direct",
  account: "1",
  peer: "7",
  agentId: "main",
} as const;
const mainDenials = (deny: (match: object) => ConfigInput) =>
  ({
    key: deny({ agent: "main" }),
    channel: deny({ channel: "telegram" }),
    chatType: deny({ chatType: "direct" }),
    account: deny({ account: "1" }),
    peer: deny({ peer: "7" }),
    agentId: deny({ agent: "main" }),
    thread: "a session whose key names none has none",
    stored: "what a store remembers stands behind the key",
  }) as const;

const exec = { deny: ["exec"] };
const rooms: ConfigInput = { channels: { telegram: { groups: { "-1": { tools: exec } } } } };
const discord = { channel: "discord", chatType: "channel", peer: "20", guild: "10", key: undefined } as const;
const guilds: ConfigInput = {
  channels: { discord: { guilds: { "10": { channels: { "20": { tools: exec } } } } } },
};
const teams: ConfigInput = { channels: { msteams: { teams: { T1: { tools: exec } } } } };
const inTeam = { channel: "msteams", chatType: "channel", peer: "C1", team: "T1", key: undefined } as const;
const approvals = { enabled: true, policy: "allowlist", allowlist: ["git status"] } as const;
const listed: ConfigInput = { tools: { exec: { approvals } } };
const ofMain: ConfigInput = {
  agents: { list: [{ id: "main", default: true, tools: { exec: { security: "deny" } } }] },
  tools: { exec: { approvals: { ...approvals, allowlist: ["git push"] } } },
};
const bySender = (name: string): ConfigInput => ({ tools: { toolsBySender: { [name]: exec } } });
const boxed: ConfigInput = { agents: { defaults: { sandbox: { mode: "non-main" } } } };

const evaluations: Readonly<Record<string, Evaluation>> = {
  evaluateSend: evaluation<Omit<SendRequest, "override">>(evaluateSend, inRoom, sessionDenials(denied)),
  evaluateMemorySearch: evaluation<Omit<SendRequest, "override">>(
    evaluateMemorySearch,
    inRoom,
    sessionDenials(forgotten),
  ),
  "evaluateSend of a main session": evaluation<Omit<SendRequest, "override">>(
    evaluateSend,
    inMain,
    mainDenials(denied),
    inMainKeys,
  ),
  "evaluateMemorySearch of a main session": evaluation<Omit<SendRequest, "override">>(
    evaluateMemorySearch,
    inMain,
    mainDenials(forgotten),
    inMainKeys,
  ),
  evaluateExec: evaluation<ExecRequest>(
    evaluateExec,
    {
      command: "git push",
      key: "agent:main:telegram:direct:7",
      agentId: "main",
      channel: "telegram",
    },
    {
      command: listed,
      shell: another,
      key: ofMain,
      agentId: ofMain,
      channel: "it says who is asked, not whether anybody is",
      security: absence,
      ask: another,
      host: another,
      sandboxed: "the config tells which sessions run in one",
      file: "of releases: `2026-11` decides by the config",
      programs: "of releases: `2026-11` decides by the config",
      segments: "of releases: `2026-11` reads the command itself",
      approvedForGood: grants,
      elevated: grants,
      elevatedLevel: grants,
      sender: grants,
      senderName: grants,
      senderUsername: grants,
      senderE164: grants,
      senderTag: grants,
      aliases: grants,
      from: grants,
      to: grants,
    },
  ),
  evaluateVisibility: evaluation<Requester>(
    (requester, policy) =>
      evaluateVisibility({ action: "history", requester, target: "agent:main:main" }, policy),
    { key: "agent:main:telegram:direct:7", agentId: "main" },
    {
      key: { tools: { sessions: { visibility: "tree" } } },
      agentId: { tools: { sessions: { visibility: "tree" } } },
      mainKey: "the config tells which session is the main one",
      sandboxed: [
        {
          agents: { defaults: { sandbox: { mode: "all" } } },
          tools: { sessions: { visibility: "agent" } },
        },
        { sandboxed: true },
      ],
      spawned: grants,
    },
  ),
  evaluateSandbox: evaluation<SandboxRequest>(
    evaluateSandbox,
    { key: "agent:main:telegram:group:-1", agentId: "main", action: "network" },
    { key: boxed, agentId: boxed, action: boxed, tool: another },
  ),
  evaluateTool: evaluation<Omit<ToolRequest, "ownTools">>(
    evaluateTool,
    { ...chat, account: "default", key, agentId: "main", tool: "exec", sender: "Ab5" },
    {
      tool: { tools: exec },
      key: rooms,
      channel: [rooms, { key: undefined }],
      chatType: [rooms, { key: undefined }],
      peer: [rooms, { key: undefined }],
      account: absence,
      agentId: { agents: { list: [{ id: "main", default: true, tools: exec }] } },
      sender: bySender("id:Ab5"),
      senderE164: [bySender("e164:+1555"), { senderE164: "+1555" }],
      senderUsername: [bySender("username:Ann"), { senderUsername: "Ann" }],
      senderName: [bySender("name:Ann"), { senderName: "Ann" }],
      aliases: absence,
      guild: [guilds, discord],
      team: [teams, inTeam],
      parent: absence,
      guildUnavailable: absence,
      orgWide: absence,
      roomName: names,
      parentName: names,
      guildName: names,
      teamName: names,
      plugin: another,
      provider: another,
      model: another,
      sandboxed: [{ agents: { defaults: { sandbox: { mode: "all", tools: exec } } } }, { sandboxed: true }],
      subagent: [
        { tools: { subagents: { tools: exec } } },
        {
          key: "agent:main:subagent:x",
          subagent: {},
          channel: undefined,
          chatType: undefined,
          peer: undefined,
        },
      ],
    },
  ),
  evaluateAccess: evaluation<AccessRequest>(
    evaluateAccess,
    { channel: "telegram", chatType: "direct", peer: "8", sender: "8", mentioned: false },
    {
      channel: { channels: { telegram: { dmPolicy: "disabled" } } },
      chatType: { channels: { telegram: { dmPolicy: "disabled", groupPolicy: "open" } } },
      peer: { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["7"] } } },
      sender: { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["7"] } } },
      account: absence,
      aliases: grants,
      thread: absence,
      roles: grants,
      guild: grants,
      team: grants,
      parent: absence,
      guildUnavailable: absence,
      orgWide: absence,
      roomName: names,
      parentName: names,
      guildName: names,
      teamName: names,
      senderName: names,
      senderUsername: names,
      senderEmail: names,
      paired: grants,
      bot: absence,
      ownerPresent: grants,
      mentioned: [
        { channels: { telegram: { groupPolicy: "open", groups: { "-1": { requireMention: true } } } } },
        { chatType: "group", peer: "-1" },
      ],
      othersMentioned: absence,
      ownThread: grants,
    },
  ),
  evaluateCommand: evaluation<CommandRequest>(
    evaluateCommand,
    { channel: "telegram", chatType: "direct", peer: "8", sender: "8", admitted: false },
    {
      key: "of a command it says nothing that the chat does not",
      channel: { commands: { ownerAllowFrom: ["telegram:7"] } },
      chatType: { commands: { ownerAllowFrom: ["telegram:7"] } },
      peer: { commands: { ownerAllowFrom: ["telegram:7"] } },
      sender: { commands: { allowFrom: { telegram: ["7"] } } },
      admitted: {},
      origin: another,
      provider: another,
      account: absence,
      aliases: grants,
      from: "addresses count in releases alone",
      to: "addresses count in releases alone",
      owners: grants,
      scopes: grants,
      source: another,
      suppressed: absence,
      noOwner: absence,
    },
  ),
};

/** Ids, which are compared as they are. */
const ids = ["account", "peer"];
/** A blank one says that there is none. */
const mayBeNone = ["senderE164", "senderUsername", "senderName"];

type Told = Readonly<Record<string, unknown>>;

/** Every wrong way in which a fact may be told. */
const ways: Readonly<
  Record<string, (fact: string, value: unknown, inKey: readonly string[]) => readonly Told[]>
> = {
  "left out": (fact) => [{ [fact]: undefined }],
  "as null": (fact) => [{ [fact]: null }],
  "as a blank": (fact) => (mayBeNone.includes(fact) ? [] : ["", " "].map((told) => ({ [fact]: told }))),
  "of a wrong type": (fact, value) =>
    [5, {}, [], ["x"], true, "x", new Date(0)]
      .filter((told) => typeof told !== typeof value)
      .map((told) => ({ [fact]: told })),
  "in another case": (fact, value, inKey) =>
    typeof value === "string" && !(inKey === inMainKeys && ids.includes(fact))
      ? [value.toUpperCase(), value.toLowerCase(), ` ${value}`, `${value}\u00a0`].map((told) => ({
          [fact]: told,
        }))
      : [],
  "against the key": (fact, value, inKey) => (inKey.includes(fact) ? [{ [fact]: `x${String(value)}` }] : []),
  "under another name": (fact, value) =>
    (nearMisses[fact] ?? []).map((miss) => ({ [fact]: undefined, [miss]: value })),
};

const rows = Object.entries(evaluations).flatMap(([name, { ask, denials, facts, inKey }]) =>
  Object.entries(denials).flatMap(([fact, denial]) => {
    if (typeof denial === "string") return [];
    const [config, more] = Array.isArray(denial)
      ? (denial as readonly [ConfigInput, Readonly<Record<string, unknown>>])
      : [denial as ConfigInput, {}];
    const request: Readonly<Record<string, unknown>> = { ...facts, ...more };
    return [{ name, fact, ask, config, request, inKey }];
  }),
);

describe("no allow for want of a fact", () => {
  it.each(rows)("$name: $fact", ({ ask, config, fact, inKey, request }) => {
    const policy = parsePolicy(config, { edition: "2026-11", timeZone: "UTC" });
    expect(request[fact]).toBeDefined();
    expect(ask(request, policy)).toBe(false);
    const told = typeof request["key"] === "string" ? inKey : [];
    const allowed = Object.entries(ways).flatMap(([way, tell]) =>
      tell(fact, request[fact], told)
        .filter((wrongly) => ask({ ...request, ...wrongly }, policy))
        .map((wrongly) => ({ way, wrongly })),
    );
    expect(allowed).toEqual([]);
  });
});
