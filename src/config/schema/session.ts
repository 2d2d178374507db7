import * as z from "zod";
import { resetSchema } from "./reset.ts";
import { ruleListSchema } from "./rule.ts";

const amount = z.union([z.string(), z.number(), z.literal(false)]);

export const maintenanceSchema = z.strictObject({
  mode: z.enum(["enforce", "warn"]).optional(),
  pruneAfter: z.union([z.string(), z.number()]).optional(),
  pruneDays: z.number().optional(),
  maxEntries: z.int().min(1).optional(),
  rotateBytes: z.union([z.string(), z.number()]).optional(),
  resetArchiveRetention: amount.optional(),
  archiveDashboardAfter: amount.optional(),
  preserveRecent: amount.optional(),
  maxDiskBytes: amount.optional(),
  highWaterBytes: z.union([z.string(), z.number()]).optional(),
  coldStorage: z
    .strictObject({ enabled: z.boolean().optional(), afterDays: z.int().min(1).optional() })
    .optional(),
});

export const dmScope = z.enum(["main", "per-peer", "per-channel-peer", "per-account-channel-peer"]);
export const groupScope = z.enum(["main", "per-group"]);

/** The `session` section: every field that any edition knows. */
export const sessionSchema = z.strictObject({
  scope: z.enum(["per-sender", "global"]).optional(),
  dmScope: dmScope.optional(),
  groupScope: groupScope.optional(),
  mainKey: z.string().optional(),
  store: z.string().optional(),
  notifyOnCreate: z.boolean().optional(),
  identityLinks: z.record(z.string(), z.union([z.array(z.string()), z.string()])).optional(),
  resetTriggers: z.array(z.string()).optional(),
  idleMinutes: z.int().min(1).optional(),
  dailyReset: z
    .union([
      z.literal(false),
      z.int().min(0).max(23),
      z.strictObject({ atHour: z.int().min(0).max(23), timeZone: z.string().optional() }),
    ])
    .optional(),
  reset: resetSchema.optional(),
  resetByType: z
    .strictObject({
      direct: resetSchema.optional(),
      dm: resetSchema.optional(),
      group: resetSchema.optional(),
      thread: resetSchema.optional(),
    })
    .optional(),
  resetByChannel: z.record(z.string(), resetSchema).optional(),
  sendPolicy: ruleListSchema.optional(),
  maintenance: maintenanceSchema.optional(),
  typingIntervalSeconds: z.int().min(1).optional(),
  typingMode: z.enum(["never", "instant", "thinking", "message"]).optional(),
  parentForkMaxTokens: z.int().min(0).optional(),
  agentToAgent: z.strictObject({ maxPingPongTurns: z.int().min(0).max(20).optional() }).optional(),
  writeLock: z.looseObject({}).optional(),
  threadBindings: z.looseObject({}).optional(),
  sharing: z
    .strictObject({
      readOnly: z.boolean().optional(),
      suggest: z.boolean().optional(),
      drafts: z.boolean().optional(),
    })
    .optional(),
});
