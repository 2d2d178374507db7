import * as z from "zod/mini";
import type { Suppression } from "../analysis/audit/suppression.ts";
import type { World } from "../analysis/world.ts";

const text = z.string();
const optionalText = z.exactOptional(text);

const senderSchema = z.strictObject({
  channel: text,
  peer: optionalText,
  account: optionalText,
  aliases: z.exactOptional(z.array(text)),
  person: optionalText,
});

const groupSchema = z.strictObject({
  channel: text,
  peer: text,
  account: optionalText,
  chatType: z.exactOptional(z.enum(["group", "channel"])),
  thread: optionalText,
});

/** Who is there beside the config. */
export const worldSchema = z.strictObject({
  senders: z.exactOptional(z.array(senderSchema)),
  accounts: z.exactOptional(z.record(text, z.array(text))),
  groups: z.exactOptional(z.array(groupSchema)),
  keys: z.exactOptional(z.array(text)),
}) satisfies z.ZodMiniType<World>;

/** A finding that is wanted so. */
export const suppressionSchema = z.strictObject({
  id: text,
  path: optionalText,
  reason: text,
}) satisfies z.ZodMiniType<Suppression>;
