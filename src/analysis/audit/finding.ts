import { severities, severityOf, type FindingCase, type FindingId, type Severity } from "./finding-kinds.ts";

/** One change of a config, at a place that `formatPath` writes. */
export type ConfigChange =
  | {
      /** Where to write. */
      readonly path: string;
      /** What to write there. */
      readonly set: unknown;
      /** Absent where something is written. */
      readonly remove?: never;
    }
  | {
      /** Where something stands. */
      readonly path: string;
      /** Takes it away. */
      readonly remove: true;
      /** Absent where something is taken away. */
      readonly set?: never;
    };

/** What makes a finding go away. */
export interface FindingFix {
  /** The change in words. */
  readonly sentence: string;
  /** The same for a program, to be made together; empty where no setting helps, or only the host can know. */
  readonly changes: readonly ConfigChange[];
}

/** Who would get what, as the decision functions answer. */
export interface Witness {
  /** Senders and rooms, `telegram:123`; or the session keys that ask. */
  readonly who: readonly string[];
  /** What they get: a session key, a tool, a command. */
  readonly what: string;
  /** Whether they are made up, because neither config nor world names anybody. */
  readonly invented: boolean;
}

/** What a finding tells, whatever is at stake. */
interface Told {
  /** The setting that lets it happen, written or not; empty where the edition itself does. */
  readonly path: string;
  /** What could happen, in one sentence. */
  readonly message: string;
  /** What makes the finding go away. */
  readonly fix: FindingFix;
  /** Who would get what; absent where nobody would, or nobody can be named. */
  readonly witness?: Witness;
  /** Present where the host knows about it and wants it so. */
  readonly suppressed?: {
    /** Why the host wants it so, in its own words. */
    readonly reason: string;
  };
}

/** What a check finds; how much is at stake stands with the kind. */
export type Found = FindingCase & Told;

/** One thing that a config lets happen. */
export interface Finding extends Told {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "finding";
  /** What was found; each is told in `findingKinds`. */
  readonly id: FindingId;
  /** How much is at stake: `critical`, `high`, `medium`, `low` or `info`. */
  readonly severity: Severity;
}

/** A fix for what the edition does of itself. */
export function moveOn(sentence: string): FindingFix {
  return { sentence, changes: [] };
}

/** A fix by one setting. */
export function writeSetting(path: string, value: unknown, sentence?: string): FindingFix {
  return {
    sentence: sentence ?? `Write ${path}: ${JSON.stringify(value)}.`,
    changes: [{ path, set: value }],
  };
}

/** A fix by taking one thing away. */
export function removeSetting(path: string, sentence = `Remove ${path}.`): FindingFix {
  return { sentence, changes: [{ path, remove: true }] };
}

/** Kinds that tell of a worse one what is left of it where that is mended. */
const remains: Readonly<Partial<Record<FindingId, FindingId>>> = {
  "direct-messages-would-be-shared": "direct-messages-shared",
  "memory-open-to-groups": "memory-searched-in-groups",
  "memory-scope-by-default": "memory-searched-in-groups",
};

/** Those of what is found after a change that were not found before, or not as so much at stake, and weigh as much as something. */
export function madeWorse(
  before: readonly Finding[],
  after: readonly Finding[],
  than: Severity,
): readonly Finding[] {
  const rank = (severity: Severity) => severities.indexOf(severity);
  return after.filter(
    ({ id, severity }) =>
      rank(severity) <= rank(than) &&
      !before.some((other) => [id, remains[id]].includes(other.id) && rank(other.severity) <= rank(severity)),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function weigh({ id, milder, ...told }: Found): Finding {
  // The two belong together; taken apart they have lost that.
  return { kind: "finding", id, severity: severityOf({ id, milder } as FindingCase), ...told };
}

/** Makes findings of what was found, in their order (worst first, then by path, then by id), each id once a place. */
export function findingsOf(found: readonly Found[]): readonly Finding[] {
  const seen = new Set<string>();
  return found
    .map(weigh)
    .toSorted(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        compareText(a.path, b.path) ||
        compareText(a.id, b.id),
    )
    .filter(({ id, path }) => {
      const place = JSON.stringify([id, path]);
      return !seen.has(place) && seen.add(place);
    });
}
