import { placeOf, readIdentityLinks } from "../../config/identity-links.ts";
import { writtenConfig } from "../../config/loaded/origin.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { resetOverrides } from "../../lifecycle/reset/override.ts";
import { memoryRules } from "../../policy/memory/memory-search.ts";
import { sendPolicy } from "../../policy/send/send.ts";
import { isRoute } from "../../scope/routing/binding-index.ts";
import { valueAt } from "../audit/apply-fix.ts";
import { groupSections } from "../representative/places.ts";
import { hasRooms, type PlaceLevel } from "../../config/rooms.ts";
import type { PlaceTable } from "../../policy/access/places.ts";
import { groupSettings, isOfGroup, writtenSettings } from "./deciding-settings.ts";
import { placeSections, settingsOf, type PlaceSection } from "./places.ts";
import type { Question } from "../question.ts";

/** What a part of a config is: something that decides about some requests and leaves others alone. */
export type CoveragePartKind =
  "rule" | "binding" | "reset" | "override" | "group" | "topic" | "place" | "setting" | "link";

/** A part of a config, and where it stands. */
export interface CoveragePart {
  /** What sort of part it is. */
  readonly kind: CoveragePartKind;
  /** Where it stands in the config: `bindings[0]`. */
  readonly path: string;
}

/** Questions about which a part of a config may decide, those first that tell most of it. */
export interface Suggestions {
  /** Where the part stands. */
  readonly path: string;
  readonly inputs: Iterable<Question>;
}

function rulePaths(policy: Policy): readonly string[] {
  return [sendPolicy(policy).list, ...memoryRules(policy)].flatMap(({ rules }) =>
    rules.map(({ reference }) => reference.path),
  );
}

function overridePaths(policy: Policy): readonly string[] {
  const types = Object.keys(policy.config.session?.resetByType ?? {});
  const paths = [
    ...types.map((type) => formatPath(["session", "resetByType", type])),
    ...[...resetOverrides(policy)].map(({ path }) => path),
  ];
  // Some editions override where nothing is written.
  return [...new Set(paths)].filter((path) => valueAt(policy.config, path) !== undefined);
}

/** `session.reset`, and the settings that say something of it beside it. */
function resetPaths({ config }: Policy): readonly string[] {
  return ["reset", "dailyReset", "idleMinutes"]
    .map((name) => `session.${name}`)
    .filter((path) => valueAt(config, path) !== undefined);
}

/** The groups of a config, each with its settings and its topics behind it. */
function* rooms(policy: Policy): Generator<CoveragePart> {
  function* place(kind: "group" | "topic", path: string): Generator<CoveragePart> {
    yield { kind, path };
    for (const { path: setting } of groupSettings(policy).get(path) ?? [])
      yield { kind: "setting", path: setting };
  }

  for (const { channel, groups, path } of groupSections(policy)) {
    if (hasRooms(channel)) continue;
    for (const [group, { topics }] of Object.entries(groups)) {
      const steps = [...path, "groups", group];
      yield* place("group", formatPath(steps));
      for (const topic of Object.keys(topics ?? {}))
        yield* place("topic", formatPath([...steps, "topics", topic]));
    }
  }
}

function* placesIn(
  table: PlaceTable | undefined,
  level: PlaceLevel | undefined,
  section: PlaceSection,
  policy: Policy,
): Generator<CoveragePart> {
  if (level === undefined) return;
  for (const place of table?.byKey.values() ?? []) {
    yield { kind: "place", path: place.path };
    for (const path of settingsOf(place, level, section.scheme, policy)) yield { kind: "setting", path };
    yield* placesIn(place.within, level.within, section, policy);
  }
}

/** The servers, teams and rooms of channels that write them in a way of their own, each with its settings. */
function* places(policy: Policy): Generator<CoveragePart> {
  for (const section of placeSections(policy)) yield* placesIn(section.table, section.level, section, policy);
}

/** Every part of a config that its edition reads, by kind and in the order in which they are written. */
export function partsOf(policy: Policy): readonly CoveragePart[] {
  const { bindings = [], session } = writtenConfig(policy);
  const ofKind = (kind: CoveragePartKind, paths: readonly string[]) =>
    paths.map((path): CoveragePart => ({ kind, path }));
  const routes = bindings.flatMap((binding, index) =>
    isRoute(binding, policy) ? [formatPath(["bindings", index])] : [],
  );
  const links = Array.from(readIdentityLinks(session?.identityLinks), (link) => formatPath(placeOf(link)));
  return [
    ...ofKind("rule", rulePaths(policy)),
    ...ofKind("binding", routes),
    ...ofKind("reset", resetPaths(policy)),
    ...ofKind("override", overridePaths(policy)),
    ...rooms(policy),
    ...places(policy),
    ...ofKind(
      "setting",
      writtenSettings(policy).flatMap((setting) => (isOfGroup(setting) ? [] : [setting.path])),
    ),
    ...ofKind("link", links),
  ];
}
