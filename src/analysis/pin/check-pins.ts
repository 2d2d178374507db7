import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { membersOf, said, textOf } from "../../config/given.ts";
import { isObject } from "../../config/is-object.ts";
import { policyFingerprint } from "../fingerprint.ts";
import type { Policy } from "../../config/policy.ts";
import { answer, differences, isQuestion, openness, type Answer, type Question } from "../question.ts";
import { explainDecision } from "../explain-decision.ts";
import type { PinDocument } from "./record-pins.ts";
import type { Risk } from "../../edition/behaviour.ts";

/** What a drift risks; `explanation`: what is decided is the same, and why, or by what, is not. */
export type DriftRisk = Risk | "explanation";

/** What follows from a reset decision, without how it came about. */
function endOf(decision: Answer): string | undefined {
  if (decision.kind !== "reset") return undefined;
  const { fresh, staleSince, nextResetAt, nextResetBy } = decision;
  return JSON.stringify([fresh, staleSince, nextResetAt, nextResetBy]);
}

function keyOf(decision: Answer): string | undefined {
  return decision.kind === "resolution" ? decision.key : undefined;
}

/** What it risks that a decision became another one. */
function driftRisk(recorded: Answer, found: Answer): DriftRisk {
  if (recorded.kind === "reset" || found.kind === "reset")
    return endOf(recorded) === endOf(found) ? "explanation" : "timing";
  const before = openness(recorded);
  const now = openness(found);
  if (before < now) return "widens";
  if (before > now) return "narrows";
  return keyOf(recorded) === keyOf(found) ? "explanation" : "re-keys";
}

/** A decision that is not what was recorded. */
export interface Drift {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "drift";
  /** Which of the pins, from 0. */
  readonly index: number;
  /** What it risks that the decision became another one. */
  readonly risk: DriftRisk;
  /** The question that was asked. */
  readonly input: Question;
  /** What was answered when the pin was recorded. */
  readonly recorded: Answer;
  /** What is answered now. */
  readonly found: Answer;
  /** The fields that differ, as paths into the decision. */
  readonly fields: readonly string[];
  /** What happened and what to make of it, for a person. */
  readonly message: string;
}

const consequences: Readonly<Record<DriftRisk, string>> = {
  widens: "more is let through than before.",
  narrows: "less is let through than before.",
  "re-keys": "the conversation has another session key; what is stored under the old one is not found.",
  timing: "the session ends at another time.",
  explanation: "the outcome is the same, but the reason or the setting that decided is another.",
};

/** What changed since the pins were recorded, as far as the document tells. */
function causeOf(document: PinDocument, policy: Policy): string {
  if (document.edition !== policy.edition)
    return `They were recorded under edition ${textOf(document.edition)}, and this is ${policy.edition}.`;
  if (document.policyFingerprint !== policyFingerprint(policy))
    return "The config, or the time zone, is not the one they were recorded under.";
  return `Edition and config are the same, so keyscope itself decides differently than version ${textOf(document.libraryVersion)} did: please report it.`;
}

/**
 * Asks a policy everything that was recorded, and tells what it decides otherwise.
 *
 * @returns The drifts in the order of the pins; none when every recorded decision is repeated.
 *
 * @example
 * ```ts
 * const from = parsePolicy({ session: { dmScope: "per-peer" } }, { edition: "2026-11" });
 * const to = parsePolicy({ session: { dmScope: "main" } }, { edition: "2026-11" });
 * const inbound = { channel: "telegram", chatType: "direct", peer: "7" } as const;
 * const [drift] = checkPins(recordPins(from, [{ ask: "resolution", request: inbound }]), to);
 * drift?.risk; //=> "re-keys"
 * drift?.fields; //=> ["key", "dmScope"]
 * ```
 */
export function checkPins(document: PinDocument, policy: Policy): readonly Drift[] {
  if (isPolluted()) return unpolluted(checkPins, document, policy);
  demandPolicy(policy);
  if (!isObject(document)) return [];
  const cause = causeOf(document, policy);
  return [...membersOf(document.pins)].flatMap((pin, index) => {
    // What holds no question and no answer records nothing.
    if (!isObject(pin) || !isObject(pin.decision) || !isQuestion(pin.input)) return [];
    const { input, decision: recorded } = pin;
    const found = answer(input, policy);
    const fields = differences(recorded, found);
    if (fields.length === 0) return [];
    const risk = driftRisk(recorded, found);
    const message = [
      `Pin ${index} (${input.ask}), ${risk}: ${consequences[risk]}`,
      `asked: ${JSON.stringify(input)}`,
      `recorded: ${said(recorded, explainDecision)}`,
      `now: ${explainDecision(found)}`,
      `differs in: ${fields.join(", ")}`,
      cause,
    ].join("\n  ");
    return [{ kind: "drift", index, risk, input, recorded, found, fields, message }];
  });
}
