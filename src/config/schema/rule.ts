import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { inReleases, ruleFields, type RuleField } from "../rule-fields.ts";
import { closedSettings, knownFields } from "./settings.ts";
import { text } from "./text.ts";

const action = z.enum(["allow", "deny"]);
const chatTypes = ["direct", "dm", "group", "channel", "*"] as const;

/** What a rule asks of a session; every field that is written must hold. */
export const matchSchema = once((behaviours: Behaviours) => {
  const extended = behaviours.has("rule-extensions");
  const dm = behaviours.has("direct-reset-type") && !behaviours.has("legacy-settings-refused");
  const word = text(behaviours);
  const fields = {
    channel: word,
    account: word,
    chatType: z.enum(chatTypes.filter((type) => (type === "dm" ? dm : type !== "*" || extended))),
    peer: word,
    agent: word,
    thread: word,
    keyPrefix: word,
    rawKeyPrefix: word,
  } satisfies Record<RuleField, z.ZodMiniType>;
  const known = ruleFields.map((field) => [field, inReleases[field] || extended] as const);
  return closedSettings(fields, {
    ...Object.fromEntries(known),
    rawKeyPrefix: behaviours.has("raw-key-prefix-setting"),
  });
});

export const ruleSchema = once((behaviours: Behaviours) => {
  const extended = behaviours.has("rule-extensions");
  return z.strictObject(
    knownFields(
      {
        id: z.optional(text(behaviours)),
        reason: z.optional(z.string()),
        action,
        match: z.optional(matchSchema(behaviours)),
      },
      { id: extended, reason: extended },
    ),
  );
});

/** `session.sendPolicy`, `memorySearch.scope`, `memory.qmd.scope`. */
export const ruleListSchema = once((behaviours: Behaviours) =>
  closedSettings({ default: action, rules: z.array(ruleSchema(behaviours)) }),
);
