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
memoryGetMaxChars:n postCompactionMaxChars:n
executionContract:s=default,strict-agentic
historyLimit:n mentionPatterns:a#0 unmentionedInbound:s=user_request,room_event
accountId:s activeHours:o!#23 directPolicy:s=allow,block every:s isolatedSession:b lightContext:b model:s prompt:s session:s target:s timeoutSeconds:n to:s
avatar:x emoji:x name:x theme:x
sessionMemory:b
path:s pattern:s
[]:os!#73
modelPath:s
[]:s=image,audio,all
enabled:b maxFileBytes:n modalities:a#76
maxResults:n minScore:n
id:s provider:s source:s=env,file,exec,store
apiKey:os!#79 baseUrl:s batch:o!#10 headers:o#50
tokenizer:s=unicode61,trigram
enabled:b extensionPath:s
fts:o!#81 vector:o!#82
cache:o!#10 documentInputType:s enabled:b experimental:o!#72 extraPaths:a#74 fallback:s inputType:s local:o!#75 model:s multimodal:o!#77 outputDimensionality:n provider:s query:o!#78 queryInputType:s rememberAcrossConversations:b remote:o!#80 sources:a#40 store:o!#83
search:o!#84
fallbacks:x primary:x
acp:x type:x
allowHostControl:b autoStart:b autoStartTimeoutMs:n binds:a#0 cdpPort:n cdpSourceRange:s containerPrefix:s enabled:b headless:b image:s network:s noVncEnabled:b noVncPort:n vncPort:n
apparmorProfile:s binds:a#0 capDrop:a#0 containerPrefix:s cpus:n dangerouslyAllowContainerNamespaceJoin:b dangerouslyAllowExternalBindSources:b dangerouslyAllowReservedContainerTargets:b dns:a#0 env:o#50 extraHosts:a#0 gpus:s image:s memory:ns memorySwap:ns network:s pidsLimit:n readOnlyRoot:b seccompProfile:s setupCommand:as#0 tmpfs:a#0 ulimits:o#52 user:s workdir:s
certificateData:os!#79 certificateFile:s command:s identityData:os!#79 identityFile:s knownHostsData:os!#79 knownHostsFile:s strictHostKeyChecking:b target:s updateHostKeys:b workspaceRoot:s
backend:s browser:o!#88 docker:o!#89 mode:s=off,non-main,all prune:o!#54 scope:s=session,agent,shared sessionToolsVisibility:s=spawned,all ssh:o!#90 workspaceAccess:s=none,ro,rw workspaceRoot:s
maxSkillsPromptChars:n
fallbacks:a#0 primary:s
allowAgents:a#0 delegationMode:s=suggest,prefer model:os!#93 requireAgentId:b thinking:s
allow:a#0 alsoAllow:a#0 deny:a#0 profile:s=minimal,coding,messaging,full
*:o!#95
[]:s=javascript,typescript
enabled:bs=auto executor:-|53s=node,quickjs languages:a#97|53- maxOutputBytes:n maxPendingToolCalls:n maxSearchLimit:n maxSnapshotBytes:n memoryLimitBytes:n mode:s=only runtime:s=quickjs-wasi|53- searchDefaultLimit:n snapshotTtlSeconds:n timeoutMs:n
[]:ns
*:a#99
allowFrom:o#100 enabled:b
allowModels:a#0 enabled:b workspaceOnly:b
fastMode:-|52b model:os!#93 thinking:-|52s=minimal,low,medium,high,xhigh,max timeoutMs:n
allowedValueFlags:a#0 deniedFlags:a#0 maxPositional:n minPositional:n
*:o!#104
applyPatch:o!#102 approvalRunningNoticeMs:n ask:s=off,on-miss,always backgroundMs:n cleanupMs:n commandHighlighting:b grantExpiryDays:n host:s=auto,sandbox,gateway,node mode:s=deny,allowlist,ask,auto,full node:s notifyOnExit:b notifyOnExitEmptySuccess:b pathPrepend:a#0 reviewer:o!#103 safeBinProfiles:o#105 safeBinTrustedDirs:a#0 safeBins:a#0 security:s=deny,allowlist,full strictInlineEval:b timeoutSeconds:n
workspaceOnly:b
email:s name:s
gitAuthor:o!#108 kind:s=oauth profileId:s
enabled:b prefix:s suffix:s
allowAcrossProviders:b allowWithinProvider:b marker:o!#110
actions:o!#45 broadcast:o!#10 crossContext:o!#111
allow:a#0 alsoAllow:a#0 deny:a#0
tools:o!#113
defaultAgentId:s enabled:b maxChildrenPerGroup:n maxConcurrent:n maxTotalPerGroup:n waitTimeoutSecondsMax:n
*:o!#113
allow:a#0 alsoAllow:a#0 byProvider:o#96 codeMode:bos!#98=auto deny:a#0 elevated:o!#101 exec:o!#106 fs:o!#107 github:o!#109 loopDetection:o!#10 message:o!#112 profile:s=minimal,coding,messaging,full sandbox:o!#114 swarm:bo!#115 toolsBySender:o#116
auto:x enabled:x maxTextLength:x mode:x modelOverrides:x persona:x personas:x prefsPath:x provider:x providers:x summaryModel:x timeoutMs:x
agentDir:s bootstrapMaxChars:n bootstrapTotalMaxChars:n contextInjection:s=always,continuation-skip,never contextLimits:o!#67 cwd:-|48s decisionModel:-|53s default:b description:s embeddedAgent:o!#68 experimental:o!#22 fastModeDefault:bs=auto groupChat:o!#69 heartbeat:o!#70 humanDelay:o!#25 identity:o!#71 memory:o!#85 model:os!#86 modelPolicy:o!#45 models:o#8 name:s params:o#8 reasoningDefault:s=on,off,stream runtime:o!#87 sandbox:o!#91 skills:a#0 skillsLimits:o!#92 subagents:o!#94 thinkingDefault:s=off,minimal,low,medium,high,xhigh,adaptive,max,ultra toolProgressDetail:s=explain,raw tools:o!#117 tts:o!#118 typingMode:s=never,instant,thinking,message utilityModel:s verboseDefault:s=off,on,full workspace:s
*:o!#119
executionContract:x
historyLimit:n mentionPatterns:a#0 unmentionedInbound:-|36s=user_request,room_event visibleReplies:-|32s=automatic,message_tool|34bs=automatic,message_tool|46-
accountId:-|3s ackMaxChars:n|46- activeHours:o!#23 directPolicy:-|12s=allow,block every:s includeReasoning:b|46- includeSystemPromptSection:-|26b|46- isolatedSession:-|19b lightContext:-|13b model:s prompt:s session:s skipWhenBusy:-|32b|46- suppressToolErrorWarnings:-|7b|46- target:s timeoutSeconds:-|26n to:s
allowAgents:a#0 delegationMode:-|35s=suggest,prefer model:os!#93 requireAgentId:-|22b thinking:-|3s
enabled:b|46bs=auto executor:-|53s=node,quickjs languages:a#97|53- maxOutputBytes:n maxPendingToolCalls:n maxSearchLimit:n maxSnapshotBytes:n memoryLimitBytes:n mode:s=only runtime:s=quickjs-wasi|53- searchDefaultLimit:n snapshotTtlSeconds:n timeoutMs:n
allowModels:a#0 enabled:b workspaceOnly:-|7b
applyPatch:o!#126 approvalRunningNoticeMs:n ask:s=off,on-miss,always backgroundMs:n cleanupMs:n commandHighlighting:-|35b grantExpiryDays:-|46n host:s=sandbox,gateway,node|22s=auto,sandbox,gateway,node mode:-|38s=deny,allowlist,ask,auto,full node:s notifyOnExit:b notifyOnExitEmptySuccess:-|7b pathPrepend:a#0 reviewer:-|38o!#103 safeBinProfiles:-|9o#105 safeBinTrustedDirs:-|9a#0 safeBins:a#0 security:s=deny,allowlist,full strictInlineEval:-|19b timeoutSec:n|46- timeoutSeconds:-|46n
genericRepeat:b knownPollNoProgress:b pingPong:b
windowSize:n
criticalThreshold:n|46- detectors:o!#128|46- enabled:b globalCircuitBreakerThreshold:n|46- historySize:n|46- postCompactionGuard:-|34o!#129|46- unknownToolThreshold:-|28n|46- warningThreshold:n|46-
actions:o!#45 allowCrossContextSend:b|46- broadcast:o!#10 crossContext:o!#111
allow:a#0 alsoAllow:a#0 byProvider:o#96 codeMode:-|36bo!#125|46bos!#125=auto deny:a#0 elevated:o!#101 exec:o!#127 fs:-|7o!#107 github:-|46o!#109 loopDetection:-|7o!#130 message:-|35o!#131 profile:s=minimal,coding,messaging,full sandbox:o!#114 swarm:-|46bo!#115 toolsBySender:-|35o#116
agentDir:s agentRuntime:-|31o!#4|38- bootstrapMaxChars:-|36n bootstrapTotalMaxChars:-|36n contextInjection:-|36s=always,continuation-skip,never contextLimits:-|29o!#13 contextTokens:-|31n|46- cwd:-|48s decisionModel:-|53s default:b description:-|36s embeddedAgent:-|38o!#68 embeddedHarness:-|26o!#20|38- embeddedPi:-|26o!#121|38- experimental:-|37o!#22 fastModeDefault:-|19b|42bs=auto groupChat:o!#122 heartbeat:o!#123 humanDelay:o!#25 id:s identity:o!#71 memory:-|46o!#85 memorySearch:o!#43|46- model:os!#44 modelPolicy:-|46o!#45 models:-|35o#8 name:s params:-|18o#8 reasoningDefault:-|19s=on,off,stream runRetries:-|36o!#48|46- runtime:-|15o!#87 sandbox:o!#57 skills:-|3a#0 skillsLimits:-|29o!#92 subagents:o!#124 systemPromptOverride:-|26s|38- thinkingDefault:-|19s=off,minimal,low,medium,high,xhigh,adaptive|29s=off,minimal,low,medium,high,xhigh,adaptive,max|44s=off,minimal,low,medium,high,xhigh,adaptive,max,ultra toolProgressDetail:-|34s=explain,raw tools:o!#132 tts:-|31o!#118 typingMode:-|46s=never,instant,thinking,message utilityModel:-|44s verboseDefault:-|34s=off,on,full workspace:s
[]:o!#133
defaults:o!#66 entries:-|46o#120 list:a#134 ownership:-|46s=explicit
accountId:s channel:s threadId:ns to:s
[]:o!#136
agentFilter:a#0 enabled:b mode:s=session,targets,both sessionFilter:a#0 targets:a#137
exec:o!#138 plugin:-|21o!#138
backend:s cwd:s label:s mode:s=persistent,oneshot
id:s kind:s=dm,group,channel|5s=direct,group,channel,dm|46s=direct,group,channel
accountId:s channel:s guildId:s peer:o!#141 roles:-|7a#0 teamId:s
dmScope:s=main,per-peer,per-channel-peer,per-account-channel-peer groupScope:-|46s=main,per-group
acp:-|15o!#140 agentId:s comment:-|9s match:o!#142 session:-|31o!#143 type:-|15s=route,acp
[]:o!#144
[]:s agents:-|52a#0 maxRounds:-|52n maxTurns:-|52n mentionGating:-|52b
*:a#146|52ao!#146 strategy:s=parallel,sequential
outboundToken:s token:s url:s
*:o!#148
advertisedUrl:s configWrites:b enabled:b exposeAgents:a#0 peers:o#149 rateLimitPerMinute:n replyTimeoutMs:n
addParticipant:b edit:b leaveGroup:b reactions:b removeParticipant:b renameGroup:b reply:b sendAttachment:b sendWithEffect:b setGroupIcon:b unsend:b
enabled:b firstRunLookbackMinutes:n maxAgeMinutes:n maxFailureRetries:n perRunLimit:n
historyLimit:n
*:o!#153
requireMention:b systemPrompt:-|29s tools:o!#113 toolsBySender:o#116|21-|22o#116|26-
*:o!#155
showAlerts:b showOk:b useIndicator:b
tables:s=off,bullets,code|22s=off,bullets,code,block
dangerouslyAllowPrivateNetwork:x
id:s provider:s source:s=env,file,exec
actions:-|25o!#151 allowFrom:a#99 allowPrivateNetwork:-|21b|25- blockStreaming:b blockStreamingCoalesce:o!#7|22- capabilities:a#0|22- catchup:-|29o!#152 chunkMode:s=length,newline coalesceSameSenderDms:-|30b configWrites:b|21-|22b|26- dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154|22- enabled:b enrichGroupParticipantsFromContacts:-|22b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#156 healthMonitor:-|19o!#10|22- heartbeat:o!#157|22- historyLimit:n markdown:o!#158 mediaLocalRoots:-|7a#0 mediaMaxMb:n name:s network:-|25o!#159 password:s|14os!#160 replyContextApiFallback:-|33b responsePrefix:-|3s|22- sendReadReceipts:b sendTimeoutMs:-|29n serverUrl:s textChunkLimit:n webhookPath:s
*:o!#161
accounts:o#162 actions:o!#151 allowFrom:a#99 allowPrivateNetwork:-|21b|25- blockStreaming:b blockStreamingCoalesce:o!#7|22- capabilities:a#0|22- catchup:-|29o!#152 chunkMode:s=length,newline coalesceSameSenderDms:-|30b configWrites:b|21-|22b|26- defaultAccount:-|13s dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154|22- enabled:b enrichGroupParticipantsFromContacts:-|22b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#156 healthMonitor:-|19o!#10|22- heartbeat:o!#157|22- historyLimit:n markdown:o!#158 mediaLocalRoots:-|7a#0 mediaMaxMb:n name:s network:-|25o!#159 password:s|14os!#160 replyContextApiFallback:-|33b responsePrefix:-|3s|22- sendReadReceipts:b sendTimeoutMs:-|29n serverUrl:s textChunkLimit:n webhookPath:s
id:s provider:s source:s=env,store,file,exec
enabled:b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist requireMention:b
*:o!#165
tables:s=off,bullets,code,block
authTag:os!#164 configWrites:b defaultTo:s enabled:b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#166 historyLimit:n markdown:o!#167 name:s privateKey:os!#164 relayUrl:s replyToMode:s=off,all responsePrefix:s
*:o!#168
accounts:o#169 authTag:os!#164 configWrites:b defaultAccount:s defaultTo:s enabled:b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#166 historyLimit:n markdown:o!#167 name:s privateKey:os!#164 relayUrl:s replyToMode:s=off,all responsePrefix:s
cooldownSeconds:n enabled:b maxEventsPerWindow:n windowSeconds:n
controlUrlBase:s enabled:b section:s workspace:s
allowBots:bs=mentions botLoopProtection:o!#171 mentionPatterns:a#0 requireMention:b
*:o!#173
id:s provider:s source:s=env,file,exec|46s=env,store,file,exec
agentActivity:-|44b agentId:s allowBots:-|46bs=mentions allowFrom:a#0 apiBaseUrl:-|46s baseUrl:s botLoopProtection:-|46o!#171 botUserId:s commandMenu:-|46b configWrites:-|46b defaultTo:s discussions:-|46o!#172 enabled:b groups:-|46o#174 mediaMaxMb:-|46n mentionPatterns:-|46a#0 model:s name:s nativeProgress:-|46b reconnectMs:n replyMode:s=agent,model requireMention:-|46b responsePrefix:-|46s senderIsOwner:b|37- systemPrompt:s timeoutSeconds:n|46- token:os!#175 tokenFile:-|46s toolsAllow:a#0 workspace:s
*:o!#176
accounts:o#177 agentActivity:-|44b agentId:s allowBots:-|46bs=mentions allowFrom:a#0 apiBaseUrl:-|46s baseUrl:s botLoopProtection:-|46o!#171 botUserId:s commandMenu:-|46b configWrites:-|46b defaultAccount:s defaultTo:s discussions:-|46o!#172 enabled:b groups:-|46o#174 historyLimit:-|46n mediaMaxMb:-|46n mentionPatterns:-|46a#0 model:s name:s nativeProgress:-|46b reconnectMs:n replyMode:s=agent,model requireMention:-|46b responsePrefix:-|46s senderIsOwner:b|37- systemPrompt:s timeoutSeconds:n|46- token:os!#175 tokenFile:-|46s toolsAllow:a#0 workspace:s
quotedBot:b replyToBot:b threadParticipation:b
botLoopProtection:-|36o!#171 contextVisibility:-|25s=all,allowlist,allowlist_quote groupPolicy:s=open,disabled,allowlist heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 implicitMentions:-|46o!#179
channelInfo:b channels:b emojiUploads:b events:b memberInfo:b messages:b moderation:b permissions:b pins:b polls:b presence:-|3b reactions:b roleInfo:b roles:b search:b stickerUploads:b stickers:b threads:b voiceStatus:b
applicationId:s clientSecret:s
enabled:b ttlMs:-|37n
[]:s|24ns|26s
degradedText:s|46- enabled:b exhaustedText:s|46- healthyText:s|46- intervalMs:n minUpdateIntervalMs:n
native:bs=auto nativeSkills:bs=auto
[]:ns|7s|24ns|26s
allowFrom:a#187|46- enabled:b groupChannels:a#187 groupEnabled:b policy:s=pairing,allowlist,open,disabled|46-
listenerTimeout:n maxConcurrency:n maxQueueSize:n
agentFilter:a#0 approvers:a#187 cleanupAfterResolve:-|6b enabled:b|37bs=auto sessionFilter:a#0 target:-|7s=dm,channel,both
allow:b|25- autoArchiveDuration:-|17ns=60,1440,4320,10080,~60,~1440,~4320,~10080 autoThread:b autoThreadName:-|20s=message,generated enabled:b ignoreOtherMentions:-|15b includeThreadStarter:-|3b requireMention:b roles:-|7a#184 skills:a#0 systemPrompt:s tools:o!#113 toolsBySender:o#116 users:a#187
*:o!#191
burstLimit:n burstWindowSeconds:n channelId:s enabled:b reconnectSuppressSeconds:n users:a#0
channels:o#192 ignoreOtherMentions:-|15b presenceEvents:-|46o!#193 reactionNotifications:s=off,own,all,allowlist requireMention:b roles:-|7a#184 slug:s tools:o!#113 toolsBySender:o#116 users:a#187
*:o!#194
runTimeoutMs:n
guildMembers:b messageContent:-|46b presence:b voiceStates:-|32b
allowIn:a#0 denyIn:a#0 mode:s=allow,deny
enabled:b token:s|14os!#175
attempts:x jitter:x maxDelayMs:x minDelayMs:x
ephemeral:b
block:x chunkMode:x mode:x preview:x progress:-|34x
inheritParent:b
defaultSpawnContext:-|33s=isolated,fork enabled:b idleHours:-|13n maxAgeHours:-|13n spawnAcpSessions:-|12b|46- spawnSessions:-|33b spawnSubagentSessions:b|46- ttlHours:n|13-
accentColor:s
components:o!#205
agentSession:-|35x allowedChannels:-|35x autoJoin:x captureSilenceGraceMs:-|34x connectTimeoutMs:-|33x daveEncryption:-|11x decryptionFailureTolerance:-|11x enabled:x followUsers:-|37x followUsersEnabled:-|37x mode:-|35x model:-|31x realtime:-|35x reconnectGraceMs:-|33x tts:x
ackReaction:-|7s ackReactionScope:-|13s=group-mentions,group-all,direct,all,off,none actions:o!#181 activities:-|46o!#182 activity:-|7s activityType:-|7n=~0,~1,~2,~3,~4,~5 activityUrl:-|7s agentComponents:-|15o!#183 allowBots:b|15bs=mentions allowFrom:-|7a#184 applicationId:-|32s autoPresence:-|15o!#185 blockStreaming:b|26- blockStreamingCoalesce:o!#7|26- botLoopProtection:-|36o!#171 capabilities:a#0 chunkMode:s=length,newline|26- commands:o!#186 configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultTo:-|9s dm:o!#188 dmHistoryLimit:n dmPolicy:-|7s=pairing,allowlist,open,disabled dms:o#154 draftChunk:-|9o!#6|26- enabled:b eventQueue:-|13o!#189|46- execApprovals:o!#190 gatewayInfoTimeoutMs:-|32n|46- gatewayReadyTimeoutMs:-|33n|46- gatewayRuntimeReadyTimeoutMs:-|33n|46- groupPolicy:s=open,disabled,allowlist guilds:o#195 healthMonitor:-|19o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n inboundWorker:-|15o!#196 intents:o!#197 joinIntro:-|46b markdown:o!#158 maxLinesPerMessage:n mediaMaxMb:n mentionAliases:-|33o#50 mentionPatterns:-|39o!#198 name:s pluralkit:-|2o!#199 proxy:-|7s replyToMode:s=off,first,all|25s=off,first,all,batched responsePrefix:-|3s retry:o!#200|46- slashCommand:-|9o!#201 status:-|7s=online,dnd,idle,invisible streamMode:-|9s=partial,block,off|25- streaming:-|9bs=off,partial,block,progress|25s=off,partial,block,progress|26o!#202 suppressEmbeds:-|36b textChunkLimit:n thread:-|30o!#203 threadBindings:-|9o!#204 token:s|14os!#175 ui:-|7o!#206|46- voice:-|9o!#207
*:o!#208
accounts:o#209 ackReaction:-|7s ackReactionScope:-|13s=group-mentions,group-all,direct,all,off,none actions:o!#181 activities:-|46o!#182 activity:-|7s activityType:-|7n=~0,~1,~2,~3,~4,~5 activityUrl:-|7s agentComponents:-|15o!#183 allowBots:b|15bs=mentions allowFrom:-|7a#184 applicationId:-|32s autoPresence:-|15o!#185 blockStreaming:b|26- blockStreamingCoalesce:o!#7|26- botLoopProtection:-|36o!#171 capabilities:a#0 chunkMode:s=length,newline|26- commands:o!#186 configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultAccount:-|13s defaultTo:-|9s dm:o!#188 dmHistoryLimit:n dmPolicy:-|7s=pairing,allowlist,open,disabled dms:o#154 draftChunk:-|9o!#6|26- enabled:b eventQueue:-|13o!#189|46- execApprovals:o!#190 gatewayInfoTimeoutMs:-|32n|46- gatewayReadyTimeoutMs:-|33n|46- gatewayRuntimeReadyTimeoutMs:-|33n|46- groupPolicy:s=open,disabled,allowlist guilds:o#195 healthMonitor:-|19o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n inboundWorker:-|15o!#196 intents:o!#197 joinIntro:-|46b markdown:o!#158 maxLinesPerMessage:n mediaMaxMb:n mentionAliases:-|33o#50 mentionPatterns:-|39o!#198 name:s pluralkit:-|2o!#199 proxy:-|7s replyToMode:s=off,first,all|25s=off,first,all,batched responsePrefix:-|3s retry:o!#200|46- slashCommand:-|9o!#201 status:-|7s=online,dnd,idle,invisible streamMode:-|9s=partial,block,off|25- streaming:-|9bs=off,partial,block,progress|25s=off,partial,block,progress|26o!#202 suppressEmbeds:-|36b textChunkLimit:n thread:-|30o!#203 threadBindings:-|9o!#204 token:s|14os!#175 ui:-|7o!#206|46- voice:-|9o!#207
reactions:b sticker:-|46b
enabled:x maxDelayMs:x minDelayMs:x
enabled:b systemPrompt:s
*:o!#213
allow:a#0 alsoAllow:a#0|4- deny:a#0
allowFrom:a#99 enabled:b groupSessionScope:-|13s=group,group_sender,group_topic,group_topic_sender replyInThread:-|13s=disabled,enabled requireMention:b skills:a#0 systemPrompt:s tools:o!#215 toolsBySender:o#116|4- topicSessionMode:-|6s=disabled,enabled
*:o!#216
intervalMs:n visibility:s=visible,hidden
mode:-|4s=native,escape,strip tableMode:-|4s=native,ascii,simple tables:s=off,bullets,code|4-
block:x chunkMode:x mode:x
base:-|39b|46- bitable:-|39b chat:-|13b doc:b drive:b perm:b scopes:b wiki:b
actions:-|19o!#211 allowBots:-|46b allowFrom:a#99 appId:s appSecret:s|14os#175|22os!#175 appSecretFile:s|4- blockStreaming:b|4-|34b|46- blockStreamingCoalesce:-|4o!#212|46- botName:s|4- capabilities:-|4a#0 chunkMode:s=length,newline|46- configWrites:-|4b connectionMode:-|4s=websocket,webhook contextVisibility:-|46s=all,allowlist,allowlist_quote dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled|4s=open,pairing,allowlist|46s=pairing,allowlist,open,disabled dms:-|4o#214 domain:s enabled:b encryptKey:-|4s|18os#175|22os!#175 groupAllowFrom:a#99 groupPolicy:s=open,allowlist,disabled|15s=open,allowlist,disabled,allowall|21sx=open,allowlist,disabled,allowall|22sx=open,allowlist,disabled|46s=open,disabled,allowlist,allowall groupSenderAllowFrom:-|13a#99 groupSessionScope:-|13s=group,group_sender,group_topic,group_topic_sender groups:o#217 heartbeat:-|4o!#218|46- heartbeatVisibility:-|46o!#218 historyLimit:n httpTimeoutMs:-|15n markdown:o!#219 mediaMaxMb:n name:s reactionNotifications:-|13s=off,own,all renderMode:-|4s=auto,raw,card replyInThread:-|13s=disabled,enabled replyToMode:-|46s=off,first,all,batched requireMention:-|4b resolveSenderNames:-|13b responsePrefix:s|4-|46s streaming:b|4-|7b|46o!#220 textChunkLimit:n tools:-|4o!#221 topicSessionMode:-|13s=disabled,enabled tts:-|31o!#118 typingIndicator:-|13b vcAutoJoin:-|46b verificationToken:-|4s|14os#175|22os!#175 webhookHost:-|8s webhookPath:-|4s webhookPort:-|4n
*:o!#222
agentDirTemplate:s enabled:b maxAgents:n workspaceTemplate:s
*:o#1
accounts:o#223 actions:-|19o!#211 allowBots:-|46b allowFrom:a#99 appId:s appSecret:s|14os#175|22os!#175 appSecretFile:s|4- blockStreaming:b|4-|34b|46- blockStreamingCoalesce:-|4o!#212|46- botName:s|4- capabilities:-|4a#0 chunkMode:s=length,newline|46- configWrites:-|4b connectionMode:-|4s=websocket,webhook contextVisibility:-|46s=all,allowlist,allowlist_quote defaultAccount:-|13s dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled|4s=open,pairing,allowlist|46s=pairing,allowlist,open,disabled dms:-|4o#214 domain:s dynamicAgentCreation:-|6o!#224 enabled:b encryptKey:-|4s|18os#175|22os!#175 groupAllowFrom:a#99 groupPolicy:s=open,allowlist,disabled|15s=open,allowlist,disabled,allowall|21sx=open,allowlist,disabled,allowall|22sx=open,allowlist,disabled|46s=open,disabled,allowlist,allowall groupSenderAllowFrom:-|13a#99 groupSessionScope:-|13s=group,group_sender,group_topic,group_topic_sender groups:o#217 heartbeat:-|4o!#218|46- heartbeatVisibility:-|46o!#218 historyLimit:n httpTimeoutMs:-|15n markdown:o!#219 mediaMaxMb:n name:s|4- reactionNotifications:-|13s=off,own,all renderMode:-|4s=auto,raw,card replyInThread:-|13s=disabled,enabled replyToMode:-|46s=off,first,all,batched requireMention:-|4b resolveSenderNames:-|13b responsePrefix:s|4-|46s stickerSets:-|46o#225 streaming:b|4-|7b|46o!#220 textChunkLimit:n tools:-|4o!#221 topicSessionMode:-|6s=disabled,enabled tts:-|31o!#118 typingIndicator:-|13b vcAutoJoin:-|46b verificationToken:-|4s|14os#175|22os!#175 webhookHost:-|8s webhookPath:-|4s webhookPort:-|4n
reactions:b
allowFrom:a#99|46- enabled:b policy:s=pairing,allowlist,open,disabled|46-
allow:b|25- botLoopProtection:-|36o!#171 enabled:b requireMention:b systemPrompt:s users:a#99
*:o!#229
*:x id:-|12s provider:-|12s source:-|12s=env,file,exec|46s=env,file,exec,store
block:x chunkMode:x
actions:o!#227|46- allowBots:b allowFrom:-|46a#99 appPrincipal:-|19s audience:s audienceType:s=app-url,project-number blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- botLoopProtection:-|36o!#171 botUser:s capabilities:a#0 chunkMode:s=length,newline|46- configWrites:b contextVisibility:-|46s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultTo:-|9s dm:o!#228 dmHistoryLimit:n dmPolicy:-|46s=pairing,allowlist,open,disabled dms:o#154 enabled:b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#230 healthMonitor:-|19o!#10 heartbeatVisibility:-|46o!#157 historyLimit:n markdown:-|46o!#167 mediaMaxMb:n name:s replyToMode:s=off,first,all|25s=off,first,all,batched requireMention:b responsePrefix:-|3s serviceAccount:os#231|12os!#231 serviceAccountFile:s serviceAccountRef:-|12o!#160|46- streamMode:-|7s=replace,status_final,append|25- streaming:-|46o!#232 textChunkLimit:n typingIndicator:s=none,message,reaction webhookPath:s webhookUrl:s
*:o!#233
accounts:o#234 actions:o!#227|46- allowBots:b allowFrom:-|46a#99 appPrincipal:-|19s audience:s audienceType:s=app-url,project-number blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- botLoopProtection:-|36o!#171 botUser:s capabilities:a#0 chunkMode:s=length,newline|46- configWrites:b contextVisibility:-|46s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultAccount:s defaultTo:-|9s dm:o!#228 dmHistoryLimit:n dmPolicy:-|46s=pairing,allowlist,open,disabled dms:o#154 enabled:b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#230 healthMonitor:-|19o!#10 heartbeatVisibility:-|46o!#157 historyLimit:n markdown:-|46o!#167 mediaMaxMb:n name:s replyToMode:s=off,first,all|25s=off,first,all,batched requireMention:b responsePrefix:-|3s serviceAccount:os#231|12os!#231 serviceAccountFile:s serviceAccountRef:-|12o!#160|46- streamMode:-|7s=replace,status_final,append|25- streaming:-|46o!#232 textChunkLimit:n typingIndicator:s=none,message,reaction webhookPath:s webhookUrl:s
addParticipant:b edit:b leaveGroup:b polls:-|44b reactions:b removeParticipant:b renameGroup:b reply:b sendAttachment:b sendWithEffect:b setGroupIcon:b unsend:b
requireMention:b systemPrompt:-|35s tools:o!#113 toolsBySender:o#116
*:o!#237
actions:-|35o!#236 allowFrom:a#99 attachmentRoots:-|8a#0 blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 catchup:-|35o!#152 chunkMode:s=length,newline|46- cliPath:s coalesceSameSenderDms:-|35b|46- configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dbPath:s defaultTo:-|9s dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154 enabled:b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#238 healthMonitor:-|19o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n includeAttachments:b markdown:o!#158 mediaMaxMb:n name:s probeTimeoutMs:-|35n reactionNotifications:-|35s=off,own,all region:s remoteAttachmentRoots:-|8a#0 remoteHost:s responsePrefix:-|3s sendReadReceipts:-|35b sendTransport:-|41s=auto,bridge,applescript service:s=imessage,sms,auto streaming:-|41o!#232 textChunkLimit:n
*:o!#239
accounts:o#240 actions:-|35o!#236 allowFrom:a#99 attachmentRoots:-|8a#0 blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 catchup:-|35o!#152 chunkMode:s=length,newline|46- cliPath:s coalesceSameSenderDms:-|35b|46- configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dbPath:s defaultAccount:-|13s defaultTo:-|9s dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154 enabled:b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#238 healthMonitor:-|19o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n includeAttachments:b markdown:o!#158 mediaMaxMb:n name:s probeTimeoutMs:-|35n reactionNotifications:-|35s=off,own,all region:s remoteAttachmentRoots:-|8a#0 remoteHost:s responsePrefix:-|3s sendReadReceipts:-|35b sendTransport:-|41s=auto,bridge,applescript service:s=imessage,sms,auto streaming:-|41o!#232 textChunkLimit:n
allowFrom:a#99 enabled:b requireMention:b skills:a#0 systemPrompt:s tools:o!#113 toolsBySender:o#116
*:o!#242
enabled:b password:s|14os!#160|22s passwordFile:s register:b registerEmail:s service:s
allowFrom:a#99 blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0|22- channels:a#0 chunkMode:s=length,newline|46- configWrites:b|21-|22b|25-|46b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|25b defaultTo:-|9s|22- dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154 enabled:b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#243 healthMonitor:-|19o!#10|22-|50o!#10 heartbeat:o!#157|22- historyLimit:n host:s markdown:o!#158 mediaMaxMb:n mentionPatterns:a#0|46- name:s nick:s nickserv:o!#244 password:s|14os!#160|22s passwordFile:s port:n realname:s replyToMode:-|46s=off,first,all,batched responsePrefix:s streaming:-|46o!#232 textChunkLimit:n tls:b username:s
*:o!#245
accounts:o#246 allowFrom:a#99 blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0|22- channels:a#0 chunkMode:s=length,newline|46- configWrites:b|21-|22b|25-|46b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|25b defaultAccount:-|13s defaultTo:-|9s|22- dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154 enabled:b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#243 healthMonitor:-|19o!#10|22-|50o!#10 heartbeat:o!#157|22- historyLimit:n host:s markdown:o!#158 mediaMaxMb:n mentionPatterns:a#0|46- name:s nick:s nickserv:o!#244 password:s|14os!#160|22s passwordFile:s port:n realname:s replyToMode:-|46s=off,first,all,batched responsePrefix:s streaming:-|46o!#232 textChunkLimit:n tls:b username:s
allowFrom:a#99 enabled:b requireMention:b skills:a#0 systemPrompt:s
*:o!#248
defaultSpawnContext:-|33s=isolated,fork enabled:b idleHours:n maxAgeHours:n spawnAcpSessions:b|46- spawnSessions:-|33b spawnSubagentSessions:b|46-
allowFrom:a#99 channelAccessToken:s channelSecret:s configWrites:-|46b dmPolicy:s=open,allowlist,pairing,disabled|46s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:a#99 groupPolicy:s=open,allowlist,disabled|46s=open,disabled,allowlist groups:o#249 historyLimit:-|46n joinIntro:-|46b mediaMaxMb:n name:s replyToMode:-|52s=off,first,all responsePrefix:s secretFile:s streaming:-|52o!#232 threadBindings:-|22o!#250 tokenFile:s webhookPath:s
*:o!#251
accounts:o#252 allowFrom:a#99 channelAccessToken:s channelSecret:s configWrites:-|46b defaultAccount:s dmPolicy:s=open,allowlist,pairing,disabled|46s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:a#99 groupPolicy:s=open,allowlist,disabled|46s=open,disabled,allowlist groups:o#249 historyLimit:-|46n joinIntro:-|46b mediaMaxMb:n name:s replyToMode:-|52s=off,first,all responsePrefix:s secretFile:s streaming:-|52o!#232 threadBindings:-|22o!#250 tokenFile:s webhookPath:s
accessToken:-|52os!#164 joinIntro:-|46b password:-|52os!#164
*:x#254|46o#254
channelInfo:b memberInfo:b messages:b pins:b profile:-|20b reactions:b verification:-|20b
allowFrom:a#99 enabled:b policy:s=pairing,allowlist,open,disabled sessionScope:-|25s=per-user,per-room threadReplies:-|22s=off,inbound,always
agentFilter:a#0 approvers:a#99 enabled:b|46bs=auto sessionFilter:a#0 target:s=dm,channel,both
account:-|24s allow:b|25- allowBots:-|20bs=mentions autoReply:b botLoopProtection:-|36o!#171 enabled:b requireMention:b skills:a#0 systemPrompt:s tools:o!#113 users:a#99
*:o#259|22o!#259
block:-|46x chunkMode:-|46x mode:x preview:x progress:-|34x
accessToken:s|21os#175|22os!#175 accounts:-|13o#255 ackReaction:-|20s ackReactionScope:-|20s=group-mentions,group-all,direct,all,none,off actions:o#256|22o!#256 allowBots:-|20bs=mentions allowPrivateNetwork:-|20b|25- allowlistOnly:b autoJoin:s=always,allowlist,off autoJoinAllowlist:a#99 avatarUrl:-|20s blockStreaming:-|24b|46- botLoopProtection:-|36o!#171 chunkMode:s=length,newline|46- configWrites:-|46b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|35b defaultAccount:-|13s deviceId:-|20s deviceName:s dm:o#257|22o!#257 enabled:b encryption:b execApprovals:-|25o!#258 groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#260 historyLimit:-|22n homeserver:s initialSyncLimit:n joinIntro:-|46b markdown:o!#158 mediaMaxMb:n mentionPatterns:-|39o!#198 name:s network:-|25o!#159 password:s|14os#175|22os!#175 proxy:-|22s reactionNotifications:-|20s=off,own replyToMode:s=off,first,all|25s=off,first,all,batched responsePrefix:-|3s rooms:o#260 startupVerification:-|20s=off,if-unverified startupVerificationCooldownHours:-|20n streaming:-|22bs=partial,off|25bs=partial,quiet,off|32bos!#261=partial,quiet,off|34bos!#261=partial,quiet,progress,off|46o!#261 textChunkLimit:n threadBindings:-|20o#250|22o!#250 threadReplies:s=off,inbound,always userId:s
messages:-|46b reactions:b
callbackPath:s callbackUrl:s native:bs=auto nativeSkills:bs=auto
initialDelayMs:n maxDelayMs:n maxRetries:n timeoutMs:n
requireMention:b
*:o!#266
allowedSourceIps:a#0 callbackBaseUrl:s
channel:s=off,first,all,batched direct:s=off,first,all,batched group:s=off,first,all,batched
block:x chunkMode:x mode:x preview:x progress:x
actions:-|7o#263|22o!#263 allowFrom:a#99 allowPrivateNetwork:-|21b|25- baseUrl:s blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- botToken:s|14os#175|22os!#175 capabilities:a#0 chatmode:s=oncall,onmessage,onchar chunkMode:s=length,newline|46- commands:-|15o!#264 configWrites:b contextVisibility:-|46s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b dmChannelRetry:-|19o!#265 dmPolicy:s=open,allowlist,pairing,disabled|3s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:a#99 groupPolicy:s=open,allowlist,disabled|3s=open,disabled,allowlist groups:-|25o#267 historyLimit:-|46n implicitMentions:-|46o!#179 interactions:-|15o#268|22o!#268 markdown:o!#158 mediaMaxMb:-|46n name:s network:-|25o!#159 oncharPrefixes:a#0 replyToMode:-|18s=off,first,all|25s=off,first,all,batched replyToModeByChatType:-|46o!#269 requireMention:b responsePrefix:-|3s streaming:-|34bos!#270=off,partial,block,progress|46o!#270 textChunkLimit:n
*:o!#271
accounts:o#272 actions:-|7o#263|22o!#263 allowFrom:a#99 allowPrivateNetwork:-|21b|25- baseUrl:s blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- botToken:s|14os#175|22os!#175 capabilities:a#0 chatmode:s=oncall,onmessage,onchar chunkMode:s=length,newline|46- commands:-|15o!#264 configWrites:b contextVisibility:-|46s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultAccount:-|13s dmChannelRetry:-|19o!#265 dmPolicy:s=open,allowlist,pairing,disabled|3s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:a#99 groupPolicy:s=open,allowlist,disabled|3s=open,disabled,allowlist groups:-|25o#267 historyLimit:-|46n implicitMentions:-|46o!#179 interactions:-|15o#268|22o!#268 markdown:o!#158 mediaMaxMb:-|46n name:s network:-|25o!#159 oncharPrefixes:a#0 replyToMode:-|18s=off,first,all|25s=off,first,all,batched replyToModeByChatType:-|46o!#269 requireMention:b responsePrefix:-|3s streaming:-|34bos!#270=off,partial,block,progress|46o!#270 textChunkLimit:n
*:o#50
enabled:b scopes:a#0
connectionName:s enabled:b
replyStyle:s=thread,top-level requireMention:b tools:o!#113 toolsBySender:o#116
*:o!#277
channels:o#278 replyStyle:s=thread,top-level requireMention:b tools:o!#113 toolsBySender:o#116
*:o!#279
path:s port:n
allowFrom:a#0 appId:s appPassword:s|14os!#175 authType:-|27s=secret,federated blockStreaming:-|21b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 certificatePath:-|27s certificateThumbprint:-|27s chunkMode:s=length,newline|46- cloud:-|38s=Public,USGov,USGovDoD,China configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultTo:-|9s delegatedAuth:-|27o!#275 dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154 enabled:b feedbackEnabled:-|21b feedbackReflection:-|21b feedbackReflectionCooldownMs:-|21n graphMediaFallback:-|46b groupAllowFrom:a#0 groupPolicy:s=open,disabled,allowlist groupWelcomeCard:-|21b healthMonitor:-|20o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n managedIdentityClientId:-|27s markdown:o!#158 mediaAllowHosts:a#0 mediaAuthAllowHosts:-|2a#0 mediaMaxMb:n promptStarters:-|21a#0 replyStyle:s=thread,top-level requireMention:b responsePrefix:-|3s serviceUrl:-|38s sharePointSiteId:s sso:-|26o!#276 streaming:-|34o!#270 teams:o#280 tenantId:s textChunkLimit:n typingIndicator:-|25b useManagedIdentity:-|27b webhook:o!#281 welcomeCard:-|21b
allowFrom:a#0 enabled:b requireMention:b skills:a#0 systemPrompt:s tools:o!#113
*:o!#283
allowFrom:a#0 allowPrivateNetwork:-|21b|26- apiPassword:s|14os#175|22os!#175 apiPasswordFile:s apiUser:s baseUrl:s blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- botSecret:s|14os#175|22os!#175 botSecretFile:s chunkMode:s=length,newline|46- configWrites:-|46b contextVisibility:-|26s=all,allowlist,allowlist_quote dmHistoryLimit:n dmPolicy:s=open,allowlist,pairing,disabled|3s=pairing,allowlist,open,disabled dms:o#154 enabled:b groupAllowFrom:a#0 groupPolicy:s=open,allowlist,disabled|3s=open,disabled,allowlist historyLimit:n markdown:o!#158 mediaMaxMb:n name:s network:-|26o!#159 replyToMode:-|46s=off,first,all,batched responsePrefix:-|3s rooms:o#284 streaming:-|46o!#232 textChunkLimit:n webhookHost:s webhookPath:s webhookPort:n webhookPublicUrl:s
*:o!#285
accounts:o#286|25-|26o#286 allowFrom:a#0|25-|26a#0 allowPrivateNetwork:-|21b|25- apiPassword:s|14os#175|22os!#175|25-|26os!#175 apiPasswordFile:s|25-|26s apiUser:s|25-|26s baseUrl:s|25-|26s blockStreaming:b|25-|26b|46- blockStreamingCoalesce:o!#7|25-|26o!#7|46- botSecret:s|14os#175|22os!#175|25-|26os!#175 botSecretFile:s|25-|26s chunkMode:s=length,newline|25-|26s=length,newline|46- configWrites:-|46b contextVisibility:-|26s=all,allowlist,allowlist_quote defaultAccount:-|13s|25-|26s dmHistoryLimit:n|25-|26n dmPolicy:s=open,allowlist,pairing,disabled|3s=pairing,allowlist,open,disabled|25-|26s=pairing,allowlist,open,disabled dms:o#154|25-|26o#154 enabled:b|25-|26b groupAllowFrom:a#0|25-|26a#0 groupPolicy:s=open,allowlist,disabled|3s=open,disabled,allowlist|25-|26s=open,disabled,allowlist historyLimit:n|25-|26n markdown:o!#158|25-|26o!#158 mediaMaxMb:n|25-|26n name:s|25-|26s network:-|26o!#159 replyToMode:-|46s=off,first,all,batched responsePrefix:-|3s|25-|26s rooms:o#284|25-|26o#284 streaming:-|46o!#232 textChunkLimit:n|25-|26n webhookHost:s|25-|26s webhookPath:s|25-|26s webhookPort:n|25-|26n webhookPublicUrl:s|25-|26s
about:s banner:s displayName:s lud16:s name:s nip05:s picture:s website:s
allowFrom:a#99|25-|26a#99 configWrites:-|46b defaultAccount:-|13s|25-|26s dmPolicy:s=pairing,allowlist,open,disabled|25-|26s=pairing,allowlist,open,disabled enabled:b|25-|26b markdown:o!#158|25-|26o!#158 name:s|25-|26s privateKey:s|22os!#175|25-|26os!#175 profile:o#288|22o!#288|25-|26o!#288 relays:a#0|25-|26a#0
messages:b reactions:b search:b threads:b
requireMention:b tools:o!#113 toolsBySender:o#116
*:o!#291
actions:o!#290 allowFrom:a#99 baseUrl:s botDisplayName:s botUserId:s configWrites:-|46b defaultTo:s enabled:b groupAllowFrom:-|33a#99 groupPolicy:-|33s=open,allowlist,disabled groups:-|33o#292 mediaMaxMb:-|46n name:s pollTimeoutMs:n responsePrefix:-|46s
*:o!#293
accounts:o#294 actions:o!#290 allowFrom:a#99 baseUrl:s botDisplayName:s botUserId:s configWrites:-|46b defaultAccount:s defaultTo:s enabled:b groupAllowFrom:-|33a#99 groupPolicy:-|33s=open,allowlist,disabled groups:-|33o#292 historyLimit:-|46n mediaMaxMb:-|46n name:s pollTimeoutMs:n responsePrefix:-|46s
sttDirectFormats:a#0 transcodeEnabled:b uploadDirectFormats:a#0
agentFilter:a#0 approvers:a#0 enabled:bs=auto sessionFilter:a#0 target:s=dm,channel,both
commandLevel:-|42s=all,safety,strict historyLimit:n ignoreOtherMentions:b name:s prompt:s requireMention:b tools:o!#113 toolsBySender:o#116
*:o!#298
c2cStreamApi:-|31x mode:x
allowFrom:a#99 appId:s audioFormatPolicy:o!#296 clientSecret:os!#160 clientSecretFile:s dmPolicy:-|30s=open,allowlist,disabled enabled:b execApprovals:-|30o!#297 groupAllowFrom:-|30a#99 groupPolicy:-|30s=open,allowlist,disabled groups:-|40o#299 markdownSupport:b name:s streaming:-|26bo#300 systemPrompt:s upgradeMode:s=doc,hot-reload upgradeUrl:s urlDirectUpload:b voiceDirectUploadFormats:a#0
*:o!#301|26o#301
apiKey:s baseUrl:s enabled:b model:s provider:s
apiKey:x authStyle:x baseUrl:x enabled:x model:x provider:x queryParams:x speed:x voice:x
accounts:o#302 allowFrom:a#99 appId:s audioFormatPolicy:o!#296 clientSecret:os!#160 clientSecretFile:s defaultAccount:s dmPolicy:-|30s=open,allowlist,disabled enabled:b execApprovals:-|30o!#297 groupAllowFrom:-|30a#99 groupPolicy:-|30s=open,allowlist,disabled groups:-|40o#299 markdownSupport:b name:s streaming:-|26bo#300 stt:o!#303 systemPrompt:s tts:o!#304|30- upgradeMode:s=doc,hot-reload upgradeUrl:s urlDirectUpload:b voiceDirectUploadFormats:a#0
configWrites:-|46b enabled:b name:s profile:s
*:o!#306
accounts:o#307 configWrites:-|46b defaultAccount:s enabled:b name:s profile:s
inbound:s outbound:s
apiKeyEnv:s authMode:-|52s=oauth,api-key authProfileId:-|52s pinnedModel:s policyVersion:s provider:s=anthropic,openai|52s=openai,anthropic rules:o!#309 timeoutMs:n
configWrites:b email:s enabled:b friends:x guard:o!#310 handle:s relayUrl:s requestPolicy:s=code-only,friends-of-friends,open stateDir:s
ingest:-|25b requireMention:b tools:o!#113 toolsBySender:o#116
*:o!#312
direct:s=off,first,all,batched group:s=off,first,all,batched
cliPath:s configPath:s httpHost:s httpPort:n ignoreStories:b kind:s=managed-native,external-native,container receiveMode:s=on-start,manual socketPath:-|52s startupTimeoutMs:n url:s
account:s accountUuid:-|17s actions:o!#227 aliases:-|44o#50 allowFrom:a#99 autoStart:b|46- blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 chunkMode:s=length,newline|46- cliPath:s|46- configPath:-|38s|46- configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote defaultTo:-|9s dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154 enabled:b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:-|18o#313 healthMonitor:-|19o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n httpHost:s|46- httpPort:n|46- httpUrl:s|46- ignoreAttachments:b ignoreStories:b|46- markdown:o!#158 mediaMaxMb:n name:s reactionAllowlist:a#99 reactionLevel:s=off,ack,minimal,extensive reactionNotifications:s=off,own,all,allowlist receiveMode:s=on-start,manual|46- replyToMode:-|44s=off,first,all,batched replyToModeByChatType:-|44o!#314 responsePrefix:-|3s sendReadReceipts:b startupTimeoutMs:n|46- streaming:-|46o!#232 textChunkLimit:n transport:-|46o!#315
*:o!#316
account:s accountUuid:-|17s accounts:o#317 actions:o!#227 aliases:-|44o#50 allowFrom:a#99 apiMode:-|35s=auto,native,container|46- autoStart:b|46- blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 chunkMode:s=length,newline|46- cliPath:s|46- configPath:-|38s|46- configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote defaultAccount:-|13s defaultTo:-|9s dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154 enabled:b groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:-|18o#313 healthMonitor:-|19o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n httpHost:s|46- httpPort:n|46- httpUrl:s|46- ignoreAttachments:b ignoreStories:b|46- markdown:o!#158 mediaMaxMb:n name:s reactionAllowlist:a#99 reactionLevel:s=off,ack,minimal,extensive reactionNotifications:s=off,own,all,allowlist receiveMode:s=on-start,manual|46- replyToMode:-|44s=off,first,all,batched replyToModeByChatType:-|44o!#314 responsePrefix:-|3s sendReadReceipts:b startupTimeoutMs:n|46- streaming:-|46o!#232 textChunkLimit:n transport:-|46o!#315
channelInfo:b emojiList:b memberInfo:b messages:b permissions:b pins:b reactions:b search:b
[]:s interactiveReplies:-|18b|46-
mode:s=off,auto,on prompt:s
allow:b|25- allowBots:b|35bs=mentions botLoopProtection:-|36o!#171 enabled:b ignoreOtherMentions:-|44b presenceEvents:-|46o!#321 replyToMode:-|44s=off,first,all,batched requireMention:b skills:a#0 systemPrompt:s tools:o!#113 toolsBySender:o#116 users:a#99
*:o!#322
allowFrom:a#99|46- enabled:b groupChannels:a#99 groupEnabled:b policy:s=pairing,allowlist,open,disabled|46- replyToMode:s=off,first,all|25s=off,first,all,batched|46-
agentFilter:a#0 approvers:a#99 enabled:b|37bs=auto sessionFilter:a#0 target:s=dm,channel,both
authToken:os!#175 gatewayId:s url:s
channel:s=off,first,all|25s=off,first,all,batched direct:s=off,first,all|25s=off,first,all,batched group:s=off,first,all|25s=off,first,all,batched
enabled:b ephemeral:b name:s sessionPrefix:s
clientPingTimeout:n pingPongLoggingEnabled:b serverPingTimeout:n
block:x chunkMode:x mode:x nativeTransport:x preview:x progress:-|34x
historyScope:s=thread,channel inheritParent:b initialHistoryLimit:-|7n requireExplicitMention:-|26b|46-
ackReaction:-|7s actions:o!#319 allowBots:b|35bs=mentions allowFrom:-|7a#99 appToken:s|14os!#175 blockStreaming:b|26- blockStreamingCoalesce:o!#7|26- botLoopProtection:-|36o!#171 botToken:s|14os!#175 capabilities:a#320|18ao!#320|46a#320 channels:o#323 chunkMode:s=length,newline|26- commands:o!#186 configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultTo:-|9s dm:o!#324 dmHistoryLimit:n dmPolicy:-|7s=pairing,allowlist,open,disabled dms:o#154 enabled:b execApprovals:-|22o!#325 groupPolicy:s=open,disabled,allowlist healthMonitor:-|19o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n implicitMentions:-|46o!#179 joinIntro:-|46b markdown:o!#158 mediaMaxMb:n mentionPatterns:-|39o!#198 mode:s=socket,http|42s=socket,http,relay name:s nativeStreaming:-|9b|26- postAs:-|46s=bot,user presenceEvents:-|46o!#321 reactionAllowlist:a#99 reactionNotifications:s=off,own,all,allowlist relay:-|42o!#326 replyToMode:s=off,first,all|25s=off,first,all,batched replyToModeByChatType:o!#327 requireMention:b responsePrefix:-|3s signingSecret:s|14os!#175 slashCommand:o!#328 socketMode:-|32o!#329|46- streamMode:-|9s=replace,status_final,append|25- streaming:-|7b|9bs=off,partial,block,progress|25s=off,partial,block,progress|26o!#330 textChunkLimit:n thread:o!#331 typingReaction:-|15s unfurlLinks:-|35b unfurlMedia:-|35b userToken:s|14os!#175 userTokenReadOnly:b webhookPath:s
*:o!#332
accounts:o#333 ackReaction:-|7s actions:o!#319 allowBots:b|35bs=mentions allowFrom:-|7a#99 appToken:s|14os!#175 blockStreaming:b|26- blockStreamingCoalesce:o!#7|26- botLoopProtection:-|36o!#171 botToken:s|14os!#175 capabilities:a#320|18ao!#320|46a#320 channels:o#323 chunkMode:s=length,newline|26- commands:o!#186 configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote dangerouslyAllowNameMatching:-|10b defaultAccount:-|13s defaultTo:-|9s dm:o!#324 dmHistoryLimit:n dmPolicy:-|7s=pairing,allowlist,open,disabled dms:o#154 enabled:b execApprovals:-|22o!#325 groupPolicy:s=open,disabled,allowlist healthMonitor:-|19o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n implicitMentions:-|46o!#179 joinIntro:-|46b markdown:o!#158 mediaMaxMb:n mentionPatterns:-|39o!#198 mode:s=socket,http|42s=socket,http,relay name:s nativeStreaming:-|9b|26- postAs:-|46s=bot,user presenceEvents:-|46o!#321 reactionAllowlist:a#99 reactionNotifications:s=off,own,all,allowlist relay:-|42o!#326 replyToMode:s=off,first,all|25s=off,first,all,batched replyToModeByChatType:o!#327 requireMention:b responsePrefix:-|3s signingSecret:s|14os!#175 slashCommand:o!#328 socketMode:-|32o!#329|46- streamMode:-|9s=replace,status_final,append|25- streaming:-|7b|9bs=off,partial,block,progress|25s=off,partial,block,progress|26o!#330 textChunkLimit:n thread:o!#331 typingReaction:-|15s unfurlLinks:-|35b unfurlMedia:-|35b userToken:s|14os!#175 userTokenReadOnly:b webhookPath:s
accountSid:s allowFrom:a#99 authToken:os!#175 configWrites:-|46b dangerouslyDisableSignatureValidation:b defaultTo:s dmPolicy:s=pairing,allowlist,open,disabled enabled:b fromNumber:s mediaMaxMb:-|46n messagingServiceSid:s name:s publicWebhookUrl:s textChunkLimit:n webhookPath:s
*:o!#335
accountSid:s accounts:o#336 allowFrom:a#99 authToken:os!#175 configWrites:-|46b dangerouslyDisableSignatureValidation:b defaultAccount:s defaultTo:s dmPolicy:s=pairing,allowlist,open,disabled enabled:b fromNumber:s mediaMaxMb:-|46n messagingServiceSid:s name:s publicWebhookUrl:s textChunkLimit:n webhookPath:s
dangerouslyAllowInheritedWebhookPath:b dangerouslyAllowNameMatching:b webhookUrl:-|45s
createForumTopic:-|17b deleteMessage:b editForumTopic:-|19b editMessage:-|17b poll:-|15b reactions:b sendMessage:b sticker:b
enabled:b prompt:s
[]:s inlineButtons:s=off,dm,group,all,allowlist
command:s description:s
[]:o!#342
agentId:-|15s allowFrom:a#99 disableAudioPreflight:-|14b enabled:b errorCooldownMs:-|23n|46- errorPolicy:-|23s=always,once,silent groupPolicy:s=open,disabled,allowlist ingest:-|25b requireMention:b skills:a#0 systemPrompt:s
*:o!#344
allowFrom:a#99 autoTopicLabel:-|19bo!#340 dmPolicy:s=pairing,allowlist,open,disabled enabled:b errorCooldownMs:-|23n|46- errorPolicy:-|23s=always,once,silent requireTopic:b skills:a#0 systemPrompt:s threadReplies:-|33s=off,inbound,always|38- tools:o!#113 toolsBySender:o#116 topics:o#345
*:o!#346
threadReplies:s=off,inbound,always
agentId:-|15s allowFrom:a#99 disableAudioPreflight:-|14b enabled:b errorCooldownMs:-|23n|46- errorPolicy:-|23s=always,once,silent groupPolicy:-|4s=open,disabled,allowlist ingest:-|25b requireMention:b skills:a#0 systemPrompt:s
*:o!#349
allowFrom:a#99 disableAudioPreflight:-|14b enabled:b errorCooldownMs:-|23n|46- errorPolicy:-|23s=always,once,silent groupPolicy:-|4s=open,disabled,allowlist ingest:-|25b requireMention:b skills:a#0 systemPrompt:s tools:o!#113 toolsBySender:o#116 topics:o#350
*:o!#351
autoSelectFamily:x dangerouslyAllowPrivateNetwork:-|25x dnsResultOrder:-|9x
ackReaction:-|7s actions:o!#339 allowFrom:a#99 apiRoot:-|19s autoTopicLabel:-|19bo!#340 blockStreaming:b|26- blockStreamingCoalesce:o!#7|26- botToken:s|14os!#175 capabilities:ao!#341 chunkMode:s=length,newline|26- commands:o!#186 configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote customCommands:a#343 defaultTo:-|9ns direct:-|13o#347 dm:-|33o!#348|38- dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154 draftChunk:o!#6|26- enabled:b errorCooldownMs:-|23n|46- errorPolicy:-|23s=always,once,silent execApprovals:-|17o!#325 groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#352 healthMonitor:-|19o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n includeGroupHistoryContext:-|42s=none,mention-only,recent|44- joinIntro:-|46b linkPreview:b markdown:o!#158 mediaGroupFlushMs:-|34n|46- mediaMaxMb:n mentionPatterns:-|39o!#198 name:s network:o!#353 pollingStallThresholdMs:-|29n|46- proxy:s reactionLevel:s=off,ack,minimal,extensive reactionNotifications:s=off,own,all replyToMode:s=off,first,all|25s=off,first,all,batched responsePrefix:-|3s retry:o!#200|46- richMessages:-|42b silentErrorReplies:-|19b streamMode:s=off,partial,block|25- streaming:-|9bs=off,partial,block,progress|25s=off,partial,block,progress|26o!#202 textChunkLimit:n threadBindings:-|15o!#250 timeoutSeconds:n|46- tokenFile:s trustedLocalFileRoots:-|25a#0 webhookCertPath:-|15s webhookHost:-|7s webhookPath:s webhookPort:-|9n webhookSecret:s|14os!#175 webhookUrl:s
*:o!#354
accounts:o#355 ackReaction:-|7s actions:o!#339 allowFrom:a#99 apiRoot:-|19s autoTopicLabel:-|19bo!#340 blockStreaming:b|26- blockStreamingCoalesce:o!#7|26- botToken:s|14os!#175 capabilities:ao!#341 chunkMode:s=length,newline|26- commands:o!#186 configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote customCommands:a#343 defaultAccount:-|13s defaultTo:-|9ns direct:-|13o#347 dm:-|33o!#348|38- dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154 draftChunk:o!#6|26- enabled:b errorCooldownMs:-|23n|46- errorPolicy:-|23s=always,once,silent execApprovals:-|17o!#325 groupAllowFrom:a#99 groupPolicy:s=open,disabled,allowlist groups:o#352 healthMonitor:-|19o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n includeGroupHistoryContext:-|42s=none,mention-only,recent|44- joinIntro:-|46b linkPreview:b markdown:o!#158 mediaGroupFlushMs:-|34n|46- mediaMaxMb:n mentionPatterns:-|39o!#198 name:s network:o!#353 pollingStallThresholdMs:-|29n|46- proxy:s reactionLevel:s=off,ack,minimal,extensive reactionNotifications:s=off,own,all replyToMode:s=off,first,all|25s=off,first,all,batched responsePrefix:-|3s retry:o!#200|46- richMessages:-|42b silentErrorReplies:-|19b streamMode:s=off,partial,block|25- streaming:-|9bs=off,partial,block,progress|25s=off,partial,block,progress|26o!#202 textChunkLimit:n threadBindings:-|15o!#250 timeoutSeconds:n|46- tokenFile:s trustedLocalFileRoots:-|25a#0 webhookCertPath:-|15s webhookHost:-|7s webhookPath:s webhookPort:-|9n webhookSecret:s|14os!#175 webhookUrl:s
allowPrivateNetwork:-|7b|25- autoAcceptDmInvites:-|14b autoAcceptGroupInvites:-|14b autoDiscoverChannels:b code:s configWrites:-|46b dmAllowlist:a#0 enabled:b groupChannels:a#0 groupInviteAllowlist:-|34a#0 implicitMentions:-|46o!#179 mediaMaxMb:-|46n name:s network:-|25o!#159 ownerShip:-|14s responsePrefix:-|3s ship:s showModelSignature:b url:s
*:o#357|22o!#357
allowedShips:a#0 mode:s=restricted,open
*:o#359|22o!#359
channelRules:o#360
accounts:o#358 allowPrivateNetwork:-|7b|25- authorization:o#361|22o!#361 autoAcceptDmInvites:-|14b autoAcceptGroupInvites:-|14b autoDiscoverChannels:b code:s configWrites:-|46b defaultAuthorizedShips:a#0 dmAllowlist:a#0 enabled:b groupChannels:a#0 groupInviteAllowlist:-|34a#0 historyLimit:-|46n implicitMentions:-|46o!#179 mediaMaxMb:-|46n name:s network:-|25o!#159 ownerShip:-|14s responsePrefix:-|3s ship:s showModelSignature:b url:s
[]:s=moderator,owner,vip,subscriber,all
accessToken:s allowFrom:a#0 allowedRoles:a#363 channel:s clientId:s clientSecret:s configWrites:-|46b enabled:b expiresIn:nz obtainmentTimestamp:n refreshToken:s requireMention:b responsePrefix:-|3s username:s
*:o#364|22o!#364
accessToken:s|25-|26s accounts:o#365|25-|26o#365 allowFrom:a#0|25-|26a#0 allowedRoles:a#363|25-|26a#363 channel:s|25-|26s clientId:s|25-|26s clientSecret:s|25-|26s configWrites:-|46b defaultAccount:-|33s enabled:b|25-|26b expiresIn:nz|25-|26nz historyLimit:-|46n markdown:o!#158|25-|26o!#158 name:s|25-|26s obtainmentTimestamp:n|25-|26n refreshToken:s|25-|26s requireMention:b|25-|26b responsePrefix:-|3s|25-|26s username:s|25-|26s
direct:b emoji:s group:s=always,mentions,never
systemPrompt:s
*:o!#368
requireMention:b systemPrompt:-|30s tools:o!#113 toolsBySender:o#116
*:o!#370
messageReceived:b
ackReaction:o!#367|46- allowFrom:a#0 authDir:s blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 chunkMode:s=length,newline|46- configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote debounceMs:n|46- defaultTo:-|9s direct:-|30o#369 dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154 enabled:b groupAllowFrom:a#0 groupPolicy:s=open,disabled,allowlist groups:o#371 healthMonitor:-|19o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n markdown:o!#158 mediaMaxMb:n mentionPatterns:-|39o!#198 messagePrefix:s|46- name:s pluginHooks:-|38o!#372 reactionLevel:-|23s=off,ack,minimal,extensive replyToMode:-|30s=off,first,all,batched responsePrefix:-|3s selfChatMode:b sendReadReceipts:b streaming:-|46o!#232 textChunkLimit:n
*:o!#373
calls:-|44b polls:b reactions:b sendMessage:b
accounts:o#374 ackReaction:o!#367|46- actions:o!#375 allowFrom:a#0 blockStreaming:b|46- blockStreamingCoalesce:o!#7|46- capabilities:a#0 chunkMode:s=length,newline|46- configWrites:b contextVisibility:-|25s=all,allowlist,allowlist_quote debounceMs:n|46- defaultAccount:-|13s defaultTo:-|9s direct:-|30o#369 dmHistoryLimit:n dmPolicy:s=pairing,allowlist,open,disabled dms:o#154 enabled:-|10b groupAllowFrom:a#0 groupPolicy:s=open,disabled,allowlist groups:o#371 healthMonitor:-|19o!#10 heartbeat:o!#157|46- heartbeatVisibility:-|46o!#157 historyLimit:n markdown:o!#158 mediaMaxMb:n mentionPatterns:-|39o!#198 messagePrefix:s|46- pluginHooks:-|38o!#372 reactionLevel:-|23s=off,ack,minimal,extensive replyToMode:-|30s=off,first,all,batched responsePrefix:-|3s selfChatMode:b sendReadReceipts:b streaming:-|46o!#232 textChunkLimit:n
allowFrom:a#99 botToken:s|14os#175|22os!#175 configWrites:-|46b dmPolicy:s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:-|11a#99 groupPolicy:-|11s=disabled,allowlist,open|17s=open,disabled,allowlist markdown:o!#158 mediaMaxMb:n name:s proxy:s responsePrefix:-|3s tokenFile:s webhookPath:s webhookSecret:s|14os#175|22os!#175 webhookUrl:s
*:o#377|22o!#377
accounts:o#378 allowFrom:a#99 botToken:s|14os#175|22os!#175 configWrites:-|46b defaultAccount:s dmPolicy:s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:-|11a#99 groupPolicy:-|11s=disabled,allowlist,open|17s=open,disabled,allowlist historyLimit:-|46n markdown:o!#158 mediaMaxMb:n name:s proxy:s responsePrefix:-|3s tokenFile:s webhookPath:s webhookSecret:s|14os#175|22os!#175 webhookUrl:s
allow:b|25- enabled:b requireMention:-|14b tools:o!#113
*:o#380|22o!#380
allowFrom:a#99 configWrites:-|46b dangerouslyAllowNameMatching:-|18b dmPolicy:s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:-|15a#99 groupPolicy:s=disabled,allowlist,open|17s=open,disabled,allowlist groups:o#381 historyLimit:-|15n markdown:o!#158 mediaMaxMb:-|46n messagePrefix:s name:s profile:s responsePrefix:-|3s
*:o#382|22o!#382
accounts:o#383 allowFrom:a#99 configWrites:-|46b dangerouslyAllowNameMatching:-|18b defaultAccount:s dmPolicy:s=pairing,allowlist,open,disabled enabled:b groupAllowFrom:-|15a#99 groupPolicy:s=disabled,allowlist,open|17s=open,disabled,allowlist groups:o#381 historyLimit:-|15n markdown:o!#158 mediaMaxMb:-|46n messagePrefix:s name:s profile:s responsePrefix:-|3s
a2a:-|46o!#150 bluebubbles:o!#163|25ox!#163|26o!#163|35- buzz:-|46o!#170 clickclack:-|35o!#178 defaults:o!#180 discord:o!#210 feishu:-|3ox!#226|21o!#226|22ox!#226|26o!#226 googlechat:o!#235 imessage:o!#241 irc:-|6o!#247 line:-|19ox!#253|21o!#253|22ox!#253|26o!#253 matrix:ox#262|19-|20ox#262|21o#262|22ox!#262|26o!#262 mattermost:ox!#273|21o!#273|22ox!#273|26o!#273 modelByChannel:-|9o#274 msteams:o!#282|19-|20o!#282 nextcloud-talk:ox!#287|21o!#287|22ox!#287|25o!#287 nostr:ox#289|19-|20ox#289|21o#289|22ox!#289|25o!#289 qa-channel:-|25o!#295 qqbot:-|22o!#305|26o#305|46- raft:-|42o!#308 reef:-|46o!#311 signal:o!#318 slack:o!#334 sms:-|39o!#337 synology-chat:-|22o#338 telegram:o!#356|25ox!#356|26o!#356 tlon:ox#362|19-|22ox!#362|26o!#362 twitch:ox#366|19-|20ox#366|21o#366|22ox!#366|25o!#366 whatsapp:o!#376 zalo:ox#379|21o#379|22ox!#379|26o!#379 zalouser:ox#384|19-|20ox#384|21o#384|22ox!#384|26o!#384
allowFrom:-|6o#100 bash:b bashForegroundMs:n config:b debug:b mcp:-|19b modelsWrite:-|30b|31- native:bs=auto nativeSkills:bs=auto ownerAllowFrom:-|3a#99 ownerDisplay:-|9s=raw,hash|46- ownerDisplaySecret:-|9s|46- plugins:-|19b restart:b text:b useAccessGroups:b|46-
accountId:-|14s after:n channel:-|46s cooldownMs:n enabled:b includeSkipped:-|31b mode:-|14s=announce,webhook to:-|46s
accountId:s channel:s mode:s=announce,webhook to:s
backoffMs:x maxAttempts:x retryOn:x
keepLines:n maxBytes:ns
enabled:b minIntervalMs:n|46-
allowIpv6UniqueLocalRange:b allowRfc2544BenchmarkRange:b allowedHostnames:a#0 blockedHostnames:-|48a#0 dangerouslyAllowPrivateNetwork:b
enabled:b failureAlert:-|13o!#387 failureDestination:-|14o!#388|46- maxConcurrentRuns:n|46- retry:-|13o!#389|46- runLog:-|10o!#390|46- sessionRetention:-|6bs=~false skipMissedJobs:-|48b store:s|46- triggers:-|44o!#391 webhook:-|7s|46- webhookSsrfPolicy:-|46o!#392 webhookToken:-|7s|14os!#55
[]:s=operator.admin,operator.read,operator.write,operator.approvals,operator.questions,operator.pairing,operator.talk,operator.talk.secrets|53s=operator.admin,operator.read,operator.write,operator.sessions.read,operator.sessions.write,operator.approvals,operator.questions,operator.pairing,operator.talk,operator.talk.secrets
*:a#394
exemptLoopback:b lockoutMs:n maxAttempts:n windowMs:n
allowLoopback:-|32b allowUsers:a#0 cloudflareAccessOidc:-|53o deviceAutoApprove:-|46o requiredHeaders:a#0 userHeader:s
allowTailscale:b identityScopes:-|46o#395 mode:s=token,password|7s=token,password,trusted-proxy|8s=none,token,password,trusted-proxy password:s|14os!#55 rateLimit:-|7o!#396 token:s|15os!#55 trustedProxy:-|7o!#397
color:s=teal,amber,purple,coral,pink,blue,green,red,gray label:s
customPlugins:b
token:os
allowExternalEmbedUrls:-|27b allowInsecureAuth:b|46- allowedOrigins:-|3a#0 automaticallyFetchFavicons:-|46b basePath:s chatMessageMaxWidth:-|33s|46- communityInvite:-|49b dangerouslyAllowHostHeaderOriginFallback:-|10b dangerouslyDisableDeviceAuth:b embedSandbox:-|27s=strict,scripts,trusted enabled:b environment:-|46o!#399 experimental:-|49o!#400 github:-|46o!#401 root:-|3s sessionObserver:-|46b toolTitles:-|46b|49-
chatCompletions:o responses:o
strictTransportSecurity:bs=~false
endpoints:o!#403 securityHeaders:-|10o!#404
mode:s=auto,manual,off node:s
autoApproveCidrs:a#0 autoApproveLocal:-|46b sshVerify:-|46bo
allowCommands:a#0|46- allowSkills:-|46b browser:o!#406 commands:-|46o!#16 denyCommands:a#0|46- pairing:-|31o!#407 pluginTools:-|46o!#10
allowRealIpFallback:-|9b auth:o!#398 bind:s=auto,lan,loopback,custom,tailnet channelHealthCheckMinutes:-|7n|46- channelMaxRestartsPerHour:-|19n|46- channelStaleEventThresholdMinutes:-|19n|46- cliAgents:-|46o controlUi:o!#402 customBindHost:-|9s handshakeTimeoutMs:-|32n|46- http:o!#405 mode:s=local,remote nodes:o!#408 port:n portals:-|53o publicOrigin:-|46s push:-|18o reload:o remote:o roles:-|46o tailscale:o terminal:-|44o tls:x tools:-|7o!#16 trustedProxies:a#0 webchat:-|23o|39-
bind:s path:s port:n
mode:s=off,serve,funnel path:s target:s
account:s allowUnsafeExternalContent:b hookUrl:s includeBody:b label:s maxBytes:n model:s pushToken:s renewEveryMinutes:n serve:o!#410 subscription:s tailscale:o!#411 thinking:s=off,minimal,low,medium,high topic:s
enabled:b env:o#50
*:o!#413|6o#413
event:s export:s module:s
[]:o!#415
artifactFormat:-|33s=zip,tgz artifactKind:-|33s=legacy-zip,npm-pack clawhubChannel:-|19s=official,community,private clawhubFamily:-|19s=code-plugin,bundle-plugin clawhubPackage:-|19s clawhubTrustAcknowledgedAt:-|44s clawhubTrustCheckedAt:-|44s clawhubTrustDisposition:-|44s=clean,review-recommended,review-required,blocked clawhubTrustModerationState:-|44s clawhubTrustPending:-|44b clawhubTrustReasons:-|44a#0 clawhubTrustScanStatus:-|44s clawhubTrustStale:-|44b clawhubUrl:-|19s clawpackManifestSha256:-|33s clawpackSha256:-|33s clawpackSize:-|33n clawpackSpecVersion:-|33n gitCommit:-|33s gitRef:-|33s gitUrl:-|33s hooks:a#0 installPath:s installedAt:s integrity:-|8s npmIntegrity:-|33s npmShasum:-|33s npmTarballName:-|33s resolvedAt:-|8s resolvedName:-|8s resolvedSpec:-|8s resolvedVersion:-|8s shasum:-|8s source:s=npm,archive,path|19s=npm,archive,path,clawhub|33s=npm,archive,path,clawhub,git sourcePath:s spec:s version:s
*:o!#417
extraDirs:a#0
enabled:b entries:o#414 handlers:a#416|46- installs:o#418|46- load:o!#419
path:s source:s
export:s module:s
action:s=wake,agent agentId:-|6s allowUnsafeExternalContent:b channel:s=last,whatsapp,telegram,discord,slack,signal,imessage,msteams|6s=last,whatsapp,telegram,discord,irc,slack,signal,imessage,msteams|22s deliver:b forEach:-|46s id:s match:o#421 messageTemplate:s model:s name:s sessionKey:s sessionMode:-|46s=isolated,persistent textTemplate:s thinking:s timeoutSeconds:n to:s transform:o!#422 wakeMode:s=now,next-heartbeat
[]:o!#423
allowRequestSessionKey:-|6b allowedAgentIds:-|6a#0 allowedSessionKeyPrefixes:-|6a#0 defaultSessionKey:-|6s enabled:b gmail:o!#412 internal:o!#420 mappings:a#424 maxBodyBytes:n|46- path:s presets:a#0 token:s transformsDir:s
enabled:b executionIdentity:b messages:s=off,direct,all
audit:-|46o!#426 consoleLevel:s=silent,fatal,error,warn,info,debug,trace consoleStyle:s=pretty,compact,json|46s=pretty,json file:s level:s=silent,fatal,error,warn,info,debug,trace maxFileBytes:-|9n redactPatterns:a#0 redactSensitive:s=off,tools|46-
maxInjectedChars:n maxResults:n maxSnippetChars:n timeoutMs:n
enabled:b serverName:s startDaemon:b
channel:s chatType:s=direct,group,channel|5s=direct,group,channel,dm keyPrefix:s rawKeyPrefix:-|7s
action:s=allow,deny match:o!#430
[]:o!#431
default:s=allow,deny rules:a#432
enabled:b exportDir:s retentionDays:n
commandTimeoutMs:-|5n debounceMs:n embedInterval:s embedTimeoutMs:-|5n interval:s onBoot:b startup:-|32s=off,idle,immediate startupDelayMs:-|32n updateTimeoutMs:-|5n waitForBootSync:-|5b
command:s includeDefaultMemory:b limits:o!#428 mcporter:-|9o!#429 paths:a#36 rerank:-|40b scope:o!#433 searchMode:-|6s=query,search,vsearch searchTool:-|22s sessions:o!#434 update:o!#435
backend:s=builtin,qmd|46- citations:s=auto,on,off qmd:o!#436|46- search:-|46o!#84
historyLimit:n mentionPatterns:a#0 unmentionedInbound:-|36s=user_request,room_event visibleReplies:-|32s=automatic,message_tool|34bs=automatic,message_tool
*:n
byChannel:o#439 debounceMs:n
discord:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt googlechat:-|37s=steer,followup,collect,interrupt imessage:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt irc:-|6s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt matrix:-|37s=steer,followup,collect,interrupt mattermost:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt msteams:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt signal:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt slack:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt telegram:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt webchat:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt whatsapp:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt
byChannel:o!#441 cap:n debounceMs:n|46- debounceMsByChannel:o#439 drop:s=old,new,summarize mode:s=steer,followup,collect,steer-backlog,steer+backlog,queue,interrupt|36s=steer,followup,collect,interrupt
*:s=on,off,tokens,full
build:-|36s coding:s compacting:-|18s concierge:-|36s deploy:-|36s done:s error:s queued:-|44s stallHard:s stallSoft:s thinking:s tool:s web:s
debounceMs:n doneHoldMs:n errorHoldMs:n stallHardMs:n stallSoftMs:n
emojis:o!#444|46- enabled:b timing:o!#445|46-
auto:x edge:x|21- elevenlabs:x|21- enabled:x maxTextLength:x microsoft:-|19x|21- mode:x modelOverrides:x openai:x|21- persona:-|31x personas:-|31x prefsPath:x provider:x providers:-|21x summaryModel:x timeoutMs:x
ackReaction:s ackReactionScope:s=group-mentions,group-all,direct,all|13s=group-mentions,group-all,direct,all,off,none groupChat:o!#438 inbound:o!#440 messagePrefix:s|46- queue:o!#442 removeAckAfterReply:b|46- responsePrefix:s responseUsage:-|44os#443=on,off,tokens,full statusReactions:-|9o!#446 suppressToolErrors:-|7b|49- tts:o!#447|46- usageTemplate:-|41os#8 visibleReplies:-|32s=automatic,message_tool|34bs=automatic,message_tool
allow:a#0 bundledDiscovery:-|34s=compat,allowlist|46- deny:a#0 enabled:b entries:x installs:x|31- load:o slots:o
checkId:s detailIncludes:s reason:s titleIncludes:s
[]:o!#450
suppressions:a#451
allowInsecurePath:b|46- allowSymlinkCommand:b|46- args:a#0 command:s env:o#50 maxOutputBytes:n noOutputTimeoutMs:n passEnv:a#0 source:s=exec timeoutMs:n trustedDirs:a#0
[]:s=skill,plugin
enabled:b exec:o!#453 targets:a#454
audit:o!#452 installPolicy:-|40o!#455
maxPingPongTurns:n
afterDays:n enabled:b
archiveDashboardAfter:-|46bns=~false,~0 coldStorage:-|52o!#458 highWaterBytes:-|10ns maxDiskBytes:-|10ns|46bns=~false maxEntries:n mode:s=enforce,warn preserveRecent:-|46bns=~false pruneAfter:ns pruneDays:n|46- resetArchiveRetention:-|10bns=~false rotateBytes:ns|46-
atHour:n idleMinutes:n mode:s=daily,idle|46s=none,daily,idle
*:o!#460
atHour:n idleMinutes:n mode:s=daily,idle
direct:-|5o!#460 dm:o!#462|46- group:o!#460 thread:o!#460
channel:s chatType:s=direct,group,channel|5s=direct,group,channel,dm|46s=direct,group,channel keyPrefix:s rawKeyPrefix:-|7s
action:s=allow,deny match:o!#464
[]:o!#465
default:s=allow,deny rules:a#466
drafts:b readOnly:b suggest:b
defaultSpawnContext:-|33s=isolated,fork enabled:b idleHours:-|13n maxAgeHours:-|13n spawnSessions:-|33b ttlHours:n|13-
acquireTimeoutMs:n maxHoldMs:-|36n staleMs:-|36n
agentToAgent:o!#457|46- dmScope:s=main,per-peer,per-channel-peer,per-account-channel-peer groupScope:-|46s=main,per-group identityLinks:o#1 idleMinutes:n|46- mainKey:s maintenance:-|6o!#459 notifyOnCreate:-|53b parentForkMaxTokens:-|12n|33- reset:o!#460 resetByChannel:o#461 resetByType:o!#463 resetTriggers:a#0 scope:s=per-sender,global sendPolicy:o!#467 sharing:-|46o!#468 store:s threadBindings:-|9o!#469 typingIntervalSeconds:n|46- typingMode:s=never,instant,thinking,message|46- writeLock:-|33o!#470|46-
allow:a#0 enabled:b
applyPatch:o!#126 approvalRunningNoticeMs:-|46n ask:s=off,on-miss,always backgroundMs:n cleanupMs:n commandHighlighting:-|35b grantExpiryDays:-|46n host:s=sandbox,gateway,node|22s=auto,sandbox,gateway,node mode:-|38s=deny,allowlist,ask,auto,full node:s notifyOnExit:b notifyOnExitEmptySuccess:-|7b pathPrepend:a#0 reviewer:-|38o!#103 safeBinProfiles:-|9o#105 safeBinTrustedDirs:-|9a#0 safeBins:a#0 security:s=deny,allowlist,full strictInlineEval:-|19b timeoutSec:n|46- timeoutSeconds:-|46n
planTool:b
enabled:x maxLinks:x models:x scope:x timeoutSeconds:x
asyncCompletion:-|27x|46- audio:x concurrency:x image:x models:x video:x
actions:-|35o!#45 allowCrossContextSend:b|46- broadcast:o!#10 crossContext:o!#111
visibility:s=self,tree,agent,all
enabled:b maxFileBytes:n maxFiles:n maxTotalBytes:n retainOnSessionKeep:b
attachments:o!#479
codeTimeoutMs:n enabled:b maxSearchLimit:n mode:s=code,tools|41s=code,tools,directory searchDefaultLimit:n
fetch:x search:x x_search:-|21x|46-
agentToAgent:o!#472 allow:a#0 alsoAllow:a#0 byProvider:o#96 codeMode:-|36bo!#125|46bos!#125=auto deny:a#0 elevated:o!#101 exec:o!#473 experimental:-|25o!#474|46- fs:-|7o!#107 github:-|46o!#109 links:o!#475 loopDetection:-|7o!#130 media:o!#476 message:o!#477 profile:s=minimal,coding,messaging,full sandbox:o!#114 sessions:-|7o!#478 sessions_spawn:-|14o!#480 subagents:o!#114 swarm:-|46bo!#115 toolSearch:-|35bo!#481 toolsBySender:-|35o#116 updatePlan:-|46b web:o!#482
$schema:-|7s accessGroups:-|33o#3 acp:-|12o agents:o!#135 approvals:o!#139 attachments:-|46o audio:o|46- audit:-|44o|46- auth:o bindings:a#145 broadcast:o#147 browser:o canvasHost:o|46- channels:o#385 cli:-|14o|46- cloudWorkers:-|46o commands:o!#386 commitments:-|32o|46- crestodian:-|31o|46- cron:o!#393 desktop:-|46o diagnostics:o discovery:o env:x|46o gateway:o!#409 hooks:o!#425 logging:o!#427 marketplaces:-|44o|46- mcp:-|19o media:o|46- memory:-|3o!#437 messages:o!#448 meta:o models:o nodeHost:o plugins:o!#449 proxy:-|32o secrets:-|12o security:-|36o!#456 session:o!#471 skills:o surfaces:-|29x talk:o telemetry:-|46o tools:o!#483 transcripts:-|38o tts:-|46o tui:-|41o|46- ui:o update:o web:o|46- wizard:o worktreeAcceleration:-|52b worktreeRoot:-|48s
`;
