// config and edition
export type { Config, ConfigInput } from "./config/config.ts";
export { policyFingerprint } from "./config/fingerprint.ts";
export { PolicyError, type Issue } from "./config/issue.ts";
export type { Policy } from "./config/policy.ts";
export type { FactField, RuleField } from "./config/rule-fields.ts";
export type { Area, Behaviour, Generation, Risk } from "./edition/behaviour.ts";
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
export { toDigest, type DigestLimits } from "./scope/derived-id/digest.ts";
export { toFileName } from "./scope/derived-id/file-name.ts";
export { classifySessionKey, type SessionKeyKind } from "./scope/key/kind.ts";
export { toUuid } from "./scope/derived-id/uuid.ts";
export { legacyAliases } from "./scope/isolation/legacy-aliases.ts";
export { toRequestKey, toStoreKey, type KeyRequest } from "./scope/key/request-key.ts";
export { nameOfContext } from "./scope/context/name-of-context.ts";
export { formatSessionKey, parseSessionKey, type ParsedSessionKey } from "./scope/key/session-key.ts";
export type { SessionKeyParts } from "./scope/key/parts.ts";
export type { ChatType } from "./scope/chat-type.ts";
export type { Inbound } from "./scope/inbound.ts";
export type {
  DmScope,
  GroupScope,
  MatchedBy,
  Resolution,
  Resolved,
  SessionKey,
  Unresolved,
} from "./scope/resolution.ts";
export { resolveSession } from "./scope/session/resolve-session.ts";
export { traceRouting, type LostBinding } from "./scope/session/trace-routing.ts";

// lifecycle
export type { ActivityKind } from "./lifecycle/activity-kind.ts";
export { evaluateReset } from "./lifecycle/reset/evaluate-reset.ts";
export { toExpiry, type Expiry } from "./lifecycle/maintenance/expiry.ts";
export { explainMaintenance } from "./lifecycle/maintenance/explain.ts";
export { explainReset } from "./lifecycle/reset/explain.ts";
export {
  resolveMaintenance,
  type MaintenanceSettings,
  type MaintenanceSources,
  type ResolvedMaintenance,
} from "./lifecycle/maintenance/settings.ts";
export type { MaintenanceStep } from "./lifecycle/maintenance/steps.ts";
export { warnOfMaintenance, type MaintenanceWarning } from "./lifecycle/maintenance/warning.ts";
export {
  planMaintenance,
  type MaintenancePlan,
  type MaintenanceRequest,
} from "./lifecycle/maintenance/plan-maintenance.ts";
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
export type { ResetTriggerFacts } from "./lifecycle/trigger/facts.ts";
export { matchResetTrigger, type ResetTrigger } from "./lifecycle/trigger/reset-trigger.ts";
export type { ResetType } from "./lifecycle/reset/type.ts";
export type { SessionEntry } from "./lifecycle/session-entry.ts";
export type { SessionTimes } from "./lifecycle/session-times.ts";
export { sweep, type SweepEntry } from "./lifecycle/maintenance/sweep.ts";
export { isTimeZone } from "./lifecycle/reset/zone-offset.ts";

