// config and edition
export type { Config, ConfigInput } from "./config/config.ts";
export { policyFingerprint } from "./analysis/fingerprint.ts";
export { PolicyError, type Issue } from "./config/issue.ts";
export type { IssueCode } from "./config/issue-codes.ts";
export { resolveIncludes, type IncludeOptions } from "./config/source/includes.ts";
export type { ResolvedConfig } from "./config/source/resolved-config.ts";
export { substitute, type Environment, type SubstituteOptions } from "./config/source/substitute.ts";
export { loadChangeCodes, type LoadChange, type LoadChangeCode } from "./config/loaded/change.ts";
export { loaded, type LoadedConfig, type LoadOptions } from "./config/loaded/loaded.ts";
export type { Policy } from "./config/policy.ts";
export type { Area, Risk } from "./edition/behaviour.ts";
export type { Generation } from "./edition/releases.ts";
export { behaviourChanges, type BehaviourChange } from "./edition/behaviour-changes.ts";
export { behavioursOf, editions, isEdition, type Behaviours, type Edition } from "./edition/edition.ts";
export type { BehaviourId } from "./edition/registry.ts";
export { parsePolicy, safeParsePolicy, type ParsedPolicy, type ParseOptions } from "./parse-policy.ts";

// identity
export { normalizeAgentId } from "./identity/agent-id.ts";

// scope
export { canonicalizeSessionKey } from "./scope/key/canonical-key.ts";
export { deliveryTarget, type DeliveryTarget } from "./scope/context/delivery-target.ts";
export { groupOfContext, type ContextGroup, type MessageContext } from "./scope/context/group-of-context.ts";
export { findCollisions, type Collision } from "./scope/isolation/collisions.ts";
export { explainResolution } from "./scope/session/explain.ts";
export { isolationOf, type IsolatedReason, type Isolation } from "./scope/isolation/isolation.ts";
export type { SharedReason } from "./scope/isolation/shared-because.ts";
export { toDigest, type DigestLimits } from "./scope/derived-id.ts";
export { toFileName } from "./scope/derived-id.ts";
export { classifySessionKey, type SessionKeyKind } from "./scope/key/kind.ts";
export { toUuid } from "./scope/derived-id.ts";
export { legacyAliases } from "./scope/isolation/legacy-aliases.ts";
export { toRequestKey, toStoreKey, type KeyRequest } from "./scope/key/request-key.ts";
export { nameOfContext } from "./scope/context/name-of-context.ts";
export { formatSessionKey, parseSessionKey, type ParsedSessionKey } from "./scope/key/session-key.ts";
export type { SessionKeyParts } from "./scope/key/parts.ts";
export type { DmScope, GroupScope } from "./config/scopes.ts";
export type { ChatType } from "./scope/chat-type.ts";
export type { Inbound } from "./scope/inbound.ts";
export type { Moved } from "./scope/moved.ts";
export type { Unread, UnreadReason } from "./scope/unread.ts";
export type { MatchedBy, Resolution, Resolved, SessionKey, Unresolved } from "./scope/resolution.ts";
export {
  explainOwnership,
  ownsSession,
  type Ownership,
  type OwnershipReason,
} from "./scope/session/owns-session.ts";
export { resolveSession } from "./scope/session/resolve-session.ts";
export { cronSessionKey } from "./scope/task/cron.ts";
export { explainTaskSession } from "./scope/task/explain.ts";
export { resolveTaskSession } from "./scope/task/task-session.ts";
export type {
  CronTask,
  HeartbeatTask,
  HookTask,
  HttpTask,
  Named,
  PlacedTask,
  RefusedTask,
  Task,
  TaskRefusal,
  TaskSession,
} from "./scope/task/task.ts";
export { threadingOf, type Threading } from "./scope/session/threading.ts";
export { traceRouting, type LostBinding } from "./scope/session/trace-routing.ts";

