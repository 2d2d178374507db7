import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { dmScope, groupScope } from "./session.ts";
import { closedSettings } from "./settings.ts";
import { text, texts } from "./text.ts";

const peerKinds = ["direct", "dm", "group", "channel"] as const;

/** One entry of `bindings`: messages that match go to this agent. */
export const bindingSchema = once((behaviours: Behaviours) => {
  const word = text(behaviours);
  const strict = behaviours.has("strict-settings");
  return z.looseObject({
    type: z.optional(z.string()),
    agentId: word,
    comment: z.optional(z.string()),
    match: z.strictObject({
      channel: word,
      accountId: z.optional(word),
      peer: z.optional(
        z.strictObject({ kind: z.enum(peerKinds.filter((kind) => kind !== "dm" || !strict)), id: word }),
      ),
      guildId: z.optional(word),
      teamId: z.optional(word),
      roles: z.optional(texts(behaviours)),
    }),
    session: z.optional(closedSettings({ dmScope, groupScope })),
  });
});

export const bindingsSchema = once((behaviours: Behaviours) => z.array(bindingSchema(behaviours)));
