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
export type { AuditWorld, WorldGroup, WorldSender } from "./world.ts";
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
export { notRead, type NotRead } from "../config/keys/not-read.ts";
export type { DecisionKind } from "../config/keys/undecided.ts";
