import type { Policy } from "../config/policy.ts";
import { compileCapVictims } from "./cap-victims.ts";
import type { Candidate } from "./maintenance-candidates.ts";

/** What is to be done with one session, and why. */
export interface MaintenanceStep {
  readonly key: string;
  /** Its place in the order in which the store gave its sessions, from 0. */
  readonly index: number;
  /** `archive` sets it aside and leaves it in the store. */
  readonly action: "delete" | "archive";
  readonly reason: "stale-model-run" | "stale-dashboard" | "age-retention" | "active-session-cap";
  /** What becomes of the transcript of the conversation. */
  readonly transcript: "kept" | "archived";
}

/** What one step of maintenance takes, and what it leaves to the next. */
export interface Taken {
  readonly steps: readonly MaintenanceStep[];
  readonly left: readonly Candidate[];
}

/** Takes the candidates that are older than an age in milliseconds; an absent age takes none. */
type TakeByAge = (candidates: readonly Candidate[], ageMs: number | undefined, now: number) => Taken;

/** The steps of maintenance, in the order in which they are taken. */
export interface Steps {
  readonly staleModelRuns: TakeByAge;
  readonly staleDashboards: TakeByAge;
  readonly beyondAge: TakeByAge;
  readonly beyondCap: (candidates: readonly Candidate[], overflow: number) => readonly MaintenanceStep[];
}

type Disposal = Pick<MaintenanceStep, "action" | "reason" | "transcript">;

function take({ key, index }: Candidate, { action, reason, transcript }: Disposal): MaintenanceStep {
  return { key, index, action, reason, transcript };
}

/** How a step treats people's sessions and those that the system made for itself. */
function disposals(reason: MaintenanceStep["reason"], archives: boolean, archivesTranscript: boolean) {
  const removal: Disposal = {
    action: "delete",
    reason,
    transcript: archivesTranscript ? "archived" : "kept",
  };
  const ordinary: Disposal = archives ? { action: "archive", reason, transcript: "kept" } : removal;
  return ({ traits }: Candidate): Disposal => (traits.disposable ? removal : ordinary);
}

/** Compiles the steps of an edition's maintenance. */
export function compileSteps({ behaviours }: Policy): Steps {
  const zeroKeeps = behaviours.has("zero-age-keeps");
  const prunedTranscripts = behaviours.has("pruned-transcripts-archived");
  const cappedTranscripts = behaviours.has("capped-transcripts-archived");
  const capVictims = compileCapVictims(behaviours);

  function byAge(
    disposalOf: (candidate: Candidate) => Disposal,
    isDue: (candidate: Candidate, cutoff: number) => boolean,
  ): TakeByAge {
    return (candidates, ageMs, now) => {
      if (ageMs === undefined || (zeroKeeps && ageMs <= 0)) return { steps: [], left: candidates };
      const steps: MaintenanceStep[] = [];
      const left: Candidate[] = [];
      for (const candidate of candidates) {
        if (isDue(candidate, now - ageMs)) steps.push(take(candidate, disposalOf(candidate)));
        else left.push(candidate);
      }
      return { steps, left };
    };
  }

  const capped = disposals("active-session-cap", behaviours.has("cap-archives"), cappedTranscripts);
  return {
    staleModelRuns: byAge(
      disposals("stale-model-run", false, prunedTranscripts),
      ({ traits, updatedAt }, cutoff) => traits.modelRun && updatedAt !== undefined && updatedAt < cutoff,
    ),
    // A dashboard session is set aside even where its key says that the system made it.
    staleDashboards: byAge(
      () => ({ action: "archive", reason: "stale-dashboard", transcript: "kept" }),
      ({ traits, activeAt }, cutoff) => traits.dashboard && activeAt > 0 && activeAt < cutoff,
    ),
    beyondAge: byAge(
      disposals("age-retention", behaviours.has("age-archives"), prunedTranscripts),
      ({ kept, updatedAt }, cutoff) => !kept && updatedAt !== undefined && updatedAt < cutoff,
    ),
    beyondCap: (candidates, overflow) =>
      capVictims(candidates, overflow).map((candidate) => take(candidate, capped(candidate))),
  };
}
