import type { ConfigInput } from "../../../src/config/config.ts";
import type { Policy } from "../../../src/config/policy.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import {
  admitsCommands,
  commandMenu,
  elevatedPermissions,
  evaluateAccess,
  evaluateCommand,
  evaluateExec,
  evaluateMemorySearch,
  evaluateMention,
  evaluateReset,
  evaluateSandbox,
  evaluateSend,
  evaluateTool,
  evaluateVisibility,
  execPolicy,
  matchResetTrigger,
  planMaintenance,
  resolveSession,
  threadingOf,
  type Inbound,
  resolveTaskSession,
  sandboxOf,
  type AccessRequest,
} from "../../../src/index.ts";

/** Two configs that differ by some settings alone, and what is answered differently under them. */
export interface Witness {
  readonly keys: string;
  readonly edition: Edition;
  readonly configs: readonly [ConfigInput, ConfigInput];
  readonly ask: (policy: Policy) => unknown;
}

type Ask = Witness["ask"];

const newest: Edition = "openclaw@2026.9.6";
const older: Edition = "openclaw@2026.6.8";
const granting: Edition = "openclaw@2026.4.5";

function witness(keys: string, edition: Edition, one: object, other: object, ask: Ask): Witness {
  // The configs are written as people write them.
  return { keys, edition, configs: [one as ConfigInput, other as ConfigInput], ask };
}

const directOn =
  (channel: string): Ask =>
  (policy) =>
    evaluateAccess({ channel, chatType: "direct", peer: "7" }, policy);
const direct = directOn("telegram");
const commanding: Ask = (policy) =>
  evaluateCommand({ channel: "telegram", sender: "7", admitted: true }, policy);
const mentioning: Ask = (policy) =>
  evaluateMention({ text: "@bot", agentId: "main", channel: "telegram", peer: "-100" }, policy).mentioned;
const beating: Ask = (policy) => resolveTaskSession({ kind: "heartbeat", agentId: "main" }, policy);
const hooking =
  (sessionKey = "", agentId = ""): Ask =>
  (policy) =>
    resolveTaskSession({ kind: "hook", id: "1", source: "request", sessionKey, agentId }, policy);
const menu: Ask = (policy) => commandMenu("telegram", policy);
const group: Ask = (policy) =>
  evaluateAccess(
    { channel: "telegram", chatType: "group", peer: "-100", sender: "7", mentioned: false },
    policy,
  );
const topic: Ask = (policy) =>
  evaluateAccess(
    { channel: "telegram", chatType: "group", peer: "-100", thread: "3", sender: "7", mentioned: false },
    policy,
  );
const key: Ask = (policy) => resolveSession({ channel: "telegram", chatType: "direct", peer: "7" }, policy);
const groupKey: Ask = (policy) =>
  resolveSession({ channel: "telegram", chatType: "group", peer: "-100", sender: "7" }, policy);
const topicKey: Ask = (policy) =>
  resolveSession({ channel: "telegram", chatType: "group", peer: "-100", thread: "3", sender: "7" }, policy);
const discordKey: Ask = (policy) =>
  resolveSession(
    { channel: "discord", chatType: "channel", peer: "30", guild: "9", roles: ["r"], sender: "7" },
    policy,
  );
const slackKey: Ask = (policy) =>
  resolveSession({ channel: "slack", chatType: "channel", peer: "C1", team: "T1", sender: "U1" }, policy);
/** Which session a message of a channel with threads of its own has, and which that continues. */
const threadKey =
  (inbound: Partial<Inbound> & Pick<Inbound, "channel">): Ask =>
  (policy) => {
    const session = resolveSession(
      { chatType: "channel", peer: "C1", sender: "U1", messageId: "m1", mentioned: true, ...inbound },
      policy,
    );
    return session.ok ? [session.key, session.parentKey] : session.reason;
  };
const tool: Ask = (policy) =>
  ["exec", "read", "browser", "web_search"].map(
    (name) =>
      evaluateTool(
        { tool: name, agentId: "main", provider: "openai", channel: "telegram", sender: "7" },
        policy,
      ).allowed,
  );
const groupTool: Ask = (policy) =>
  ["exec", "read"].map(
    (name) =>
      evaluateTool(
        { tool: name, agentId: "main", channel: "telegram", chatType: "group", peer: "-100", sender: "7" },
        policy,
      ).allowed,
  );
const sandboxedTool: Ask = (policy) =>
  ["exec", "read", "browser"].map(
    (name) => evaluateTool({ tool: name, agentId: "main", sandboxed: true }, policy).allowed,
  );
const subagentTool: Ask = (policy) =>
  ["exec", "read", "sessions_send", "sessions_spawn"].map(
    (name) =>
      evaluateTool({ tool: name, key: "agent:main:subagent:1", subagent: { depth: 1 } } as never, policy)
        .allowed,
  );
const exec: Ask = (policy) => evaluateExec({ command: "id", agentId: "main" }, policy);
const inForce: Ask = (policy) => execPolicy({ agentId: "main" }, policy);
const safely: Ask = (policy) =>
  evaluateExec({ command: "head -n 1", agentId: "main", programs: { head: "/opt/bin/head" } }, policy);
const elevated: Ask = (policy) =>
  elevatedPermissions({ agentId: "main", channel: "telegram", sender: "7" }, policy);
const whole: Ask = (policy) => sandboxOf({ agentId: "main" }, policy);
const approver: Ask = (policy) =>
  evaluateExec(
    {
      command: "id",
      agentId: "main",
      channel: "telegram",
      file: { version: 1, defaults: { ask: "always" } },
    } as never,
    policy,
  );
const sandbox: Ask = (policy) =>
  evaluateSandbox(
    {
      action: "write-workspace",
      agentId: "main",
      key: "agent:main:telegram:direct:7",
    },
    policy,
  );
const sees =
  (target: string, sandboxed = false): Ask =>
  (policy) =>
    evaluateVisibility(
      { action: "history", requester: { key: "agent:main:telegram:direct:7", sandboxed }, target },
      policy,
    );