// policy
export {
  evaluateAccess,
  type AccessDecision,
  type AccessGateTrace,
  type AccessTrace,
} from "./policy/access/access.ts";
export type { AccessRequest } from "./policy/access/facts.ts";
export type { AccessGate, AccessReason } from "./policy/access/verdict.ts";
export { ceiling, type Ceiling } from "./policy/ceiling/ceiling.ts";
export { evaluateExec, type ExecDecision, type ExecTrace } from "./policy/exec/exec.ts";
export type { ExecAllowlistEntry, ExecResolution, ExecSegment } from "./policy/exec/allowlist.ts";
export type { ExecApproval } from "./policy/exec/approvers.ts";
export { parseCommand, type CommandDoubt, type SimpleCommand } from "./policy/exec/command.ts";
export type { ExecApprovalsFile, ExecFileAgent, ExecModes } from "./policy/exec/file.ts";
export type { ExecAsk, ExecSecurity } from "./policy/exec/mode.ts";
export type { ExecShell } from "./policy/exec/shell.ts";
export type { ExecOutcome, ExecReason, ExecRequest } from "./policy/exec/outcome.ts";
export { explainAccess } from "./policy/access/explain.ts";
export { explainExec } from "./policy/exec/explain.ts";
export { explainLogEvent } from "./policy/log-event/explain.ts";
export { explainSandbox } from "./policy/sandbox/explain.ts";
export { explainTool } from "./policy/tool/explain.ts";
export {
  evaluateLogEvent,
  type LogEvent,
  type LogEventDecision,
  type LogEventName,
  type LogEventTrace,
  type LogRecord,
} from "./policy/log-event/log-event.ts";
export { evaluateSandbox, type SandboxDecision } from "./policy/sandbox/sandbox.ts";
export type { SandboxAction, SandboxRequest } from "./policy/sandbox/request.ts";
export type { SandboxNetwork, SandboxReason } from "./policy/sandbox/rule.ts";
export type { SandboxTrace } from "./policy/sandbox/trace.ts";
export { evaluateTool, type ToolDecision, type ToolReason, type ToolRequest } from "./policy/tool/tool.ts";
export type { ToolLayerName } from "./policy/tool/layers.ts";
export type { ToolSender } from "./policy/tool/sender.ts";
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
export type { FieldTrace, RuleTrace, Trace } from "./policy/rule/trace.ts";
export type { TraceOptions } from "./policy/trace-options.ts";
export type { RuleAction, RuleReference } from "./policy/rule/rule.ts";
export { evaluateSend, type SendDecision, type SendReason, type SendRequest } from "./policy/send/send.ts";
export type { SessionFacts, StoredSession } from "./policy/session-facts.ts";
export type { ChangeSet, Choice, SettingChange } from "./policy/setting-change.ts";
export type {
  Requester,
  SessionRow,
  SessionWorld,
  VisibilityAction,
  VisibilityRequest,
} from "./policy/visibility/request.ts";
export type { VisibilityReason, VisibilitySettings } from "./policy/visibility/rule.ts";
export type { Visibility } from "./policy/visibility/setting.ts";
export type { VisibilityFacts } from "./policy/visibility/facts.ts";
export type { VisibilityTrace } from "./policy/visibility/trace.ts";
export {
  evaluateVisibility,
  visibleSessions,
  type VisibilityDecision,
} from "./policy/visibility/visibility.ts";

// analysis
export { audit, type AuditOptions } from "./analysis/audit/audit.ts";
export { applyFix } from "./analysis/audit/apply-fix.ts";
export type { ConfigChange, Finding, Fix, Severity, Witness } from "./analysis/audit/finding.ts";
export type { Suppression } from "./analysis/audit/suppression.ts";
export { auditUnknowns, type AuditUnknown } from "./analysis/audit/unknowns.ts";
export {
  assertNotLooser,
  type LooserDecision,
  type LoosenessCheck,
} from "./analysis/compare/assert-not-looser.ts";
export {
  comparePolicies,
  type ComparedKind,
  type Comparison,
  type KindComparisons,
} from "./analysis/compare/compare.ts";
export type { ResetRequest } from "./analysis/compare/reset.ts";
export type { SharingRequest } from "./analysis/compare/resolution.ts";
export type { Difference, KindComparison, Verdict } from "./analysis/compare/verdict.ts";
export { coverage, type Coverage, type CoveredElement } from "./analysis/coverage/coverage.ts";
export { explain, type Explainable } from "./analysis/explain.ts";
export type { Decision } from "./analysis/explain-decision.ts";
export {
  toSarif,
  type SarifLocation,
  type SarifLog,
  type SarifResult,
  type SarifRule,
  type SarifSource,
} from "./analysis/audit/sarif.ts";
export type { World, WorldGroup, WorldSender } from "./analysis/world.ts";
export { checkPins, type Drift } from "./analysis/pin/check-pins.ts";
export type { DriftRisk } from "./analysis/pin/drift-risk.ts";
export { toLcov } from "./analysis/coverage/lcov.ts";
export { materialize } from "./analysis/materialize.ts";
export type { Part, PartKind } from "./analysis/coverage/part.ts";
export type { Pin, PinDocument } from "./analysis/pin/pins.ts";
export { answer, type Answer, type Ask, type Question } from "./analysis/question.ts";
export { recordPins } from "./analysis/pin/record-pins.ts";
export { suggestInputs, type SuggestedInput } from "./analysis/coverage/suggest-inputs.ts";
export { explainMigration } from "./analysis/migration/explain.ts";
export type {
  Migration,
  MigrationReason,
  OpenMigration,
  OrphanMigration,
  SettledMigration,
} from "./analysis/migration/migration.ts";
export { planMigration } from "./analysis/migration/plan-migration.ts";

// channels
export {
  fromDiscord,
  type DiscordChannel,
  type DiscordMessage,
  type DiscordOptions,
} from "./channels/discord.ts";
export { fromMatrix, type MatrixEvent, type MatrixOptions } from "./channels/matrix.ts";
export { fromSlack, type SlackCallback } from "./channels/slack.ts";
export { fromTelegram, type TelegramUpdate } from "./channels/telegram.ts";
export { fromWhatsApp, type WhatsAppMessage } from "./channels/whatsapp.ts";
