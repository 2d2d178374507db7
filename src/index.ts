// config and edition
export type { Config, ConfigInput } from "./config/config.ts";
export { policyFingerprint } from "./config/fingerprint.ts";
export { PolicyError, type Issue } from "./config/issue.ts";
export type { Policy } from "./config/policy.ts";
export type { Area, Behaviour, Generation, Risk } from "./edition/behaviour.ts";
export { behaviourChanges, type BehaviourChange } from "./edition/behaviour-changes.ts";
export { behavioursOf, editions, isEdition, type Behaviours, type Edition } from "./edition/edition.ts";
export type { BehaviourId } from "./edition/registry.ts";
export { parsePolicy, safeParsePolicy, type ParsedPolicy, type ParseOptions } from "./parse-policy.ts";

// identity
export { normalizeAgentId } from "./identity/agent-id.ts";

// scope
export { canonicalizeSessionKey } from "./scope/canonical-key.ts";
export { deliveryTarget, type DeliveryTarget } from "./scope/delivery-target.ts";
export { groupOfContext, type ContextGroup, type MessageContext } from "./scope/group-of-context.ts";
export { findCollisions, type Collision } from "./scope/collisions.ts";
export { explainResolution } from "./scope/explain-resolution.ts";
export { isolationOf, type IsolatedReason, type Isolation } from "./scope/isolation.ts";
export type { SharedReason } from "./scope/shared-because.ts";
export { toDigest, type DigestLimits } from "./scope/key-digest.ts";
export { toFileName } from "./scope/key-file-name.ts";
export { classifySessionKey, type SessionKeyKind } from "./scope/key-kind.ts";
export { toUuid } from "./scope/key-uuid.ts";
export { legacyAliases } from "./scope/legacy-aliases.ts";
export { toRequestKey, toStoreKey, type KeyRequest } from "./scope/request-key.ts";
export { nameOfContext } from "./scope/name-of-context.ts";
export { formatSessionKey, parseSessionKey, type ParsedSessionKey } from "./scope/session-key.ts";
export type { SessionKeyParts } from "./scope/session-key-parts.ts";
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
export { resolveSession } from "./scope/resolve-session.ts";
export { traceRouting, type LostBinding } from "./scope/trace-routing.ts";

// lifecycle
export type { ActivityKind } from "./lifecycle/activity-kind.ts";
export { evaluateReset } from "./lifecycle/evaluate-reset.ts";
export { toExpiry, type Expiry } from "./lifecycle/expiry.ts";
export { explainMaintenance } from "./lifecycle/explain-maintenance.ts";
export { explainReset } from "./lifecycle/explain-reset.ts";
export {
  resolveMaintenance,
  type MaintenanceSettings,
  type MaintenanceSources,
  type ResolvedMaintenance,
} from "./lifecycle/maintenance-settings.ts";
export type { MaintenanceStep } from "./lifecycle/maintenance-steps.ts";
export { warnOfMaintenance, type MaintenanceWarning } from "./lifecycle/maintenance-warning.ts";
export {
  planMaintenance,
  type MaintenancePlan,
  type MaintenanceRequest,
} from "./lifecycle/plan-maintenance.ts";
export type { KeptReason } from "./lifecycle/protected-session.ts";
export { recordActivity, type ActivityEvent } from "./lifecycle/record-activity.ts";
export type {
  EvaluatedReset,
  ResetCause,
  ResetDecision,
  ResetReason,
  UnresolvedReset,
} from "./lifecycle/reset-decision.ts";
export type { ResetMode, ResetPolicy, ResetPolicySources } from "./lifecycle/reset-policy.ts";
export type { ResetTarget } from "./lifecycle/reset-target.ts";
export type { ResetTriggerFacts } from "./lifecycle/reset-trigger-facts.ts";
export { matchResetTrigger, type ResetTrigger } from "./lifecycle/reset-trigger.ts";
export type { ResetType } from "./lifecycle/reset-type.ts";
export type { SessionEntry } from "./lifecycle/session-entry.ts";
export type { SessionTimes } from "./lifecycle/session-times.ts";
export { sweep, type SweepEntry } from "./lifecycle/sweep.ts";
export { isTimeZone } from "./lifecycle/zone-offset.ts";

