import type { ChannelConfig } from "../../config/config.ts";
import { placeOf, readIdentityLinks } from "../../config/identity-links.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { resetOverrides } from "../../lifecycle/reset/override.ts";
import { configuredChannels } from "../../policy/access/channel-access.ts";
import { memoryRules } from "../../policy/memory/memory-search.ts";
import { sendPolicy } from "../../policy/send/send.ts";
import { isRoute } from "../../scope/routing/binding-index.ts";
import { valueAt } from "../audit/apply-fix.ts";
import type { Question } from "../question.ts";

/** What a part of a config is: something that decides about some requests and leaves others alone. */
export type CoveragePartKind = "rule" | "binding" | "override" | "group" | "topic" | "link";

/** A part of a config, and where it stands. */
export interface CoveragePart {
  readonly kind: CoveragePartKind;
  readonly path: string;
}

/** Questions about which a part of a config may decide, those first that tell most of it. */
export interface Suggestions {
  /** Where the part stands. */
  readonly path: string;
  readonly inputs: Iterable<Question>;
}

type Path = readonly (string | number)[];

function rulePaths(policy: Policy): readonly string[] {
  return [sendPolicy(policy).list, ...memoryRules(policy)].flatMap(({ rules }) =>
    rules.map(({ reference }) => reference.path),
  );
}

function bindingPaths(policy: Policy): readonly string[] {
  return (policy.config.bindings ?? []).flatMap((binding, index) =>
    isRoute(binding, policy) ? [formatPath(["bindings", index])] : [],
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

/** The groups of a channel, or of one of its accounts, each with its topics behind it. */
function* roomsOf(groups: ChannelConfig["groups"], place: Path): Generator<CoveragePart> {
  for (const [group, { topics }] of Object.entries(groups ?? {})) {
    const path = [...place, "groups", group];
    yield { kind: "group", path: formatPath(path) };
    for (const topic of Object.keys(topics ?? {}))
      yield { kind: "topic", path: formatPath([...path, "topics", topic]) };
  }
}

function* rooms({ config }: Policy): Generator<CoveragePart> {
  for (const [channel, { accounts, groups }] of configuredChannels(config)) {
    const place = ["channels", channel];
    yield* roomsOf(groups, place);
    for (const [account, own] of Object.entries(accounts ?? {}))
      yield* roomsOf(own.groups, [...place, "accounts", account]);
  }
}

function linkPaths({ config }: Policy): readonly string[] {
  return Array.from(readIdentityLinks(config.session?.identityLinks), (link) => formatPath(placeOf(link)));
}

/** Every part of a config that its edition reads, by kind and in the order in which they are written. */
export function partsOf(policy: Policy): readonly CoveragePart[] {
  const ofKind = (kind: CoveragePartKind, paths: readonly string[]) => paths.map((path): CoveragePart => ({ kind, path }));
  return [
    ...ofKind("rule", rulePaths(policy)),
    ...ofKind("binding", bindingPaths(policy)),
    ...ofKind("override", overridePaths(policy)),
    ...rooms(policy),
    ...ofKind("link", linkPaths(policy)),
  ];
}
