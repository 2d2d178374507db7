import { ofEachFact, type FactField } from "../../config/rule-fields.ts";

/** What is known of a session beside its key, or what a rule asks for, fact by fact. */
export type Facts = Readonly<Record<FactField, string | undefined>>;

/** What prefixes are compared with: the key of one session. */
export interface KeyForms {
  /** The whole key. */
  readonly rawKey: string;
  /** The key without `agent:<agentId>:`; empty where the key has no such reading. */
  readonly scopedKey: string;
}

/** What rules are held against: the facts of one session, each in the form in which its edition compares it. */
export interface RuleFacts extends KeyForms, Facts {}

/** The facts of a session of which nothing is known, or of a rule that asks for none. */
export const noFacts: Facts = /* @__PURE__ */ ofEachFact(() => undefined);
