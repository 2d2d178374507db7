import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { expectation } from "../expectation.ts";
import { writtenLinks } from "../written-links.ts";
import { isObject } from "../is-object.ts";
import { text, texts } from "./text.ts";

/** The ids of each person, or the person of each id. */
export type IdentityLinks = Record<string, string[] | string>;

const linksSchema = once((behaviours: Behaviours) => {
  const people = texts(behaviours);
  const either = z.union([people, text(behaviours)], { error: "a list of ids, or the name of a person" });
  return z.record(text(behaviours), behaviours.has("inverted-links") ? either : people);
});

function isSound(id: unknown): boolean {
  return typeof id === "string" && id !== "" && id.trim() === id;
}

function areSound(ids: unknown): boolean {
  if (!Array.isArray(ids) || ids.length === 0) return false;
  // Unlike `every`, this sees the holes of a list.
  for (const id of ids) if (!isSound(id)) return false;
  return true;
}

/** Whether nothing can be wrong with a map of links in any edition. */
function isPlainlySound(links: unknown): boolean {
  if (!isObject(links)) return false;
  const { keys, values } = writtenLinks(links);
  return keys.every(isSound) && values.every(areSound);
}

/**
 * `session.identityLinks`. A directory may be exported into it, so a sound map is passed in one plain
 * loop; the schema is asked only where something may be wrong.
 */
export const identityLinksSchema = once((behaviours: Behaviours) =>
  z.custom<IdentityLinks>().check((context) => {
    if (isPlainlySound(context.value)) return;
    const { error } = linksSchema(behaviours).safeParse(context.value, { error: expectation });
    // A finished issue is a raw one whose message is settled.
    for (const issue of error?.issues ?? [])
      context.issues.push({ ...issue, input: context.value } as z.core.$ZodRawIssue);
  }),
);
