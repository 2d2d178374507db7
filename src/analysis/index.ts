export { audit, type AuditOptions } from "./audit/audit.ts";
export { applyFix } from "./audit/apply-fix.ts";
export { editSource } from "./audit/edit-source.ts";
export type { ConfigChange, Finding, FindingFix, Witness } from "./audit/finding.ts";
export type { FindingId, Severity } from "./audit/finding-kinds.ts";
export type { Suppression } from "./audit/suppression.ts";
export { auditUnknowns, type AuditUnknown } from "./audit/unknowns.ts";
export { assertNotLooser, type LooserDecision, type LoosenessCheck } from "./compare/assert-not-looser.ts";
export {
  comparePolicies,
  type ComparedKind,
  type Comparison,
  type KindComparisons,
} from "./compare/compare.ts";
export type { ResetRequest } from "./compare/reset.ts";
export type { SharingRequest } from "./compare/resolution.ts";
export type { Difference, KindComparison, UnprovenCause, Verdict } from "./compare/verdict.ts";
export { coverage, type Coverage, type CoveredElement } from "./coverage/coverage.ts";
export {
  toSarif,
  type SarifLocation,
  type SarifLog,
  type SarifResult,
  type SarifRule,
  type SarifSource,
} from "./audit/sarif.ts";
export { contextUse, type ContextUse } from "./store/context-use.ts";
export { inboundOfEntry, type StoredInbound } from "./store/inbound-of-entry.ts";
export { storedQuestions, type Inputs } from "./store/stored-questions.ts";
export { labelOf } from "./store/label-of.ts";
export { explainStore } from "../lifecycle/store/explain.ts";
export {
  readStore,
  type NoStore,
  type ReadStore,
  type StoredSessions,
  type StoreReading,
  type UnreadRow,
  type UnreadRowReason,
} from "../lifecycle/store/read-store.ts";
export type { StoredOrigin, StoredRoute, StoreRow } from "../lifecycle/store/store-row.ts";
export type { AuditWorld, WorldGroup, WorldSender } from "./world.ts";
export { describePolicy } from "./describe/describe-policy.ts";
export type { Statement, StatementSubject } from "./describe/statement.ts";
export type { Door, DoorWho, PersonAtDoor } from "./doors/door.ts";
export { explainDoor } from "./doors/explain.ts";
export { whoMayWrite } from "./doors/who-may-write.ts";
export { explainExposedSession, explainExposure, explainNotice } from "./exposure/explain.ts";
export {
  exposure,
  type ExposedSession,
  type Exposure,
  type ExposureOptions,
  type ExposureUnknown,
  type Notice,
  type SessionReaders,
} from "./exposure/exposure.ts";
export type { Party, PartyEvidence, PartyKind } from "./exposure/party.ts";
export {
  explainLogFinding,
  type LogEvidence,
  type LogFinding,
  type LogFindingId,
} from "./log/log-finding.ts";
export { scanLog, type LogScan, type ScanOptions } from "./log/scan-log.ts";
export {
  explainStoreSummary,
  summarizeSessions,
  type SessionState,
  type SessionSummary,
  type StoreSummary,
} from "./sessions/summarize-sessions.ts";
export { checkPins, type Drift } from "./pin/check-pins.ts";
export type { DriftRisk } from "./pin/check-pins.ts";
export { toLcov } from "./coverage/lcov.ts";
export { materialize } from "./materialize.ts";
export type { CoveragePart, CoveragePartKind } from "./coverage/part.ts";
export type { Pin, PinDocument } from "./pin/record-pins.ts";
export { answer, type Answer, type QuestionKind, type Question } from "./question.ts";
export { recordPins } from "./pin/record-pins.ts";
export { suggestInputs, type SuggestedInput } from "./coverage/suggest-inputs.ts";
export { explainMigration } from "./migration/migration.ts";
export type {
  Migration,
  MigrationReason,
  OpenMigration,
  OrphanMigration,
  SettledMigration,
} from "./migration/migration.ts";
export { planMigration } from "./migration/plan-migration.ts";
export { upgradeConfig, type UpgradedConfig, type UpgradeOptions } from "./upgrade/upgrade-config.ts";
export { upgradeChangeCodes, type UpgradeChange, type UpgradeChangeCode } from "../config/upgrade/change.ts";
export type { UpgradeEffect } from "../config/older-keys.ts";
export { notRead, type NotRead } from "../config/keys/not-read.ts";
export type { DecisionKind } from "../config/keys/undecided.ts";