const send: Ask = (policy) =>
  evaluateSend({ key: "agent:main:telegram:direct:7", channel: "telegram", chatType: "direct" }, policy);
const fresh =
  (kind: string, channel = "telegram"): Ask =>
  (policy) => {
    const now = Date.UTC(2026, 5, 2, 12);
    const at = now - 7 * 3_600_000;
    return evaluateReset(
      { startedAt: at, lastActiveAt: at, updatedAt: at } as never,
      { key: `agent:main:${kind}`, channel },
      policy,
      now,
    );
  };
const day = 86_400_000;
const kept: Ask = (policy) =>
  planMaintenance(
    ["a", "b", "c"].map(
      (name, index) =>
        ({
          key: `agent:main:telegram:direct:${name}`,
          updatedAt: 100 * day - index * 20 * day,
          bytes: 1000,
        }) as never,
    ),
    policy,
    100 * day,
  );
const memory: Ask = (policy) => evaluateMemorySearch({ key: "agent:main:telegram:group:-100" }, policy);

const listed = (config: object, id = "main") => ({ agents: { list: [{ id, ...config }] } });
const named = (config: object, id = "main") => ({ agents: { entries: { [id]: config } } });
const open = { dmPolicy: "open", allowFrom: ["*"] };
const inGroup = (config: object, channel: object = {}) => ({
  channels: {
    telegram: { groupPolicy: "allowlist", groupAllowFrom: ["7"], groups: { "-100": config }, ...channel },
  },
});
const two = { agents: { list: [{ id: "main", default: true }, { id: "work" }] } };
const bound = (match: object, more: object = {}) => ({
  ...two,
  bindings: [{ agentId: "work", match, ...more }],
});

function toolsOfAll(place: string, edition: Edition, wrap: (tools: object) => object): readonly Witness[] {
  const tools = (keys: string, one: object, other: object, ask: Ask = tool) =>
    witness(
      keys
        .split(" ")
        .map((each) => `${place}.${each}`)
        .join(" "),
      edition,
      wrap(one),
      wrap(other),
      ask,
    );
  return [
    tools("allow", { allow: ["read"] }, { allow: ["exec"] }),
    tools("deny", { deny: ["read"] }, { deny: ["exec"] }),
    tools(
      "profile alsoAllow",
      { profile: "minimal", alsoAllow: ["exec"] },
      { profile: "minimal", alsoAllow: ["read"] },
    ),
    tools("byProvider.*.allow", { byProvider: { openai: { allow: ["read"] } } }, { byProvider: {} }),
    tools("byProvider.*.deny", { byProvider: { openai: { deny: ["read"] } } }, { byProvider: {} }),
    tools(
      "byProvider.*.profile byProvider.*.alsoAllow",
      { byProvider: { openai: { profile: "minimal", alsoAllow: ["exec"] } } },
      { byProvider: {} },
    ),
    tools("toolsBySender.*.allow", { toolsBySender: { "id:7": { allow: ["read"] } } }, {}),
    tools("toolsBySender.*.deny", { toolsBySender: { "id:7": { deny: ["read"] } } }, {}),
    tools(
      "toolsBySender.*.alsoAllow",
      { toolsBySender: { "id:7": { alsoAllow: ["exec"] } } },
      { toolsBySender: { "id:7": { allow: ["exec"] } } },
    ),
    tools("sandbox.tools.allow", { sandbox: { tools: { allow: ["read"] } } }, {}, sandboxedTool),
    tools("sandbox.tools.deny", { sandbox: { tools: { deny: ["read"] } } }, {}, sandboxedTool),
    tools("sandbox.tools.alsoAllow", { sandbox: { tools: { alsoAllow: ["browser"] } } }, {}, sandboxedTool),
    tools("exec.host", { exec: { host: "gateway" } }, { exec: { host: "sandbox" } }, exec),
    tools("exec.node", { exec: { host: "node", node: "a" } }, { exec: { host: "node", node: "b" } }, inForce),
    tools("exec.mode", { exec: { mode: "deny" } }, { exec: { mode: "full" } }, exec),
    tools("exec.strictInlineEval", { exec: { strictInlineEval: true } }, { exec: {} }, (policy) =>
      evaluateExec({ command: "python3 -c 1", agentId: "main" }, policy),
    ),
    tools(
      "exec.safeBins",
      { exec: { mode: "allowlist", safeBins: ["head"], safeBinTrustedDirs: ["/opt/bin"] } },
      { exec: { mode: "allowlist", safeBins: [], safeBinTrustedDirs: ["/opt/bin"] } },
      safely,
    ),
    tools(
      "exec.safeBinTrustedDirs",
      { exec: { mode: "allowlist", safeBinTrustedDirs: ["/opt/bin"] } },
      { exec: { mode: "allowlist" } },
      safely,
    ),
    tools("exec.security", { exec: { security: "deny" } }, { exec: { security: "full" } }, exec),
    tools(
      "exec.ask",
      { exec: { security: "full", ask: "always" } },
      { exec: { security: "full", ask: "off" } },
      exec,
    ),
  ];
}

const resets: readonly Witness[] = [
  ["reset", "telegram:direct:7"],
  ["resetByType.direct", "telegram:direct:7"],
  ["resetByType.group", "telegram:group:-100"],
  ["resetByType.thread", "discord:channel:30:thread:3"],
  ["resetByChannel.*", "telegram:direct:7"],
].flatMap(([place = "", kind = ""]) => {
  const config = (reset: object) => {
    const [first = "", second] = place.split(".");
    return {
      session: { [first]: second === undefined ? reset : { [second === "*" ? "telegram" : second]: reset } },
    };
  };
  return [
    witness(
      `session.${place}.mode session.${place}.idleMinutes`,
      newest,
      config({ mode: "idle", idleMinutes: 5 }),
      config({ mode: "idle", idleMinutes: 6000 }),
      fresh(kind),
    ),
    witness(
      `session.${place}.atHour`,
      newest,
      config({ mode: "daily", atHour: 4 }),
      config({ mode: "daily", atHour: 11 }),
      fresh(kind),
    ),
  ];
});

