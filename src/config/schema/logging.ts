import * as z from "zod/mini";
import { closedSettings, openSettings } from "./settings.ts";

export const loggingSchema = openSettings({
  level: z.string(),
  events: closedSettings({
    sessionCreate: z.boolean(),
    sessionAccess: z.boolean(),
    toolExecution: z.boolean(),
    approvalRequests: z.boolean(),
  }),
});