// lifecycle
export type { ActivityKind } from "./lifecycle/session-entry.ts";
export { evaluateReset } from "./lifecycle/reset/evaluate-reset.ts";
export { toExpiry, type Expiry } from "./lifecycle/reset/expiry.ts";
export { explainMaintenance } from "./lifecycle/maintenance/explain.ts";
export { explainReset } from "./lifecycle/reset/decision.ts";
export {
  resolveMaintenance,
  type MaintenanceSettings,
  type MaintenanceSources,
  type ResolvedMaintenance,
} from "./lifecycle/maintenance/resolve-maintenance.ts";
export type { MaintenanceStep } from "./lifecycle/maintenance/steps.ts";
export { warnOfMaintenance, type MaintenanceWarning } from "./lifecycle/maintenance/warning.ts";
export {
  planMaintenance,
  type MaintenancePlan,
  type MaintenanceRequest,
} from "./lifecycle/maintenance/plan-maintenance.ts";
export type { StoredSessions } from "./lifecycle/store/read-store.ts";
export type { StoredEntry } from "./lifecycle/stored-entry.ts";
export type { KeptReason } from "./lifecycle/maintenance/protected-session.ts";
export { recordActivity, type ActivityEvent } from "./lifecycle/record-activity.ts";
export type {
  EvaluatedReset,
  ResetCause,
  ResetDecision,
  ResetReason,
  UnresolvedReset,
} from "./lifecycle/reset/decision.ts";
export type { ResetMode, ResetPolicy, ResetPolicySources } from "./lifecycle/reset/policy.ts";
export type { ResetTarget } from "./lifecycle/reset/target.ts";
export type { ResetTriggerFacts } from "./lifecycle/trigger/command-text.ts";
export { matchResetTrigger, type ResetTrigger } from "./lifecycle/trigger/reset-trigger.ts";
export type { ResetType } from "./lifecycle/reset/type.ts";
export type { SessionEntry } from "./lifecycle/session-entry.ts";
export type { SessionTimes } from "./lifecycle/session-entry.ts";
export {
  sessionTimesOf,
  type MalformedTimes,
  type StoredTime,
  type StoredTimes,
} from "./lifecycle/session-times-of.ts";
export { sweep, sweepPages, type SweepEntry } from "./lifecycle/sweep.ts";
export { isTimeZone } from "./lifecycle/reset/zone-offset.ts";