/** A message in a room, as far as the witnesses of rooms need it. */
const inRoom =
  (request: object): Ask =>
  (policy) =>
    evaluateAccess(
      { chatType: "channel", sender: "7", mentioned: false, ...request } as AccessRequest,
      policy,
    );

const roomTool =
  (request: object): Ask =>
  (policy) =>
    ["exec", "read"].map(
      (name) =>
        evaluateTool({ tool: name, agentId: "main", chatType: "channel", sender: "7", ...request }, policy)
          .allowed,
    );

/** How the room of one channel is written, and a message in it. */
interface RoomWitness {
  readonly channel: string;
  readonly at: string;
  readonly write: (room: object) => object;
  readonly where: object;
}

const roomKinds: readonly RoomWitness[] = [
  {
    channel: "discord",
    at: "guilds.*",
    write: (guild) => ({ groupPolicy: "open", guilds: { "9": guild } }),
    where: { guild: "9", peer: "30" },
  },
  {
    channel: "discord",
    at: "guilds.*.channels.*",
    write: (room) => ({ groupPolicy: "open", guilds: { "9": { channels: { "30": room } } } }),
    where: { guild: "9", peer: "30" },
  },
  {
    channel: "slack",
    at: "channels.*",
    write: (room) => ({ groupPolicy: "open", channels: { C1: room } }),
    where: { peer: "C1" },
  },
  {
    channel: "msteams",
    at: "teams.*",
    write: (team) => ({ groupPolicy: "open", teams: { t: team } }),
    where: { team: "t", peer: "19:a" },
  },
  {
    channel: "msteams",
    at: "teams.*.channels.*",
    write: (room) => ({ groupPolicy: "open", teams: { t: { channels: { "19:a": room } } } }),
    where: { team: "t", peer: "19:a" },
  },
  ...["groups", "rooms"].map((at) => ({
    channel: "matrix",
    at: `${at}.*`,
    write: (room: object) => ({ groupPolicy: "open", [at]: { "!a:x": room } }),
    where: { peer: "!a:x" },
  })),
  {
    channel: "googlechat",
    at: "groups.*",
    write: (room) => ({ groupPolicy: "open", groups: { "spaces/A": room } }),
    where: { peer: "spaces/A" },
  },
  {
    channel: "feishu",
    at: "groups.*",
    write: (room) => ({ groupPolicy: "open", groups: { oc_a: room } }),
    where: { peer: "oc_a" },
  },
  {
    channel: "irc",
    at: "groups.*",
    write: (room) => ({ groupPolicy: "open", groups: { "#a": room } }),
    where: { peer: "#a" },
  },
  {
    channel: "nextcloud-talk",
    at: "rooms.*",
    // An open policy asks no list.
    write: (room) => ({ groupAllowFrom: ["7"], rooms: { tok1: room } }),
    where: { peer: "tok1" },
  },
];

/** What a place may say, two configs of it, and what they are asked. */
const roomWords: Readonly<Record<string, readonly [one: object, other: object, request: object]>> = {
  requireMention: [{ requireMention: true }, { requireMention: false }, {}],
  enabled: [{ enabled: true, requireMention: false }, { enabled: false, requireMention: false }, {}],
  allowFrom: [{ allowFrom: ["7"], requireMention: false }, { allowFrom: ["8"], requireMention: false }, {}],
  users: [{ users: ["7"], requireMention: false }, { users: ["8"], requireMention: false }, {}],
  roles: [{ roles: ["1"], requireMention: false }, { roles: ["2"], requireMention: false }, { roles: ["1"] }],
  ignoreOtherMentions: [
    { ignoreOtherMentions: true, requireMention: false },
    { ignoreOtherMentions: false, requireMention: false },
    { othersMentioned: true },
  ],
  autoThread: [{ autoThread: true }, { autoThread: false }, { ownThread: true }],
  autoReply: [{ autoReply: true }, { autoReply: false }, {}],
  allowBots: [
    { allowBots: true, requireMention: false, users: ["7"] },
    { allowBots: false, requireMention: false, users: ["7"] },
    { bot: true },
  ],
};

const toolWords: Readonly<Record<string, readonly [one: object, other: object]>> = {
  "tools.{allow,deny}": [{ tools: { allow: ["read"] } }, { tools: { deny: ["read"] } }],
  "tools.alsoAllow": [{ tools: { alsoAllow: ["read"] } }, { tools: { allow: ["read"] } }],
  "toolsBySender.*.{allow,deny}": [
    { toolsBySender: { "id:7": { allow: ["read"] } } },
    { toolsBySender: { "id:7": { deny: ["read"] } } },
  ],
  "toolsBySender.*.alsoAllow": [
    { toolsBySender: { "id:7": { alsoAllow: ["read"] } } },
    { toolsBySender: { "id:7": { allow: ["read"] } } },
  ],
};

const knownWords: Readonly<Record<string, string>> = {
  "discord guilds.*": "requireMention users roles ignoreOtherMentions tools toolsBySender",
  "discord guilds.*.channels.*":
    "requireMention enabled users roles ignoreOtherMentions autoThread tools toolsBySender",
  "slack channels.*": "requireMention enabled users ignoreOtherMentions allowBots tools toolsBySender",
  "msteams teams.*": "requireMention tools toolsBySender",
  "msteams teams.*.channels.*": "requireMention tools toolsBySender",
  "matrix groups.*": "requireMention enabled users autoReply tools",
  "matrix rooms.*": "requireMention enabled users autoReply tools",
  "googlechat groups.*": "requireMention enabled users",
  "feishu groups.*": "requireMention enabled allowFrom",
  "irc groups.*": "requireMention enabled allowFrom tools toolsBySender",
  "nextcloud-talk rooms.*": "requireMention enabled allowFrom tools",
};

