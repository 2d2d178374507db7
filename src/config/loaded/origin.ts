import { once } from "../../edition/once.ts";
import type { Config } from "../config.ts";
import type { Policy } from "../policy.ts";
import type { LoadChange } from "./change.ts";

/** What the loader changed, by where it stands now. */
const byPath = once(
  ({ loader }: Policy): ReadonlyMap<string, LoadChange> =>
    new Map((loader?.changes ?? []).map((change) => [change.path, change])),
);

/** The change by which the release's loader made what stands at a place; undefined where the owner wrote it there. */
export function loaderChangeAt(path: string, policy: Policy): LoadChange | undefined {
  return policy.loader === undefined ? undefined : byPath(policy).get(path);
}

/** Where the owner wrote what stands at a place: what a loader moved or made of it, it made of that. */
export function writtenPath(path: string, policy: Policy): string {
  return loaderChangeAt(path, policy)?.from ?? path;
}

/** The config as its owner wrote it. */
export function writtenConfig({ config, loader }: Policy): Config {
  return loader?.written ?? config;
}