// policy
export {
  evaluateAccess,
  type AccessDecision,
  type AccessGateTrace,
  type AccessTrace,
} from "./policy/access.ts";
export type { AccessRequest } from "./policy/access-facts.ts";
export type { AccessGate, AccessReason } from "./policy/access-verdict.ts";
export { ceiling, type Ceiling } from "./policy/ceiling.ts";
export { evaluateExec, type ExecDecision, type ExecTrace } from "./policy/exec.ts";
export type { ExecAllowlistEntry, ExecResolution, ExecSegment } from "./policy/exec-allowlist.ts";
export type { ExecApproval } from "./policy/exec-approvers.ts";
export { parseCommand, type CommandDoubt, type SimpleCommand } from "./policy/exec-command.ts";
export type { ExecApprovalsFile, ExecFileAgent, ExecModes } from "./policy/exec-file.ts";
export type { ExecAsk, ExecSecurity } from "./policy/exec-mode.ts";
export type { ExecOutcome, ExecReason, ExecRequest } from "./policy/exec-outcome.ts";
export { explainAccess } from "./policy/explain-access.ts";
export { explainExec } from "./policy/explain-exec.ts";
export { explainLogEvent } from "./policy/explain-log-event.ts";
export { explainSandbox } from "./policy/explain-sandbox.ts";
export { explainTool } from "./policy/explain-tool.ts";
export {
  evaluateLogEvent,
  type LogEvent,
  type LogEventDecision,
  type LogEventName,
  type LogEventTrace,
  type LogRecord,
} from "./policy/log-event.ts";
export { evaluateSandbox, type SandboxDecision } from "./policy/sandbox.ts";
export type { SandboxAction, SandboxRequest } from "./policy/sandbox-request.ts";
export type { SandboxReason } from "./policy/sandbox-rule.ts";
export type { SandboxTrace } from "./policy/sandbox-trace.ts";
export { evaluateTool, type ToolDecision, type ToolReason, type ToolRequest } from "./policy/tool.ts";
export type { ToolLayerName } from "./policy/tool-layers.ts";
export type { ToolSender } from "./policy/tool-sender.ts";
export type { StoredSubagent } from "./policy/tool-subagent.ts";
export type { ToolLayerTrace, ToolTrace } from "./policy/tool-trace.ts";
export { bootstrapFiles, type BootstrapFile, type BootstrapRequest } from "./policy/bootstrap-files.ts";
export { explainMemorySearch } from "./policy/explain-memory-search.ts";
export { explainSend } from "./policy/explain-send.ts";
export { explainVisibility } from "./policy/explain-visibility.ts";
export {
  evaluateMemorySearch,
  type MemorySearchDecision,
  type MemorySearchReason,
  type MemorySearchRequest,
} from "./policy/memory-search.ts";
export { isPrivateConversation } from "./policy/private-conversation.ts";
export type { FactField, RuleFacts, RuleField } from "./policy/rule-facts.ts";
export type { FieldTrace, RuleTrace, Trace, TraceOptions } from "./policy/rule-trace.ts";
export type { RuleAction, RuleReference } from "./policy/rule.ts";
export { evaluateSend, type SendDecision, type SendReason, type SendRequest } from "./policy/send.ts";
export type { SessionFacts, StoredSession } from "./policy/session-facts.ts";
export type { ChangeSet, Choice, SettingChange } from "./policy/setting-change.ts";
export type {
  Requester,
  SessionRow,
  SessionWorld,
  VisibilityAction,
  VisibilityRequest,
} from "./policy/visibility-request.ts";
export type { VisibilityReason, VisibilitySettings } from "./policy/visibility-rule.ts";
export type { Visibility } from "./policy/visibility-setting.ts";
export type { VisibilityFacts } from "./policy/visibility-facts.ts";
export type { VisibilityTrace } from "./policy/visibility-trace.ts";
export { evaluateVisibility, visibleSessions, type VisibilityDecision } from "./policy/visibility.ts";

// analysis
export { audit, type AuditOptions } from "./analysis/audit.ts";
export { applyFix } from "./analysis/audit/apply-fix.ts";
export type { ConfigChange, Finding, Fix, Severity, Witness } from "./analysis/audit/finding.ts";
export type { Suppression } from "./analysis/audit/suppression.ts";
export { assertNotLooser, type LooserDecision, type LoosenessCheck } from "./analysis/assert-not-looser.ts";
export {
  comparePolicies,
  type ComparedKind,
  type Comparison,
  type KindComparisons,
} from "./analysis/compare.ts";
export type { ResetRequest } from "./analysis/compare-reset.ts";
export type { SharingRequest } from "./analysis/compare-resolution.ts";
export type { Difference, KindComparison, Verdict } from "./analysis/compare-verdict.ts";
export { coverage, type Coverage, type CoveredElement } from "./analysis/coverage.ts";
export { explain, type Decision } from "./analysis/explain.ts";
export {
  toSarif,
  type SarifLocation,
  type SarifLog,
  type SarifResult,
  type SarifRule,
  type SarifSource,
} from "./analysis/sarif.ts";
export type { World, WorldGroup, WorldSender } from "./analysis/world.ts";
export { checkPins, type Drift } from "./analysis/check-pins.ts";
export type { DriftRisk } from "./analysis/drift-risk.ts";
export { toLcov } from "./analysis/lcov.ts";
export { materialize } from "./analysis/materialize.ts";
export type { Part, PartKind } from "./analysis/parts/part.ts";
export type { Pin, PinDocument } from "./analysis/pins.ts";
export { answer, type Answer, type Ask, type Question } from "./analysis/question.ts";
export { recordPins } from "./analysis/record-pins.ts";
export { suggestInputs, type SuggestedInput } from "./analysis/suggest-inputs.ts";
export { explainMigration } from "./analysis/explain-migration.ts";
export type {
  Migration,
  MigrationReason,
  OpenMigration,
  OrphanMigration,
  SettledMigration,
} from "./analysis/migration.ts";
export { planMigration } from "./analysis/plan-migration.ts";

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
