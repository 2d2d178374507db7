import * as z from "zod/mini";
import type { AuditWorld } from "../analysis/world.ts";

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
  keys: z.exactOptional(
    z.union([z.array(z.union([text, z.looseObject({})])), z.record(text, z.looseObject({}))]),
  ),
}) satisfies z.ZodMiniType<AuditWorld>;
