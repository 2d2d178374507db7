import type { AuditOptions, AuditWorld, Finding, FindingId } from "../../../src/analysis/index.ts";
import type { ConfigInput, Edition } from "../../../src/index.ts";

/** A config in which something is found. */
export interface Case {
  readonly id: FindingId;
  readonly path: string;
  readonly config: ConfigInput;
  readonly world?: AuditWorld;
  readonly edition?: Edition;
  readonly severity: Finding["severity"];
  readonly witness?: Finding["witness"];
  /** Where no setting mends it: an edition in which it is gone. */
  readonly goneIn?: Edition;
}

/** A world in which two people write. */
export const twoSenders: AuditWorld = {
  senders: [
    { channel: "telegram", peer: "111" },
    { channel: "telegram", peer: "222" },
  ],
};
export const byIdleDirect = { direct: { mode: "idle", idleMinutes: 60 } } as const;
const denyGroups = { action: "deny", match: { chatType: "group" } } as const;

/** Cases of a table, of which the type keeps the ids, so that a kind of finding that no table shows does not compile. */
function cases<const Id extends FindingId>(
  rows: Readonly<Record<string, Case & { readonly id: Id }>>,
): Readonly<Record<string, Case & { readonly id: Id }>> {
  return rows;
}

/** Somebody whom nobody let in reaches a group of the bot. */
const openGroup = {
  session: { dmScope: "per-channel-peer" },
  channels: { telegram: { groupPolicy: "open" } },
} as const;
const listed = { host: "gateway", security: "allowlist" } as const;
const sandboxed = { mode: "all" } as const;