/** A word that shuts a room in earlier releases. */
const shutting = roomKinds
  .filter(
    ({ channel, at }) => ["discord", "slack", "matrix", "googlechat"].includes(channel) && at !== "guilds.*",
  )
  .map(({ channel, at, write, where }) =>
    witness(
      `channel:${channel}.${at}.allow`,
      "openclaw@2026.3.13",
      { channels: { [channel]: write({ allow: true, requireMention: false }) } },
      { channels: { [channel]: write({ allow: false, requireMention: false }) } },
      inRoom({ channel, ...where }),
    ),
  );

const rooms: readonly Witness[] = roomKinds.flatMap(({ channel, at, write, where }) => {
  const known = (knownWords[`${channel} ${at}`] ?? "").split(" ");
  const edition = channel === "msteams" ? "openclaw@2026.8.2" : at === "rooms.*" ? older : newest;
  const config = (room: object) => ({ channels: { [channel]: write(room) } });
  const said = Object.entries(roomWords)
    .filter(([word]) => known.includes(word))
    .map(([word, [one, other, request]]) =>
      witness(
        `channel:${channel}.${at}.${word}`,
        edition,
        config(one),
        config(other),
        inRoom({ channel, ...where, ...request }),
      ),
    );
  const tools = Object.entries(toolWords)
    .filter(([word]) => known.includes(word.split(".")[0] ?? ""))
    .map(([word, [one, other]]) =>
      witness(
        `channel:${channel}.${at}.${word}`,
        edition,
        { ...config(one), tools: { allow: ["read", "exec"] } },
        { ...config(other), tools: { allow: ["read", "exec"] } },
        roomTool({ channel, ...where }),
      ),
    );
  return [...said, ...tools];
});