// policy
export {
  evaluateAccess,
  type AccessDecision,
  type AccessGateTrace,
  type AccessTrace,
} from "./policy/access/access.ts";
export type { AccessRequest } from "./policy/access/access-request.ts";
export type { AccessGate, AccessReason } from "./policy/access/verdict.ts";
export { evaluateCommand, type CommandDecision, type CommandTrace } from "./policy/command/command.ts";
export type { CommandReason, CommandRequest } from "./policy/command/command-request.ts";
export {
  matchAccessGroups,
  type AccessGroupMatch,
  type AccessGroupRequest,
} from "./policy/command/access-groups.ts";
export { admitsCommands, type CommandAuthorizer, type CommandGateRequest } from "./policy/command/gate.ts";
export { commandMenu, type CommandMenu } from "./policy/command/menu.ts";
export {
  evaluateMention,
  mentionPatterns,
  type MentionDecision,
  type MentionReason,
  type MentionRequest,
} from "./policy/mention/mention.ts";
export type { MentionPattern } from "./policy/mention/mention-pattern.ts";
export { ceiling, type Ceiling } from "./policy/ceiling/ceiling.ts";
export { evaluateExec, type ExecDecision, type ExecTrace } from "./policy/exec/exec.ts";
export type { ExecAllowlistEntry, ExecResolution, ExecSegment } from "./policy/exec/allowlist.ts";
export {
  elevatedPermissions,
  type ElevatedLevel,
  type ElevatedPermissions,
  type ElevatedRefusal,
  type ElevatedSender,
} from "./policy/exec/elevated.ts";
export { execPolicy, type ExecPolicy, type ExecSource } from "./policy/exec/in-force.ts";
export type { ExecHost, ExecPlace } from "./policy/exec/host.ts";
export type { ExecPrograms } from "./policy/exec/listed.ts";
export type { ExecApproval } from "./policy/exec/exec-settings.ts";
export { parseCommand, type CommandDoubt, type SimpleCommand } from "./policy/exec/command.ts";
export type { ExecApprovalsFile, ExecFileAgent, ExecModes } from "./policy/exec/file.ts";
export type { ExecAsk, ExecMode, ExecSecurity } from "./policy/exec/mode.ts";
export type { ExecShell } from "./policy/exec/shell.ts";
export type { ExecOutcome, ExecReason, ExecRequest } from "./policy/exec/exec-request.ts";
export { explainLogEvent } from "./analysis/explain-decision.ts";
export { explainAccess } from "./policy/access/explain.ts";
export { explainCommand } from "./policy/command/explain.ts";
export { explainExec } from "./policy/exec/explain.ts";
export { explainMention } from "./policy/mention/explain.ts";
export { explainSandbox } from "./policy/sandbox/explain.ts";
export { explainTool } from "./policy/tool/explain.ts";
export {
  evaluateLogEvent,
  type LogEvent,
  type LogEventDecision,
  type LogEventName,
  type LogEventTrace,
  type LogRecord,
} from "./analysis/log-event.ts";
export { evaluateSandbox, sandboxOf, type Sandbox, type SandboxDecision } from "./policy/sandbox/sandbox.ts";
export type { SandboxMode, SandboxScope } from "./policy/sandbox-settings.ts";
export type {
  SandboxAction,
  SandboxNetwork,
  SandboxReason,
  SandboxRequest,
} from "./policy/sandbox/sandbox-rule.ts";
export type { SandboxTrace } from "./policy/sandbox/trace.ts";
export { evaluateTool, type ToolDecision, type ToolReason, type ToolRequest } from "./policy/tool/tool.ts";
export type { ToolLayerName } from "./policy/tool/layers.ts";
export type { ToolSender } from "./policy/tool/chat-tools.ts";
export type { StoredSubagent } from "./policy/tool/subagent.ts";
export type { ToolLayerTrace, ToolTrace } from "./policy/tool/trace.ts";
export {
  bootstrapFiles,
  type BootstrapFile,
  type BootstrapRequest,
} from "./policy/memory/bootstrap-files.ts";
export { explainMemorySearch } from "./policy/memory/explain.ts";
export { explainSend } from "./policy/send/explain.ts";
export { explainVisibility } from "./policy/visibility/explain.ts";
export {
  evaluateMemorySearch,
  type MemorySearchDecision,
  type MemorySearchReason,
  type MemorySearchRequest,
} from "./policy/memory/memory-search.ts";
export { isPrivateConversation } from "./policy/memory/private-conversation.ts";
export type { RuleFacts } from "./policy/rule/rule-facts.ts";
export type { FieldTrace, RuleTrace, RuleListTrace } from "./policy/rule/trace.ts";
export type { TraceOptions } from "./policy/trace.ts";
export type { RuleAction, RuleReference } from "./policy/rule/rule.ts";
export { evaluateSend, type SendDecision, type SendReason, type SendRequest } from "./policy/send/send.ts";
export type { SessionFacts, StoredSession } from "./policy/session-facts.ts";
export type { ChangeSet, SettingChoice, SettingChange } from "./policy/trace.ts";
export type {
  Requester,
  SessionRow,
  SessionWorld,
  VisibilityAction,
  VisibilityFacts,
  VisibilityRequest,
} from "./policy/visibility/visibility-facts.ts";
export type {
  Visibility,
  VisibilityReason,
  VisibilitySettings,
} from "./policy/visibility/visibility-rule.ts";
export type { VisibilityTrace } from "./policy/visibility/trace.ts";
export {
  evaluateVisibility,
  visibleSessions,
  type VisibilityDecision,
} from "./policy/visibility/visibility.ts";

// the loop
export {
  admit,
  type Admission,
  type AdmitOptions,
  type Admitted,
  type IncomingMessage,
  type NotAdmitted,
} from "./loop/admit.ts";
export { conversationId } from "./loop/conversation-id.ts";
export {
  sessionStore,
  type SessionBackend,
  type SessionRecord,
  type SessionStore,
  type SessionStoreOptions,
  type StoredRecord,
  type StoredTurn,
} from "./loop/session-store.ts";
export {
  tick,
  type TickKind,
  turn,
  type Beginning,
  type NoTurn,
  type Turn,
  type TurnOptions,
  type TurnRecord,
} from "./loop/turn.ts";

// what all these answer, in words
export type { Finding } from "./analysis/audit/finding.ts";
export type { Comparison } from "./analysis/compare/compare.ts";
export { explain, type Explainable } from "./explain.ts";
export type { Decision } from "./analysis/explain-decision.ts";
export type { Migration } from "./analysis/migration/migration.ts";
export type { Drift } from "./analysis/pin/check-pins.ts";