/** Findings that a setting mends. */
export const fixable = cases({
  "strangers who run commands": {
    id: "strangers-reach-host",
    path: "tools.deny",
    config: openGroup,
    edition: "openclaw@2026.9.6",
    severity: "critical",
    witness: {
      who: ["telegram:1001"],
      what: "exec, process, read, write, edit, apply_patch",
      invented: true,
    },
  },
  "strangers who read files, where commands are asked about": {
    id: "strangers-reach-host",
    path: "tools.deny",
    config: openGroup,
    severity: "high",
  },
  "strangers at one of several agents": {
    id: "strangers-reach-host",
    path: "agents.list[1].tools.deny",
    config: {
      ...openGroup,
      agents: { list: [{ id: "main", default: true }, { id: "guest" }] },
      bindings: [{ agentId: "guest", match: { channel: "telegram" } }],
    },
    severity: "high",
  },
  "strangers who change the gateway": {
    id: "strangers-reach-gateway",
    path: "tools.deny",
    config: openGroup,
    edition: "openclaw@2026.3.7",
    severity: "high",
  },
  "a name that lets in": {
    id: "names-let-in",
    path: "channels.slack.dangerouslyAllowNameMatching",
    config: {
      channels: { slack: { dmPolicy: "allowlist", allowFrom: ["ann"], dangerouslyAllowNameMatching: true } },
    },
    severity: "high",
    witness: { who: ["slack:ann"], what: "slack:1001", invented: true },
  },
  "names that would count, of which none is listed": {
    id: "names-let-in",
    path: "channels.slack.dangerouslyAllowNameMatching",
    config: { channels: { slack: { dangerouslyAllowNameMatching: true } } },
    severity: "low",
  },
  "a name in a list of Telegram's": {
    id: "not-a-telegram-id",
    path: "channels.telegram.allowFrom[1]",
    config: { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["1", "@ann"] } } },
    severity: "low",
  },
  "the same name under a release": {
    id: "not-a-telegram-id",
    path: "channels.telegram.allowFrom[1]",
    config: { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["1", "@ann"] } } },
    edition: "openclaw@2026.9.6",
    severity: "low",
  },
  "a group whose list has everybody": {
    id: "open-groups",
    path: "channels.telegram.groupAllowFrom[0]",
    config: { channels: { telegram: { groupAllowFrom: ["*", "1"], groups: { "-1": {} } } } },
    severity: "low",
  },
  "a hook that names a person's session by its prefix": {
    id: "hooks-name-sessions",
    path: "hooks.allowedSessionKeyPrefixes",
    config: {
      hooks: {
        enabled: true,
        token: "t",
        allowRequestSessionKey: true,
        defaultSessionKey: "agent:main:telegram:direct:1",
        allowedSessionKeyPrefixes: ["agent:main:telegram:"],
      },
    },
    edition: "openclaw@2026.9.6",
    severity: "high",
    witness: { who: ["a hook"], what: "agent:main:telegram:direct:1001", invented: true },
  },
  "a hook that names any of several agents": {
    id: "hooks-reach-every-agent",
    path: "hooks.allowedAgentIds",
    config: {
      hooks: { enabled: true, token: "t" },
      agents: { list: [{ id: "main", default: true }, { id: "ops" }] },
    },
    edition: "openclaw@2026.7.1",
    severity: "medium",
    witness: { who: ["a hook"], what: "agent:ops", invented: true },
  },
  "hooks of which each begins a session": {
    id: "hooks-begin-sessions",
    path: "hooks.defaultSessionKey",
    config: { hooks: { enabled: true, token: "t" } },
    edition: "openclaw@2026.9.6",
    severity: "info",
  },
  "a tool that the gateway keeps from HTTP": {
    id: "tools-over-http",
    path: "gateway.tools.allow[0]",
    config: { gateway: { tools: { allow: ["sessions_send", "web_search"] } } },
    edition: "openclaw@2026.9.6",
    severity: "medium",
    witness: { who: ["HTTP"], what: "sessions_send", invented: true },
  },
  "an agent that has more than the little of all": {
    id: "profile-overridden",
    path: "agents.list[0].tools.profile",
    config: {
      tools: { profile: "minimal" },
      agents: { list: [{ id: "main", tools: { profile: "coding" } }] },
    },
    severity: "low",
  },
  "commands that write though files may not be written": {
    id: "commands-write-files",
    path: "tools.deny[0]",
    config: { tools: { deny: ["write", "edit", "apply_patch"] } },
    severity: "medium",
  },
  "an interpreter that counts as a safe program": {
    id: "safe-program-runs-code",
    path: "tools.exec.safeBins[0]",
    config: { tools: { exec: { ...listed, safeBins: ["python3", "jq"] } } },
    edition: "openclaw@2026.2.19",
    severity: "high",
  },
  "the same, which no release since takes for one": {
    id: "safe-program-runs-code",
    path: "tools.exec.safeBins[0]",
    config: { tools: { exec: { ...listed, safeBins: ["python3", "jq"] } } },
    edition: "openclaw@2026.2.22",
    severity: "info",
  },
  "a program that is not known to be safe": {
    id: "safe-program-unknown",
    path: "tools.exec.safeBins[1]",
    config: { tools: { exec: { ...listed, safeBins: ["jq", "curl"] } } },
    edition: "openclaw@2026.2.19",
    severity: "medium",
  },
  "safe programs that others may replace": {
    id: "safe-programs-replaceable",
    path: "tools.exec.safeBinTrustedDirs[1]",
    config: { tools: { exec: { ...listed, safeBinTrustedDirs: ["/opt/tools/bin", "/tmp/bin"] } } },
    edition: "openclaw@2026.9.6",
    severity: "medium",
  },
  "the same, where nothing is asked": {
    id: "safe-programs-replaceable",
    path: "tools.exec.safeBinTrustedDirs[0]",
    config: { tools: { exec: { safeBinTrustedDirs: ["bin"] } } },
    edition: "openclaw@2026.9.6",
    severity: "low",
  },
  "anybody out of the sandbox": {
    id: "elevated-for-everybody",
    path: "tools.elevated.allowFrom.telegram[0]",
    config: {
      ...openGroup,
      agents: { defaults: { sandbox: sandboxed } },
      tools: {
        elevated: { allowFrom: { telegram: ["*"] } },
        sandbox: { tools: { allow: ["exec"] } },
      },
    },
    edition: "openclaw@2026.9.6",
    severity: "critical",
    witness: { who: ["telegram:1001"], what: "commands outside the sandbox", invented: true },
  },
  "whoever is let in, out of the sandbox": {
    id: "elevated-for-everybody",
    path: "tools.elevated.allowFrom.telegram[0]",
    config: {
      session: { dmScope: "per-channel-peer" },
      channels: { telegram: {} },
      tools: { elevated: { allowFrom: { telegram: ["*"] } } },
    },
    edition: "openclaw@2026.9.6",
    severity: "high",
  },
  "a sandbox that is written about and not there": {
    id: "sandbox-unused",
    path: "agents.defaults.sandbox",
    config: { agents: { defaults: { sandbox: { docker: { network: "none" } } } } },
    severity: "medium",
  },
  "the same, which is switched off": {
    id: "sandbox-unused",
    path: "agents.list[0].sandbox",
    config: { agents: { list: [{ id: "main", sandbox: { mode: "off", workspaceAccess: "ro" } }] } },
    edition: "openclaw@2026.3.7",
    severity: "low",
  },
  "a sandbox with the keys of its owner": {
    id: "sandbox-open-to-host",
    path: "agents.defaults.sandbox.docker.binds[0]",
    config: {
      agents: {
        defaults: { sandbox: { ...sandboxed, docker: { binds: ["/home/ann/.ssh:/keys:ro", "/srv/a:/a"] } } },
      },
    },
    edition: "openclaw@2026.2.9",
    severity: "high",
  },
  "a sandbox that reaches the host's network": {
    id: "sandbox-open-to-host",
    path: "agents.defaults.sandbox.docker.network",
    config: { agents: { defaults: { sandbox: { ...sandboxed, docker: { network: "host" } } } } },
    edition: "openclaw@2026.2.9",
    severity: "high",
  },
  "a sandbox with all of the kernel": {
    id: "sandbox-open-to-host",
    path: "agents.defaults.sandbox.docker.seccompProfile",
    config: { agents: { defaults: { sandbox: { ...sandboxed, docker: { seccompProfile: "unconfined" } } } } },
    severity: "high",
  },
  "commands that all fail for want of a sandbox": {
    id: "commands-without-sandbox",
    path: "tools.exec.host",
    config: { tools: { exec: { host: "sandbox" } } },
    edition: "openclaw@2026.9.6",
    severity: "low",
  },
  "everybody an owner": {
    id: "everybody-owns",
    path: "commands.ownerAllowFrom",
    config: { commands: { ownerAllowFrom: ["*"] }, channels: { telegram: {} } },
    edition: "openclaw@2026.7.35",
    severity: "high",
    witness: { who: ["telegram:1001"], what: "what only owners may do", invented: true },
  },
  "commands open to everybody": {
    id: "commands-open",
    path: 'commands.allowFrom["*"][0]',
    config: { commands: { allowFrom: { "*": ["*"] } }, channels: { telegram: {} } },
    edition: "openclaw@2026.9.6",
    severity: "high",
    witness: { who: ["telegram:1001"], what: "every command", invented: true },
  },
  "a gate that asks no list": {
    id: "command-gate-off",
    path: "commands.useAccessGroups",
    config: { commands: { useAccessGroups: false } },
    edition: "openclaw@2026.7.35",
    severity: "high",
  },
  "a room on a list of commands": {
    id: "room-commands",
    path: "commands.allowFrom.telegram[0]",
    config: { commands: { allowFrom: { telegram: ["telegram:group:-1", "1"] } } },
    edition: "openclaw@2026.2.22",
    severity: "high",
  },
  "an access group on a list of commands": {
    id: "access-group-unread",
    path: "commands.allowFrom.telegram[0]",
    config: {
      accessGroups: { ops: { type: "message.senders", members: { telegram: ["1"] } } },
      commands: { allowFrom: { telegram: ["accessGroup:ops", "1"] } },
    },
    edition: "openclaw@2026.9.6",
    severity: "low",
  },
  "a pattern that every text has": {
    id: "everything-mentions",
    path: "messages.groupChat.mentionPatterns[0]",
    config: { messages: { groupChat: { mentionPatterns: [".*", "@bot"] } } },
    edition: "openclaw@2026.9.6",
    severity: "medium",
  },
  "a gateway open over HTTP": {
    id: "http-names-sessions",
    path: "gateway.http.endpoints.chatCompletions.enabled",
    config: { gateway: { http: { endpoints: { chatCompletions: { enabled: true } } } } },
    edition: "openclaw@2026.9.6",
    severity: "high",
    witness: { who: ["HTTP"], what: "agent:main:main", invented: true },
  },
  "a hook that names any session": {
    id: "hooks-name-sessions",
    path: "hooks.allowedSessionKeyPrefixes",
    config: { hooks: { enabled: true, token: "t", allowRequestSessionKey: true } },
    edition: "openclaw@2026.9.6",
    severity: "high",
    witness: { who: ["a hook"], what: "agent:main:main", invented: true },
  },
  "several people in the main session": {
    id: "direct-messages-shared",
    path: "session.dmScope",
    config: {},
    world: twoSenders,
    severity: "high",
    witness: { who: ["telegram:111", "telegram:222"], what: "agent:main:main", invented: false },
  },
  "strangers in the main session": {
    id: "direct-messages-shared",
    path: "session.dmScope",
    config: { channels: { discord: { dmPolicy: "open", allowFrom: ["*"] } } },
    severity: "critical",
    witness: { who: ["discord:1001", "discord:1002"], what: "agent:main:main", invented: true },
  },
  "two linked people in the main session": {
    id: "direct-messages-shared",
    path: "session.dmScope",
    config: { session: { identityLinks: { ann: ["telegram:1"], bob: ["discord:2"] } } },
    severity: "high",
  },
  "stored keys that show two people": {
    id: "direct-messages-shared",
    path: "session.dmScope",
    config: { session: { dmScope: "main" } },
    world: { keys: ["agent:main:telegram:direct:111", "agent:main:telegram:direct:222"] },
    severity: "high",
  },
  "a binding that takes isolation back": {
    id: "direct-messages-shared",
    path: "bindings[0].session.dmScope",
    config: {
      session: { dmScope: "per-channel-peer" },
      agents: { list: [{ id: "main" }] },
      bindings: [{ agentId: "main", match: { channel: "telegram" }, session: { dmScope: "main" } }],
    },
    world: twoSenders,
    severity: "high",
  },
  "a door at which strangers may be paired, while main is the default": {
    id: "direct-messages-would-be-shared",
    path: "session.dmScope",
    config: { channels: { telegram: {} } },
    severity: "medium",
    witness: { who: ["telegram:1001", "telegram:1002"], what: "agent:main:main", invented: true },
  },
  "the same, while main is written": {
    id: "direct-messages-would-be-shared",
    path: "session.dmScope",
    config: { session: { dmScope: "main" }, channels: { telegram: { allowFrom: ["1"] } } },
    severity: "low",
    witness: { who: ["telegram:1", "telegram:1001"], what: "agent:main:main", invented: true },
  },
  "the same under a release": {
    id: "direct-messages-would-be-shared",
    path: "session.dmScope",
    config: { channels: { telegram: {} } },
    edition: "openclaw@2026.9.6",
    severity: "medium",
  },
  "two ids on the lists of two channels": {
    id: "direct-messages-would-be-shared",
    path: "session.dmScope",
    config: {
      channels: {
        telegram: { dmPolicy: "allowlist", allowFrom: ["1"] },
        whatsapp: { dmPolicy: "allowlist", allowFrom: ["+49151"] },
      },
    },
    severity: "medium",
    witness: { who: ["telegram:1", "whatsapp:+49151"], what: "agent:main:main", invented: false },
  },
  "a binding whose strangers would share": {
    id: "direct-messages-would-be-shared",
    path: "bindings[0].session.dmScope",
    config: {
      session: { dmScope: "per-channel-peer" },
      channels: { telegram: {} },
      bindings: [{ agentId: "main", match: { channel: "telegram" }, session: { dmScope: "main" } }],
    },
    severity: "low",
  },
  "one session for everything": {
    id: "direct-messages-shared",
    path: "session.scope",
    config: { session: { scope: "global" } },
    world: twoSenders,
    severity: "high",
  },
  "the same id on two channels under per-peer": {
    id: "direct-messages-shared",
    path: "session.dmScope",
    config: { session: { dmScope: "per-peer" } },
    world: {
      senders: [
        { channel: "telegram", peer: "111" },
        { channel: "discord", peer: "111" },
      ],
    },
    severity: "high",
  },
  "two accounts that one person writes to": {
    id: "accounts-share-sessions",
    path: "session.dmScope",
    config: { session: { dmScope: "per-channel-peer" } },
    world: {
      senders: [{ channel: "telegram", peer: "111" }],
      accounts: { telegram: ["home", "work"] },
    },
    severity: "medium",
    witness: {
      who: ["telegram:home:111", "telegram:work:111"],
      what: "agent:main:telegram:direct:111",
      invented: false,
    },
  },
  "a link that gives a stranger somebody's name": {
    id: "identities-merged",
    path: "session.identityLinks",
    config: {
      session: { dmScope: "per-channel-peer", identityLinks: { ann: ["telegram:111", "telegram:222"] } },
    },
    world: {
      senders: [
        { channel: "telegram", peer: "111", person: "ann" },
        { channel: "telegram", peer: "222", person: "bob" },
      ],
    },
    severity: "high",
  },
  "groups in the main session": {
    id: "groups-in-main-session",
    path: "session.groupScope",
    config: { session: { groupScope: "main" } },
    severity: "high",
    witness: { who: ["telegram:1001", "telegram:-1001"], what: "agent:main:main", invented: true },
  },
  "a bare id that means somebody on every channel": {
    id: "identity-without-channel",
    path: "session.identityLinks.ann[0]",
    config: { session: { dmScope: "per-channel-peer", identityLinks: { ann: ["111"] } } },
    edition: "openclaw@2026.9.6",
    severity: "high",
  },
  "an open door": {
    id: "open-direct-messages",
    path: "channels.telegram.dmPolicy",
    config: { channels: { telegram: { dmPolicy: "open", allowFrom: ["*", "7"] } } },
    severity: "high",
    witness: { who: ["telegram:1001"], what: "a direct chat on telegram", invented: true },
  },
  "a list that lists everybody": {
    id: "open-direct-messages",
    path: "channels.telegram.allowFrom",
    config: { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["*"] } } },
    severity: "high",
  },
  "an account's open door": {
    id: "open-direct-messages",
    path: "channels.slack.accounts.work.dmPolicy",
    config: { channels: { slack: { accounts: { work: { dmPolicy: "open", allowFrom: ["*"] } } } } },
    severity: "high",
  },
  "an open door without a star, as the releases had it": {
    id: "open-direct-messages",
    path: "channels.telegram.dmPolicy",
    config: { channels: { telegram: { dmPolicy: "open" } } },
    edition: "openclaw@2026.4.5",
    severity: "high",
  },
  "pairing that never happens, under a release": {
    id: "inert-pairing",
    path: "channels.whatsapp.allowFrom",
    config: { channels: { whatsapp: { allowFrom: ["*"] } } },
    edition: "openclaw@2026.9.6",
    severity: "high",
  },
  "any group, every message": {
    id: "open-groups-without-mention",
    path: "channels.telegram.requireMention",
    config: { channels: { telegram: { groupPolicy: "open", requireMention: false } } },
    severity: "high",
    witness: { who: ["telegram:1001"], what: "telegram:-1001", invented: true },
  },
  "one open group, every message": {
    id: "open-groups-without-mention",
    path: 'channels.telegram.groups["-100"].requireMention',
    config: {
      channels: { telegram: { groupPolicy: "open", groups: { "-100": { requireMention: false } } } },
    },
    severity: "medium",
  },
  "open groups that ask for a mention": {
    id: "open-groups",
    path: "channels.defaults.groupPolicy",
    config: { channels: { defaults: { groupPolicy: "open" }, telegram: {} } },
    severity: "low",
  },
  "every session sees every other one": {
    id: "visibility-all",
    path: "tools.sessions.visibility",
    config: { tools: { sessions: { visibility: "all" } } },
    severity: "high",
  },
  "the same by the edition's default": {
    id: "visibility-all",
    path: "tools.sessions.visibility",
    config: {},
    edition: "openclaw@2026.9.6",
    severity: "high",
  },
  "the same before there was a setting": {
    id: "visibility-all",
    path: "",
    config: {},
    edition: "openclaw@2026.1.29",
    severity: "high",
  },
  "every session sees every other one, and no agent can look": {
    id: "visibility-all",
    path: "tools.sessions.visibility",
    config: { tools: { deny: ["group:sessions"], sessions: { visibility: "all" } } },
    severity: "info",
  },
  "sessions of several people that see one another": {
    id: "visibility-agent",
    path: "tools.sessions.visibility",
    config: { session: { dmScope: "per-channel-peer" }, tools: { sessions: { visibility: "agent" } } },
    world: twoSenders,
    severity: "medium",
    witness: {
      who: ["agent:main:telegram:direct:111"],
      what: "agent:main:telegram:direct:222",
      invented: false,
    },
  },
  "an agent's own full profile": {
    id: "tools-full",
    path: "agents.list[1].tools.profile",
    config: {
      tools: { profile: "coding" },
      agents: {
        list: [
          { id: "main", default: true },
          { id: "ops", tools: { profile: "full" } },
        ],
      },
    },
    severity: "high",
  },
  "a full profile that only the main session has": {
    id: "tools-full",
    path: "tools.profile",
    config: {
      session: { dmScope: "per-channel-peer" },
      channels: { telegram: {} },
      agents: { defaults: { sandbox: { mode: "non-main" } } },
      tools: { profile: "full" },
    },
    edition: "openclaw@2026.9.6",
    severity: "low",
  },
  "no profile, and strangers": {
    id: "tools-unlimited",
    path: "tools.profile",
    config: { channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } },
    severity: "medium",
  },
  "no profile, and several people": {
    id: "tools-unlimited",
    path: "tools.profile",
    config: { session: { dmScope: "per-peer" } },
    world: twoSenders,
    severity: "info",
  },
  "commands without approval": {
    id: "exec-without-approval",
    path: "agents.list[0].tools.exec.approvals.enabled",
    config: {
      agents: { list: [{ id: "main", tools: { exec: { approvals: { enabled: false } } } }] },
    },
    severity: "critical",
  },
  "commands without approval, and no agent that runs any": {
    id: "exec-without-approval",
    path: "tools.exec.approvals.enabled",
    config: { tools: { deny: ["exec"], exec: { approvals: { enabled: false } } } },
    severity: "info",
  },
  "commands that a release trusts": {
    id: "exec-without-approval",
    path: "tools.exec.security",
    config: {},
    edition: "openclaw@2026.9.6",
    severity: "critical",
  },
  "commands that an early release decides nowhere": {
    id: "exec-without-approval",
    path: "tools.exec.host",
    config: { tools: { exec: { security: "deny" } } },
    edition: "openclaw@2026.3.28",
    severity: "critical",
  },
  "commands that people may take out of the sandbox": {
    id: "exec-without-approval",
    path: "tools.elevated.enabled",
    config: {
      agents: { defaults: { sandbox: { mode: "all" } } },
      tools: { elevated: { allowFrom: { telegram: ["1"] } } },
    },
    edition: "openclaw@2026.5.22",
    severity: "critical",
  },
  "commands that are sent to the host from a sandbox": {
    id: "exec-without-approval",
    path: "tools.exec.mode",
    config: {
      agents: { defaults: { sandbox: { mode: "all" } } },
      tools: { exec: { host: "gateway", mode: "full" } },
    },
    edition: "openclaw@2026.9.6",
    severity: "critical",
  },
  "memory in a known group": {
    id: "memory-searched-in-groups",
    path: "agents.defaults.memorySearch.scope",
    config: { agents: { defaults: { memorySearch: { scope: { default: "allow" } } } } },
    world: { groups: [{ channel: "discord", peer: "555", chatType: "channel" }] },
    severity: "high",
    witness: { who: ["discord:default:555"], what: "agent:main:discord:channel:555", invented: false },
  },
  "memory that a rule opens": {
    id: "memory-searched-in-groups",
    path: "agents.defaults.memorySearch.scope.rules[0]",
    config: {
      agents: {
        defaults: {
          memorySearch: { scope: { default: "deny", rules: [{ action: "allow", match: { channel: "*" } }] } },
        },
      },
    },
    world: { groups: [{ channel: "discord", peer: "555", chatType: "channel" }] },
    severity: "high",
  },
  "memory that is searched without asking the scope": {
    id: "memory-searched-in-groups",
    path: "memory.backend",
    config: {
      memory: { qmd: { scope: { default: "deny" } } },
      channels: { telegram: { groupPolicy: "open" } },
    },
    edition: "openclaw@2026.6.8",
    severity: "high",
  },
  "memory that is open to groups to come": {
    id: "memory-open-to-groups",
    path: "agents.defaults.memorySearch.scope",
    config: { agents: { defaults: { memorySearch: { scope: { default: "allow" } } } } },
    severity: "low",
  },
  "groups that resetByType leaves out": {
    id: "reset-type-left-out",
    path: "session.resetByType.group",
    config: { session: { resetByType: byIdleDirect } },
    severity: "low",
    witness: { who: ["agent:main:telegram:group:-1001"], what: "a reset by daily", invented: true },
  },
  "threads that resetByType leaves out, under a release": {
    id: "reset-type-left-out",
    path: "session.resetByType.thread",
    config: { session: { resetByType: byIdleDirect } },
    edition: "openclaw@2026.3.7",
    severity: "low",
  },
  "an idle window beside the daily hour": {
    id: "reset-mode-left-out",
    path: "session.reset.mode",
    config: { session: { reset: { idleMinutes: 60 } } },
    severity: "low",
  },
  "an idle window of a channel beside the daily hour": {
    id: "reset-mode-left-out",
    path: "session.resetByChannel.discord.mode",
    config: { session: { resetByChannel: { discord: { idleMinutes: 60 } } } },
    severity: "low",
  },
  "an idle window in its short spelling beside the daily hour": {
    id: "reset-mode-left-out",
    path: "session.dailyReset",
    config: { session: { idleMinutes: 60 } },
    severity: "low",
  },
  "the same beside a time of its own": {
    id: "reset-mode-left-out",
    path: "session.reset.mode",
    config: { session: { idleMinutes: 60, reset: { at: "4:30" } } },
    severity: "low",
  },
  "an hour where nothing resets daily": {
    id: "setting-without-effect",
    path: "session.reset.atHour",
    config: { session: { reset: { mode: "idle", idleMinutes: 60, atHour: 4 } } },
    severity: "low",
  },
  "a rule that can never match": {
    id: "unreachable-rule",
    path: "session.sendPolicy.rules[0]",
    config: {
      session: {
        sendPolicy: { default: "allow", rules: [{ action: "deny", match: { rawKeyPrefix: "discord:" } }] },
      },
    },
    severity: "medium",
  },
  "a rule behind another": {
    id: "shadowed-rule",
    path: "session.sendPolicy.rules[1]",
    config: {
      session: {
        sendPolicy: {
          default: "allow",
          rules: [denyGroups, { action: "deny", match: { channel: "discord", chatType: "group" } }],
        },
      },
    },
    severity: "medium",
  },
  "a rule behind another, under a release": {
    id: "shadowed-rule",
    path: "session.sendPolicy.rules[1]",
    config: { session: { sendPolicy: { rules: [denyGroups, denyGroups] } } },
    edition: "openclaw@2026.3.7",
    severity: "medium",
  },
  "a rule that matches everything, under a release": {
    id: "rule-matches-everything",
    path: "session.sendPolicy.rules[0]",
    config: { session: { sendPolicy: { rules: [{ action: "deny", match: {} }] } } },
    edition: "openclaw@2026.3.7",
    severity: "medium",
  },
  "a prefix that ends within an id": {
    id: "prefix-within-id",
    path: "session.sendPolicy.rules[0].match.keyPrefix",
    config: {
      session: {
        sendPolicy: {
          default: "allow",
          rules: [{ action: "deny", match: { keyPrefix: "discord:channel:12" } }],
        },
      },
    },
    severity: "low",
  },
  "a binding behind another": {
    id: "binding-shadowed",
    path: "bindings[1]",
    config: {
      agents: { list: [{ id: "main", default: true }, { id: "ops" }] },
      bindings: [
        { agentId: "main", match: { channel: "telegram" } },
        { agentId: "ops", match: { channel: "telegram" } },
      ],
    },
    severity: "medium",
  },
  "agents that all reach one another": {
    id: "open-agent-to-agent",
    path: "tools.agentToAgent.allow",
    config: { tools: { agentToAgent: { enabled: true } } },
    severity: "medium",
  },
  "a link to a Discord id with a discriminator, which a release takes for nobody's": {
    id: "identity-names-nobody",
    path: "session.identityLinks.ann[1]",
    config: { session: { identityLinks: { ann: ["telegram:1", "discord:223#0001"] } } },
    edition: "openclaw@2026.9.6",
    severity: "low",
  },
  "an idle mode without a window": {
    id: "never-resets",
    path: "session.reset.mode",
    config: { session: { reset: { mode: "idle" } } },
    severity: "low",
  },
});

