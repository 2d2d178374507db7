/** How much is at stake, worst first. */
export const severities = ["critical", "high", "medium", "low", "info"] as const;

/** How much is at stake. `info`: nothing, but somebody should know. */
export type Severity = (typeof severities)[number];

/** One kind of finding. */
interface FindingKind {
  /** How much is at stake; where there are two, the second holds for the milder case that the finding's message tells. */
  readonly severities: readonly [Severity, milder?: Severity];
  /** What could happen. */
  readonly means: string;
}

/** Everything that an audit looks for. */
export const findingKinds = {
  "direct-messages-shared": {
    severities: ["critical", "high"],
    means: "anybody (high: several people) shares a session and is told what others wrote",
  },
  "direct-messages-would-be-shared": {
    severities: ["medium", "low"],
    means: "the same, once a second person is let in (low: `main` is written, or there is one person alone)",
  },
  "identities-merged": { severities: ["high"], means: "a link treats two different people as one" },
  "identity-without-channel": {
    severities: ["high"],
    means: "a linked id stands for that person on every channel",
  },
  "identity-conflict": { severities: ["medium"], means: "one id is linked to two people" },
  "identity-cycle": {
    severities: ["low"],
    means: "a link names a person instead of an id, and links nobody",
  },
  "identity-names-nobody": {
    severities: ["low"],
    means: "a Discord id with a discriminator matches nobody (openclaw@ editions)",
  },
  "links-join-no-channels": {
    severities: ["low"],
    means: "one person's channels stay apart, though links join them (openclaw@ editions)",
  },
  "groups-in-main-session": {
    severities: ["high"],
    means: "a group can be told what was written in private",
  },
  "accounts-share-sessions": {
    severities: ["medium"],
    means: "one account of the bot can repeat what was written to another",
  },
  "groups-share-accounts": {
    severities: ["medium"],
    means: "two accounts in one group share its session (openclaw@ editions)",
  },
  "peerless-messages-shared": {
    severities: ["high"],
    means: "messages that name nobody end up in a session of others (openclaw@ editions)",
  },
  "keys-collide": { severities: ["high"], means: "different ids get the same key (openclaw@ editions)" },
  "direct-chats-keyed-as-rooms": {
    severities: ["medium"],
    means:
      "rules about rooms apply to direct chats, and rules about direct chats do not (openclaw@ editions)",
  },
  "ids-lose-case": {
    severities: ["low"],
    means: "ids that differ only by case get the same key (openclaw@ editions)",
  },
  "open-direct-messages": { severities: ["high"], means: "anybody may write to the bot" },
  "inert-pairing": {
    severities: ["high"],
    means: '`pairing` beside `"*"`: anybody may write, and nobody is ever paired',
  },
  "open-groups-without-mention": {
    severities: ["high", "medium"],
    means: "anybody in any group (medium: in a listed one) makes the bot act on every message",
  },
  "open-groups": {
    severities: ["low"],
    means: "anybody who mentions the bot in a group makes it act, even in a listed one",
  },
  "strangers-reach-host": {
    severities: ["critical", "high"],
    means:
      "anybody who writes reaches an agent that runs any command on the host (high: that reads its files)",
  },
  "strangers-reach-gateway": {
    severities: ["high"],
    means: "no list keeps those who write away from tools that change the gateway or act in other sessions",
  },
  "names-let-in": {
    severities: ["high", "low"],
    means: "people are let in by name, and anybody can take a name (low: nobody is listed by one)",
  },
  "not-a-telegram-id": { severities: ["low"], means: "an entry of a Telegram list matches nobody" },
  "owners-elsewhere": {
    severities: ["high"],
    means:
      "owners are named, but none for a channel, and anyone whom it lets through may command (openclaw@ editions)",
  },
  "everybody-owns": { severities: ["high"], means: "everybody is an owner of the bot (openclaw@ editions)" },
  "members-own": {
    severities: ["medium"],
    means: "everybody whom a channel lists is an owner, because none is named (openclaw@ editions)",
  },
  "owner-of-no-channel": {
    severities: ["low"],
    means: "an owner on one channel also owns commands that come from no channel (openclaw@ editions)",
  },
  "commands-open": {
    severities: ["high"],
    means: "everybody may command, even those whom the channel keeps out (openclaw@ editions)",
  },
  "command-gate-off": { severities: ["high"], means: "channels let everybody command (openclaw@ editions)" },
  "room-commands": {
    severities: ["high"],
    means: "a list of commands names a room, which means everybody in it (openclaw@ editions)",
  },
  "access-group-unread": {
    severities: ["low"],
    means: "an access group in a list of commands matches nobody (openclaw@ editions)",
  },
  "resets-pass-lists": {
    severities: ["medium"],
    means: "people whom no list lets command may reset sessions (openclaw@ editions)",
  },
  "resets-behind-names": {
    severities: ["info"],
    means: "a quoted `/new` resets a session (openclaw@ editions)",
  },
  "everything-mentions": {
    severities: ["medium"],
    means: "every message mentions the bot (openclaw@ editions)",
  },
  "http-names-sessions": {
    severities: ["high"],
    means: "a request over HTTP may name any session of any agent (openclaw@ editions)",
  },
  "hooks-name-sessions": {
    severities: ["high"],
    means: "a request to a hook may name any session (openclaw@ editions)",
  },
  "hooks-reach-every-agent": {
    severities: ["medium"],
    means: "a request to a hook may name any of several agents (openclaw@ editions)",
  },
  "hooks-begin-sessions": {
    severities: ["info"],
    means: "each request to a hook begins a session of its own",
  },
  "tools-over-http": {
    severities: ["medium"],
    means: "requests over HTTP may use a tool that the gateway would otherwise keep from them",
  },
  "visibility-all": {
    severities: ["high", "info"],
    means:
      "sessions can read those of other agents, or any of their own agent's (info: no agent has the tool, or only one person writes)",
  },
  "visibility-agent": {
    severities: ["medium", "info"],
    means: "sessions of one agent can read one another, although several people write (info: as above)",
  },
  "open-agent-to-agent": { severities: ["medium"], means: "every agent can reach every other one" },
  "tools-full": {
    severities: ["high", "low"],
    means: "any tool may be used (low: only in the main session, where nobody writes from a channel)",
  },
  "tools-unlimited": {
    severities: ["medium", "info"],
    means: "there is no profile, although strangers (info: several people) write, in groups or directly",
  },
  "profile-overridden": {
    severities: ["low"],
    means: "an agent's own profile replaces the `minimal` that everybody else has",
  },
  "commands-write-files": {
    severities: ["medium"],
    means: "an agent is denied the tools that write files, but has commands that can write them",
  },
  "profile-cut-down": {
    severities: ["medium", "low"],
    means: "a profile and a list allow only what both name, and that is nothing (low: something is left)",
  },
  "exec-without-approval": {
    severities: ["critical", "info"],
    means: "any command runs on the host (info: no agent has the tool)",
  },
  "runs-what-it-is-given": {
    severities: ["high", "info"],
    means: "a listed program runs whatever it is given (info: no agent has the tool)",
  },
  "safe-program-runs-code": {
    severities: ["high", "info"],
    means:
      "a program that counts as safe runs code without approval (info: as things stand nothing runs; openclaw@ editions)",
  },
  "safe-program-unknown": {
    severities: ["medium", "info"],
    means: "the same of one that is not known to read nothing but its input (openclaw@ editions)",
  },
  "safe-programs-replaceable": {
    severities: ["medium", "low"],
    means:
      "others can write where safe programs are looked up (low: as things stand nothing runs; openclaw@ editions)",
  },
  "elevated-for-everybody": {
    severities: ["critical", "high"],
    means: "anybody who writes may run commands outside the sandbox (high: anybody who is let in)",
  },
  "elevated-for-many": {
    severities: ["low"],
    means: "more than 25 people may run commands outside the sandbox",
  },
  "commands-without-sandbox": {
    severities: ["low"],
    means: "commands have to run in a sandbox, and there is none: they all fail",
  },
  "sandbox-unused": {
    severities: ["medium", "low"],
    means: "settings describe a sandbox, but nothing runs in one (low: it is switched off)",
  },
  "sandbox-open-to-host": {
    severities: ["high"],
    means: "a sandbox has the host's network, its system or secrets, or every call to its kernel",
  },
  "memory-searched-in-groups": { severities: ["high"], means: "private memory can be told in a group" },
  "memory-open-to-groups": {
    severities: ["low"],
    means: "private memory could be told in a group, once there is one",
  },
  "memory-scope-by-default": {
    severities: ["info"],
    means: "only the edition's default keeps memory out of groups",
  },
  "notes-in-groups": {
    severities: ["medium"],
    means: "groups are given MEMORY.md (openclaw@ editions before 2026.8.1)",
  },
  "reset-type-left-out": {
    severities: ["low"],
    means: "`resetByType` leaves out a type, which follows the edition's default",
  },
  "reset-mode-left-out": {
    severities: ["low"],
    means: "an idle window has no mode, so the daily reset stays in force, too",
  },
  "never-resets": { severities: ["low"], means: "mode `idle` has no window, and nothing ends a session" },
  "unreachable-rule": { severities: ["medium"], means: "a rule can never match" },
  "shadowed-rule": { severities: ["medium"], means: "other rules always decide before this one" },
  "rule-matches-everything": {
    severities: ["medium"],
    means: "a rule asks for nothing (openclaw@ editions)",
  },
  "prefix-within-id": { severities: ["low"], means: "a rule's prefix also fits other ids" },
  "peer-without-channel": {
    severities: ["low"],
    means: "a rule names an id, which it matches on every channel",
  },
  "missing-default": { severities: ["low"], means: "rules that allow have no effect" },
  "empty-list": { severities: ["low"], means: "an empty list has no effect" },
  "unknown-agent": { severities: ["low"], means: "a setting names an agent that does not exist" },
  "unknown-account": {
    severities: ["low"],
    means: "a setting names an account that its channel does not have",
  },
  "nobody-listed": { severities: ["low"], means: "a list decides who may write, and nobody is on it" },
  "no-approvers": { severities: ["low"], means: "nobody could approve what needs approval" },
  "binding-shadowed": { severities: ["medium"], means: "another binding always wins" },
  "binding-impossible": { severities: ["medium"], means: "no message fits a binding" },
  "setting-without-effect": { severities: ["low"], means: "a setting has no effect beside another" },
  "scope-without-effect": {
    severities: ["medium"],
    means: "a scope keeps nobody apart beside `session.scope`",
  },
  "keys-unreadable": { severities: ["medium"], means: "stored keys fit several conversations, or none" },
  "keys-stored-twice": { severities: ["low"], means: "one conversation has two stored keys" },
  "nothing-logged": { severities: ["info"], means: "none of the four events is logged" },
  "not-read": {
    severities: ["info"],
    means: "a setting decides something, and no check here looks at it",
  },
  "suppression-without-reason": {
    severities: ["medium"],
    means: "a suppression gives no reason, so it suppresses nothing",
  },
  "unused-suppression": { severities: ["info"], means: "a suppression covers no finding" },
} as const satisfies Readonly<Record<string, FindingKind>>;

/** A stable name for a kind of finding, such as `"direct-messages-shared"`. New ones may be added. */
export type FindingId = keyof typeof findingKinds;

/** Those that have a milder case. */
type MildId = {
  [Id in FindingId]: (typeof findingKinds)[Id]["severities"] extends readonly [unknown, unknown] ? Id : never;
}[FindingId];

/** A kind of finding, and which of its two cases it is where it has two. */
export type FindingCase =
  | { readonly id: Exclude<FindingId, MildId>; readonly milder?: never }
  | { readonly id: MildId; readonly milder: boolean };

/** How much is at stake in a case. */
export function severityOf({ id, milder }: FindingCase): Severity {
  const [usual, mild = usual]: FindingKind["severities"] = findingKinds[id].severities;
  return milder === true ? mild : usual;
}
