import fc from "fast-check";
import type { SessionEntry } from "../../../src/lifecycle/session-entry.ts";

/** What a key says, known because the test wrote it. */
export interface KnownKey {
  readonly key: string;
  readonly disposable: boolean;
  readonly conversation: boolean;
  readonly dashboard: boolean;
  readonly modelRun: boolean;
}

export interface KnownSession {
  readonly known: KnownKey;
  readonly entry: SessionEntry;
}

const hour = 3_600_000;
/** Now, for every store that is drawn. */
export const now = 1_000 * 24 * hour;

type Writer = (id: string) => string;

const disposable: readonly Writer[] = [
  (id) => `agent:main:subagent:${id}`,
  (id) => `agent:main:cron:job:run:${id}`,
  (id) => `agent:main:hook:${id}`,
  (id) => `agent:main:telegram:direct:${id}:heartbeat`,
];
const conversations: readonly Writer[] = [
  (id) => `agent:a${id}:main`,
  (id) => `agent:main:discord:channel:${id}`,
  (id) => `agent:main:telegram:direct:${id}`,
  (id) => `agent:main:explicit:x:thread:${id}`,
];
const modelRun: Writer = (id) =>
  `agent:main:explicit:model-run-00000000-0000-4000-8000-${id.padStart(12, "0")}`;

const ordinary = { disposable: false, conversation: false, dashboard: false, modelRun: false };
const id = fc.nat({ max: 40 }).map(String);

const knownKey: fc.Arbitrary<KnownKey> = fc.oneof(
  id.map((text) => ({ ...ordinary, key: `agent:main:explicit:${text}` })),
  id.map((text) => ({ ...ordinary, key: `+1555${text}` })),
  id.map((text) => ({ ...ordinary, key: `agent:main:dashboard:${text}`, dashboard: true })),
  id.map((text) => ({ ...ordinary, key: modelRun(text), disposable: true, modelRun: true })),
  fc
    .tuple(fc.constantFrom(...disposable), id)
    .map(([write, text]) => ({ ...ordinary, key: write(text), disposable: true })),
  fc
    .tuple(fc.constantFrom(...conversations), id)
    .map(([write, text]) => ({ ...ordinary, key: write(text), conversation: true })),
);

// Few different times, so that ties are common.
const pastTime = fc.nat({ max: 12 }).map((steps) => now - steps * 6 * hour);

const entry = fc.record(
  {
    updatedAt: pastTime,
    sessionStartedAt: pastTime,
    lastInteractionAt: pastTime,
    archivedAt: fc.constant(1),
    pinnedAt: fc.constant(1),
    modelSelectionLocked: fc.boolean(),
    status: fc.constantFrom("running", "done"),
    inUse: fc.boolean(),
    spawnedBy: fc.constantFrom("", "agent:main:main"),
  },
  { requiredKeys: [] },
);

/** A session in five has something special about it. */
const usualEntry = fc.record({ updatedAt: pastTime });

/** Stores of up to 60 sessions, each key once. */
export const knownStore: fc.Arbitrary<readonly KnownSession[]> = fc
  .uniqueArray(
    fc.tuple(knownKey, fc.oneof({ weight: 4, arbitrary: usualEntry }, { weight: 1, arbitrary: entry })),
    {
      selector: ([{ key }]) => key,
      maxLength: 60,
    },
  )
  .map((sessions) => sessions.map(([known, fields]) => ({ known, entry: { ...fields, key: known.key } })));
