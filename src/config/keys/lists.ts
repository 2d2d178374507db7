// Written by scripts/config-keys.mjs, which says from what; not by hand.

/** The releases whose keys are listed, oldest first. */
export const listedReleases =
  "2026.1.29 2026.1.30 2026.2.1 2026.2.3 2026.2.6-3 2026.2.9 2026.2.12 2026.2.17 2026.2.19 2026.2.22 2026.2.23 2026.2.24 2026.2.26 2026.3.1 2026.3.2 2026.3.7 2026.3.8 2026.3.11 2026.3.13 2026.3.22 2026.3.24 2026.3.28 2026.3.31 2026.4.1 2026.4.2 2026.4.5 2026.4.10 2026.4.12 2026.4.14 2026.4.20 2026.4.23 2026.4.26 2026.4.29 2026.5.2 2026.5.7 2026.5.12 2026.5.18 2026.5.22 2026.5.28 2026.6.1 2026.6.5 2026.6.8 2026.6.11 2026.6.34 2026.7.1 2026.7.35 2026.8.1 2026.8.2 2026.9.1 2026.9.2 2026.9.3 2026.9.4 2026.9.5 2026.9.6";

/**
 * Every kind of object that a config may hold, one a line, the config itself last. `read-lists.ts` tells how to read them.
 */