/** For every setting that is read, a case in which it decides. */
export const witnesses: readonly Witness[] = [
  witness(
    "channel:slack.replyToMode channel:slack.replyToModeByChatType.channel",
    newest,
    { channels: { slack: { replyToMode: "off" } } },
    { channels: { slack: { replyToMode: "all" } } },
    threadKey({ channel: "slack" }),
  ),
  witness(
    "channel:slack.replyToModeByChatType.{group,direct}",
    newest,
    { channels: { slack: { replyToModeByChatType: { group: "off" } } } },
    { channels: { slack: { replyToModeByChatType: { group: "all" } } } },
    (policy) => threadingOf({ channel: "slack", chatType: "group", peer: "G1", messageId: "1" }, policy),
  ),
  witness(
    "channel:slack.channels.*.replyToMode",
    newest,
    { channels: { slack: { channels: { C1: { replyToMode: "off" } } } } },
    { channels: { slack: { channels: { C1: { replyToMode: "all" } } } } },
    (policy) => threadingOf({ channel: "slack", chatType: "channel", peer: "C1", messageId: "1" }, policy),
  ),
  witness(
    "channel:slack.dm.replyToMode",
    "openclaw@2026.4.26",
    { channels: { slack: { dm: { replyToMode: "off" } } } },
    { channels: { slack: { dm: { replyToMode: "all" } } } },
    threadKey({ channel: "slack", chatType: "direct" }),
  ),
  witness(
    "channel:slack.thread.inheritParent",
    newest,
    { channels: { slack: { thread: { inheritParent: true } } } },
    { channels: { slack: { thread: { inheritParent: false } } } },
    threadKey({ channel: "slack", thread: "m0" }),
  ),
  witness(
    "channel:slack.thread.historyScope",
    newest,
    { channels: { slack: { thread: { historyScope: "thread" } } } },
    { channels: { slack: { thread: { historyScope: "channel" } } } },
    (policy) =>
      threadingOf({ channel: "slack", chatType: "channel", peer: "C1", messageId: "2", thread: "1" }, policy),
  ),
  witness(
    "channel:mattermost.replyToMode channel:mattermost.replyToModeByChatType.{channel,group,direct}",
    newest,
    { channels: { mattermost: { replyToMode: "off" } } },
    { channels: { mattermost: { replyToMode: "all" } } },
    threadKey({ channel: "mattermost" }),
  ),
  witness(
    "channel:matrix.threadReplies channel:matrix.dm.threadReplies",
    newest,
    { channels: { matrix: { threadReplies: "inbound" } } },
    { channels: { matrix: { threadReplies: "always" } } },
    threadKey({ channel: "matrix" }),
  ),
  witness(
    "channel:matrix.dm.sessionScope",
    newest,
    { channels: { matrix: { dm: { sessionScope: "per-user" } } } },
    { channels: { matrix: { dm: { sessionScope: "per-room" } } } },
    threadKey({ channel: "matrix", chatType: "direct", room: "!r" }),
  ),
  witness(
    "channel:feishu.groupSessionScope channel:feishu.groups.*.groupSessionScope",
    newest,
    { channels: { feishu: { groupSessionScope: "group_sender" } } },
    { channels: { feishu: { groups: { C1: { groupSessionScope: "group" } } } } },
    threadKey({ channel: "feishu" }),
  ),
  witness(
    "channel:feishu.topicSessionMode channel:feishu.groups.*.topicSessionMode",
    newest,
    { channels: { feishu: { topicSessionMode: "enabled" } } },
    {
      channels: { feishu: { topicSessionMode: "enabled", groups: { C1: { topicSessionMode: "disabled" } } } },
    },
    threadKey({ channel: "feishu", thread: "m0" }),
  ),
  witness(
    "channel:feishu.replyInThread channel:feishu.groups.*.replyInThread",
    newest,
    { channels: { feishu: { groupSessionScope: "group_topic", replyInThread: "enabled" } } },
    { channels: { feishu: { groupSessionScope: "group_topic", replyInThread: "disabled" } } },
    threadKey({ channel: "feishu" }),
  ),
  witness(
    "channel:discord.thread.inheritParent",
    newest,
    { channels: { discord: { thread: { inheritParent: true } } } },
    { channels: { discord: { thread: { inheritParent: false } } } },
    threadKey({ channel: "discord", peer: "T1", thread: "T1", parent: { chatType: "channel", peer: "C1" } }),
  ),
  witness(
    "channel:telegram.dm.threadReplies",
    "openclaw@2026.5.12",
    { channels: { telegram: { dm: { threadReplies: "inbound" } } } },
    { channels: { telegram: { dm: { threadReplies: "off" } } } },
    threadKey({ channel: "telegram", chatType: "direct", thread: "m0" }),
  ),
  witness(
    "channel.enabled",
    newest,
    { channels: { telegram: { ...open, enabled: false } } },
    { channels: { telegram: open } },
    direct,
  ),
  witness(
    "channel.{dmPolicy,allowFrom}",
    newest,
    { channels: { telegram: open } },
    { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["8"] } } },
    direct,
  ),
  witness(
    "channel:slack.dm.{policy,allowFrom} channel:discord.dm.{policy,allowFrom} channel:googlechat.dm.{policy,allowFrom}",
    "openclaw@2026.7.1",
    { channels: { slack: { dm: { policy: "open", allowFrom: ["*"] } } } },
    { channels: { slack: { dm: { policy: "allowlist", allowFrom: ["8"] } } } },
    directOn("slack"),
  ),
  witness(
    "channel:matrix.dm.{policy,allowFrom}",
    newest,
    { channels: { matrix: { dm: { policy: "open", allowFrom: ["*"] } } } },
    { channels: { matrix: { dm: { policy: "allowlist", allowFrom: ["8"] } } } },
    directOn("matrix"),
  ),
  witness(
    "channel.dm.enabled",
    newest,
    { channels: { discord: open } },
    { channels: { discord: { ...open, dm: { enabled: false } } } },
    directOn("discord"),
  ),
  witness(
    "channel.groupPolicy",
    newest,
    inGroup({ requireMention: false }),
    inGroup({ requireMention: false }, { groupPolicy: "disabled" }),
    group,
  ),
  witness(
    "channels.defaults.groupPolicy",
    "2026-11",
    { channels: { defaults: { groupPolicy: "open" }, telegram: {} } },
    { channels: { defaults: { groupPolicy: "disabled" }, telegram: {} } },
    group,
  ),
  witness(
    "channel.groupAllowFrom",
    newest,
    inGroup({ requireMention: false }),
    inGroup({ requireMention: false }, { groupAllowFrom: ["8"] }),
    group,
  ),
  ...rooms,
  ...shutting,
  witness(
    "channel:feishu.groups.*.tools.{allow,deny}",
    newest,
    { channels: { feishu: { groups: { oc_a: { tools: { allow: ["read"] } } } } } },
    { channels: { feishu: { groups: { oc_a: { tools: { deny: ["read"] } } } } } },
    roomTool({ channel: "feishu", peer: "oc_a" }),
  ),
  witness(
    "channel:feishu.groupSenderAllowFrom",
    newest,
    { channels: { feishu: { groupPolicy: "open", groupSenderAllowFrom: ["7"] } } },
    { channels: { feishu: { groupPolicy: "open", groupSenderAllowFrom: ["8"] } } },
    inRoom({ channel: "feishu", peer: "oc_a" }),
  ),
  witness(
    "channel:discord.guilds.*.slug",
    newest,
    { channels: { discord: { guilds: { "9": { slug: "hall", tools: { deny: ["exec"] } } } } } },
    { channels: { discord: { guilds: { "9": { slug: "other", tools: { deny: ["exec"] } } } } } },
    roomTool({ channel: "discord", guild: "Hall", peer: "30" }),
  ),
  witness(
    "channel:discord.dm.groupEnabled channel:slack.dm.groupEnabled",
    newest,
    { channels: { discord: { dm: { groupEnabled: true } } } },
    { channels: { discord: { dm: { groupEnabled: false } } } },
    inRoom({ channel: "discord", chatType: "group", peer: "30" }),
  ),
  witness(
    "channel:discord.dm.groupChannels channel:slack.dm.groupChannels",
    newest,
    { channels: { discord: { dm: { groupEnabled: true, groupChannels: ["30"] } } } },
    { channels: { discord: { dm: { groupEnabled: true, groupChannels: ["31"] } } } },
    inRoom({ channel: "discord", chatType: "group", peer: "30" }),
  ),
  witness(
    "channel:discord.allowBots channel:slack.allowBots",
    newest,
    {
      channels: {
        discord: { allowBots: true, groupPolicy: "open", guilds: { "9": { requireMention: false } } },
      },
    },
    {
      channels: {
        discord: { allowBots: false, groupPolicy: "open", guilds: { "9": { requireMention: false } } },
      },
    },
    inRoom({ channel: "discord", guild: "9", peer: "30", bot: true }),
  ),
  witness(
    "channel:discord.dangerouslyAllowNameMatching channel:slack.dangerouslyAllowNameMatching channel:msteams.dangerouslyAllowNameMatching channel:googlechat.dangerouslyAllowNameMatching",
    newest,
    {
      channels: { slack: { allowFrom: ["ann"], dmPolicy: "allowlist", dangerouslyAllowNameMatching: true } },
    },
    {
      channels: { slack: { allowFrom: ["ann"], dmPolicy: "allowlist", dangerouslyAllowNameMatching: false } },
    },
    inRoom({ channel: "slack", chatType: "direct", peer: "7", senderName: "Ann" }),
  ),
  witness(
    "channel:slack.thread.requireExplicitMention",
    older,
    { channels: { slack: { groupPolicy: "open", thread: { requireExplicitMention: true } } } },
    { channels: { slack: { groupPolicy: "open", thread: { requireExplicitMention: false } } } },
    inRoom({ channel: "slack", peer: "C1", mentioned: "joined" }),
  ),
  witness(
    "channel.groups.*.requireMention",
    newest,
    inGroup({ requireMention: false }),
    inGroup({ requireMention: true }),
    group,
  ),
  witness(
    "channel.requireMention",
    "2026-11",
    inGroup({}, { requireMention: false }),
    inGroup({}, { requireMention: true }),
    group,
  ),
  witness(
    "channel.groups.*.enabled",
    newest,
    inGroup({ requireMention: false }),
    inGroup({ requireMention: false, enabled: false }),
    group,
  ),
  witness(
    "channel.groups.*.groupPolicy",
    newest,
    inGroup({ requireMention: false }),
    inGroup({ requireMention: false, groupPolicy: "disabled" }),
    group,
  ),
  witness(
    "channel.groups.*.allowFrom",
    newest,
    inGroup({ requireMention: false, allowFrom: ["8"] }),
    inGroup({ requireMention: false }),
    group,
  ),
  ...(["enabled", "groupPolicy", "allowFrom", "requireMention"] as const).map((name) => {
    const other = { enabled: false, groupPolicy: "disabled", allowFrom: ["8"], requireMention: true }[name];
    const config = (own: object) => inGroup({ requireMention: false, topics: { "3": own } });
    return witness(`channel.groups.*.topics.*.${name}`, newest, config({}), config({ [name]: other }), topic);
  }),
  witness(
    "channel.groups.*.topics.*.agentId",
    newest,
    { ...two, ...inGroup({ topics: { "3": { agentId: "work" } } }) },
    { ...two, ...inGroup({}) },
    topicKey,
  ),
  witness(
    "channel.groups.*.tools.{allow,deny}",
    newest,
    inGroup({ tools: { allow: ["read"] } }),
    inGroup({ tools: { deny: ["read"] } }),
    groupTool,
  ),
  witness(
    "channel.groups.*.tools.alsoAllow",
    newest,
    { ...inGroup({ tools: { alsoAllow: ["read"] } }) },
    inGroup({ tools: { allow: ["read"] } }),
    groupTool,
  ),
  witness(
    "channel.groups.*.toolsBySender.*.{allow,deny}",
    newest,
    inGroup({ toolsBySender: { "id:7": { allow: ["read"] } } }),
    inGroup({ toolsBySender: { "id:7": { deny: ["read"] } } }),
    groupTool,
  ),
  witness(
    "channel.groups.*.toolsBySender.*.alsoAllow",
    newest,
    inGroup({ toolsBySender: { "id:7": { alsoAllow: ["read"] } } }),
    inGroup({ toolsBySender: { "id:7": { allow: ["read"] } } }),
    groupTool,
  ),
  witness(
    "channel.defaultAccount",
    newest,
    { channels: { telegram: { accounts: { a: {}, b: {} }, defaultAccount: "b" } } },
    { channels: { telegram: { accounts: { a: {}, b: {} }, defaultAccount: "a" } } },
    (policy) => resolveSession({ channel: "telegram", account: "b", chatType: "direct", peer: "7" }, policy),
  ),
  witness(
    "channel.execApprovals.{enabled,approvers,target}",
    newest,
    { channels: { telegram: { execApprovals: { enabled: true, approvers: ["7"], target: "dm" } } } },
    { channels: { telegram: { execApprovals: { enabled: true, approvers: ["8"], target: "channel" } } } },
    approver,
  ),
  witness(
    "accessGroups.*.{type,members}",
    newest,
    {
      accessGroups: { g: { type: "message.senders", members: { telegram: ["7"] } } },
      channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["accessGroup:g"] } },
    },
    {
      accessGroups: { g: { type: "message.senders", members: { telegram: ["8"] } } },
      channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["accessGroup:g"] } },
    },
    direct,
  ),

  witness(
    "session.dmScope",
    newest,
    { session: { dmScope: "main" } },
    { session: { dmScope: "per-channel-peer" } },
    key,
  ),
  witness(
    "session.groupScope",
    newest,
    { session: { groupScope: "main" } },
    { session: { groupScope: "per-group" } },
    groupKey,
  ),
  witness("session.scope", "2026-11", { session: { scope: "global" } }, {}, groupKey),
  witness("session.mainKey", "2026-11", { session: { mainKey: "work" } }, {}, key),
  witness(
    "session.identityLinks.*",
    newest,
    { session: { dmScope: "per-peer", identityLinks: { ann: ["telegram:7"] } } },
    { session: { dmScope: "per-peer" } },
    key,
  ),
  witness("session.resetTriggers", newest, { session: { resetTriggers: ["/begin"] } }, {}, (policy) =>
    matchResetTrigger("/begin", policy),
  ),
  witness("session.idleMinutes", older, { session: { idleMinutes: 5 } }, {}, fresh("telegram:direct:7")),
  witness(
    "session.resetByType.dm.{mode,idleMinutes}",
    older,
    { session: { resetByType: { dm: { mode: "idle", idleMinutes: 5 } } } },
    { session: { resetByType: { dm: { mode: "idle", idleMinutes: 6000 } } } },
    fresh("telegram:direct:7"),
  ),
  witness(
    "session.resetByType.dm.atHour",
    older,
    { session: { resetByType: { dm: { mode: "daily", atHour: 4 } } } },
    { session: { resetByType: { dm: { mode: "daily", atHour: 11 } } } },
    fresh("telegram:direct:7"),
  ),
  ...resets,
  witness("session.sendPolicy.default", newest, { session: { sendPolicy: { default: "deny" } } }, {}, send),
  ...(["channel", "chatType", "keyPrefix", "rawKeyPrefix"] as const).map((name) => {
    const value = {
      channel: "telegram",
      chatType: "direct",
      keyPrefix: "telegram:",
      rawKeyPrefix: "agent:main:telegram:",
    }[name];
    return witness(
      `session.sendPolicy.rules[].match.${name} session.sendPolicy.rules[].action`,
      newest,
      { session: { sendPolicy: { rules: [{ action: "deny", match: { [name]: value } }] } } },
      {},
      send,
    );
  }),
  ...(
    [
      ["mode", "warn", "enforce"],
      ["pruneAfter", "10d", "90d"],
      ["maxEntries", 1, 100],
      ["maxDiskBytes", "1kb", "1gb"],
      ["highWaterBytes", "1kb", "2kb"],
      ["resetArchiveRetention", "1d", "2d"],
      ["archiveDashboardAfter", "1d", "2d"],
      ["preserveRecent", "1d", "90d"],
    ] as const
  ).map(([name, one, other]) => {
    const config = (value: string | number) => ({
      session: { maintenance: { ...(name === "highWaterBytes" && { maxDiskBytes: "3kb" }), [name]: value } },
    });
    return witness(`session.maintenance.${name}`, newest, config(one), config(other), kept);
  }),
  witness("session.maintenance.pruneDays", older, { session: { maintenance: { pruneDays: 10 } } }, {}, kept),

  witness(
    "agents.list[].id agents.list[].default bindings[].agentId",
    newest,
    listed({ default: true }, "work"),
    listed({ default: true }),
    key,
  ),
  witness(
    "agents.entries.*.default",
    newest,
    { agents: { entries: { main: {}, work: { default: true } } } },
    { agents: { entries: { main: { default: true }, work: {} } } },
    key,
  ),
  witness(
    "agents.ownership",
    newest,
    { agents: { ownership: "explicit", entries: { main: {}, work: {} } } },
    { agents: { entries: { main: { default: true }, work: {} } } },
    key,
  ),
  witness(
    "agents.defaults.systemAgent.agentId",
    newest,
    {
      agents: {
        ownership: "explicit",
        defaults: { systemAgent: { agentId: "work" } },
        entries: { main: {}, work: {} },
      },
    },
    { agents: { ownership: "explicit", entries: { main: {}, work: {} } } },
    key,
  ),
  witness(
    "bindings[].match.channel",
    newest,
    bound({ channel: "telegram" }),
    bound({ channel: "slack" }),
    key,
  ),
  witness(
    "bindings[].match.accountId",
    newest,
    bound({ channel: "telegram", accountId: "*" }),
    bound({ channel: "telegram", accountId: "b" }),
    key,
  ),
  witness(
    "bindings[].match.peer.{kind,id}",
    newest,
    bound({ channel: "telegram", peer: { kind: "direct", id: "7" } }),
    bound({ channel: "telegram", peer: { kind: "direct", id: "8" } }),
    key,
  ),
  witness(
    "bindings[].match.guildId",
    newest,
    bound({ channel: "discord", guildId: "9" }),
    bound({ channel: "discord", guildId: "8" }),
    discordKey,
  ),
  witness(
    "bindings[].match.roles",
    newest,
    bound({ channel: "discord", guildId: "9", roles: ["r"] }),
    bound({ channel: "discord", guildId: "9", roles: ["s"] }),
    discordKey,
  ),
  witness(
    "bindings[].match.teamId",
    newest,
    bound({ channel: "slack", teamId: "T1" }),
    bound({ channel: "slack", teamId: "T2" }),
    slackKey,
  ),
  witness(
    "bindings[].session.dmScope",
    newest,
    bound({ channel: "telegram" }, { session: { dmScope: "per-peer" } }),
    bound({ channel: "telegram" }),
    key,
  ),
  witness(
    "bindings[].session.groupScope",
    newest,
    bound({ channel: "telegram" }, { session: { groupScope: "main" } }),
    bound({ channel: "telegram" }),
    groupKey,
  ),

  ...toolsOfAll("tools", newest, (tools) => ({ tools })),
  witness(
    "tools.elevated.{enabled,allowFrom}",
    newest,
    { tools: { elevated: { allowFrom: { telegram: ["7"] } } } },
    { tools: { elevated: { enabled: false, allowFrom: { telegram: ["8"] } } } },
    elevated,
  ),
  ...(["agents.list[].tools", "agents.entries.*.tools"] as const).map((place) => {
    const config = (settings: object) => ({
      tools: { elevated: { allowFrom: { telegram: ["7"] } } },
      ...(place === "agents.list[].tools"
        ? listed({ tools: { elevated: settings } })
        : named({ tools: { elevated: settings } })),
    });
    return witness(
      `${place}.elevated.{enabled,allowFrom}`,
      newest,
      config({ enabled: false, allowFrom: { telegram: ["7"] } }),
      config({ allowFrom: { telegram: ["8"] } }),
      elevated,
    );
  }),
  witness(
    "agents.defaults.elevatedDefault",
    newest,
    ...((["off", "on"] as const).map((elevatedDefault) => ({
      tools: { elevated: { allowFrom: { telegram: ["7"] } } },
      agents: { defaults: { elevatedDefault, sandbox: { mode: "all" } } },
    })) as unknown as [object, object]),
    (policy) =>
      evaluateExec({ command: "id", key: "agent:main:x", channel: "telegram", sender: "7" }, policy),
  ),
  ...toolsOfAll("agents.list[].tools", newest, (tools) => listed({ tools })),
  ...toolsOfAll("agents.entries.*.tools", newest, (tools) => named({ tools })),
  witness(
    "anyTools.fs",
    granting,
    { tools: { profile: "minimal", fs: {} } },
    { tools: { profile: "minimal" } },
    tool,
  ),
  witness(
    "tools.subagents.tools.{allow,deny}",
    newest,
    { tools: { subagents: { tools: { allow: ["read"] } } } },
    { tools: { subagents: { tools: { deny: ["read"] } } } },
    subagentTool,
  ),
  witness(
    "tools.subagents.tools.alsoAllow",
    granting,
    { tools: { subagents: { tools: { alsoAllow: ["sessions_send"] } } } },
    {},
    subagentTool,
  ),
  witness(
    "agents.defaults.subagents.maxSpawnDepth",
    newest,
    { agents: { defaults: { subagents: { maxSpawnDepth: 1 } } } },
    { agents: { defaults: { subagents: { maxSpawnDepth: 5 } } } },
    subagentTool,
  ),
  witness(
    "tools.sessions.visibility",
    newest,
    { tools: { sessions: { visibility: "self" } } },
    { tools: { sessions: { visibility: "agent" } } },
    sees("agent:main:telegram:direct:8"),
  ),
  witness(
    "tools.agentToAgent.{enabled,allow}",
    newest,
    { tools: { sessions: { visibility: "all" }, agentToAgent: { enabled: true, allow: ["*"] } } },
    { tools: { sessions: { visibility: "all" }, agentToAgent: { enabled: false, allow: ["main"] } } },
    sees("agent:work:main"),
  ),
  ...(["agents.defaults.sandbox", "agents.list[].sandbox", "agents.entries.*.sandbox"] as const).flatMap(
    (place) => {
      const config = (settings: object) =>
        place === "agents.defaults.sandbox"
          ? { agents: { defaults: { sandbox: settings } } }
          : place === "agents.list[].sandbox"
            ? listed({ sandbox: settings })
            : named({ sandbox: settings });
      return [
        witness(`${place}.mode`, newest, config({ mode: "all" }), config({ mode: "off" }), sandbox),
        witness(`${place}.scope`, newest, config({ scope: "session" }), config({ scope: "shared" }), whole),
        // No release with entries has a word for it.
        ...(place === "agents.entries.*.sandbox"
          ? []
          : [witness(`${place}.perSession`, granting, config({ perSession: true }), config({}), whole)]),
        witness(`${place}.backend`, newest, config({ backend: "ssh" }), config({}), whole),
        witness(
          `${place}.docker.{network,binds,readOnlyRoot}`,
          newest,
          config({ docker: { network: "bridge", binds: ["/a:/a"], readOnlyRoot: false } }),
          config({ docker: { network: "none" } }),
          whole,
        ),
        witness(
          `${place}.workspaceAccess`,
          newest,
          config({ mode: "all", workspaceAccess: "rw" }),
          config({ mode: "all", workspaceAccess: "none" }),
          sandbox,
        ),
      ];
    },
  ),
  witness(
    "agents.defaults.sandbox.sessionToolsVisibility",
    newest,
    {
      agents: { defaults: { sandbox: { sessionToolsVisibility: "all" } } },
      tools: { sessions: { visibility: "agent" } },
    },
    { agents: { defaults: { sandbox: {} } }, tools: { sessions: { visibility: "agent" } } },
    sees("agent:main:telegram:direct:8", true),
  ),
  witness(
    "memory.qmd.scope",
    older,
    { memory: { backend: "qmd", qmd: { scope: { default: "allow" } } } },
    { memory: { backend: "qmd", qmd: { scope: { default: "deny" } } } },
    memory,
  ),
  witness(
    "commands.ownerAllowFrom",
    newest,
    { commands: { ownerAllowFrom: ["telegram:8"] } },
    {},
    commanding,
  ),
  witness("commands.allowFrom", newest, { commands: { allowFrom: { telegram: ["8"] } } }, {}, commanding),
  witness("commands.useAccessGroups", older, { commands: { useAccessGroups: false } }, {}, (policy) =>
    admitsCommands({ authorizers: [] }, policy),
  ),
  witness("commands.text", newest, { commands: { text: false } }, {}, menu),
  witness("commands.native", newest, { commands: { native: false } }, {}, menu),
  witness(
    "channel.commands.native",
    newest,
    { channels: { telegram: { commands: { native: false } } } },
    { channels: { telegram: {} } },
    menu,
  ),
  witness(
    "messages.groupChat.mentionPatterns",
    newest,
    { messages: { groupChat: { mentionPatterns: ["@bot"] } } },
    {},
    mentioning,
  ),
  witness(
    "agents.list[].groupChat.mentionPatterns agents.entries.*.groupChat.mentionPatterns",
    newest,
    { agents: { entries: { main: { groupChat: { mentionPatterns: ["@bot"] } } } } },
    { agents: { entries: { main: {} } } },
    mentioning,
  ),
  witness(
    "agents.list[].identity.{name,emoji} agents.entries.*.identity.{name,emoji}",
    newest,
    { agents: { entries: { main: { identity: { name: "bot" } } } } },
    { agents: { entries: { main: { identity: { emoji: "b" } } } } },
    (policy) => evaluateMention({ text: "@bot", agentId: "main" }, policy).path,
  ),
  witness(
    "channel.mentionPatterns",
    newest,
    {
      channels: { telegram: { mentionPatterns: { mode: "deny" } } },
      messages: { groupChat: { mentionPatterns: ["@bot"] } },
    },
    { channels: { telegram: {} }, messages: { groupChat: { mentionPatterns: ["@bot"] } } },
    mentioning,
  ),
  witness(
    "agent.heartbeat.session",
    newest,
    { agents: { defaults: { heartbeat: { session: "pulse" } } } },
    {},
    beating,
  ),
  witness(
    "agent.heartbeat.isolatedSession",
    newest,
    { agents: { entries: { main: { heartbeat: { isolatedSession: true } } } } },
    {},
    beating,
  ),
  witness("hooks.defaultSessionKey", newest, { hooks: { defaultSessionKey: "hook:in" } }, {}, hooking()),
  witness(
    "hooks.allowRequestSessionKey",
    newest,
    { hooks: { allowRequestSessionKey: true } },
    {},
    hooking("hook:x"),
  ),
  witness(
    "hooks.allowedSessionKeyPrefixes",
    newest,
    { hooks: { allowRequestSessionKey: true, allowedSessionKeyPrefixes: ["hook:"] } },
    { hooks: { allowRequestSessionKey: true } },
    hooking("main"),
  ),
  witness(
    "hooks.allowedAgentIds",
    newest,
    { hooks: { allowedAgentIds: ["ops"] } },
    {},
    hooking(undefined, "main"),
  ),
];
