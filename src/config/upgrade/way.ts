import { behavioursOf, lineageOf, type Behaviours, type Edition } from "../../edition/edition.ts";
import { repairs, type Repair } from "../../edition/repairs.ts";
import type { Generation } from "../../edition/releases.ts";
import type { Issue } from "../issue.ts";
import { accepts, changedIn, knowsKey, leftIn, listOf, type Takes } from "../keys/read-lists.ts";
import type { LoadDraft, PropertyPath, Tree } from "../loaded/draft.ts";
import { formatPath } from "../path.ts";
import { readConfig } from "../read-config.ts";
import { configSchema } from "../schema/config.ts";
import { describes } from "../unknown-keys.ts";
import type { UpgradeChange } from "./change.ts";

/** The edition to which a config goes, as far as its steps ask. */
export interface Way {
  readonly behaviours: Behaviours;
  /** Its list of keys, by its position. */
  readonly time: number;
  /** What the release is called; undefined for an edition of ours. */
  readonly release: string | undefined;
  /** Whether it takes a setting at a place. */
  readonly knows: (place: PropertyPath) => boolean;
  /** Whether it leaves what it does not read where it stands, with a warning: an edition of ours does, where it does not refuse it. */
  readonly passesOver: (place: PropertyPath) => boolean;
  /** Whether a place stands in its list of keys, and not only where nothing is checked. */
  readonly lists: (place: PropertyPath) => boolean;
  /** Whether its doctor, or the start of its gateway, writes something anew. */
  readonly repairs: (repair: Repair) => boolean;
  /** The release from which on a place is not known. */
  readonly leftIn: (place: PropertyPath) => Generation | undefined;
  /** The release from which on what is taken at a place is not as asked. */
  readonly changedIn: (place: PropertyPath, wasSo: (takes: Takes) => boolean) => Generation | undefined;
  /** The home directory of the host, as it may be written in a path. */
  readonly home: string;
}

/** One step of an upgrade: changes a config and tells what it changed. */
export type UpgradeStep = (draft: LoadDraft, way: Way) => Iterable<UpgradeChange>;

/** The home directory that the environment names; where it does not, whoever reads a path puts it in. */
function homeIn({ HOME: home }: Readonly<Record<string, unknown>>): string {
  return typeof home === "string" && home.trim() !== "" ? home.trim() : "~";
}

/** What an edition of ours refuses of a config, by its place. */
function refusedBy(to: Edition, config: Tree): ReadonlyMap<string, Issue> {
  const read = readConfig(config, to, { substituted: true });
  const wrong = read.ok ? read.found.filter(({ issue }) => issue.severity === "error") : [];
  return new Map(wrong.map(({ issue }) => [issue.path, issue]));
}

/** What the steps ask about the edition that a config goes to. */
export function wayTo(config: Tree, to: Edition, env: Readonly<Record<string, string | undefined>>): Way {
  const behaviours = behavioursOf(to);
  const line = lineageOf(to);
  const isOurs = behaviours.has("strict-settings");
  const schema = configSchema(behaviours);
  const time = listOf(to);
  const refused = isOurs ? refusedBy(to, config) : new Map<string, Issue>();
  return {
    behaviours,
    time,
    release: isOurs ? undefined : to.slice("openclaw@".length),
    knows: (place) =>
      (accepts(place, time) || (isOurs && describes(schema, place))) &&
      refused.get(formatPath(place))?.code !== "unknown-key",
    passesOver: (place) => isOurs && !refused.has(formatPath(place)),
    lists: (place) => knowsKey(place, time),
    repairs: (repair) => line.has(repairs[repair]),
    // The lists name the releases that there are.
    leftIn: (place) => leftIn(place, time) as Generation | undefined,
    changedIn: (place, wasSo) => changedIn(place, time, wasSo) as Generation | undefined,
    home: homeIn(env),
  };
}
