import * as z from "zod";
import { perEdition } from "../../edition/per-edition.ts";
import { dmScope, groupScope } from "./session.ts";
import { text, texts } from "./text.ts";

const peerKinds = ["direct", "dm", "group", "channel"] as const;

/** One entry of `bindings`: messages that match go to this agent. */
export const bindingSchema = perEdition((behaviours) => {
  const word = text(behaviours);
  const strict = behaviours.has("strict-settings");
  return z.looseObject({
    type: z.string().optional(),
    agentId: word,
    comment: z.string().optional(),
    match: z.strictObject({
      channel: word,
      accountId: word.optional(),
      peer: z
        .strictObject({ kind: z.enum(peerKinds.filter((kind) => kind !== "dm" || !strict)), id: word })
        .optional(),
      guildId: word.optional(),
      teamId: word.optional(),
      roles: texts(behaviours).optional(),
    }),
    session: z.strictObject({ dmScope: dmScope.optional(), groupScope: groupScope.optional() }).optional(),
  });
});

export const bindingsSchema = perEdition((behaviours) => z.array(bindingSchema(behaviours)));
