/** Why a setting decides nothing here. */
export type Reason = "credentials" | "looks" | "model" | "transport" | "upkeep";

/** What each reason means. */
export const reasons: Readonly<Record<Reason, string>> = {
  credentials: "it lets the host into an account, and nobody else",
  looks: "it says how messages look, or when they are shown",
  model: "it says how a model answers, and on what it works",
  transport: "it says how messages and requests travel",
  upkeep: "it keeps the host running, or tells what it did",
};

/** The settings that decide nothing of what is asked here, each with everything below it, and why. */
export const indifferent: readonly (readonly [patterns: string, reason: Reason])[] = [
  ["$schema meta wizard", "upkeep"],
  [
    "attachments audit cli cloudWorkers commitments crestodian desktop diagnostics discovery logging marketplaces telemetry transcripts tui update worktreeAcceleration worktreeRoot",
    "upkeep",
  ],
  ["auth secrets", "credentials"],
  ["models media tts audio", "model"],
  ["ui canvasHost", "looks"],
  ["proxy web", "transport"],
  [
    "gateway.{port,mode,push,reload,remote,tls,handshakeTimeoutMs,channelHealthCheckMinutes,channelMaxRestartsPerHour,channelStaleEventThresholdMinutes}",
    "transport",
  ],
  ["gateway", "transport"],
  ["commands.{ownerDisplay,ownerDisplaySecret,bashForegroundMs}", "looks"],
  [
    "cron.{enabled,maxConcurrentRuns,retry,runLog,skipMissedJobs,store,webhook,webhookToken,webhookSsrfPolicy,triggers}",
    "upkeep",
  ],
  ["hooks.{token,maxBodyBytes,transformsDir}", "transport"],
  ["hooks.internal hooks.gmail", "upkeep"],
  ["messages", "looks"],
  ["memory.citations memory.qmd.{command,limits,update,rerank,searchMode}", "model"],
  ["plugins.{installs,load,bundledDiscovery}", "upkeep"],
  ["session.{store,typingMode,typingIntervalSeconds,parentForkMaxTokens,writeLock}", "upkeep"],
  ["session.maintenance.rotateBytes", "upkeep"],
  ["bindings[].comment", "looks"],
  ["bindings[].type", "looks"],

  // Of agents.
  [
    "agent.{model,models,modelPolicy,utilityModel,decisionModel,imageModel,imageGenerationModel,imageMaxDimensionPx,imageQuality,musicGenerationModel,videoGenerationModel,voiceModel,pdfModel,pdfMaxMb,pdfMaxBytesMb,pdfMaxPages,mediaModels,mediaMaxMb,mediaGenerationAutoProviderFallback,modelSelectionScope,params,thinkingDefault,reasoningDefault,fastModeDefault,verboseDefault,embeddedAgent,embeddedHarness,embeddedPi,agentRuntime,llm,contextTokens,contextLimits,contextPruning,contextInjection,compaction,promptOverlays,systemPromptOverride,bootstrapMaxChars,bootstrapTotalMaxChars,bootstrapPromptTruncationWarning,skipBootstrap,skipOptionalBootstrapFiles,startupContext,skillsLimits,experimental,runRetries,timeoutSeconds,maxConcurrent,authInheritance,repoRoot,tts}",
    "model",
  ],
  [
    "agent.{blockStreamingBreak,blockStreamingChunk,blockStreamingCoalesce,blockStreamingDefault,envelopeElapsed,envelopeTimestamp,envelopeTimezone,timeFormat,humanDelay,identity,name,description,silentReply,silentReplyRewrite,toolProgressDetail,typingMode,typingIntervalSeconds,userTimezone}",
    "looks",
  ],
  ["agent.{workspace,agentDir,cwd}", "upkeep"],
  ["agents.list[].groupChat.historyLimit agents.entries.*.groupChat.historyLimit", "model"],
  [
    "agent.subagents.{model,thinking,delegationMode,maxConcurrent,archiveAfterMinutes,announceTimeoutMs,runTimeoutSeconds}",
    "model",
  ],
  [
    "agent.heartbeat.{ackMaxChars,includeReasoning,includeSystemPromptSection,lightContext,model,prompt,suppressToolErrorWarnings,timeoutSeconds}",
    "model",
  ],
  ["agent.memorySearch", "model"],
  ["agent.sandbox.prune", "upkeep"],
  ["anyTools.loopDetection", "upkeep"],
  [
    "anyTools.exec.{approvalRunningNoticeMs,backgroundMs,cleanupMs,commandHighlighting,notifyOnExit,notifyOnExitEmptySuccess,pathPrepend,timeoutSec,timeoutSeconds}",
    "upkeep",
  ],

  // Of channels. What is left of a channel is how it is reached.
  ["channels.modelByChannel", "model"],
  ["channels.defaults.{heartbeat,heartbeatVisibility}", "looks"],
  [
    "channel.rooms.*.systemPrompt channel.groups.*.{systemPrompt,prompt,historyLimit,name,disableAudioPreflight,errorCooldownMs,errorPolicy} channel.groups.*.topics.*.{systemPrompt,disableAudioPreflight,errorCooldownMs,errorPolicy}",
    "model",
  ],
  ["channel.execApprovals.cleanupAfterResolve", "looks"],
  [
    "channel:discord.guilds.*.channels.*.{systemPrompt,includeThreadStarter} channel:slack.channels.*.systemPrompt",
    "model",
  ],
  [
    "channel:discord.guilds.*.channels.*.{autoArchiveDuration,autoThreadName} channel:msteams.teams.*.replyStyle channel:msteams.teams.*.channels.*.replyStyle",
    "looks",
  ],
  // Elsewhere than on Slack and Mattermost it says which message an answer points to.
  ["channel.{replyToMode,replyToModeByChatType}", "looks"],
  ["channel:slack.thread.initialHistoryLimit", "model"],
  ["channel.dms channel.{historyLimit,dmHistoryLimit,systemPrompt,model}", "model"],
  [
    "channel:whatsapp.authDir channel.{token,tokenFile,botToken,appToken,userToken,accessToken,refreshToken,clientId,clientSecret,clientSecretFile,expiresIn,obtainmentTimestamp,appId,appSecret,appSecretFile,appPassword,appPrincipal,applicationId,authTag,authToken,authType,accountSid,messagingServiceSid,apiPassword,apiPasswordFile,apiUser,botSecret,botSecretFile,password,passwordFile,privateKey,channelAccessToken,channelSecret,secretFile,encryptKey,verificationToken,signingSecret,webhookSecret,serviceAccount,serviceAccountFile,serviceAccountRef,audience,audienceType,certificatePath,certificateThumbprint,managedIdentityClientId,useManagedIdentity,delegatedAuth,sso,tenantId,nickserv,username,userId,deviceId,deviceName,encryption,code,ship,account,accountUuid,email,handle}",
    "credentials",
  ],
  [
    "channel.{advertisedUrl,allowPrivateNetwork,apiBaseUrl,apiMode,apiRoot,baseUrl,cliPath,cloud,configPath,connectionMode,dangerouslyAllowInheritedWebhookPath,dbPath,defaultTo,dmChannelRetry,domain,fromNumber,homeserver,host,httpHost,httpPort,httpUrl,httpTimeoutMs,mediaAllowHosts,mediaAuthAllowHosts,mode,network,port,proxy,publicWebhookUrl,region,relay,relayUrl,relays,remoteHost,sendTransport,serverUrl,service,serviceUrl,sharePointSiteId,socketMode,tls,transport,url,webhook,webhookCertPath,webhookHost,webhookPath,webhookPort,webhookPublicUrl,webhookUrl,workspace,graphMediaFallback,realname,nick,receiveMode,urlDirectUpload}",
    "transport",
  ],
  [
    "channel.{ackReaction,ackReactionScope,activities,activity,activityType,activityUrl,agentActivity,aliases,autoPresence,autoTopicLabel,avatarUrl,blockStreaming,blockStreamingCoalesce,botDisplayName,botName,botUser,botUserId,chunkMode,coalesceSameSenderDms,commandMenu,debounceMs,discussions,draftChunk,feedbackEnabled,feedbackReflection,feedbackReflectionCooldownMs,groupWelcomeCard,heartbeat,heartbeatVisibility,joinIntro,linkPreview,markdown,markdownSupport,maxLinesPerMessage,mediaGroupFlushMs,mentionAliases,messagePrefix,name,nativeProgress,nativeStreaming,postAs,profile,promptStarters,reactionLevel,renderMode,replyStyle,resolveSenderNames,responsePrefix,richMessages,sendReadReceipts,showModelSignature,silentErrorReplies,status,stickerSets,streamMode,streaming,suppressEmbeds,textChunkLimit,typingIndicator,typingReaction,ui,unfurlLinks,unfurlMedia,welcomeCard,enrichGroupParticipantsFromContacts,replyContextApiFallback}",
    "looks",
  ],
  [
    "channel.{autoStart,catchup,errorCooldownMs,errorPolicy,eventQueue,gatewayInfoTimeoutMs,gatewayReadyTimeoutMs,gatewayRuntimeReadyTimeoutMs,healthMonitor,ignoreAttachments,ignoreStories,inboundWorker,includeAttachments,initialSyncLimit,intents,mediaMaxMb,pluginHooks,pollTimeoutMs,pollingStallThresholdMs,probeTimeoutMs,rateLimitPerMinute,reconnectMs,replyTimeoutMs,retry,sendTimeoutMs,startupTimeoutMs,startupVerification,startupVerificationCooldownHours,stateDir,timeoutSeconds,upgradeMode,upgradeUrl,vcAutoJoin}",
    "upkeep",
  ],
  ["channel.{audioFormatPolicy,stt,tts,voiceDirectUploadFormats} channel:whatsapp.direct", "model"],
];
