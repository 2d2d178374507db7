import type { BehaviourId } from "../../edition/registry.ts";

/** The kinds of decision that a setting touches. */
export type DecisionKind =
  | "access"
  | "command"
  | "exec"
  | "gateway"
  | "memory-search"
  | "maintenance"
  | "reset"
  | "resolution"
  | "sandbox"
  | "send"
  | "tool"
  | "visibility";

/** A setting that decides something in OpenClaw, and nothing here. */
export interface Undecided {
  /** What it would decide; the end of a sentence. */
  readonly decides: string;
  readonly kinds: readonly [DecisionKind, ...DecisionKind[]];
  /** The behaviour with which the setting is read. */
  readonly readWith?: BehaviourId;
  /** The channels on which it is read. */
  readonly readOn?: readonly string[];
}

function row(
  patterns: string,
  kinds: string,
  decides: string,
  read: Pick<Undecided, "readWith" | "readOn"> = {},
): readonly [string, Undecided] {
  // The kinds of a row, written as words.
  const listed = kinds.split(" ") as unknown as Undecided["kinds"];
  return [patterns, { decides, kinds: listed, ...read }];
}

/**
 * The settings that decide something and that no decision here reads, each with everything below it. A row goes when
 * its setting is read.
 */
export const undecided: readonly (readonly [patterns: string, undecided: Undecided])[] = [
  // Who is let in.
  row(
    "channel.dm.{groupEnabled,groupChannels}",
    "access",
    "in which chats of several people the bot answers",
    { readOn: ["discord", "slack"] },
  ),
  row("channel:discord.guilds.*.reactionNotifications", "access", "whose reactions the bot hears of"),
  row(
    "channel:discord.guilds.*.presenceEvents channel:slack.channels.*.presenceEvents",
    "access",
    "whose coming and going the bot hears of",
  ),
  row("channel:slack.channels.*.botLoopProtection", "access", "how many messages of other bots are answered"),
  row(
    "channel:telegram.direct",
    "access tool resolution",
    "who may write in one direct chat, with which tools, and which agent answers in its topics",
  ),
  row("channel.groups.*.{users,allow,autoReply}", "access", "who may write in a group", {
    readOn: ["matrix", "googlechat"],
  }),
  row("channel.{groups,rooms}.*.{groupAllowFrom,allowBots}", "access", "who may write in a group"),
  row("channel.{groups,rooms}.*.account", "access", "which account serves a room"),
  row(
    "channel.groups.*.ingest channel.groups.*.topics.*.ingest",
    "access",
    "whether messages that the bot does not answer become context",
  ),
  row(
    "channel.groups.*.{ignoreOtherMentions,mentionPatterns}",
    "access",
    "what counts as a mention in a group",
  ),
  row("channel.groups.*.commandLevel", "command", "which commands a group may give"),
  row("channel.groupSenderAllowFrom", "access", "who may write in groups", { readOn: ["feishu"] }),
  row("channel.{allowedRoles,allowlistOnly}", "access", "who may write in groups"),
  row(
    "channel:tlon.{dmAllowlist,groupInviteAllowlist,defaultAuthorizedShips,authorization,groupChannels,ownerShip,autoAcceptDmInvites,autoAcceptGroupInvites,autoDiscoverChannels}",
    "access",
    "who may write, and which invitations are accepted",
  ),
  row("channel.{autoJoin,autoJoinAllowlist}", "access", "which invitations are accepted"),
  row("channel:irc.channels", "access", "which rooms the bot joins"),
  row("channel:twitch.channel", "access", "which room the bot joins"),
  row(
    "channel:reef.{friends,requestPolicy,guard} channel:a2a.{peers,exposeAgents}",
    "access",
    "who may write, and what is held back",
  ),
  row(
    "channel:clickclack.{agentId,senderIsOwner,toolsAllow,replyMode}",
    "resolution tool command",
    "which agent answers, as whom, and with which tools",
  ),
  row("channel:feishu.dynamicAgentCreation", "resolution", "whether each person gets an agent"),
  row("channel.allowBots", "access", "whether messages of other bots are answered", {
    readOn: ["discord", "slack"],
  }),
  row(
    "channel.botLoopProtection channel.{groups,rooms}.*.botLoopProtection channels.defaults.botLoopProtection",
    "access",
    "which messages of other bots are answered",
  ),
  row(
    "channel.dangerouslyAllowNameMatching",
    "access",
    "whether names in lists count, which anybody may take",
    { readOn: ["discord", "slack", "msteams", "googlechat", "mattermost"] },
  ),
  row("channel:sms.dangerouslyDisableSignatureValidation", "access", "whether messages are taken unsigned"),
  row(
    "channel.{reactionNotifications,reactionAllowlist,presenceEvents}",
    "access",
    "whose reactions, and whose coming and going, the bot hears of",
  ),
  row(
    "channel:discord.pluralkit",
    "access",
    "whether people who speak through a proxy are known as themselves",
  ),
  row("channel.selfChatMode", "access", "whether the host's own number may write"),
  row("accessGroups.*.{guildId,channelId,membership}", "access", "who is in a group of people of Discord"),

  // Mentions, and what of others reaches the model.
  row(
    "channel.{implicitMentions,oncharPrefixes,chatmode} channels.defaults.implicitMentions",
    "access",
    "what counts as a mention",
  ),
  row("channel.mentionPatterns", "access", "in which chats mention patterns count", {
    readWith: "mentions-by-channel",
  }),
  row(
    "messages.groupChat.{unmentionedInbound,visibleReplies} messages.visibleReplies agents.list[].groupChat.{unmentionedInbound,visibleReplies} agents.entries.*.groupChat.{unmentionedInbound,visibleReplies}",
    "access send",
    "what becomes of messages without a mention, and which replies show",
  ),
  row(
    "channel.contextVisibility channels.defaults.contextVisibility channel.includeGroupHistoryContext",
    "access",
    "whether text of people who are not let in reaches the model",
  ),

  // Sessions and routing.
  row("broadcast", "resolution", "which messages go to several agents, each in a session of its own"),
  row(
    "session.threadBindings channel.threadBindings",
    "resolution reset",
    "which agent answers in a thread, for how long, and whether it may start sessions",
  ),
  row("channel:slack.slashCommand.sessionPrefix", "resolution", "the session of slash commands"),
  row(
    "agent.heartbeat.{target,to,accountId,directPolicy,every,activeHours,skipWhenBusy,agentId}",
    "send reset",
    "when heartbeats happen, and whom they reach",
  ),
  row("cron.sessionRetention", "maintenance", "how long the sessions of cron runs are kept"),
  row("session.maintenance.coldStorage", "maintenance", "when sessions are moved out of the store"),
  row("session.agentToAgent.maxPingPongTurns", "send", "how often two agents may answer each other"),
  row("session.sharing", "visibility", "what people who share a session may do in it"),
  row("session.notifyOnCreate", "send", "whether people are told of a new session"),
  row(
    "hooks.{enabled,path,presets,mappings}",
    "resolution access gateway",
    "which requests from outside there are, and which sessions and agents they write to",
  ),
  row("cron.{failureAlert,failureDestination}", "send", "who is told of runs that fail"),
  row(
    "agents.defaults.sessionStore",
    "resolution",
    "the agent in whose store sessions without an agent are kept",
  ),
  row("bindings[].acp", "resolution", "the outside agent that a binding hands messages to"),
  row("agents.list[].runtime agents.entries.*.runtime", "resolution", "whether an agent runs outside"),

  row(
    "agents.list[].sandbox.sessionToolsVisibility agents.entries.*.sandbox.sessionToolsVisibility",
    "visibility",
    "which sessions a sandboxed agent sees; for all agents, `agents.defaults.sandbox.sessionToolsVisibility` does",
  ),

  // Tools.
  row(
    "agent.subagents.{allowAgents,requireAgentId,maxChildrenPerAgent}",
    "tool visibility",
    "which agents an agent may start, and how many",
  ),
  row("anyTools.message", "send", "whether the message tool may write to other chats"),
  row("anyTools.fs.workspaceOnly", "tool", "whether files outside the workspace are reached"),
  row("channel.actions", "tool", "what the message tool may do in a channel"),
  row(
    "channel.{trustedLocalFileRoots,attachmentRoots,remoteAttachmentRoots,mediaLocalRoots}",
    "tool",
    "which files of the host may be sent",
  ),
  row("channel:slack.userTokenReadOnly", "tool", "whether the bot may act in a person's name"),
  row("channel:feishu.tools", "tool", "which tools of its own a channel has"),
  row("gateway.tools", "tool gateway", "which tools requests over HTTP may use"),
  row(
    "agent.skills channel.{groups,rooms}.*.skills channel.groups.*.topics.*.skills channel:discord.guilds.*.channels.*.skills channel:slack.channels.*.skills skills",
    "tool",
    "which skills are at hand",
  ),
  row(
    "tools.{codeMode,toolSearch,experimental,updatePlan,swarm,sessions_spawn} agentTools.{codeMode,swarm}",
    "tool",
    "which tools stand for others, or are there at all",
  ),
  row(
    "tools.{web,media,links,github} agentTools.github",
    "tool",
    "whether some tools are there, and what they may reach",
  ),
  row(
    "plugins.{allow,deny,enabled,entries,slots}",
    "tool access",
    "which plugins are there, with their tools and channels",
  ),
  row("mcp", "tool", "which servers bring tools"),
  row("browser", "tool", "whether the browser tool is there, and what it may reach"),
  row("surfaces", "tool send", "what each surface of the host shows and takes"),

  // Commands of the shell, the sandbox, and commands in chats.
  row(
    "anyTools.exec.{safeBinProfiles,grantExpiryDays,reviewer,applyPatch}",
    "exec",
    "which commands run, and who is asked",
  ),
  row(
    "anyTools.exec.{safeBins,safeBinTrustedDirs}",
    "exec",
    "which programs need no entry on the allowlist",
    { readWith: "safe-bins-need-no-entry" },
  ),
  row("approvals", "exec", "where questions about commands and plugins go, and who answers"),
  row(
    "channel.execApprovals.{agentFilter,sessionFilter}",
    "exec",
    "whose questions about commands reach a channel",
  ),
  row(
    "agent.sandbox.docker.{apparmorProfile,capDrop,containerPrefix,cpus,dangerouslyAllowContainerNamespaceJoin,dangerouslyAllowExternalBindSources,dangerouslyAllowReservedContainerTargets,dns,env,extraHosts,gpus,image,memory,memorySwap,pidsLimit,seccompProfile,setupCommand,tmpfs,ulimits,user,workdir}",
    "sandbox",
    "what a container may use, and what runs in it",
  ),
  row("agent.sandbox.ssh", "sandbox", "where sandboxed sessions run"),
  row("agent.sandbox.browser", "sandbox tool", "the browser of a sandbox, and what it may reach"),
  row("agent.sandbox.workspaceRoot", "sandbox", "which directory a sandbox sees"),
  row(
    "commands.{bash,config,debug,mcp,modelsWrite,nativeSkills,plugins,restart}",
    "command",
    "which commands there are in a chat",
  ),
  row(
    "channel.commands.{nativeSkills,callbackPath,callbackUrl} channel.{configWrites,customCommands,slashCommand}",
    "command",
    "which commands a channel has, and whether they may change the config",
  ),
  row("channel:discord.{agentComponents,voice}", "access", "who may press buttons, and whose voice is heard"),
  row("channel.capabilities", "access", "whether buttons are offered, and to whom"),
  row("channel:mattermost.interactions", "access gateway", "from where buttons may be pressed"),
  row(
    "gateway.{bind,customBindHost,auth,controlUi,trustedProxies,allowRealIpFallback,tailscale,roles,http,webchat,terminal,cliAgents,portals,publicOrigin}",
    "gateway",
    "who reaches the gateway, and what they may do there",
  ),
  row("gateway.nodes", "gateway exec", "which devices join the gateway, and what they run"),
  row("security", "tool", "which skills and plugins may be installed, and what an audit passes over"),
  row("acp", "resolution tool", "whether agents outside are used, and which"),
  row("agents.defaults.cliBackends", "exec", "which programs answer in place of a model"),
  row("talk", "resolution", "the agent and the session of spoken messages"),
  row("nodeHost", "exec", "what this host runs for other gateways"),
  row("env", "exec", "the environment of commands"),

  // Memory.
  row(
    "memory.{backend,search} memory.qmd.{paths,sessions,includeDefaultMemory,searchTool,mcporter}",
    "memory-search",
    "whether memory is searched, and which files and sessions belong to it",
  ),
  row(
    "agent.memorySearch.{enabled,sources,extraPaths,experimental} agents.list[].memory agents.entries.*.memory",
    "memory-search",
    "whether an agent's memory is searched, and which files and sessions belong to it",
  ),
  row("memory.qmd.scope", "memory-search", "in which chats memory is searched", {
    readWith: "memory-qmd-scope",
  }),
];
