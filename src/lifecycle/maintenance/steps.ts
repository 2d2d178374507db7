import { once } from "../../edition/once.ts";
import type { Behaviours } from "../../edition/edition.ts";
import type { KeyTraits } from "./key-traits.ts";

/** What is to be done with one session, and why. */
export interface MaintenanceStep {
  /** The session key, `agent:<agentId>:…`, as the store has it. */
  readonly key: string;
  /** Its place in the order in which the store gave its sessions, from 0. */
  readonly index: number;
  /** `archive` sets it aside and leaves it in the store. */
  readonly action: "delete" | "archive";
  /** Why it goes: what it is and its age, its age alone, or the cap on the number of sessions. */
  readonly reason: "stale-model-run" | "stale-dashboard" | "age-retention" | "active-session-cap";
  /** What becomes of the transcript of the conversation. */
  readonly transcript: "kept" | "archived";
}

/** Writes down what happens to a session that goes. */
export type TakeStep = (key: string, index: number, traits: KeyTraits) => MaintenanceStep;

/** What happens to sessions, by why they go. */
export type StepRules = Readonly<Record<MaintenanceStep["reason"], TakeStep>>;

type Disposal = Pick<MaintenanceStep, "action" | "transcript">;

const setAside: Disposal = { action: "archive", transcript: "kept" };

function takeAs(
  reason: MaintenanceStep["reason"],
  ordinary: Disposal,
  disposable: Disposal = ordinary,
): TakeStep {
  return (key, index, traits) => {
    const { action, transcript } = traits.disposable ? disposable : ordinary;
    return { key, index, action, reason, transcript };
  };
}

/** What an edition's maintenance does to the sessions that go. */
export const stepRules: (behaviours: Behaviours) => StepRules = once((behaviours: Behaviours) => {
  const removal = (archivesTranscript: boolean): Disposal => ({
    action: "delete",
    transcript: archivesTranscript ? "archived" : "kept",
  });
  const pruned = removal(behaviours.has("pruned-transcripts-archived"));
  const capped = removal(behaviours.has("capped-transcripts-archived"));
  return {
    "stale-model-run": takeAs("stale-model-run", pruned),
    // A dashboard session is set aside even where its key says that the system made it.
    "stale-dashboard": takeAs("stale-dashboard", setAside),
    "age-retention": takeAs("age-retention", behaviours.has("age-archives") ? setAside : pruned, pruned),
    "active-session-cap": takeAs(
      "active-session-cap",
      behaviours.has("cap-archives") ? setAside : capped,
      capped,
    ),
  };
});
