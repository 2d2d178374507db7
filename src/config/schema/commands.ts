import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { openSettings } from "./settings.ts";
import { ids, text } from "./text.ts";

/** Whether something is on, or whatever the channel itself does (`"auto"`). */
const onOrAuto = z.union([z.boolean(), z.literal("auto")], { error: 'true, false or "auto"' });

/** `commands`: who commands the bot, and how. A host keeps much else there. */
export const commandsSchema = once((behaviours: Behaviours) =>
  openSettings({
    ownerAllowFrom: ids(behaviours),
    allowFrom: z.record(text(behaviours), ids(behaviours)),
    text: z.boolean(),
    native: onOrAuto,
    useAccessGroups: z.boolean(),
  }),
);
