import { once } from "../../edition/once.ts";
import type { Policy } from "../policy.ts";
import { valueAt } from "../loaded/draft.ts";
import { writtenConfig } from "../loaded/origin.ts";
import { parsePath } from "../path.ts";
import { accepts, listOf } from "./read-lists.ts";

/** Whether a setting may be written at a place. */
type Knows = (place: readonly (string | number)[]) => boolean;

/** What a policy's edition has a word for: a release what it accepts, an edition of ours whatever it reads. */
export const knowsOf = /* @__PURE__ */ once(({ edition, behaviours }: Policy): Knows => {
  if (behaviours.has("strict-settings")) return () => true;
  const list = listOf(edition);
  return (place) => accepts(place, list);
});

/** Whether a policy's edition has a word for a setting: it is written, or the edition knows it. */
export function canSay(path: string, policy: Policy): boolean {
  const place = parsePath(path) ?? [];
  const isWritten = [policy.config, writtenConfig(policy)].some(
    (config) => valueAt(config, place) !== undefined,
  );
  return isWritten || knowsOf(policy)(place);
}
