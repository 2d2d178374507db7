import type { Policy } from "../config/policy.ts";
import { compileKeyTraits, type KeyTraits } from "./maintenance-key.ts";
import { compileProtection, type KeptReason, type Protection } from "./protected-session.ts";
import { lastSignOfLife, time, type SessionEntry } from "./session-entry.ts";

/** A session that maintenance may touch. */
export interface Candidate {
  readonly key: string;
  /** Its place in the order in which the store gave its sessions. */
  readonly index: number;
  readonly traits: KeyTraits;
  readonly updatedAt: number | undefined;
  /** Its last sign of life; 0 when it gave none. */
  readonly activeAt: number;
  /** It is kept from age and cap; only the step that is meant for its kind overlooks why. */
  readonly kept: boolean;
}

/** What one pass over a store found. */
export interface Survey {
  readonly candidates: readonly Candidate[];
  readonly total: number;
  /** How many sessions count towards the cap. */
  readonly counted: number;
  /** How many sessions are kept, by reason. */
  readonly kept: Readonly<Record<KeptReason, number>>;
}

/** How an edition looks at the sessions of a store. */
export interface Surveyor extends Protection {
  readonly traitsOf: (key: string) => KeyTraits;
  /** Passes once over any iterable and keeps only what may have to go. */
  readonly survey: (entries: Iterable<SessionEntry>, recentSince: number) => Survey;
}

type Overlooks = (traits: KeyTraits, reason: KeptReason) => boolean;

/** Which reasons the steps for model runs and for dashboards do not look at. */
function compileOverlooks({ behaviours }: Policy): Overlooks {
  const seenByDashboards: ReadonlySet<KeptReason> = new Set(["archived", "pinned", "in-use"]);
  const lenientDashboards = !behaviours.has("dashboards-kept-alike");
  return (traits, reason) =>
    traits.modelRun
      ? !traits.disposable && reason === "conversation"
      : traits.dashboard && lenientDashboards && !seenByDashboards.has(reason);
}

/** Compiles how an edition looks at the sessions of a store. */
export function compileSurveyor(policy: Policy): Surveyor {
  const traitsOf = compileKeyTraits(policy);
  const protection = compileProtection(policy);
  const overlooks = compileOverlooks(policy);
  const countsArchived = !policy.behaviours.has("cap-archives");
  return {
    ...protection,
    traitsOf,
    survey: (entries, recentSince) => {
      const candidates: Candidate[] = [];
      const kept = { archived: 0, pinned: 0, "in-use": 0, locked: 0, running: 0, recent: 0, conversation: 0 };
      let total = 0;
      let counted = 0;
      for (const entry of entries) {
        const index = total;
        total += 1;
        if (countsArchived || entry.archivedAt === undefined) counted += 1;
        const traits = traitsOf(entry.key);
        const reason = protection.whyKept(entry, traits, recentSince);
        if (reason !== undefined) kept[reason] += 1;
        if (reason !== undefined && !overlooks(traits, reason)) continue;
        candidates.push({
          key: entry.key,
          index,
          traits,
          updatedAt: time(entry.updatedAt),
          activeAt: lastSignOfLife(entry),
          kept: reason !== undefined,
        });
      }
      return { candidates, total, counted, kept };
    },
  };
}
