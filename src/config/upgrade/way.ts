import { behavioursOf, lineageOf, type Behaviours, type Edition } from "../../edition/edition.ts";
import type { Generation } from "../../edition/releases.ts";
import { accepts, isListed, leftIn, listOf } from "../keys/read-lists.ts";
import type { LoadDraft, PropertyPath } from "../loaded/draft.ts";
import { configSchema } from "../schema/config.ts";
import { describes } from "../unknown-keys.ts";
import type { UpgradeChange } from "./change.ts";

/** The edition to which a config goes, as far as its steps ask. */
export interface Way {
  readonly behaviours: Behaviours;
  /** Its list of keys, by its position. */
  readonly time: number;
  /** Whether it is an edition of ours, which passes over what it does not read with a warning. */
  readonly isOurs: boolean;
  /** What the release is called; undefined for an edition of ours. */
  readonly release: string | undefined;
  /** Whether it takes a setting at a place. */
  readonly knows: (place: PropertyPath) => boolean;
  /** Whether a place stands in its list of keys, and not only where nothing is checked. */
  readonly lists: (place: PropertyPath) => boolean;
  /** Whether it is a release, or one that continues it. */
  readonly continues: (release: Generation) => boolean;
  /** The release from which on a place is not known. */
  readonly leftIn: (place: PropertyPath) => Generation | undefined;
  /** The home directory of the host, as it may be written in a path. */
  readonly home: string;
}

/** One step of an upgrade: changes a config and tells what it changed. */
export type UpgradeStep = (draft: LoadDraft, way: Way) => Iterable<UpgradeChange>;

/** What the steps ask about the edition that a config goes to. */
export function wayTo(to: Edition, env: Readonly<Record<string, string | undefined>>): Way {
  const behaviours = behavioursOf(to);
  const line = lineageOf(to);
  const isOurs = behaviours.has("strict-settings");
  const schema = configSchema(behaviours);
  const time = listOf(to);
  return {
    behaviours,
    time,
    isOurs,
    release: isOurs ? undefined : to.slice("openclaw@".length),
    knows: (place) => accepts(place, time) || (isOurs && describes(schema, place)),
    lists: (place) =>
      isListed(
        place.map((step) => (typeof step === "number" ? "[]" : step)),
        time,
      ),
    continues: (release) => line.has(release),
    // The lists name the releases that there are.
    leftIn: (place) => leftIn(place, time) as Generation | undefined,
    home: env["HOME"]?.trim() || "~",
  };
}