export const shapes = `
[]:s
*:a#0
channelId:s guildId:s members:o#1 membership:s=canViewChannel type:s=discord.channelAudience,message.senders
*:o!#2
fallback:s=pi,none|34- id:s
agentId:s
breakPreference:x maxChars:x minChars:x
idleMs:x maxChars:x minChars:x
*:x
enabled:b forceFlushTranscriptBytes:-|13ns model:-|32s prompt:s|46- softThresholdTokens:n systemPrompt:s|46-
enabled:b
enabled:b maxRetries:n
customInstructions:-|18s|46- enabled:-|46b identifierInstructions:-|13s|46- identifierPolicy:-|13s=strict,off,custom|46s=strict,off keepRecentTokens:-|9n maxActiveTranscriptBytes:-|31ns maxHistoryShare:n|46- memoryFlush:o!#9 midTurnPrecheck:-|32o!#10 mode:s=default,safeguard model:-|16s notifyUser:-|24b postCompactionSections:-|15a#0 postIndexSync:-|18s=off,async,await provider:-|26s qualityGuard:-|15o!#11 recentTurnsPreserve:-|15n reserveTokens:-|9n|46- reserveTokensFloor:n|46- thinkingLevel:-|46s=off,minimal,low,medium,high,xhigh,adaptive,max,ultra,inherit timeoutSeconds:-|19n truncateAfterCompaction:-|30b|46-
memoryGetDefaultLines:n|46- memoryGetMaxChars:n postCompactionMaxChars:n toolResultMaxChars:n|46-
enabled:b placeholder:s
headChars:n maxChars:n tailChars:n
allow:a#0 deny:a#0
hardClear:o!#14 hardClearRatio:n|46- keepLastAssistants:n|46- minPrunableToolChars:n|46- mode:s=off,cache-ttl softTrim:o!#15|46- softTrimRatio:n|46- tools:o!#16 ttl:s
cooloffMs:n mode:s=auto,off model:s
cyberFailover:-|52o!#18 executionContract:s=default,strict-agentic projectSettingsPolicy:s=trusted,sanitize,ignore
fallback:s=pi,none|34- runtime:s
executionContract:-|26x projectSettingsPolicy:x
localModelLean:b
end:s start:s timezone:s
accountId:-|3s ackMaxChars:n|46- activeHours:o!#23 agentId:-|46s directPolicy:-|12s=allow,block every:s includeReasoning:b|46- includeSystemPromptSection:-|26b|46- isolatedSession:-|19b lightContext:-|13b model:s prompt:s session:s skipWhenBusy:-|32b|46- suppressToolErrorWarnings:-|7b|46- target:s timeoutSeconds:-|26n to:s
maxMs:x minMs:x mode:x
fallbacks:x primary:x timeoutMs:-|31x
idleTimeoutSeconds:n
fallbacks:a#0 primary:s timeoutMs:n
image:os!#28 music:os!#28 video:os!#28
enabled:x maxEntries:x
overlap:x tokens:x
sessionMemory:x
contextSize:-|30x modelCacheDir:x modelPath:x
enabled:x maxFileBytes:x modalities:x
name:s path:s pattern:s
[]:o!#35
extraCollections:a#36
hybrid:x maxResults:x minScore:x
apiKey:x baseUrl:x batch:x headers:x nonBatchConcurrency:-|32x
[]:s=memory,sessions
driver:x fts:-|22x path:x|42- vector:x
embeddingBatchTimeoutSeconds:-|31x intervalMinutes:x onSearch:x onSessionStart:x sessions:x watch:x watchDebounceMs:x
cache:o!#30 chunking:o!#31 documentInputType:-|31s enabled:b experimental:o!#32 extraPaths:a#0 fallback:s=openai,gemini,local,none|4s=openai,gemini,local,voyage,none|9s=openai,gemini,local,voyage,mistral,none|14s=openai,gemini,local,voyage,mistral,ollama,none|21s inputType:-|31s local:o!#33 model:s multimodal:-|17o!#34 outputDimensionality:-|17n provider:s=openai,local,gemini|4s=openai,local,gemini,voyage|9s=openai,local,gemini,voyage,mistral|14s=openai,local,gemini,voyage,mistral,ollama|21s qmd:-|22o!#37 query:o!#38 queryInputType:-|31s remote:o!#39 sources:a#40 store:o!#41 sync:o!#42
fallbacks:x primary:x timeoutMs:-|31x|36-
allow:a#0
personality:s=friendly,on,off
gpt5:o!#46
base:n max:n min:n perProfile:n
allowHostControl:b autoStart:b autoStartTimeoutMs:n binds:-|7a#0 cdpPort:n cdpSourceRange:-|9s containerPrefix:s enableNoVnc:b|46- enabled:b headless:b image:s network:-|9s noVncEnabled:-|46b noVncPort:n vncPort:n
*:s
hard:n soft:n
*:nos!#51
apparmorProfile:s binds:a#0 capDrop:a#0 containerPrefix:s cpus:n dangerouslyAllowContainerNamespaceJoin:-|11b dangerouslyAllowExternalBindSources:-|10b dangerouslyAllowReservedContainerTargets:-|10b dns:a#0 env:o#50 extraHosts:a#0 gpus:-|32s image:s memory:ns memorySwap:ns network:s pidsLimit:n readOnlyRoot:b seccompProfile:s setupCommand:s|14as#0 tmpfs:a#0 ulimits:o#52 user:s workdir:s
idleHours:n maxAgeDays:n
id:s provider:s source:s=env,file,exec|46s=env,file,exec,store
certificateData:os!#55 certificateFile:s command:s identityData:os!#55 identityFile:s knownHostsData:os!#55 knownHostsFile:s strictHostKeyChecking:b target:s updateHostKeys:b workspaceRoot:s
backend:-|19s browser:o!#49 docker:o!#53 mode:s=off,non-main,all perSession:b|25- prune:o!#54 scope:s=session,agent,shared sessionToolsVisibility:s=spawned,all ssh:-|19o!#56 workspaceAccess:s=none,ro,rw workspaceRoot:s
direct:s=allow,disallow|36- group:s=allow,disallow internal:s=allow,disallow
direct:b group:b internal:b
[]:s=SOUL.md,USER.md,HEARTBEAT.md,IDENTITY.md
[]:s=new,reset
applyOn:a#61 dailyMemoryDays:n enabled:b maxFileBytes:n maxFileChars:n maxTotalChars:n
fallbacks:a#0 primary:s timeoutMs:-|31n|36-
allowAgents:-|25a#0 announceTimeoutMs:-|9n archiveAfterMinutes:n delegationMode:-|35s=suggest,prefer maxChildrenPerAgent:-|7n maxConcurrent:n maxSpawnDepth:-|7n model:os!#63 requireAgentId:-|22b runTimeoutSeconds:-|10n thinking:-|3s
fallbacks:x primary:x timeoutMs:x
agentRuntime:-|31o!#4|38- authInheritance:-|46o!#5 blockStreamingBreak:s=text_end,message_end blockStreamingChunk:o!#6 blockStreamingCoalesce:o!#7 blockStreamingDefault:s=off,on bootstrapMaxChars:n bootstrapPromptTruncationWarning:-|15s=off,once,always|46- bootstrapTotalMaxChars:-|7n cliBackends:o#8|25-|26o#8|46- compaction:o!#12 contextInjection:-|26s=always,continuation-skip|31s=always,continuation-skip,never contextLimits:-|29o!#13 contextPruning:o!#17 contextTokens:n|46- cwd:-|48s decisionModel:-|53s elevatedDefault:s=off,on,ask,full embeddedAgent:-|38o!#19 embeddedHarness:-|26o!#20|38- embeddedPi:-|12o!#21|38- envelopeElapsed:s=on,off|46- envelopeTimestamp:s=on,off|46- envelopeTimezone:s|46- experimental:-|29o!#22 fastModeDefault:-|46bs=auto heartbeat:o!#24 humanDelay:o!#25 imageGenerationModel:-|19os!#26|46- imageMaxDimensionPx:-|7n imageModel:o!#26|10os!#26 imageQuality:-|38s=auto,efficient,balanced,high llm:-|22o!#27|31- maxConcurrent:n mediaGenerationAutoProviderFallback:-|26b|46- mediaMaxMb:n mediaModels:-|46o!#29 memorySearch:o!#43|46- model:o!#44|10os!#44 modelPolicy:-|46o!#45 modelSelectionScope:-|46s=session,agent,global models:o#8 musicGenerationModel:-|25os!#26|46- params:-|23o#8 pdfMaxBytesMb:-|14n|46- pdfMaxMb:-|46n pdfMaxPages:-|14n pdfModel:-|14os!#26 promptOverlays:-|30o!#47|46- reasoningDefault:-|32s=off,on,stream repoRoot:s runRetries:-|36o!#48|46- sandbox:o!#57 sessionStore:-|46o!#5 silentReply:-|29o!#58 silentReplyRewrite:-|29o!#59|36- skills:-|25a#0 skipBootstrap:b skipOptionalBootstrapFiles:-|33a#60 startupContext:-|27o!#62 subagents:o!#64 systemAgent:-|46o!#5 systemPromptOverride:-|26s|38- thinkingDefault:s=off,minimal,low,medium,high,xhigh|13s=off,minimal,low,medium,high,xhigh,adaptive|29s=off,minimal,low,medium,high,xhigh,adaptive,max|44s=off,minimal,low,medium,high,xhigh,adaptive,max,ultra timeFormat:s=auto,12,24|46- timeoutSeconds:n toolProgressDetail:-|34s=explain,raw typingIntervalSeconds:n typingMode:s=never,instant,thinking,message userTimezone:s utilityModel:-|44s verboseDefault:s=off,on,full videoGenerationModel:-|25os!#26|46- voiceModel:-|38os!#65 workspace:s
executionContract:s=default,strict-agentic
executionContract:x
historyLimit:n mentionPatterns:a#0 unmentionedInbound:-|36s=user_request,room_event visibleReplies:-|32s=automatic,message_tool|34bs=automatic,message_tool|46-
accountId:-|3s ackMaxChars:n|46- activeHours:o!#23 directPolicy:-|12s=allow,block every:s includeReasoning:b|46- includeSystemPromptSection:-|26b|46- isolatedSession:-|19b lightContext:-|13b model:s prompt:s session:s skipWhenBusy:-|32b|46- suppressToolErrorWarnings:-|7b|46- target:s timeoutSeconds:-|26n to:s
avatar:x emoji:x name:x theme:x
acp:x type:x
maxSkillsPromptChars:n
fallbacks:a#0 primary:s
allowAgents:a#0 delegationMode:-|35s=suggest,prefer model:os!#74 requireAgentId:-|22b thinking:-|3s
allow:a#0 alsoAllow:a#0 deny:a#0 profile:s=minimal,coding,messaging,full
*:o!#76
[]:s=javascript,typescript
enabled:b|46bs=auto executor:-|53s=node,quickjs languages:a#78|53- maxOutputBytes:n maxPendingToolCalls:n maxSearchLimit:n maxSnapshotBytes:n memoryLimitBytes:n mode:s=only runtime:s=quickjs-wasi|53- searchDefaultLimit:n snapshotTtlSeconds:n timeoutMs:n
[]:ns
*:a#80
allowFrom:o#81 enabled:b
allowModels:a#0 enabled:b workspaceOnly:-|7b
fastMode:-|52b model:os!#74 thinking:-|52s=minimal,low,medium,high,xhigh,max timeoutMs:n
allowedValueFlags:a#0 deniedFlags:a#0 maxPositional:n minPositional:n
*:o!#85
applyPatch:o!#83 approvalRunningNoticeMs:n ask:s=off,on-miss,always backgroundMs:n cleanupMs:n commandHighlighting:-|35b grantExpiryDays:-|46n host:s=sandbox,gateway,node|22s=auto,sandbox,gateway,node mode:-|38s=deny,allowlist,ask,auto,full node:s notifyOnExit:b notifyOnExitEmptySuccess:-|7b pathPrepend:a#0 reviewer:-|38o!#84 safeBinProfiles:-|9o#86 safeBinTrustedDirs:-|9a#0 safeBins:a#0 security:s=deny,allowlist,full strictInlineEval:-|19b timeoutSec:n|46- timeoutSeconds:-|46n
workspaceOnly:b
genericRepeat:b knownPollNoProgress:b pingPong:b
windowSize:n
criticalThreshold:n|46- detectors:o!#89|46- enabled:b globalCircuitBreakerThreshold:n|46- historySize:n|46- postCompactionGuard:-|34o!#90|46- unknownToolThreshold:-|28n|46- warningThreshold:n|46-
enabled:b prefix:s suffix:s
allowAcrossProviders:b allowWithinProvider:b marker:o!#92
actions:o!#45 allowCrossContextSend:b|46- broadcast:o!#10 crossContext:o!#93
allow:a#0 alsoAllow:a#0 deny:a#0
tools:o!#95
*:o!#95
email:s name:s
gitAuthor:o!#98 kind:s=oauth profileId:s
defaultAgentId:s enabled:b maxChildrenPerGroup:n maxConcurrent:n maxTotalPerGroup:n waitTimeoutSecondsMax:n
allow:a#0 alsoAllow:a#0 byProvider:o#77 codeMode:-|36bo!#79|46bos!#79=auto deny:a#0 elevated:o!#82 exec:o!#87 fs:-|7o!#88 github:-|46o!#99 loopDetection:-|7o!#91 message:-|35o!#94 profile:s=minimal,coding,messaging,full sandbox:o!#96 swarm:-|46bo!#100 toolsBySender:-|35o#97
auto:x enabled:x maxTextLength:x mode:x modelOverrides:x persona:x personas:x prefsPath:x provider:x providers:x summaryModel:x timeoutMs:x
sessionMemory:b
path:s pattern:s
[]:os!#104
modelPath:s
[]:s=image,audio,all
enabled:b maxFileBytes:n modalities:a#107
maxResults:n minScore:n
id:s provider:s source:s=env,file,exec,store
apiKey:os!#110 baseUrl:s batch:o!#10 headers:o#50
tokenizer:s=unicode61,trigram
enabled:b extensionPath:s
fts:o!#112 vector:o!#113
cache:o!#10 documentInputType:s enabled:b experimental:o!#103 extraPaths:a#105 fallback:s inputType:s local:o!#106 model:s multimodal:o!#108 outputDimensionality:n provider:s query:o!#109 queryInputType:s rememberAcrossConversations:b remote:o!#111 sources:a#40 store:o!#114
search:o!#115
agentDir:s agentRuntime:-|31o!#4|38- bootstrapMaxChars:-|36n bootstrapTotalMaxChars:-|36n contextInjection:-|36s=always,continuation-skip,never contextLimits:-|29o!#13 contextTokens:-|31n|46- cwd:-|48s decisionModel:-|53s default:b description:-|36s embeddedAgent:-|38o!#67 embeddedHarness:-|26o!#20|38- embeddedPi:-|26o!#68|38- experimental:-|37o!#22 fastModeDefault:-|19b|42bs=auto groupChat:o!#69 heartbeat:o!#70 humanDelay:o!#25 identity:o!#71 memory:-|46o!#116 memorySearch:o!#43|46- model:os!#44 modelPolicy:-|46o!#45 models:-|35o#8 name:s params:-|18o#8 reasoningDefault:-|19s=on,off,stream runRetries:-|36o!#48|46- runtime:-|15o!#72 sandbox:o!#57 skills:-|3a#0 skillsLimits:-|29o!#73 subagents:o!#75 systemPromptOverride:-|26s|38- thinkingDefault:-|19s=off,minimal,low,medium,high,xhigh,adaptive|29s=off,minimal,low,medium,high,xhigh,adaptive,max|44s=off,minimal,low,medium,high,xhigh,adaptive,max,ultra toolProgressDetail:-|34s=explain,raw tools:o!#101 tts:-|31o!#102 typingMode:-|46s=never,instant,thinking,message utilityModel:-|44s verboseDefault:-|34s=off,on,full workspace:s
*:o!#117
agentDir:s agentRuntime:-|31o!#4|38- bootstrapMaxChars:-|36n bootstrapTotalMaxChars:-|36n contextInjection:-|36s=always,continuation-skip,never contextLimits:-|29o!#13 contextTokens:-|31n|46- cwd:-|48s decisionModel:-|53s default:b description:-|36s embeddedAgent:-|38o!#67 embeddedHarness:-|26o!#20|38- embeddedPi:-|26o!#68|38- experimental:-|37o!#22 fastModeDefault:-|19b|42bs=auto groupChat:o!#69 heartbeat:o!#70 humanDelay:o!#25 id:s identity:o!#71 memory:-|46o!#116 memorySearch:o!#43|46- model:os!#44 modelPolicy:-|46o!#45 models:-|35o#8 name:s params:-|18o#8 reasoningDefault:-|19s=on,off,stream runRetries:-|36o!#48|46- runtime:-|15o!#72 sandbox:o!#57 skills:-|3a#0 skillsLimits:-|29o!#73 subagents:o!#75 systemPromptOverride:-|26s|38- thinkingDefault:-|19s=off,minimal,low,medium,high,xhigh,adaptive|29s=off,minimal,low,medium,high,xhigh,adaptive,max|44s=off,minimal,low,medium,high,xhigh,adaptive,max,ultra toolProgressDetail:-|34s=explain,raw tools:o!#101 tts:-|31o!#102 typingMode:-|46s=never,instant,thinking,message utilityModel:-|44s verboseDefault:-|34s=off,on,full workspace:s
[]:o!#119
defaults:o!#66 entries:-|46o#118 list:a#120 ownership:-|46s=explicit
accountId:s channel:s threadId:ns to:s
[]:o!#122
agentFilter:a#0 enabled:b mode:s=session,targets,both sessionFilter:a#0 targets:a#123
exec:o!#124 plugin:-|21o!#124
backend:s cwd:s label:s mode:s=persistent,oneshot
id:s kind:s=dm,group,channel|5s=direct,group,channel,dm|46s=direct,group,channel
accountId:s channel:s guildId:s peer:o!#127 roles:-|7a#0 teamId:s
dmScope:s=main,per-peer,per-channel-peer,per-account-channel-peer groupScope:-|46s=main,per-group
acp:-|15o!#126 agentId:s comment:-|9s match:o!#128 session:-|31o!#129 type:-|15s=route,acp
[]:o!#130
[]:s agents:-|52a#0 maxRounds:-|52n maxTurns:-|52n mentionGating:-|52b
*:a#132|52ao!#132 strategy:s=parallel,sequential
outboundToken:s token:s url:s
*:o!#134
advertisedUrl:s configWrites:b enabled:b exposeAgents:a#0 peers:o#135 rateLimitPerMinute:n replyTimeoutMs:n
addParticipant:b edit:b leaveGroup:b reactions:b removeParticipant:b renameGroup:b reply:b sendAttachment:b sendWithEffect:b setGroupIcon:b unsend:b
enabled:b firstRunLookbackMinutes:n maxAgeMinutes:n maxFailureRetries:n perRunLimit:n
historyLimit:n
*:o!#139
requireMention:b systemPrompt:-|29s tools:o!#95 toolsBySender:o#97|21-|22o#97|26-
*:o!#141
showAlerts:b showOk:b useIndicator:b
tables:s=off,bullets,code|22s=off,bullets,code,block
dangerouslyAllowPrivateNetwork:x
id:s provider:s source:s=env,file,exec
actions:-|25o!#137 allowFrom:a#80 allowPrivateNetwork:-|21b|25- blockStreaming:b blockStreamingCoalesce:o!#7|22- capabilities:a#0|22- catchup:-|29o!#138 chunkMode:s=length,newline coalesceSameSenderDms:-|30b configWrites:b|21-|22b|26- dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140|22- enabled:b enrichGroupParticipantsFromContacts:-|22b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#142 healthMonitor:-|19o!#10|22- heartbeat:o!#143|22- historyLimit:n markdown:o!#144 mediaLocalRoots:-|7a#0 mediaMaxMb:n name:s network:-|25o!#145 password:s|14os!#146 replyContextApiFallback:-|33b responsePrefix:-|3s|22- sendReadReceipts:b sendTimeoutMs:-|29n serverUrl:s textChunkLimit:n webhookPath:s
*:o!#147
accounts:o#148 actions:o!#137 allowFrom:a#80 allowPrivateNetwork:-|21b|25- blockStreaming:b blockStreamingCoalesce:o!#7|22- capabilities:a#0|22- catchup:-|29o!#138 chunkMode:s=length,newline coalesceSameSenderDms:-|30b configWrites:b|21-|22b|26- defaultAccount:-|13s dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140|22- enabled:b enrichGroupParticipantsFromContacts:-|22b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#142 healthMonitor:-|19o!#10|22- heartbeat:o!#143|22- historyLimit:n markdown:o!#144 mediaLocalRoots:-|7a#0 mediaMaxMb:n name:s network:-|25o!#145 password:s|14os!#146 replyContextApiFallback:-|33b responsePrefix:-|3s|22- sendReadReceipts:b sendTimeoutMs:-|29n serverUrl:s textChunkLimit:n webhookPath:s
id:s provider:s source:s=env,store,file,exec
enabled:b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist requireMention:b
*:o!#151
tables:s=off,bullets,code,block
authTag:os!#150 configWrites:b defaultTo:s enabled:b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#152 historyLimit:n markdown:o!#153 name:s privateKey:os!#150 relayUrl:s replyToMode:s=off,all responsePrefix:s
*:o!#154
accounts:o#155 authTag:os!#150 configWrites:b defaultAccount:s defaultTo:s enabled:b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#152 historyLimit:n markdown:o!#153 name:s privateKey:os!#150 relayUrl:s replyToMode:s=off,all responsePrefix:s
cooldownSeconds:n enabled:b maxEventsPerWindow:n windowSeconds:n
controlUrlBase:s enabled:b section:s workspace:s
allowBots:bs=mentions botLoopProtection:o!#157 mentionPatterns:a#0 requireMention:b
*:o!#159
id:s provider:s source:s=env,file,exec|46s=env,store,file,exec
agentActivity:-|44b agentId:s allowBots:-|46bs=mentions allowFrom:a#0 apiBaseUrl:-|46s baseUrl:s botLoopProtection:-|46o!#157 botUserId:s commandMenu:-|46b configWrites:-|46b defaultTo:s discussions:-|46o!#158 enabled:b groups:-|46o#160 mediaMaxMb:-|46n mentionPatterns:-|46a#0 model:s name:s nativeProgress:-|46b reconnectMs:n replyMode:s=agent,model requireMention:-|46b responsePrefix:-|46s senderIsOwner:b|37- systemPrompt:s timeoutSeconds:n|46- token:os!#161 tokenFile:-|46s toolsAllow:a#0 workspace:s
*:o!#162
accounts:o#163 agentActivity:-|44b agentId:s allowBots:-|46bs=mentions allowFrom:a#0 apiBaseUrl:-|46s baseUrl:s botLoopProtection:-|46o!#157 botUserId:s commandMenu:-|46b configWrites:-|46b defaultAccount:s defaultTo:s discussions:-|46o!#158 enabled:b groups:-|46o#160 historyLimit:-|46n mediaMaxMb:-|46n mentionPatterns:-|46a#0 model:s name:s nativeProgress:-|46b reconnectMs:n replyMode:s=agent,model requireMention:-|46b responsePrefix:-|46s senderIsOwner:b|37- systemPrompt:s timeoutSeconds:n|46- token:os!#161 tokenFile:-|46s toolsAllow:a#0 workspace:s
quotedBot:b replyToBot:b threadParticipation:b
botLoopProtection:-|36o!#157 contextVisibility:-|25s=all,allowlist,allowlist_quote groupPolicy:s=open,disabled,allowlist heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 implicitMentions:-|46o!#165
channelInfo:b channels:b emojiUploads:b events:b memberInfo:b messages:b moderation:b permissions:b pins:b polls:b presence:-|3b reactions:b roleInfo:b roles:b search:b stickerUploads:b stickers:b threads:b voiceStatus:b
applicationId:s clientSecret:s
enabled:b ttlMs:-|37n
[]:s|24ns|26s
degradedText:s|46- enabled:b exhaustedText:s|46- healthyText:s|46- intervalMs:n minUpdateIntervalMs:n
native:bs=auto nativeSkills:bs=auto
[]:ns|7s|24ns|26s
allowFrom:a#173|46- enabled:b groupChannels:a#173 groupEnabled:b policy:s=pairing,allowlist,open,disabled|46-
listenerTimeout:n maxConcurrency:n maxQueueSize:n
agentFilter:a#0 approvers:a#173 cleanupAfterResolve:-|6b enabled:b|37bs=auto sessionFilter:a#0 target:-|7s=dm,channel,both
allow:b|25- autoArchiveDuration:-|17ns=60,1440,4320,10080,~60,~1440,~4320,~10080 autoThread:b autoThreadName:-|20s=message,generated enabled:b ignoreOtherMentions:-|15b includeThreadStarter:-|3b requireMention:b roles:-|7a#170 skills:a#0 systemPrompt:s tools:o!#95 toolsBySender:o#97 users:a#173
*:o!#177
burstLimit:n burstWindowSeconds:n channelId:s enabled:b reconnectSuppressSeconds:n users:a#0
channels:o#178 ignoreOtherMentions:-|15b presenceEvents:-|46o!#179 reactionNotifications:s=off,own,all,allowlist requireMention:b roles:-|7a#170 slug:s tools:o!#95 toolsBySender:o#97 users:a#173
*:o!#180
runTimeoutMs:n
guildMembers:b messageContent:-|46b presence:b voiceStates:-|32b
allowIn:a#0 denyIn:a#0 mode:s=allow,deny
enabled:b token:s|14os!#161
attempts:x jitter:x maxDelayMs:x minDelayMs:x
ephemeral:b
block:x chunkMode:x mode:x preview:x progress:-|34x
inheritParent:b
defaultSpawnContext:-|33s=isolated,fork enabled:b idleHours:-|13n maxAgeHours:-|13n spawnAcpSessions:-|12b|46- spawnSessions:-|33b spawnSubagentSessions:b|46- ttlHours:n|13-
accentColor:s
components:o!#191
agentSession:-|35x allowedChannels:-|35x autoJoin:x captureSilenceGraceMs:-|34x connectTimeoutMs:-|33x daveEncryption:-|11x decryptionFailureTolerance:-|11x enabled:x followUsers:-|37x followUsersEnabled:-|37x mode:-|35x model:-|31x realtime:-|35x reconnectGraceMs:-|33x tts:x
ackReaction:-|7s ackReactionScope:-|13s=group-mentions,group-all,direct,all,off,none actions:o!#167 activities:-|46o!#168 activity:-|7s activityType:-|7n=~0,~1,~2,~3,~4,~5 activityUrl:-|7s agentComponents:-|15o!#169 allowBots:b|15bs=mentions allowFrom:-|7a#170 applicationId:-|32s autoPresence:-|15o!#171 blockStreaming:b|26- blockStreamingCoalesce:o!#7|26- botLoopProtection:-|36o!#157 capabilities:a#0 chunkMode:s=length,newline|26- commands:o!#172 configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultTo:-|9s dm:o!#174 dmHistoryLimit:n dmPolicy:-|7s=pairing,allowlist,open,disabled dms:o#140 draftChunk:-|9o!#6|26- enabled:b eventQueue:-|13o!#175|46- execApprovals:o!#176 gatewayInfoTimeoutMs:-|32n|46- gatewayReadyTimeoutMs:-|33n|46- gatewayRuntimeReadyTimeoutMs:-|33n|46- groupPolicy:s=open,disabled,allowlist guilds:o#181 healthMonitor:-|19o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n inboundWorker:-|15o!#182 intents:o!#183 joinIntro:-|46b markdown:o!#144 maxLinesPerMessage:n mediaMaxMb:n mentionAliases:-|33o#50 mentionPatterns:-|39o!#184 name:s pluralkit:-|2o!#185 proxy:-|7s replyToMode:s=off,first,all|25s=off,first,all,batched responsePrefix:-|3s retry:o!#186|46- slashCommand:-|9o!#187 status:-|7s=online,dnd,idle,invisible streamMode:-|9s=partial,block,off|25- streaming:-|9bs=off,partial,block,progress|25s=off,partial,block,progress|26o!#188 suppressEmbeds:-|36b textChunkLimit:n thread:-|30o!#189 threadBindings:-|9o!#190 token:s|14os!#161 ui:-|7o!#192|46- voice:-|9o!#193
*:o!#194
accounts:o#195 ackReaction:-|7s ackReactionScope:-|13s=group-mentions,group-all,direct,all,off,none actions:o!#167 activities:-|46o!#168 activity:-|7s activityType:-|7n=~0,~1,~2,~3,~4,~5 activityUrl:-|7s agentComponents:-|15o!#169 allowBots:b|15bs=mentions allowFrom:-|7a#170 applicationId:-|32s autoPresence:-|15o!#171 blockStreaming:b|26- blockStreamingCoalesce:o!#7|26- botLoopProtection:-|36o!#157 capabilities:a#0 chunkMode:s=length,newline|26- commands:o!#172 configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultAccount:-|13s defaultTo:-|9s dm:o!#174 dmHistoryLimit:n dmPolicy:-|7s=pairing,allowlist,open,disabled dms:o#140 draftChunk:-|9o!#6|26- enabled:b eventQueue:-|13o!#175|46- execApprovals:o!#176 gatewayInfoTimeoutMs:-|32n|46- gatewayReadyTimeoutMs:-|33n|46- gatewayRuntimeReadyTimeoutMs:-|33n|46- groupPolicy:s=open,disabled,allowlist guilds:o#181 healthMonitor:-|19o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n inboundWorker:-|15o!#182 intents:o!#183 joinIntro:-|46b markdown:o!#144 maxLinesPerMessage:n mediaMaxMb:n mentionAliases:-|33o#50 mentionPatterns:-|39o!#184 name:s pluralkit:-|2o!#185 proxy:-|7s replyToMode:s=off,first,all|25s=off,first,all,batched responsePrefix:-|3s retry:o!#186|46- slashCommand:-|9o!#187 status:-|7s=online,dnd,idle,invisible streamMode:-|9s=partial,block,off|25- streaming:-|9bs=off,partial,block,progress|25s=off,partial,block,progress|26o!#188 suppressEmbeds:-|36b textChunkLimit:n thread:-|30o!#189 threadBindings:-|9o!#190 token:s|14os!#161 ui:-|7o!#192|46- voice:-|9o!#193
reactions:b sticker:-|46b
enabled:x maxDelayMs:x minDelayMs:x
enabled:b systemPrompt:s
*:o!#199
allow:a#0 alsoAllow:a#0|4- deny:a#0
allowFrom:a#80 enabled:b groupSessionScope:-|13s=group,group_sender,group_topic,group_topic_sender replyInThread:-|13s=disabled,enabled requireMention:b skills:a#0 systemPrompt:s tools:o!#201 toolsBySender:o#97|4- topicSessionMode:-|6s=disabled,enabled
*:o!#202
intervalMs:n visibility:s=visible,hidden
mode:-|4s=native,escape,strip tableMode:-|4s=native,ascii,simple tables:s=off,bullets,code|4-
block:x chunkMode:x mode:x
base:-|39b|46- bitable:-|39b chat:-|13b doc:b drive:b perm:b scopes:b wiki:b
actions:-|19o!#197 allowBots:-|46b allowFrom:a#80 appId:s appSecret:s|14os#161|22os!#161 appSecretFile:s|4- blockStreaming:b|4-|34b|46- blockStreamingCoalesce:-|4o!#198|46- botName:s|4- capabilities:-|4a#0 chunkMode:s=length,newline|46- configWrites:-|4b connectionMode:-|4s=websocket,webhook contextVisibility:-|46s=all,allowlist,allowlist_quote dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled|4s=open,pairing,allowlist|46s=pairing,allowlist,open,disabled dms:-|4o#200 domain:s enabled:b encryptKey:-|4s|18os#161|22os!#161 groupAllowFrom:a#80 groupPolicy:s=open,allowlist,disabled|15s=open,allowlist,disabled,allowall|21sx=open,allowlist,disabled,allowall|22sx=open,allowlist,disabled|46s=open,disabled,allowlist,allowall groupSenderAllowFrom:-|13a#80 groupSessionScope:-|13s=group,group_sender,group_topic,group_topic_sender groups:o#203 heartbeat:-|4o!#204|46- heartbeatVisibility:-|46o!#204 historyLimit:n httpTimeoutMs:-|15n markdown:o!#205 mediaMaxMb:n name:s reactionNotifications:-|13s=off,own,all renderMode:-|4s=auto,raw,card replyInThread:-|13s=disabled,enabled replyToMode:-|46s=off,first,all,batched requireMention:-|4b resolveSenderNames:-|13b responsePrefix:s|4-|46s streaming:b|4-|7b|46o!#206 textChunkLimit:n tools:-|4o!#207 topicSessionMode:-|13s=disabled,enabled tts:-|31o!#102 typingIndicator:-|13b vcAutoJoin:-|46b verificationToken:-|4s|14os#161|22os!#161 webhookHost:-|8s webhookPath:-|4s webhookPort:-|4n
*:o!#208
agentDirTemplate:s enabled:b maxAgents:n workspaceTemplate:s
*:o#1
accounts:o#209 actions:-|19o!#197 allowBots:-|46b allowFrom:a#80 appId:s appSecret:s|14os#161|22os!#161 appSecretFile:s|4- blockStreaming:b|4-|34b|46- blockStreamingCoalesce:-|4o!#198|46- botName:s|4- capabilities:-|4a#0 chunkMode:s=length,newline|46- configWrites:-|4b connectionMode:-|4s=websocket,webhook contextVisibility:-|46s=all,allowlist,allowlist_quote defaultAccount:-|13s dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled|4s=open,pairing,allowlist|46s=pairing,allowlist,open,disabled dms:-|4o#200 domain:s dynamicAgentCreation:-|6o!#210 enabled:b encryptKey:-|4s|18os#161|22os!#161 groupAllowFrom:a#80 groupPolicy:s=open,allowlist,disabled|15s=open,allowlist,disabled,allowall|21sx=open,allowlist,disabled,allowall|22sx=open,allowlist,disabled|46s=open,disabled,allowlist,allowall groupSenderAllowFrom:-|13a#80 groupSessionScope:-|13s=group,group_sender,group_topic,group_topic_sender groups:o#203 heartbeat:-|4o!#204|46- heartbeatVisibility:-|46o!#204 historyLimit:n httpTimeoutMs:-|15n markdown:o!#205 mediaMaxMb:n name:s|4- reactionNotifications:-|13s=off,own,all renderMode:-|4s=auto,raw,card replyInThread:-|13s=disabled,enabled replyToMode:-|46s=off,first,all,batched requireMention:-|4b resolveSenderNames:-|13b responsePrefix:s|4-|46s stickerSets:-|46o#211 streaming:b|4-|7b|46o!#206 textChunkLimit:n tools:-|4o!#207 topicSessionMode:-|6s=disabled,enabled tts:-|31o!#102 typingIndicator:-|13b vcAutoJoin:-|46b verificationToken:-|4s|14os#161|22os!#161 webhookHost:-|8s webhookPath:-|4s webhookPort:-|4n
reactions:b
allowFrom:a#80|46- enabled:b policy:s=pairing,allowlist,open,disabled|46-
allow:b|25- botLoopProtection:-|36o!#157 enabled:b requireMention:b systemPrompt:s users:a#80
*:o!#215
*:x id:-|12s provider:-|12s source:-|12s=env,file,exec|46s=env,file,exec,store
block:x chunkMode:x
actions:o!#213|46- allowBots:b allowFrom:-|46a#80 appPrincipal:-|19s audience:s audienceType:s=app-url,project-number blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- botLoopProtection:-|36o!#157 botUser:s capabilities:a#0 chunkMode:s=length,newline|46- configWrites:b contextVisibility:-|46s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultTo:-|9s dm:o!#214 dmHistoryLimit:n dmPolicy:-|46s=pairing,allowlist,open,disabled dms:o#140 enabled:b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#216 healthMonitor:-|19o!#10 heartbeatVisibility:-|46o!#143 historyLimit:n markdown:-|46o!#153 mediaMaxMb:n name:s replyToMode:s=off,first,all|25s=off,first,all,batched requireMention:b responsePrefix:-|3s serviceAccount:os#217|12os!#217 serviceAccountFile:s serviceAccountRef:-|12o!#146|46- streamMode:-|7s=replace,status_final,append|25- streaming:-|46o!#218 textChunkLimit:n typingIndicator:s=none,message,reaction webhookPath:s webhookUrl:s
*:o!#219
accounts:o#220 actions:o!#213|46- allowBots:b allowFrom:-|46a#80 appPrincipal:-|19s audience:s audienceType:s=app-url,project-number blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- botLoopProtection:-|36o!#157 botUser:s capabilities:a#0 chunkMode:s=length,newline|46- configWrites:b contextVisibility:-|46s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultAccount:s defaultTo:-|9s dm:o!#214 dmHistoryLimit:n dmPolicy:-|46s=pairing,allowlist,open,disabled dms:o#140 enabled:b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#216 healthMonitor:-|19o!#10 heartbeatVisibility:-|46o!#143 historyLimit:n markdown:-|46o!#153 mediaMaxMb:n name:s replyToMode:s=off,first,all|25s=off,first,all,batched requireMention:b responsePrefix:-|3s serviceAccount:os#217|12os!#217 serviceAccountFile:s serviceAccountRef:-|12o!#146|46- streamMode:-|7s=replace,status_final,append|25- streaming:-|46o!#218 textChunkLimit:n typingIndicator:s=none,message,reaction webhookPath:s webhookUrl:s
addParticipant:b edit:b leaveGroup:b polls:-|44b reactions:b removeParticipant:b renameGroup:b reply:b sendAttachment:b sendWithEffect:b setGroupIcon:b unsend:b
requireMention:b systemPrompt:-|35s tools:o!#95 toolsBySender:o#97
*:o!#223
actions:-|35o!#222 allowFrom:a#80 attachmentRoots:-|8a#0 blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 catchup:-|35o!#138 chunkMode:s=length,newline|46- cliPath:s coalesceSameSenderDms:-|35b|46- configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dbPath:s defaultTo:-|9s dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140 enabled:b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#224 healthMonitor:-|19o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n includeAttachments:b markdown:o!#144 mediaMaxMb:n name:s probeTimeoutMs:-|35n reactionNotifications:-|35s=off,own,all region:s remoteAttachmentRoots:-|8a#0 remoteHost:s responsePrefix:-|3s sendReadReceipts:-|35b sendTransport:-|41s=auto,bridge,applescript service:s=imessage,sms,auto streaming:-|41o!#218 textChunkLimit:n
*:o!#225
accounts:o#226 actions:-|35o!#222 allowFrom:a#80 attachmentRoots:-|8a#0 blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 catchup:-|35o!#138 chunkMode:s=length,newline|46- cliPath:s coalesceSameSenderDms:-|35b|46- configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dbPath:s defaultAccount:-|13s defaultTo:-|9s dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140 enabled:b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#224 healthMonitor:-|19o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n includeAttachments:b markdown:o!#144 mediaMaxMb:n name:s probeTimeoutMs:-|35n reactionNotifications:-|35s=off,own,all region:s remoteAttachmentRoots:-|8a#0 remoteHost:s responsePrefix:-|3s sendReadReceipts:-|35b sendTransport:-|41s=auto,bridge,applescript service:s=imessage,sms,auto streaming:-|41o!#218 textChunkLimit:n
allowFrom:a#80 enabled:b requireMention:b skills:a#0 systemPrompt:s tools:o!#95 toolsBySender:o#97
*:o!#228
enabled:b password:s|14os!#146|22s passwordFile:s register:b registerEmail:s service:s
allowFrom:a#80 blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0|22- channels:a#0 chunkMode:s=length,newline|46- configWrites:b|21-|22b|25-|46b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|25b defaultTo:-|9s|22- dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140 enabled:b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#229 healthMonitor:-|19o!#10|22-|50o!#10 heartbeat:o!#143|22- historyLimit:n host:s markdown:o!#144 mediaMaxMb:n mentionPatterns:a#0|46- name:s nick:s nickserv:o!#230 password:s|14os!#146|22s passwordFile:s port:n realname:s replyToMode:-|46s=off,first,all,batched responsePrefix:s streaming:-|46o!#218 textChunkLimit:n tls:b username:s
*:o!#231
accounts:o#232 allowFrom:a#80 blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0|22- channels:a#0 chunkMode:s=length,newline|46- configWrites:b|21-|22b|25-|46b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|25b defaultAccount:-|13s defaultTo:-|9s|22- dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140 enabled:b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#229 healthMonitor:-|19o!#10|22-|50o!#10 heartbeat:o!#143|22- historyLimit:n host:s markdown:o!#144 mediaMaxMb:n mentionPatterns:a#0|46- name:s nick:s nickserv:o!#230 password:s|14os!#146|22s passwordFile:s port:n realname:s replyToMode:-|46s=off,first,all,batched responsePrefix:s streaming:-|46o!#218 textChunkLimit:n tls:b username:s
allowFrom:a#80 enabled:b requireMention:b skills:a#0 systemPrompt:s
*:o!#234
defaultSpawnContext:-|33s=isolated,fork enabled:b idleHours:n maxAgeHours:n spawnAcpSessions:b|46- spawnSessions:-|33b spawnSubagentSessions:b|46-
allowFrom:a#80 channelAccessToken:s channelSecret:s configWrites:-|46b dmPolicy:s=open,allowlist,pairing,disabled|46s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:a#80 groupPolicy:s=open,allowlist,disabled|46s=open,disabled,allowlist groups:o#235 historyLimit:-|46n joinIntro:-|46b mediaMaxMb:n name:s replyToMode:-|52s=off,first,all responsePrefix:s secretFile:s streaming:-|52o!#218 threadBindings:-|22o!#236 tokenFile:s webhookPath:s
*:o!#237
accounts:-|19o#238 allowFrom:-|19a#80 channelAccessToken:-|19s channelSecret:-|19s configWrites:-|46b defaultAccount:-|19s dmPolicy:-|19s=open,allowlist,pairing,disabled|46s=pairing,allowlist,open,disabled enabled:-|19b groupAllowFrom:-|19a#80 groupPolicy:-|19s=open,allowlist,disabled|46s=open,disabled,allowlist groups:-|19o#235 historyLimit:-|46n joinIntro:-|46b mediaMaxMb:-|19n name:-|19s replyToMode:-|52s=off,first,all responsePrefix:-|19s secretFile:-|19s streaming:-|52o!#218 threadBindings:-|22o!#236 tokenFile:-|19s webhookPath:-|19s
accessToken:-|52os!#150 joinIntro:-|46b password:-|52os!#150
*:x#240|46o#240
channelInfo:b memberInfo:b messages:b pins:b profile:-|20b reactions:b verification:-|20b
allowFrom:a#80 enabled:b policy:s=pairing,allowlist,open,disabled sessionScope:-|25s=per-user,per-room threadReplies:-|22s=off,inbound,always
agentFilter:a#0 approvers:a#80 enabled:b|46bs=auto sessionFilter:a#0 target:s=dm,channel,both
account:-|24s allow:b|25- allowBots:-|20bs=mentions autoReply:b botLoopProtection:-|36o!#157 enabled:b requireMention:b skills:a#0 systemPrompt:s tools:o!#95 users:a#80
*:o#245|22o!#245
block:-|46x chunkMode:-|46x mode:x preview:x progress:-|34x
accessToken:s|21os#161|22os!#161 accounts:-|13o#241 ackReaction:-|20s ackReactionScope:-|20s=group-mentions,group-all,direct,all,none,off actions:o#242|22o!#242 allowBots:-|20bs=mentions allowPrivateNetwork:-|20b|25- allowlistOnly:b autoJoin:s=always,allowlist,off autoJoinAllowlist:a#80 avatarUrl:-|20s blockStreaming:-|24b|46- botLoopProtection:-|36o!#157 chunkMode:s=length,newline|46- configWrites:-|46b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|35b defaultAccount:-|13s deviceId:-|20s deviceName:s dm:o#243|22o!#243 enabled:b encryption:b execApprovals:-|25o!#244 groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#246 historyLimit:-|22n homeserver:s initialSyncLimit:n joinIntro:-|46b markdown:o!#144 mediaMaxMb:n mentionPatterns:-|39o!#184 name:s network:-|25o!#145 password:s|14os#161|22os!#161 proxy:-|22s reactionNotifications:-|20s=off,own replyToMode:s=off,first,all|25s=off,first,all,batched responsePrefix:-|3s rooms:o#246 startupVerification:-|20s=off,if-unverified startupVerificationCooldownHours:-|20n streaming:-|22bs=partial,off|25bs=partial,quiet,off|32bos!#247=partial,quiet,off|34bos!#247=partial,quiet,progress,off|46o!#247 textChunkLimit:n threadBindings:-|20o#236|22o!#236 threadReplies:s=off,inbound,always userId:s
messages:-|46b reactions:b
callbackPath:s callbackUrl:s native:bs=auto nativeSkills:bs=auto
initialDelayMs:n maxDelayMs:n maxRetries:n timeoutMs:n
requireMention:b
*:o!#252
allowedSourceIps:a#0 callbackBaseUrl:s
channel:s=off,first,all,batched direct:s=off,first,all,batched group:s=off,first,all,batched
block:x chunkMode:x mode:x preview:x progress:x
actions:-|7o#249|22o!#249 allowFrom:a#80 allowPrivateNetwork:-|21b|25- baseUrl:s blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- botToken:s|14os#161|22os!#161 capabilities:a#0 chatmode:s=oncall,onmessage,onchar chunkMode:s=length,newline|46- commands:-|15o!#250 configWrites:b contextVisibility:-|46s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b dmChannelRetry:-|19o!#251 dmPolicy:s=open,allowlist,pairing,disabled|3s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:a#80 groupPolicy:s=open,allowlist,disabled|3s=open,disabled,allowlist groups:-|25o#253 historyLimit:-|46n implicitMentions:-|46o!#165 interactions:-|15o#254|22o!#254 markdown:o!#144 mediaMaxMb:-|46n name:s network:-|25o!#145 oncharPrefixes:a#0 replyToMode:-|18s=off,first,all|25s=off,first,all,batched replyToModeByChatType:-|46o!#255 requireMention:b responsePrefix:-|3s streaming:-|34bos!#256=off,partial,block,progress|46o!#256 textChunkLimit:n
*:o!#257
accounts:o#258 actions:-|7o#249|22o!#249 allowFrom:a#80 allowPrivateNetwork:-|21b|25- baseUrl:s blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- botToken:s|14os#161|22os!#161 capabilities:a#0 chatmode:s=oncall,onmessage,onchar chunkMode:s=length,newline|46- commands:-|15o!#250 configWrites:b contextVisibility:-|46s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultAccount:-|13s dmChannelRetry:-|19o!#251 dmPolicy:s=open,allowlist,pairing,disabled|3s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:a#80 groupPolicy:s=open,allowlist,disabled|3s=open,disabled,allowlist groups:-|25o#253 historyLimit:-|46n implicitMentions:-|46o!#165 interactions:-|15o#254|22o!#254 markdown:o!#144 mediaMaxMb:-|46n name:s network:-|25o!#145 oncharPrefixes:a#0 replyToMode:-|18s=off,first,all|25s=off,first,all,batched replyToModeByChatType:-|46o!#255 requireMention:b responsePrefix:-|3s streaming:-|34bos!#256=off,partial,block,progress|46o!#256 textChunkLimit:n
*:o#50
enabled:b scopes:a#0
connectionName:s enabled:b
replyStyle:s=thread,top-level requireMention:b tools:o!#95 toolsBySender:o#97
*:o!#263
channels:o#264 replyStyle:s=thread,top-level requireMention:b tools:o!#95 toolsBySender:o#97
*:o!#265
path:s port:n
allowFrom:a#0 appId:s appPassword:s|14os!#161 authType:-|27s=secret,federated blockStreaming:-|21b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 certificatePath:-|27s certificateThumbprint:-|27s chunkMode:s=length,newline|46- cloud:-|38s=Public,USGov,USGovDoD,China configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultTo:-|9s delegatedAuth:-|27o!#261 dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140 enabled:b feedbackEnabled:-|21b feedbackReflection:-|21b feedbackReflectionCooldownMs:-|21n graphMediaFallback:-|46b groupAllowFrom:a#0 groupPolicy:s=open,disabled,allowlist groupWelcomeCard:-|21b healthMonitor:-|20o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n managedIdentityClientId:-|27s markdown:o!#144 mediaAllowHosts:a#0 mediaAuthAllowHosts:-|2a#0 mediaMaxMb:n promptStarters:-|21a#0 replyStyle:s=thread,top-level requireMention:b responsePrefix:-|3s serviceUrl:-|38s sharePointSiteId:s sso:-|26o!#262 streaming:-|34o!#256 teams:o#266 tenantId:s textChunkLimit:n typingIndicator:-|25b useManagedIdentity:-|27b webhook:o!#267 welcomeCard:-|21b
allowFrom:a#0 enabled:b requireMention:b skills:a#0 systemPrompt:s tools:o!#95
*:o!#269
allowFrom:a#0 allowPrivateNetwork:-|21b|26- apiPassword:s|14os#161|22os!#161 apiPasswordFile:s apiUser:s baseUrl:s blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- botSecret:s|14os#161|22os!#161 botSecretFile:s chunkMode:s=length,newline|46- configWrites:-|46b contextVisibility:-|26s=all,allowlist,allowlist_quote dmHistoryLimit:n dmPolicy:s=open,allowlist,pairing,disabled|3s=pairing,allowlist,open,disabled dms:o#140 enabled:b groupAllowFrom:a#0 groupPolicy:s=open,allowlist,disabled|3s=open,disabled,allowlist historyLimit:n markdown:o!#144 mediaMaxMb:n name:s network:-|26o!#145 replyToMode:-|46s=off,first,all,batched responsePrefix:-|3s rooms:o#270 streaming:-|46o!#218 textChunkLimit:n webhookHost:s webhookPath:s webhookPort:n webhookPublicUrl:s
*:o!#271
accounts:o#272|25-|26o#272 allowFrom:a#0|25-|26a#0 allowPrivateNetwork:-|21b|25- apiPassword:s|14os#161|22os!#161|25-|26os!#161 apiPasswordFile:s|25-|26s apiUser:s|25-|26s baseUrl:s|25-|26s blockStreaming:b|25-|26b|46- blockStreamingCoalesce:o!#7|25-|26o!#7|46- botSecret:s|14os#161|22os!#161|25-|26os!#161 botSecretFile:s|25-|26s chunkMode:s=length,newline|25-|26s=length,newline|46- configWrites:-|46b contextVisibility:-|26s=all,allowlist,allowlist_quote defaultAccount:-|13s|25-|26s dmHistoryLimit:n|25-|26n dmPolicy:s=open,allowlist,pairing,disabled|3s=pairing,allowlist,open,disabled|25-|26s=pairing,allowlist,open,disabled dms:o#140|25-|26o#140 enabled:b|25-|26b groupAllowFrom:a#0|25-|26a#0 groupPolicy:s=open,allowlist,disabled|3s=open,disabled,allowlist|25-|26s=open,disabled,allowlist historyLimit:n|25-|26n markdown:o!#144|25-|26o!#144 mediaMaxMb:n|25-|26n name:s|25-|26s network:-|26o!#145 replyToMode:-|46s=off,first,all,batched responsePrefix:-|3s|25-|26s rooms:o#270|25-|26o#270 streaming:-|46o!#218 textChunkLimit:n|25-|26n webhookHost:s|25-|26s webhookPath:s|25-|26s webhookPort:n|25-|26n webhookPublicUrl:s|25-|26s
about:s banner:s displayName:s lud16:s name:s nip05:s picture:s website:s
allowFrom:a#80|25-|26a#80 configWrites:-|46b defaultAccount:-|13s|25-|26s dmPolicy:s=pairing,allowlist,open,disabled|25-|26s=pairing,allowlist,open,disabled enabled:b|25-|26b markdown:o!#144|25-|26o!#144 name:s|25-|26s privateKey:s|22os!#161|25-|26os!#161 profile:o#274|22o!#274|25-|26o!#274 relays:a#0|25-|26a#0
messages:b reactions:b search:b threads:b
requireMention:b tools:o!#95 toolsBySender:o#97
*:o!#277
actions:o!#276 allowFrom:a#80 baseUrl:s botDisplayName:s botUserId:s configWrites:-|46b defaultTo:s enabled:b groupAllowFrom:-|33a#80 groupPolicy:-|33s=open,allowlist,disabled groups:-|33o#278 mediaMaxMb:-|46n name:s pollTimeoutMs:n responsePrefix:-|46s
*:o!#279
accounts:o#280 actions:o!#276 allowFrom:a#80 baseUrl:s botDisplayName:s botUserId:s configWrites:-|46b defaultAccount:s defaultTo:s enabled:b groupAllowFrom:-|33a#80 groupPolicy:-|33s=open,allowlist,disabled groups:-|33o#278 historyLimit:-|46n mediaMaxMb:-|46n name:s pollTimeoutMs:n responsePrefix:-|46s
sttDirectFormats:a#0 transcodeEnabled:b uploadDirectFormats:a#0
agentFilter:a#0 approvers:a#0 enabled:bs=auto sessionFilter:a#0 target:s=dm,channel,both
commandLevel:-|42s=all,safety,strict historyLimit:n ignoreOtherMentions:b name:s prompt:s requireMention:b tools:o!#95 toolsBySender:o#97
*:o!#284
c2cStreamApi:-|31x mode:x
allowFrom:a#80 appId:s audioFormatPolicy:o!#282 clientSecret:os!#146 clientSecretFile:s dmPolicy:-|30s=open,allowlist,disabled enabled:b execApprovals:-|30o!#283 groupAllowFrom:-|30a#80 groupPolicy:-|30s=open,allowlist,disabled groups:-|40o#285 markdownSupport:b name:s streaming:-|26bo#286 systemPrompt:s upgradeMode:s=doc,hot-reload upgradeUrl:s urlDirectUpload:b voiceDirectUploadFormats:a#0
*:o!#287|26o#287
apiKey:s baseUrl:s enabled:b model:s provider:s
apiKey:x authStyle:x baseUrl:x enabled:x model:x provider:x queryParams:x speed:x voice:x
accounts:o#288 allowFrom:a#80 appId:s audioFormatPolicy:o!#282 clientSecret:os!#146 clientSecretFile:s defaultAccount:s dmPolicy:-|30s=open,allowlist,disabled enabled:b execApprovals:-|30o!#283 groupAllowFrom:-|30a#80 groupPolicy:-|30s=open,allowlist,disabled groups:-|40o#285 markdownSupport:b name:s streaming:-|26bo#286 stt:o!#289 systemPrompt:s tts:o!#290|30- upgradeMode:s=doc,hot-reload upgradeUrl:s urlDirectUpload:b voiceDirectUploadFormats:a#0
configWrites:-|46b enabled:b name:s profile:s
*:o!#292
accounts:o#293 configWrites:-|46b defaultAccount:s enabled:b name:s profile:s
inbound:s outbound:s
apiKeyEnv:s authMode:-|52s=oauth,api-key authProfileId:-|52s pinnedModel:s policyVersion:s provider:s=anthropic,openai|52s=openai,anthropic rules:o!#295 timeoutMs:n
configWrites:b email:s enabled:b friends:x guard:o!#296 handle:s relayUrl:s requestPolicy:s=code-only,friends-of-friends,open stateDir:s
ingest:-|25b requireMention:b tools:o!#95 toolsBySender:o#97
*:o!#298
direct:s=off,first,all,batched group:s=off,first,all,batched
cliPath:s configPath:s httpHost:s httpPort:n ignoreStories:b kind:s=managed-native,external-native,container receiveMode:s=on-start,manual socketPath:-|52s startupTimeoutMs:n url:s
account:s accountUuid:-|17s actions:o!#213 aliases:-|44o#50 allowFrom:a#80 autoStart:b|46- blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 chunkMode:s=length,newline|46- cliPath:s|46- configPath:-|38s|46- configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote defaultTo:-|9s dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140 enabled:b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:-|18o#299 healthMonitor:-|19o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n httpHost:s|46- httpPort:n|46- httpUrl:s|46- ignoreAttachments:b ignoreStories:b|46- markdown:o!#144 mediaMaxMb:n name:s reactionAllowlist:a#80 reactionLevel:s=off,ack,minimal,extensive reactionNotifications:s=off,own,all,allowlist receiveMode:s=on-start,manual|46- replyToMode:-|44s=off,first,all,batched replyToModeByChatType:-|44o!#300 responsePrefix:-|3s sendReadReceipts:b startupTimeoutMs:n|46- streaming:-|46o!#218 textChunkLimit:n transport:-|46o!#301
*:o!#302
account:s accountUuid:-|17s accounts:o#303 actions:o!#213 aliases:-|44o#50 allowFrom:a#80 apiMode:-|35s=auto,native,container|46- autoStart:b|46- blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 chunkMode:s=length,newline|46- cliPath:s|46- configPath:-|38s|46- configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote defaultAccount:-|13s defaultTo:-|9s dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140 enabled:b groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:-|18o#299 healthMonitor:-|19o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n httpHost:s|46- httpPort:n|46- httpUrl:s|46- ignoreAttachments:b ignoreStories:b|46- markdown:o!#144 mediaMaxMb:n name:s reactionAllowlist:a#80 reactionLevel:s=off,ack,minimal,extensive reactionNotifications:s=off,own,all,allowlist receiveMode:s=on-start,manual|46- replyToMode:-|44s=off,first,all,batched replyToModeByChatType:-|44o!#300 responsePrefix:-|3s sendReadReceipts:b startupTimeoutMs:n|46- streaming:-|46o!#218 textChunkLimit:n transport:-|46o!#301
channelInfo:b emojiList:b memberInfo:b messages:b permissions:b pins:b reactions:b search:b
[]:s interactiveReplies:-|18b|46-
mode:s=off,auto,on prompt:s
allow:b|25- allowBots:b|35bs=mentions botLoopProtection:-|36o!#157 enabled:b ignoreOtherMentions:-|44b presenceEvents:-|46o!#307 replyToMode:-|44s=off,first,all,batched requireMention:b skills:a#0 systemPrompt:s tools:o!#95 toolsBySender:o#97 users:a#80
*:o!#308
allowFrom:a#80|46- enabled:b groupChannels:a#80 groupEnabled:b policy:s=pairing,allowlist,open,disabled|46- replyToMode:s=off,first,all|25s=off,first,all,batched|46-
agentFilter:a#0 approvers:a#80 enabled:b|37bs=auto sessionFilter:a#0 target:s=dm,channel,both
authToken:os!#161 gatewayId:s url:s
channel:s=off,first,all|25s=off,first,all,batched direct:s=off,first,all|25s=off,first,all,batched group:s=off,first,all|25s=off,first,all,batched
enabled:b ephemeral:b name:s sessionPrefix:s
clientPingTimeout:n pingPongLoggingEnabled:b serverPingTimeout:n
block:x chunkMode:x mode:x nativeTransport:x preview:x progress:-|34x
historyScope:s=thread,channel inheritParent:b initialHistoryLimit:-|7n requireExplicitMention:-|26b|46-
ackReaction:-|7s actions:o!#305 allowBots:b|35bs=mentions allowFrom:-|7a#80 appToken:s|14os!#161 blockStreaming:b|26- blockStreamingCoalesce:o!#7|26- botLoopProtection:-|36o!#157 botToken:s|14os!#161 capabilities:a#306|18ao!#306|46a#306 channels:o#309 chunkMode:s=length,newline|26- commands:o!#172 configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultTo:-|9s dm:o!#310 dmHistoryLimit:n dmPolicy:-|7s=pairing,allowlist,open,disabled dms:o#140 enabled:b execApprovals:-|22o!#311 groupPolicy:s=open,disabled,allowlist healthMonitor:-|19o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n implicitMentions:-|46o!#165 joinIntro:-|46b markdown:o!#144 mediaMaxMb:n mentionPatterns:-|39o!#184 mode:s=socket,http|42s=socket,http,relay name:s nativeStreaming:-|9b|26- postAs:-|46s=bot,user presenceEvents:-|46o!#307 reactionAllowlist:a#80 reactionNotifications:s=off,own,all,allowlist relay:-|42o!#312 replyToMode:s=off,first,all|25s=off,first,all,batched replyToModeByChatType:o!#313 requireMention:b responsePrefix:-|3s signingSecret:s|14os!#161 slashCommand:o!#314 socketMode:-|32o!#315|46- streamMode:-|9s=replace,status_final,append|25- streaming:-|7b|9bs=off,partial,block,progress|25s=off,partial,block,progress|26o!#316 textChunkLimit:n thread:o!#317 typingReaction:-|15s unfurlLinks:-|35b unfurlMedia:-|35b userToken:s|14os!#161 userTokenReadOnly:b webhookPath:s
*:o!#318
accounts:o#319 ackReaction:-|7s actions:o!#305 allowBots:b|35bs=mentions allowFrom:-|7a#80 appToken:s|14os!#161 blockStreaming:b|26- blockStreamingCoalesce:o!#7|26- botLoopProtection:-|36o!#157 botToken:s|14os!#161 capabilities:a#306|18ao!#306|46a#306 channels:o#309 chunkMode:s=length,newline|26- commands:o!#172 configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultAccount:-|13s defaultTo:-|9s dm:o!#310 dmHistoryLimit:n dmPolicy:-|7s=pairing,allowlist,open,disabled dms:o#140 enabled:b execApprovals:-|22o!#311 groupPolicy:s=open,disabled,allowlist healthMonitor:-|19o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n implicitMentions:-|46o!#165 joinIntro:-|46b markdown:o!#144 mediaMaxMb:n mentionPatterns:-|39o!#184 mode:s=socket,http|42s=socket,http,relay name:s nativeStreaming:-|9b|26- postAs:-|46s=bot,user presenceEvents:-|46o!#307 reactionAllowlist:a#80 reactionNotifications:s=off,own,all,allowlist relay:-|42o!#312 replyToMode:s=off,first,all|25s=off,first,all,batched replyToModeByChatType:o!#313 requireMention:b responsePrefix:-|3s signingSecret:s|14os!#161 slashCommand:o!#314 socketMode:-|32o!#315|46- streamMode:-|9s=replace,status_final,append|25- streaming:-|7b|9bs=off,partial,block,progress|25s=off,partial,block,progress|26o!#316 textChunkLimit:n thread:o!#317 typingReaction:-|15s unfurlLinks:-|35b unfurlMedia:-|35b userToken:s|14os!#161 userTokenReadOnly:b webhookPath:s
accountSid:s allowFrom:a#80 authToken:os!#161 configWrites:-|46b dangerouslyDisableSignatureValidation:b defaultTo:s dmPolicy:s=pairing,allowlist,open,disabled enabled:b fromNumber:s mediaMaxMb:-|46n messagingServiceSid:s name:s publicWebhookUrl:s textChunkLimit:n webhookPath:s
*:o!#321
accountSid:s accounts:o#322 allowFrom:a#80 authToken:os!#161 configWrites:-|46b dangerouslyDisableSignatureValidation:b defaultAccount:s defaultTo:s dmPolicy:s=pairing,allowlist,open,disabled enabled:b fromNumber:s mediaMaxMb:-|46n messagingServiceSid:s name:s publicWebhookUrl:s textChunkLimit:n webhookPath:s
dangerouslyAllowInheritedWebhookPath:-|22b dangerouslyAllowNameMatching:-|22b webhookUrl:-|45s
createForumTopic:-|17b deleteMessage:b editForumTopic:-|19b editMessage:-|17b poll:-|15b reactions:b sendMessage:b sticker:b
enabled:b prompt:s
[]:s inlineButtons:s=off,dm,group,all,allowlist
command:s description:s
[]:o!#328
agentId:-|15s allowFrom:a#80 disableAudioPreflight:-|14b enabled:b errorCooldownMs:-|23n|46- errorPolicy:-|23s=always,once,silent groupPolicy:s=open,disabled,allowlist ingest:-|25b requireMention:b skills:a#0 systemPrompt:s
*:o!#330
allowFrom:a#80 autoTopicLabel:-|19bo!#326 dmPolicy:s=pairing,allowlist,open,disabled enabled:b errorCooldownMs:-|23n|46- errorPolicy:-|23s=always,once,silent requireTopic:b skills:a#0 systemPrompt:s threadReplies:-|33s=off,inbound,always|38- tools:o!#95 toolsBySender:o#97 topics:o#331
*:o!#332
threadReplies:s=off,inbound,always
agentId:-|15s allowFrom:a#80 disableAudioPreflight:-|14b enabled:b errorCooldownMs:-|23n|46- errorPolicy:-|23s=always,once,silent groupPolicy:-|4s=open,disabled,allowlist ingest:-|25b requireMention:b skills:a#0 systemPrompt:s
*:o!#335
allowFrom:a#80 disableAudioPreflight:-|14b enabled:b errorCooldownMs:-|23n|46- errorPolicy:-|23s=always,once,silent groupPolicy:-|4s=open,disabled,allowlist ingest:-|25b requireMention:b skills:a#0 systemPrompt:s tools:o!#95 toolsBySender:o#97 topics:o#336
*:o!#337
autoSelectFamily:x dangerouslyAllowPrivateNetwork:-|25x dnsResultOrder:-|9x
ackReaction:-|7s actions:o!#325 allowFrom:a#80 apiRoot:-|19s autoTopicLabel:-|19bo!#326 blockStreaming:b|26- blockStreamingCoalesce:o!#7|26- botToken:s|14os!#161 capabilities:ao!#327 chunkMode:s=length,newline|26- commands:o!#172 configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote customCommands:a#329 defaultTo:-|9ns direct:-|13o#333 dm:-|33o!#334|38- dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140 draftChunk:o!#6|26- enabled:b errorCooldownMs:-|23n|46- errorPolicy:-|23s=always,once,silent execApprovals:-|17o!#311 groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#338 healthMonitor:-|19o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n includeGroupHistoryContext:-|42s=none,mention-only,recent|44- joinIntro:-|46b linkPreview:b markdown:o!#144 mediaGroupFlushMs:-|34n|46- mediaMaxMb:n mentionPatterns:-|39o!#184 name:s network:o!#339 pollingStallThresholdMs:-|29n|46- proxy:s reactionLevel:s=off,ack,minimal,extensive reactionNotifications:s=off,own,all replyToMode:s=off,first,all|25s=off,first,all,batched responsePrefix:-|3s retry:o!#186|46- richMessages:-|42b silentErrorReplies:-|19b streamMode:s=off,partial,block|25- streaming:-|9bs=off,partial,block,progress|25s=off,partial,block,progress|26o!#188 textChunkLimit:n threadBindings:-|15o!#236 timeoutSeconds:n|46- tokenFile:s trustedLocalFileRoots:-|25a#0 webhookCertPath:-|15s webhookHost:-|7s webhookPath:s webhookPort:-|9n webhookSecret:s|14os!#161 webhookUrl:s
*:o!#340
accounts:o#341 ackReaction:-|7s actions:o!#325 allowFrom:a#80 apiRoot:-|19s autoTopicLabel:-|19bo!#326 blockStreaming:b|26- blockStreamingCoalesce:o!#7|26- botToken:s|14os!#161 capabilities:ao!#327 chunkMode:s=length,newline|26- commands:o!#172 configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote customCommands:a#329 defaultAccount:-|13s defaultTo:-|9ns direct:-|13o#333 dm:-|33o!#334|38- dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140 draftChunk:o!#6|26- enabled:b errorCooldownMs:-|23n|46- errorPolicy:-|23s=always,once,silent execApprovals:-|17o!#311 groupAllowFrom:a#80 groupPolicy:s=open,disabled,allowlist groups:o#338 healthMonitor:-|19o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n includeGroupHistoryContext:-|42s=none,mention-only,recent|44- joinIntro:-|46b linkPreview:b markdown:o!#144 mediaGroupFlushMs:-|34n|46- mediaMaxMb:n mentionPatterns:-|39o!#184 name:s network:o!#339 pollingStallThresholdMs:-|29n|46- proxy:s reactionLevel:s=off,ack,minimal,extensive reactionNotifications:s=off,own,all replyToMode:s=off,first,all|25s=off,first,all,batched responsePrefix:-|3s retry:o!#186|46- richMessages:-|42b silentErrorReplies:-|19b streamMode:s=off,partial,block|25- streaming:-|9bs=off,partial,block,progress|25s=off,partial,block,progress|26o!#188 textChunkLimit:n threadBindings:-|15o!#236 timeoutSeconds:n|46- tokenFile:s trustedLocalFileRoots:-|25a#0 webhookCertPath:-|15s webhookHost:-|7s webhookPath:s webhookPort:-|9n webhookSecret:s|14os!#161 webhookUrl:s
allowPrivateNetwork:-|7b|25- autoAcceptDmInvites:-|14b autoAcceptGroupInvites:-|14b autoDiscoverChannels:b code:s configWrites:-|46b dmAllowlist:a#0 enabled:b groupChannels:a#0 groupInviteAllowlist:-|34a#0 implicitMentions:-|46o!#165 mediaMaxMb:-|46n name:s network:-|25o!#145 ownerShip:-|14s responsePrefix:-|3s ship:s showModelSignature:b url:s
*:o#343|22o!#343
allowedShips:a#0 mode:s=restricted,open
*:o#345|22o!#345
channelRules:o#346
accounts:o#344|20-|22o#344 allowPrivateNetwork:-|7b|20-|22b|25- authorization:o#347|20-|22o!#347 autoAcceptDmInvites:-|14b|20-|22b autoAcceptGroupInvites:-|14b|20-|22b autoDiscoverChannels:b|20-|22b code:s|20-|22s configWrites:-|46b defaultAuthorizedShips:a#0|20-|22a#0 dmAllowlist:a#0|20-|22a#0 enabled:b|20-|22b groupChannels:a#0|20-|22a#0 groupInviteAllowlist:-|34a#0 historyLimit:-|46n implicitMentions:-|46o!#165 mediaMaxMb:-|46n name:s|20-|22s network:-|25o!#145 ownerShip:-|14s|20-|22s responsePrefix:-|3s|20-|22s ship:s|20-|22s showModelSignature:b|20-|22b url:s|20-|22s
[]:s=moderator,owner,vip,subscriber,all
accessToken:s allowFrom:a#0 allowedRoles:a#349 channel:s clientId:s clientSecret:s configWrites:-|46b enabled:b expiresIn:nz obtainmentTimestamp:n refreshToken:s requireMention:b responsePrefix:-|3s username:s
*:o#350|22o!#350
accessToken:s|25-|26s accounts:o#351|25-|26o#351 allowFrom:a#0|25-|26a#0 allowedRoles:a#349|25-|26a#349 channel:s|25-|26s clientId:s|25-|26s clientSecret:s|25-|26s configWrites:-|46b defaultAccount:-|33s enabled:b|25-|26b expiresIn:nz|25-|26nz historyLimit:-|46n markdown:o!#144|25-|26o!#144 name:s|25-|26s obtainmentTimestamp:n|25-|26n refreshToken:s|25-|26s requireMention:b|25-|26b responsePrefix:-|3s|25-|26s username:s|25-|26s
direct:b emoji:s group:s=always,mentions,never
systemPrompt:s
*:o!#354
requireMention:b systemPrompt:-|30s tools:o!#95 toolsBySender:o#97
*:o!#356
messageReceived:b
ackReaction:o!#353|46- allowFrom:a#0 authDir:s blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 chunkMode:s=length,newline|46- configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote debounceMs:n|46- defaultTo:-|9s direct:-|30o#355 dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140 enabled:b groupAllowFrom:a#0 groupPolicy:s=open,disabled,allowlist groups:o#357 healthMonitor:-|19o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n markdown:o!#144 mediaMaxMb:n mentionPatterns:-|39o!#184 messagePrefix:s|46- name:s pluginHooks:-|38o!#358 reactionLevel:-|23s=off,ack,minimal,extensive replyToMode:-|30s=off,first,all,batched responsePrefix:-|3s selfChatMode:b sendReadReceipts:b streaming:-|46o!#218 textChunkLimit:n
*:o!#359
calls:-|44b polls:b reactions:b sendMessage:b
accounts:o#360 ackReaction:o!#353|46- actions:o!#361 allowFrom:a#0 blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 chunkMode:s=length,newline|46- configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote debounceMs:n|46- defaultAccount:-|13s defaultTo:-|9s direct:-|30o#355 dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#140 enabled:-|10b groupAllowFrom:a#0 groupPolicy:s=open,disabled,allowlist groups:o#357 healthMonitor:-|19o!#10 heartbeat:o!#143|46- heartbeatVisibility:-|46o!#143 historyLimit:n markdown:o!#144 mediaMaxMb:n mentionPatterns:-|39o!#184 messagePrefix:s|46- pluginHooks:-|38o!#358 reactionLevel:-|23s=off,ack,minimal,extensive replyToMode:-|30s=off,first,all,batched responsePrefix:-|3s selfChatMode:b sendReadReceipts:b streaming:-|46o!#218 textChunkLimit:n
allowFrom:a#80 botToken:s|14os#161|22os!#161 configWrites:-|46b dmPolicy:s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:-|11a#80 groupPolicy:-|11s=disabled,allowlist,open|17s=open,disabled,allowlist markdown:o!#144 mediaMaxMb:n name:s proxy:s responsePrefix:-|3s tokenFile:s webhookPath:s webhookSecret:s|14os#161|22os!#161 webhookUrl:s
*:o#363|22o!#363
accounts:o#364 allowFrom:a#80 botToken:s|14os#161|22os!#161 configWrites:-|46b defaultAccount:s dmPolicy:s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:-|11a#80 groupPolicy:-|11s=disabled,allowlist,open|17s=open,disabled,allowlist historyLimit:-|46n markdown:o!#144 mediaMaxMb:n name:s proxy:s responsePrefix:-|3s tokenFile:s webhookPath:s webhookSecret:s|14os#161|22os!#161 webhookUrl:s
allow:b|25- enabled:b requireMention:-|14b tools:o!#95
*:o#366|22o!#366
allowFrom:a#80 configWrites:-|46b dangerouslyAllowNameMatching:-|18b dmPolicy:s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:-|15a#80 groupPolicy:s=disabled,allowlist,open|17s=open,disabled,allowlist groups:o#367 historyLimit:-|15n markdown:o!#144 mediaMaxMb:-|46n messagePrefix:s name:s profile:s responsePrefix:-|3s
*:o#368|22o!#368
accounts:o#369 allowFrom:a#80 configWrites:-|46b dangerouslyAllowNameMatching:-|18b defaultAccount:s dmPolicy:s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:-|15a#80 groupPolicy:s=disabled,allowlist,open|17s=open,disabled,allowlist groups:o#367 historyLimit:-|15n markdown:o!#144 mediaMaxMb:-|46n messagePrefix:s name:s profile:s responsePrefix:-|3s
a2a:-|46o!#136 bluebubbles:o!#149|25ox!#149|26o!#149|35- buzz:-|46o!#156 clickclack:-|35o!#164 defaults:o!#166 discord:o!#196 feishu:-|3ox!#212|21o!#212|22ox!#212|26o!#212 googlechat:o!#221 imessage:o!#227 irc:-|6o!#233 line:ox!#239|21o!#239|22ox!#239|26o!#239 matrix:ox#248|19-|20ox#248|21o#248|22ox!#248|26o!#248 mattermost:ox!#259|21o!#259|22ox!#259|26o!#259 modelByChannel:-|9o#260 msteams:o!#268|19-|20o!#268 nextcloud-talk:ox!#273|21o!#273|22ox!#273|25o!#273 nostr:ox#275|19-|20ox#275|21o#275|22ox!#275|25o!#275 qa-channel:-|25o!#281 qqbot:-|22o!#291|26o#291|46- raft:-|42o!#294 reef:-|46o!#297 signal:o!#304 slack:o!#320 sms:-|39o!#323 synology-chat:-|9ox#324|22o#324 telegram:o!#342|25ox!#342|26o!#342 tlon:ox#348|19-|20ox#348|22ox!#348|26o!#348 twitch:ox#352|19-|20ox#352|21o#352|22ox!#352|25o!#352 whatsapp:o!#362 zalo:ox#365|21o#365|22ox!#365|26o!#365 zalouser:ox#370|19-|20ox#370|21o#370|22ox!#370|26o!#370
allowFrom:-|6o#81 bash:b bashForegroundMs:n config:b debug:b mcp:-|19b modelsWrite:-|30b|31- native:bs=auto nativeSkills:bs=auto ownerAllowFrom:-|3a#80 ownerDisplay:-|9s=raw,hash|46- ownerDisplaySecret:-|9s|46- plugins:-|19b restart:b text:b useAccessGroups:b|46-
accountId:-|14s after:n channel:-|46s cooldownMs:n enabled:b includeSkipped:-|31b mode:-|14s=announce,webhook to:-|46s
accountId:s channel:s mode:s=announce,webhook to:s
backoffMs:x maxAttempts:x retryOn:x
keepLines:n maxBytes:ns
enabled:b minIntervalMs:n|46-
allowIpv6UniqueLocalRange:b allowRfc2544BenchmarkRange:b allowedHostnames:a#0 blockedHostnames:-|48a#0 dangerouslyAllowPrivateNetwork:b
enabled:b failureAlert:-|13o!#373 failureDestination:-|14o!#374|46- maxConcurrentRuns:n|46- retry:-|13o!#375|46- runLog:-|10o!#376|46- sessionRetention:-|6bs=~false skipMissedJobs:-|48b store:s|46- triggers:-|44o!#377 webhook:-|7s|46- webhookSsrfPolicy:-|46o!#378 webhookToken:-|7s|14os!#55
*:s|46- shellEnv:x vars:x
[]:s=operator.admin,operator.read,operator.write,operator.approvals,operator.questions,operator.pairing,operator.talk,operator.talk.secrets|53s=operator.admin,operator.read,operator.write,operator.sessions.read,operator.sessions.write,operator.approvals,operator.questions,operator.pairing,operator.talk,operator.talk.secrets
*:a#381
exemptLoopback:b lockoutMs:n maxAttempts:n windowMs:n
allowLoopback:-|32b allowUsers:a#0 cloudflareAccessOidc:-|53o deviceAutoApprove:-|46o requiredHeaders:a#0 userHeader:s
allowTailscale:b identityScopes:-|46o#382 mode:s=token,password|7s=token,password,trusted-proxy|8s=none,token,password,trusted-proxy password:s|14os!#55 rateLimit:-|7o!#383 token:s|15os!#55 trustedProxy:-|7o!#384
color:s=teal,amber,purple,coral,pink,blue,green,red,gray label:s
customPlugins:b
token:os
allowExternalEmbedUrls:-|27b allowInsecureAuth:b|46- allowedOrigins:-|3a#0 automaticallyFetchFavicons:-|46b basePath:s chatMessageMaxWidth:-|33s|46- communityInvite:-|49b dangerouslyAllowHostHeaderOriginFallback:-|10b dangerouslyDisableDeviceAuth:b embedSandbox:-|27s=strict,scripts,trusted enabled:b environment:-|46o!#386 experimental:-|49o!#387 github:-|46o!#388 root:-|3s sessionObserver:-|46b toolTitles:-|46b|49-
chatCompletions:o responses:o
strictTransportSecurity:bs=~false
endpoints:o!#390 securityHeaders:-|10o!#391
mode:s=auto,manual,off node:s
autoApproveCidrs:a#0 autoApproveLocal:-|46b sshVerify:-|46bo
allowCommands:a#0|46- allowSkills:-|46b browser:o!#393 commands:-|46o!#16 denyCommands:a#0|46- pairing:-|31o!#394 pluginTools:-|46o!#10
allowRealIpFallback:-|9b auth:o!#385 bind:s=auto,lan,loopback,custom,tailnet channelHealthCheckMinutes:-|7n|46- channelMaxRestartsPerHour:-|19n|46- channelStaleEventThresholdMinutes:-|19n|46- cliAgents:-|46o controlUi:o!#389 customBindHost:-|9s handshakeTimeoutMs:-|32n|46- http:o!#392 mode:s=local,remote nodes:o!#395 port:n portals:-|53o publicOrigin:-|46s push:-|18o reload:o remote:o roles:-|46o tailscale:o terminal:-|44o tls:x tools:-|7o!#16 trustedProxies:a#0 webchat:-|23o|39-
bind:s path:s port:n
mode:s=off,serve,funnel path:s target:s
account:s allowUnsafeExternalContent:b hookUrl:s includeBody:b label:s maxBytes:n model:s pushToken:s renewEveryMinutes:n serve:o!#397 subscription:s tailscale:o!#398 thinking:s=off,minimal,low,medium,high topic:s
enabled:b env:o#50
*:o!#400|6o#400
event:s export:s module:s
[]:o!#402
artifactFormat:-|33s=zip,tgz artifactKind:-|33s=legacy-zip,npm-pack clawhubChannel:-|19s=official,community,private clawhubFamily:-|19s=code-plugin,bundle-plugin clawhubPackage:-|19s clawhubTrustAcknowledgedAt:-|44s clawhubTrustCheckedAt:-|44s clawhubTrustDisposition:-|44s=clean,review-recommended,review-required,blocked clawhubTrustModerationState:-|44s clawhubTrustPending:-|44b clawhubTrustReasons:-|44a#0 clawhubTrustScanStatus:-|44s clawhubTrustStale:-|44b clawhubUrl:-|19s clawpackManifestSha256:-|33s clawpackSha256:-|33s clawpackSize:-|33n clawpackSpecVersion:-|33n gitCommit:-|33s gitRef:-|33s gitUrl:-|33s hooks:a#0 installPath:s installedAt:s integrity:-|8s npmIntegrity:-|33s npmShasum:-|33s npmTarballName:-|33s resolvedAt:-|8s resolvedName:-|8s resolvedSpec:-|8s resolvedVersion:-|8s shasum:-|8s source:s=npm,archive,path|19s=npm,archive,path,clawhub|33s=npm,archive,path,clawhub,git sourcePath:s spec:s version:s
*:o!#404
extraDirs:a#0
enabled:b entries:o#401 handlers:a#403|46- installs:o#405|46- load:o!#406
path:s source:s
export:s module:s
action:s=wake,agent agentId:-|6s allowUnsafeExternalContent:b channel:s=last,whatsapp,telegram,discord,slack,signal,imessage,msteams|6s=last,whatsapp,telegram,discord,irc,slack,signal,imessage,msteams|22s deliver:b forEach:-|46s id:s match:o#408 messageTemplate:s model:s name:s sessionKey:s sessionMode:-|46s=isolated,persistent textTemplate:s thinking:s timeoutSeconds:n to:s transform:o!#409 wakeMode:s=now,next-heartbeat
[]:o!#410
allowRequestSessionKey:-|6b allowedAgentIds:-|6a#0 allowedSessionKeyPrefixes:-|6a#0 defaultSessionKey:-|6s enabled:b gmail:o!#399 internal:o!#407 mappings:a#411 maxBodyBytes:n|46- path:s presets:a#0 token:s transformsDir:s
enabled:b executionIdentity:b messages:s=off,direct,all
audit:-|46o!#413 consoleLevel:s=silent,fatal,error,warn,info,debug,trace consoleStyle:s=pretty,compact,json|46s=pretty,json file:s level:s=silent,fatal,error,warn,info,debug,trace maxFileBytes:-|9n redactPatterns:a#0 redactSensitive:s=off,tools|46-
maxInjectedChars:n maxResults:n maxSnippetChars:n timeoutMs:n
enabled:b serverName:s startDaemon:b
channel:s chatType:s=direct,group,channel|5s=direct,group,channel,dm keyPrefix:s rawKeyPrefix:-|7s
action:s=allow,deny match:o!#417
[]:o!#418
default:s=allow,deny rules:a#419
enabled:b exportDir:s retentionDays:n
commandTimeoutMs:-|5n debounceMs:n embedInterval:s embedTimeoutMs:-|5n interval:s onBoot:b startup:-|32s=off,idle,immediate startupDelayMs:-|32n updateTimeoutMs:-|5n waitForBootSync:-|5b
command:s includeDefaultMemory:b limits:o!#415 mcporter:-|9o!#416 paths:a#36 rerank:-|40b scope:o!#420 searchMode:-|6s=query,search,vsearch searchTool:-|22s sessions:o!#421 update:o!#422
backend:s=builtin,qmd|46- citations:s=auto,on,off qmd:o!#423|46- search:-|46o!#115
historyLimit:n mentionPatterns:a#0 unmentionedInbound:-|36s=user_request,room_event visibleReplies:-|32s=automatic,message_tool|34bs=automatic,message_tool
*:n
byChannel:o#426 debounceMs:n
discord:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt googlechat:-|37s=steer,followup,collect,interrupt imessage:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt irc:-|6s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt matrix:-|37s=steer,followup,collect,interrupt mattermost:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt msteams:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt signal:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt slack:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt telegram:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt webchat:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt whatsapp:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt
byChannel:o!#428 cap:n debounceMs:n|46- debounceMsByChannel:o#426 drop:s=old,new,summarize mode:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt
*:s=on,off,tokens,full
build:-|36s coding:s compacting:-|18s concierge:-|36s deploy:-|36s done:s error:s queued:-|44s stallHard:s stallSoft:s thinking:s tool:s web:s
debounceMs:n doneHoldMs:n errorHoldMs:n stallHardMs:n stallSoftMs:n
emojis:o!#431|46- enabled:b timing:o!#432|46-
auto:x edge:x|21- elevenlabs:x|21- enabled:x maxTextLength:x microsoft:-|19x|21- mode:x modelOverrides:x openai:x|21- persona:-|31x personas:-|31x prefsPath:x provider:x providers:-|21x summaryModel:x timeoutMs:x
ackReaction:s ackReactionScope:s=group-mentions,group-all,direct,all|13s=group-mentions,group-all,direct,all,off,none groupChat:o!#425 inbound:o!#427 messagePrefix:s|46- queue:o!#429 removeAckAfterReply:b|46- responsePrefix:s responseUsage:-|44os#430=on,off,tokens,full statusReactions:-|9o!#433 suppressToolErrors:-|7b|49- tts:o!#434|46- usageTemplate:-|41os#8 visibleReplies:-|32s=automatic,message_tool|34bs=automatic,message_tool
allow:a#0 bundledDiscovery:-|34s=compat,allowlist|46- deny:a#0 enabled:b entries:x installs:x|31- load:o slots:o
checkId:s detailIncludes:s reason:s titleIncludes:s
[]:o!#437
suppressions:a#438
allowInsecurePath:b|46- allowSymlinkCommand:b|46- args:a#0 command:s env:o#50 maxOutputBytes:n noOutputTimeoutMs:n passEnv:a#0 source:s=exec timeoutMs:n trustedDirs:a#0
[]:s=skill,plugin
enabled:b exec:o!#440 targets:a#441
audit:o!#439 installPolicy:-|40o!#442
maxPingPongTurns:n
afterDays:n enabled:b
archiveDashboardAfter:-|46bns=~false,~0 coldStorage:-|52o!#445 highWaterBytes:-|10ns maxDiskBytes:-|10ns|46bns=~false maxEntries:n mode:s=enforce,warn preserveRecent:-|46bns=~false pruneAfter:ns pruneDays:n|46- resetArchiveRetention:-|10bns=~false rotateBytes:ns|46-
atHour:n idleMinutes:n mode:s=daily,idle|46s=none,daily,idle
*:o!#447
atHour:n idleMinutes:n mode:s=daily,idle
direct:-|5o!#447 dm:o!#449|46- group:o!#447 thread:o!#447
channel:s chatType:s=direct,group,channel|5s=direct,group,channel,dm|46s=direct,group,channel keyPrefix:s rawKeyPrefix:-|7s
action:s=allow,deny match:o!#451
[]:o!#452
default:s=allow,deny rules:a#453
drafts:b readOnly:b suggest:b
defaultSpawnContext:-|33s=isolated,fork enabled:b idleHours:-|13n maxAgeHours:-|13n spawnSessions:-|33b ttlHours:n|13-
acquireTimeoutMs:n maxHoldMs:-|36n staleMs:-|36n
agentToAgent:o!#444|46- dmScope:s=main,per-peer,per-channel-peer,per-account-channel-peer groupScope:-|46s=main,per-group identityLinks:o#1 idleMinutes:n|46- mainKey:s maintenance:-|6o!#446 notifyOnCreate:-|53b parentForkMaxTokens:-|12n|33- reset:o!#447 resetByChannel:o#448 resetByType:o!#450 resetTriggers:a#0 scope:s=per-sender,global sendPolicy:o!#454 sharing:-|46o!#455 store:s threadBindings:-|9o!#456 typingIntervalSeconds:n|46- typingMode:s=never,instant,thinking,message|46- writeLock:-|33o!#457|46-
*:x agentId:-|46s
allow:a#0 enabled:b
applyPatch:o!#83 approvalRunningNoticeMs:-|46n ask:s=off,on-miss,always backgroundMs:n cleanupMs:n commandHighlighting:-|35b grantExpiryDays:-|46n host:s=sandbox,gateway,node|22s=auto,sandbox,gateway,node mode:-|38s=deny,allowlist,ask,auto,full node:s notifyOnExit:b notifyOnExitEmptySuccess:-|7b pathPrepend:a#0 reviewer:-|38o!#84 safeBinProfiles:-|9o#86 safeBinTrustedDirs:-|9a#0 safeBins:a#0 security:s=deny,allowlist,full strictInlineEval:-|19b timeoutSec:n|46- timeoutSeconds:-|46n
planTool:b
enabled:x maxLinks:x models:x scope:x timeoutSeconds:x
asyncCompletion:-|27x|46- audio:x concurrency:x image:x models:x video:x
actions:-|35o!#45 allowCrossContextSend:b|46- broadcast:o!#10 crossContext:o!#93
visibility:s=self,tree,agent,all
enabled:b maxFileBytes:n maxFiles:n maxTotalBytes:n retainOnSessionKeep:b
attachments:o!#467
codeTimeoutMs:n enabled:b maxSearchLimit:n mode:s=code,tools|41s=code,tools,directory searchDefaultLimit:n
fetch:x search:x x_search:-|21x|46-
agentToAgent:o!#460 allow:a#0 alsoAllow:a#0 byProvider:o#77 codeMode:-|36bo!#79|46bos!#79=auto deny:a#0 elevated:o!#82 exec:o!#461 experimental:-|25o!#462|46- fs:-|7o!#88 github:-|46o!#99 links:o!#463 loopDetection:-|7o!#91 media:o!#464 message:o!#465 profile:s=minimal,coding,messaging,full sandbox:o!#96 sessions:-|7o!#466 sessions_spawn:-|14o!#468 subagents:o!#96 swarm:-|46bo!#100 toolSearch:-|35bo!#469 toolsBySender:-|35o#97 updatePlan:-|46b web:o!#470
$schema:-|7s accessGroups:-|33o#3 acp:-|12o agents:o!#121 approvals:o!#125 attachments:-|46o audio:o|46- audit:-|44o|46- auth:o bindings:a#131 broadcast:o#133 browser:o canvasHost:o|46- channels:o#371 cli:-|14o|46- cloudWorkers:-|46o commands:o!#372 commitments:-|32o|46- crestodian:-|31o|46- cron:o!#379 desktop:-|46o diagnostics:o discovery:o env:o#380|46o!#380 gateway:o!#396 hooks:o!#412 logging:o!#414 marketplaces:-|44o|46- mcp:-|19o media:o|46- memory:-|3o!#424 messages:o!#435 meta:o models:o nodeHost:o plugins:o!#436 proxy:-|32o secrets:-|12o security:-|36o!#443 session:o!#458 skills:o surfaces:-|29x talk:o!#459 telemetry:-|46o tools:o!#471 transcripts:-|38o tts:-|46o tui:-|41o|46- ui:o update:o web:o|46- wizard:o worktreeAcceleration:-|52b worktreeRoot:-|48s
`;
