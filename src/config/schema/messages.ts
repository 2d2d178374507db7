import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { openSettings } from "./settings.ts";
import { text } from "./text.ts";

/** `groupChat` of one agent, or of all under `messages`; an empty list of patterns says that there are none. */
export const groupChatSchema = once((behaviours: Behaviours) =>
  openSettings({ mentionPatterns: z.array(text(behaviours)) }),
);

/** `identity` of one agent: what it is called. */
export const identitySchema = openSettings({ name: z.string(), emoji: z.string() });

/** `messages`: of it, what counts as a mention. */
export const messagesSchema = once((behaviours: Behaviours) =>
  openSettings({ groupChat: groupChatSchema(behaviours) }),
);
