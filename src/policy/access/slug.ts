import { lowerCase } from "../../edition/lower-case.ts";
import type { Behaviours } from "../../edition/edition.ts";

/** A name as keys are written after it: `Help Desk` is `help-desk`. */
export function slug(name: string): string {
  return lowerCase(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The same as Slack writes it, where names keep some marks. */
export function slackSlug(name: string, behaviours: Behaviours): string {
  const kept = behaviours.has("slack-slugs-of-any-script")
    ? /[^\p{L}\p{M}\p{N}#@._+-]/gu
    : /[^a-z0-9#@._+-]/g;
  return lowerCase(name)
    .replace(kept, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
}
