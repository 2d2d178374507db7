import { once } from "../../edition/once.ts";
import type { Policy } from "../policy.ts";
import { isListed, listOf } from "./read-lists.ts";

/** Whether a setting may be written at a place. */
type Knows = (place: readonly (string | number)[]) => boolean;

/** What a policy's edition has a word for: a release what is listed, an edition of ours whatever it reads. */
export const knowsOf = /* @__PURE__ */ once(({ edition, behaviours }: Policy): Knows => {
  if (behaviours.has("strict-settings")) return () => true;
  const list = listOf(edition);
  const steps = (place: readonly (string | number)[]) =>
    place.map((step) => (typeof step === "number" ? "[]" : step));
  return (place) => isListed(steps(place), list);
});
