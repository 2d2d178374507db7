import * as z from "zod";

export const loggingSchema = z.looseObject({
  level: z.string().optional(),
  events: z
    .strictObject({
      sessionCreate: z.boolean().optional(),
      sessionAccess: z.boolean().optional(),
      toolExecution: z.boolean().optional(),
      approvalRequests: z.boolean().optional(),
    })
    .optional(),
});
