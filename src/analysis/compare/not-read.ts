import { notRead, type NotRead } from "../../config/keys/not-read.ts";
import { property } from "../../config/loaded/draft.ts";
import { parsePath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { canonicalJson } from "../canonical-json.ts";

/** Says what a setting says and of whom: of an element of a list by its id, or else by all that it says. */
function said({ path }: NotRead, { config }: Policy): string {
  let value: unknown = config;
  const place: unknown[] = [];
  for (const step of parsePath(path) ?? []) {
    value = property(value, step);
    place.push(typeof step === "string" ? step : (property(value, "id") ?? value));
  }
  return canonicalJson([place, value]);
}

/** The settings of one policy that no decision reads and that another one does not have alike. */
function missingIn(other: Policy, policy: Policy): readonly NotRead[] {
  // Two editions may read even the same setting otherwise.
  const same = policy.edition === other.edition ? notRead(other) : [];
  const texts = new Set(same.map((setting) => said(setting, other)));
  return notRead(policy).filter((setting) => !texts.has(said(setting, policy)));
}

/**
 * Lists the settings that no decision reads and by which two policies may decide otherwise: under one edition those that
 * are not the same in both, under two all of them.
 */
export function compareNotRead(from: Policy, to: Policy): readonly NotRead[] {
  const found = [...missingIn(from, to), ...missingIn(to, from)];
  return [...new Map(found.map((setting) => [setting.path, setting])).values()];
}
