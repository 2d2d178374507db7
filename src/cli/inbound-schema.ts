import * as z from "zod/mini";
import type { AccessRequest } from "../policy/access/access-request.ts";
import type { Inbound } from "../scope/inbound.ts";

const text = z.string();
const optionalText = z.exactOptional(text);
const optionalTexts = z.exactOptional(z.array(text));
const chatType = z.enum(["direct", "group", "channel"]);

/** A message as it may stand in a file, with what only its admission asks. */
type WrittenInbound = Inbound & Pick<AccessRequest, "mentioned"> & { readonly paired?: readonly string[] };

/** The facts of a message. */
export const inboundSchema = z.strictObject({
  channel: text,
  account: optionalText,
  chatType,
  peer: optionalText,
  aliases: optionalTexts,
  thread: optionalText,
  parent: z.exactOptional(z.strictObject({ chatType, peer: text })),
  sender: optionalText,
  guild: optionalText,
  team: optionalText,
  roles: optionalTexts,
  mentioned: z.exactOptional(z.boolean()),
  paired: optionalTexts,
}) satisfies z.ZodMiniType<WrittenInbound>;
