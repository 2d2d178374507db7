import type { BehaviourId } from "../edition/registry.ts";

/** What becomes of a setting on its way to a place where it is read. */
export type UpgradeEffect =
  /** It says the same there. */
  | "lossless"
  /** What it said is not said any more. */
  | "loses"
  /** It may change whom the bot answers, or what they reach. */
  | "reaches";

/** An object of a config. */
type Settings = Readonly<Record<string, unknown>>;

/** A setting that releases left behind. */
export interface OlderKey {
  /** The objects in which it stood, as `patterns.ts` writes them; empty for the config itself. */
  readonly within: string;
  /** Its name, or the way to it, within them. */
  readonly key: string;
  /**
   * Where it stands now: within the same object, or from the top of the config, with `/` before it. Of several places the
   * first that a release knows. Absent where nothing took its place.
   */
  readonly now?: string;
  /** What it says in the words of today; undefined where it cannot be read, null where that needs no words. */
  readonly today?: (old: unknown, owner: Settings) => unknown;
  /** The names within it that this is about; the others are another row's. */
  readonly only?: readonly string[];
  /** Where something is written at the new place, too: it is filled up with this, or this is written over it. Absent: it stays. */
  readonly merge?: "fill" | "over";
  /** What else stands in the object at the new place, where that has to be made. */
  readonly beside?: Settings;
  /** The object that has to be there: without it, it says nothing, and is left out. */
  readonly needs?: string;
  /** Where the new setting is written and says otherwise, both stay, and a release refuses the older one. */
  readonly keptBeside?: true;
  /** The behaviour under which releases read it at its old place, while they load a config. */
  readonly readWith?: BehaviourId;
  /** Where such releases leave it as it is. */
  readonly unreadBeside?: (owner: Settings) => boolean;
  /** Whether it is left out though no release on record lists it, because the gateway's own repair leaves it out. */
  readonly unlisted?: true;
  /** Whether it decides something here, so that an edition of ours refuses it at its old place. */
  readonly decides?: true;
  /** What moving it, or leaving it out, means; by itself the former is `lossless` and the latter `loses`. */
  readonly effect?: UpgradeEffect;
  /** What more there is to say to its owner. */
  readonly note?: string;
}

function rows(within: string, more: Omit<OlderKey, "within" | "key" | "now">, names: Settings): OlderKey[] {
  return Object.entries(names).map(([key, now]) => ({ within, key, now: String(now), ...more }));
}

/** Settings in whose place nothing came. */
function gone(
  within: string,
  keys: string,
  more: Pick<OlderKey, "effect" | "note" | "unlisted"> = {},
): OlderKey[] {
  return keys.split(" ").map((key) => ({ within, key, ...more }));
}

const agents = "agents.defaults agents.list[] agents.entries.*";
const eachAgent = "agents.list[] agents.entries.*";
const everyGroup =
  "where `groupPolicy` is `allowlist`, the entry `*` lists every group: those whose senders are let in are answered";
const roomAllowed = { now: "enabled", decides: true } as const;
const directList = {
  key: "dm.allowFrom",
  now: "allowFrom",
  keptBeside: true,
  decides: true,
  readWith: "old-channel-settings-read",
} as const;
const lifetime = { key: "threadBindings.ttlHours", now: "threadBindings.idleHours" } as const;

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function settingsIn(value: unknown): Settings {
  // What is an object, and no list, has names.
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Settings) : {};
}

/** A folder that is searched, too, without the name that it had. */
function extraPath(written: unknown): readonly unknown[] {
  const { path, pattern } = settingsIn(written);
  if (typeof path !== "string") return [];
  return [typeof pattern === "string" ? { path, pattern } : path];
}

/** Both kinds of session could be forbidden by themselves; one switch is for both. */
function mayBoth(_: unknown, owner: Settings): unknown {
  const { spawnSubagentSessions, spawnAcpSessions } = settingsIn(owner["threadBindings"]);
  const said = [spawnSubagentSessions, spawnAcpSessions].filter(isBoolean);
  return said.length === 0 ? null : said.every(Boolean);
}