/** Faults that no setting mends: they are of the edition, and the next one shows that they are gone. */
export const ofEdition = cases({
  "owners who are all elsewhere": {
    id: "owners-elsewhere",
    path: "commands.ownerAllowFrom",
    config: { commands: { ownerAllowFrom: ["signal:+1555"] }, channels: { telegram: {} } },
    edition: "openclaw@2026.9.6",
    severity: "high",
    goneIn: "2026-11",
    witness: { who: ["telegram:1001"], what: "every command", invented: true },
  },
  "resets past the owners": {
    id: "resets-pass-lists",
    path: "commands.ownerAllowFrom",
    config: { commands: { ownerAllowFrom: ["telegram:1"] }, channels: { telegram: {} } },
    edition: "openclaw@2026.9.6",
    severity: "medium",
    goneIn: "2026-11",
    witness: { who: ["telegram:1001"], what: "/new", invented: true },
  },
  "owners for want of any": {
    id: "members-own",
    path: "channels.telegram.allowFrom",
    config: { channels: { telegram: { dmPolicy: "allowlist", allowFrom: ["1", "2"] } } },
    edition: "openclaw@2026.7.35",
    severity: "medium",
    goneIn: "openclaw@2026.8.1",
    witness: { who: ["telegram:1", "telegram:2"], what: "what only owners may do", invented: false },
  },
  "an owner of no channel": {
    id: "owner-of-no-channel",
    path: "commands.ownerAllowFrom[0]",
    config: { commands: { ownerAllowFrom: ["telegram:1"] } },
    edition: "openclaw@2026.4.26",
    severity: "low",
    goneIn: "openclaw@2026.4.29",
  },
  "resets behind any name": {
    id: "resets-behind-names",
    path: "",
    config: {},
    world: twoSenders,
    edition: "openclaw@2026.7.35",
    severity: "info",
    goneIn: "openclaw@2026.8.1",
  },
  "memory without a scope, under a release": {
    id: "memory-searched-in-groups",
    path: "",
    config: { channels: { telegram: { groups: { "*": {} }, groupPolicy: "open" } } },
    edition: "openclaw@2026.9.6",
    severity: "high",
    goneIn: "2026-11",
  },
  "links that join nobody across channels": {
    id: "links-join-no-channels",
    path: "session.identityLinks",
    config: {
      session: { dmScope: "per-channel-peer", identityLinks: { ann: ["telegram:1", "discord:2"] } },
    },
    edition: "openclaw@2026.9.6",
    goneIn: "2026-11",
    severity: "low",
    witness: { who: ["telegram:1", "discord:2"], what: "two sessions of one person", invented: false },
  },
  "two accounts of the bot in one group": {
    id: "groups-share-accounts",
    path: "",
    config: {},
    edition: "openclaw@2026.9.6",
    goneIn: "2026-11",
    world: {
      groups: [{ channel: "telegram", peer: "-100" }],
      accounts: { telegram: ["home", "work"] },
    },
    severity: "medium",
  },
  "a message that names nobody": {
    id: "peerless-messages-shared",
    path: "",
    config: { session: { dmScope: "per-channel-peer" } },
    edition: "openclaw@2026.9.6",
    goneIn: "2026-11",
    world: { senders: [{ channel: "telegram" }, { channel: "discord" }] },
    severity: "high",
  },
  "ids that one spelling joins": {
    id: "keys-collide",
    path: "",
    config: { session: { dmScope: "per-channel-peer" } },
    edition: "openclaw@2026.3.7",
    goneIn: "2026-11",
    world: {
      senders: [
        { channel: "matrix", peer: "@Ann:example.org" },
        { channel: "matrix", peer: "@ann:example.org" },
      ],
    },
    severity: "high",
  },
  "direct Matrix rooms that have the keys of channels": {
    id: "direct-chats-keyed-as-rooms",
    path: "channels.matrix.dm.sessionScope",
    config: { channels: { matrix: { dm: { sessionScope: "per-room" } } } },
    edition: "openclaw@2026.9.6",
    goneIn: "2026-11",
    severity: "medium",
  },
  "rooms that differ by case": {
    id: "ids-lose-case",
    path: "channels.matrix",
    config: { channels: { matrix: {} } },
    edition: "openclaw@2026.3.7",
    goneIn: "2026-11",
    severity: "low",
  },
  "private notes in groups": {
    id: "notes-in-groups",
    path: "",
    config: { channels: { telegram: { groupPolicy: "open" } } },
    edition: "openclaw@2026.3.7",
    goneIn: "openclaw@2026.8.1",
    severity: "medium",
  },
});