/**
 * Every setting that releases left behind, with the place where it stands today, in the order in which they are looked for.
 *
 * The one list of them: what is said about an unknown key, what releases that read older settings while they load make of
 * a config, and what `upgradeConfig` makes of it, derive from it. From which release on a setting is read nowhere, the
 * lists of keys say.
 */
export const olderKeys: readonly OlderKey[] = [
  // What the first releases on record, and those before them, left behind.
  ...rows(
    "",
    { merge: "fill" },
    Object.fromEntries(
      ["whatsapp", "telegram", "discord", "slack", "signal", "imessage", "msteams"].map((channel) => [
        channel,
        `/channels.${channel}`,
      ]),
    ),
  ),
  ...rows("routing", { needs: "channels.whatsapp" }, { allowFrom: "/channels.whatsapp.allowFrom" }),
  ...rows(
    "routing",
    {},
    {
      "groupChat.mentionPatterns": "/messages.groupChat.mentionPatterns",
      "groupChat.historyLimit": "/messages.groupChat.historyLimit",
      bindings: "/bindings",
    },
  ),
  ...rows("routing", { merge: "fill" }, { queue: "/messages.queue", agentToAgent: "/tools.agentToAgent" }),
  ...rows(
    ".agent",
    { merge: "fill" },
    {
      elevated: "/tools.elevated",
      bash: "/tools.exec",
      "sandbox.tools": "/tools.sandbox.tools",
      "subagents.tools": "/tools.subagents.tools",
      tools: "/tools",
    },
  ),
  {
    within: ".agent",
    key: "model",
    now: "/agents.defaults.model",
    today: (model) => (typeof model === "string" ? { primary: model, fallbacks: [] } : model),
  },
  ...rows("", { merge: "fill" }, { agent: "/agents.defaults" }),
  ...rows("tools", { merge: "fill" }, { bash: "exec" }),
  ...rows("gateway", { beside: { mode: "token" } }, { token: "auth.token" }),
  ...rows("bindings[].match", {}, { provider: "channel", accountID: "accountId" }),

  // Read under their older names by releases that were loaded later.
  { within: "session channel:discord", readWith: "old-settings-read", ...lifetime },
  { within: "channel", readWith: "old-channel-settings-read", ...lifetime },
  {
    within: "channel:slack.channels.* channel:googlechat.groups.* channel:discord.guilds.*.channels.*",
    key: "allow",
    readWith: "old-channel-settings-read",
    ...roomAllowed,
  },
  {
    within: "channel:matrix.groups.* channel:matrix.rooms.* channel:zalouser.groups.*",
    key: "allow",
    ...roomAllowed,
  },
  {
    within: "agents.defaults.sandbox agents.list[].sandbox agents.entries.*.sandbox",
    key: "perSession",
    now: "scope",
    today: (perSession) => (isBoolean(perSession) ? (perSession ? "session" : "shared") : undefined),
    readWith: "old-channel-settings-read",
    decides: true,
  },
  {
    within: "channel:discord channel:slack",
    key: "dm.policy",
    now: "dmPolicy",
    keptBeside: true,
    readWith: "old-channel-settings-read",
    decides: true,
  },
  {
    within: "channels.discord",
    ...directList,
    // Beside accounts, which would have inherited it.
    unreadBeside: ({ accounts }) => accounts !== undefined && settingsIn(accounts) === accounts,
  },
  { within: "channels.discord.accounts.* channel:slack", ...directList },
  { within: "channel:googlechat", key: "dm.policy", now: "dmPolicy", keptBeside: true, decides: true },
  { within: "channel:googlechat", key: "dm.allowFrom", now: "allowFrom", keptBeside: true, decides: true },
  {
    within: "channels.telegram",
    key: "groupMentionsOnly",
    now: "groups.*.requireMention",
    readWith: "group-mentions-setting-read",
    effect: "reaches",
    note: everyGroup,
  },
  {
    within: "tools.message",
    key: "allowCrossContextSend",
    now: "crossContext",
    today: (may) =>
      isBoolean(may) ? (may ? { allowWithinProvider: true, allowAcrossProviders: true } : null) : undefined,
    merge: "over",
    readWith: "old-channel-settings-read",
    decides: true,
  },
  {
    within: "",
    key: "memorySearch",
    now: "/agents.defaults.memorySearch /memory.search",
    merge: "fill",
    readWith: "old-settings-read",
  },
  {
    within: "",
    key: "heartbeat",
    only: ["showOk", "showAlerts", "useIndicator"],
    now: "/channels.defaults.heartbeat /channels.defaults.heartbeatVisibility",
    merge: "fill",
    readWith: "old-settings-read",
  },
  {
    within: "",
    key: "heartbeat",
    now: "/agents.defaults.heartbeat",
    merge: "fill",
    readWith: "old-settings-read",
  },

  // Sessions.
  {
    within: "session",
    key: "idleMinutes",
    now: "reset.idleMinutes",
    beside: { mode: "idle" },
    decides: true,
  },
  ...rows("session", { decides: true }, { "resetByType.dm": "resetByType.direct" }),
  ...rows("session.maintenance", { decides: true }, { pruneDays: "pruneAfter" }),
  ...rows("session", {}, { typingMode: "/agents.defaults.typingMode" }),
  ...gone("session", "maintenance.rotateBytes parentForkMaxTokens agentToAgent writeLock"),
  ...gone("session", "typingIntervalSeconds", {
    note: "`agents.defaults.typingIntervalSeconds` is for every agent",
  }),

  // Channels.
  {
    within: "channels.telegram",
    key: "requireMention",
    now: "groups.*.requireMention",
    decides: true,
    effect: "reaches",
    note: everyGroup,
  },
  ...gone("channel:telegram", "dm", {
    effect: "reaches",
    note: "what it said about direct messages belongs in `dmPolicy` and `allowFrom`",
  }),
  ...gone("channel:telegram.direct.*", "threadReplies", {
    note: "whether threads in direct chats are sessions is the bot's own setting in Telegram",
  }),
  {
    within: "channel:telegram",
    key: "includeGroupHistoryContext",
    now: "historyLimit",
    today: (shown) => (shown === "none" ? 0 : null),
    effect: "loses",
  },
  ...rows("channel:slack", {}, { "dm.replyToMode": "replyToModeByChatType.direct" }),
  {
    within: "channel:slack",
    key: "thread.requireExplicitMention",
    now: "implicitMentions.threadParticipation",
    today: (required) => (isBoolean(required) ? !required : undefined),
  },
  ...gone("channel:feishu", "heartbeat blockStreamingCoalesce"),
  ...["spawnSubagentSessions", "spawnAcpSessions"].map((name): OlderKey => ({
    within: "session channel",
    key: `threadBindings.${name}`,
    now: "threadBindings.spawnSessions",
    today: mayBoth,
  })),
  ...rows(
    "channel",
    {},
    {
      heartbeat: "heartbeatVisibility",
      allowPrivateNetwork: "network.dangerouslyAllowPrivateNetwork",
      chunkMode: "streaming.chunkMode",
      blockStreaming: "streaming.block.enabled",
      blockStreamingCoalesce: "streaming.block.coalesce",
      draftChunk: "streaming.preview.chunk",
    },
  ),
  ...rows("channel:slack", {}, { nativeStreaming: "streaming.nativeTransport" }),
  ...rows("channel:googlechat", { merge: "over" }, { serviceAccountRef: "serviceAccount" }),
  ...rows("channel:feishu", {}, { botName: "name", "tools.base": "tools.bitable" }),
  ...rows(
    "channel:signal",
    { beside: { kind: "managed-native" } },
    { cliPath: "transport.cliPath", configPath: "transport.configPath" },
  ),
  {
    within: "channel:signal",
    key: "autoStart",
    now: "transport.kind",
    today: (starts) => (starts === true ? "managed-native" : undefined),
  },
  ...rows("channel:whatsapp", {}, { messagePrefix: "responsePrefix" }),
  ...rows("channel:whatsapp", {}, { debounceMs: "/messages.inbound.byChannel.whatsapp" }),
  {
    within: "channel:whatsapp",
    key: "ackReaction",
    now: "/messages.ackReaction",
    today: (reaction) => settingsIn(reaction)["emoji"] ?? null,
    effect: "loses",
  },
  ...gone(
    "channel",
    "heartbeat errorCooldownMs retry timeoutSeconds mentionPatterns actions blockStreamingCoalesce streamMode capabilities.interactiveReplies",
  ),
  ...gone("channel:telegram", "mediaGroupFlushMs pollingStallThresholdMs"),
  ...gone(
    "channel:telegram.direct.* channel:telegram.direct.*.topics.* channel:telegram.groups.* channel:telegram.groups.*.topics.*",
    "errorCooldownMs",
  ),
  ...gone(
    "channel:discord",
    "autoPresence.healthyText autoPresence.degradedText autoPresence.exhaustedText eventQueue gatewayInfoTimeoutMs gatewayReadyTimeoutMs gatewayRuntimeReadyTimeoutMs ui",
  ),
  ...gone("channel:slack", "socketMode"),
  ...gone("channel:signal", "apiMode ignoreStories receiveMode startupTimeoutMs"),
  ...gone("channel:imessage", "coalesceSameSenderDms"),
  ...gone("channels", "webchat", { unlisted: true }),
  ...rows("channels.defaults", { merge: "fill" }, { heartbeat: "heartbeatVisibility" }),

  // Agents and memory.
  ...rows(
    "agents.defaults",
    { merge: "fill", decides: true, note: "it is the memory's own section" },
    { memorySearch: "/memory.search" },
  ),
  ...rows(eachAgent, { merge: "fill", decides: true }, { memorySearch: "memory.search" }),
  {
    within: "memory",
    key: "qmd.paths",
    now: "search.extraPaths",
    today: (paths) => (Array.isArray(paths) ? paths.flatMap(extraPath) : undefined),
  },
  {
    within: "memory",
    key: "qmd.sessions",
    now: "search",
    today: (sessions) =>
      settingsIn(sessions)["enabled"] === true
        ? { experimental: { sessionMemory: true }, sources: ["memory", "sessions"] }
        : null,
    merge: "fill",
  },
  ...gone("", "memory.qmd", {
    effect: "reaches",
    note: "memory is searched by other means, and what `scope` kept out of a search is found then",
  }),
  ...gone("", "memory.backend"),
  ...gone(
    `memory.search ${eachAgent.replaceAll(/(\S+)/g, "$1.memory.search")}`,
    "qmd chunking sync cache.maxEntries query.hybrid remote.batch remote.nonBatchConcurrency local.contextSize local.modelCacheDir store.driver store.path",
    { unlisted: true },
  ),
  ...rows(agents, { merge: "fill" }, { embeddedPi: "embeddedAgent" }),
  ...rows(
    "agents.defaults",
    {},
    {
      pdfMaxBytesMb: "pdfMaxMb",
      imageGenerationModel: "mediaModels.image",
      videoGenerationModel: "mediaModels.video",
      musicGenerationModel: "mediaModels.music",
      "promptOverlays.gpt5.personality": "/plugins.entries.openai.config.personality",
    },
  ),
  ...rows(agents, {}, { "sandbox.browser.enableNoVnc": "sandbox.browser.noVncEnabled" }),
  ...gone(
    agents,
    "agentRuntime cliBackends compaction.customInstructions compaction.identifierInstructions compaction.maxHistoryShare compaction.memoryFlush.prompt compaction.memoryFlush.systemPrompt compaction.reserveTokens compaction.reserveTokensFloor compaction.truncateAfterCompaction contextLimits.memoryGetDefaultLines contextLimits.toolResultMaxChars contextPruning.hardClearRatio contextPruning.keepLastAssistants contextPruning.minPrunableToolChars contextPruning.softTrim contextPruning.softTrimRatio contextTokens embeddedHarness envelopeElapsed envelopeTimestamp envelopeTimezone heartbeat.ackMaxChars heartbeat.includeReasoning heartbeat.includeSystemPromptSection heartbeat.skipWhenBusy heartbeat.suppressToolErrorWarnings llm mediaGenerationAutoProviderFallback model.timeoutMs promptOverlays runRetries silentReply.direct silentReplyRewrite subagents.model.timeoutMs systemPromptOverride timeFormat bootstrapPromptTruncationWarning typingIntervalSeconds groupChat.visibleReplies",
  ),

  // Tools and commands.
  {
    within: "agents.list[].tools.message agents.entries.*.tools.message",
    key: "allowCrossContextSend",
    now: "crossContext",
    today: (may) =>
      isBoolean(may) ? (may ? { allowWithinProvider: true, allowAcrossProviders: true } : null) : undefined,
    merge: "over",
    decides: true,
  },
  ...rows("anyTools.exec", {}, { timeoutSec: "timeoutSeconds" }),
  {
    within: "anyTools.codeMode",
    key: "runtime",
    now: "executor",
    today: (runtime) => (runtime === "quickjs-wasi" ? "quickjs" : runtime),
  },
  ...rows("tools", {}, { "experimental.planTool": "updatePlan" }),
  ...gone("anyTools.codeMode", "languages"),
  ...gone(
    "anyTools.loopDetection",
    "criticalThreshold detectors globalCircuitBreakerThreshold historySize postCompactionGuard unknownToolThreshold warningThreshold",
  ),
  ...gone("tools", "experimental media.asyncCompletion"),
  ...gone("commands", "useAccessGroups", {
    effect: "reaches",
    note: "access groups and allow lists always decide about commands then",
  }),
  ...gone("commands", "modelsWrite ownerDisplay ownerDisplaySecret"),

  // Everything else.
  {
    within: "",
    key: "web",
    only: ["enabled"],
    now: "/channels.whatsapp.enabled",
    today: (web) => settingsIn(web)["enabled"] ?? null,
  },
  ...gone("", "web"),
  ...rows("messages", { merge: "fill" }, { tts: "/tts" }),
  ...rows("messages", {}, { messagePrefix: "/channels.whatsapp.responsePrefix" }),
  ...gone(
    "messages",
    "queue.debounceMs removeAckAfterReply statusReactions.emojis statusReactions.timing suppressToolErrors",
  ),
  ...rows("", { merge: "fill" }, { media: "/attachments", audit: "/logging.audit" }),
  ...rows("cron", { merge: "fill" }, { failureDestination: "failureAlert" }),
  ...gone("cron", "maxConcurrentRuns retry runLog store triggers.minIntervalMs webhook"),
  ...rows(
    "gateway.nodes",
    { decides: true },
    { allowCommands: "commands.allow", denyCommands: "commands.deny" },
  ),
  ...gone(
    "gateway",
    "channelHealthCheckMinutes channelMaxRestartsPerHour channelStaleEventThresholdMinutes controlUi.allowInsecureAuth controlUi.chatMessageMaxWidth controlUi.toolTitles handshakeTimeoutMs webchat",
  ),
  ...gone("hooks", "internal.handlers internal.installs maxBodyBytes"),
  ...gone("logging", "redactSensitive"),
  ...gone("plugins", "bundledDiscovery"),
  ...gone("security.installPolicy.exec", "allowInsecurePath allowSymlinkCommand"),
  ...gone("", "canvasHost cli commitments crestodian marketplaces tui"),
];