/** A config, or a world, in which a kind of finding is found. */
export interface Shown {
  readonly config?: ConfigInput;
  readonly edition?: Edition;
  readonly world?: AuditWorld;
  readonly options?: AuditOptions;
}

export const release = "openclaw@2026.9.6";

type IdsOf<Table extends Readonly<Record<string, Case>>> = Table[string]["id"];

/** A config for each kind of finding that the tables above do not show: most repeat what parsing tells. */
export const others: Readonly<
  Record<Exclude<FindingId, IdsOf<typeof fixable> | IdsOf<typeof ofEdition>>, Shown>
> = {
  "elevated-for-many": {
    config: {
      tools: {
        elevated: { allowFrom: { telegram: Array.from({ length: 26 }, (_, index) => `${index + 1}`) } },
      },
    },
    edition: release,
  },
  "identity-conflict": {
    config: { session: { identityLinks: { ann: ["telegram:1"], bob: ["telegram:1"] } } },
    edition: release,
  },
  "identity-cycle": {
    config: { session: { identityLinks: { ann: ["telegram:1", "bob"], bob: ["ann"] } } },
    edition: release,
  },
  "profile-cut-down": {
    config: {
      tools: { profile: "messaging" },
      agents: { list: [{ id: "main", tools: { allow: ["read"] } }] },
    },
  },
  "runs-what-it-is-given": {
    config: {
      tools: { exec: { approvals: { enabled: true, policy: "allowlist", allowlist: ["/bin/sh *"] } } },
    },
  },
  "memory-scope-by-default": {
    config: { channels: { telegram: { groupAllowFrom: ["1"], groups: { "-1001": {} } } } },
  },
  "peer-without-channel": {
    config: { session: { sendPolicy: { rules: [{ action: "deny", match: { peer: "7" } }] } } },
  },
  "missing-default": {
    config: { session: { sendPolicy: { rules: [{ action: "allow", match: { channel: "slack" } }] } } },
  },
  "empty-list": {
    config: { agents: { defaults: { memorySearch: { scope: { default: "deny", rules: [] } } } } },
  },
  "unknown-agent": {
    config: { tools: { agentToAgent: { allow: ["wrk"] } }, agents: { list: [{ id: "work" }] } },
  },
  "unknown-account": {
    config: {
      channels: { telegram: { accounts: { work: {} } } },
      bindings: [{ agentId: "main", match: { channel: "telegram", accountId: "home" } }],
    },
  },
  "nobody-listed": { config: { channels: { telegram: { dmPolicy: "allowlist" } } } },
  "no-approvers": { config: { channels: { telegram: { execApprovals: { enabled: true } } } } },
  "binding-impossible": {
    config: {
      bindings: [{ agentId: "main", match: { channel: "telegram", peer: { kind: "group", id: " " } } }],
    },
    edition: release,
  },
  "scope-without-effect": { config: { session: { scope: "global", dmScope: "per-peer" } } },
  "keys-unreadable": { world: { keys: ["agent:main"] } },
  "keys-stored-twice": { world: { keys: ["agent:main:slack:dm:5", "agent:main:slack:direct:5"] } },
  "nothing-logged": { world: twoSenders },
  "not-read": { config: { gateway: { bind: "lan" } } },
  "suppression-without-reason": { options: { suppress: [{ id: "nothing-logged", reason: "" }] } },
  "unused-suppression": { options: { suppress: [{ id: "open-groups", reason: "wanted" }] } },
};
