import * as z from "zod";
import { perEdition } from "../../edition/per-edition.ts";
import { identityLinksSchema } from "./identity-links.ts";
import { knownFields } from "./known-fields.ts";
import { maintenanceSchema } from "./maintenance.ts";
import { hour, resetSchema } from "./reset.ts";
import { ruleListSchema } from "./rule.ts";
import { text } from "./text.ts";
import { hours, wholeNumber } from "./whole-number.ts";

export const dmScope = z.enum(["main", "per-peer", "per-channel-peer", "per-account-channel-peer"]);
export const groupScope = z.enum(["main", "per-group"]);

/** `session.resetByType`: each release names direct chats its own way. */
const resetByTypeSchema = perEdition((behaviours) => {
  const reset = resetSchema(behaviours).optional();
  return z.strictObject(
    knownFields(
      { direct: reset, dm: reset, group: reset, thread: reset },
      {
        direct: behaviours.has("direct-reset-type"),
        dm: !behaviours.has("legacy-settings-refused"),
      },
    ),
  );
});

const threadBindingsSchema = perEdition((behaviours) => {
  const lifetimes = behaviours.has("thread-binding-lifetimes");
  const spawns = behaviours.has("thread-binding-spawns");
  return z.strictObject(
    knownFields(
      {
        enabled: z.boolean().optional(),
        ttlHours: hours.optional(),
        idleHours: hours.optional(),
        maxAgeHours: hours.optional(),
        spawnSessions: z.boolean().optional(),
        defaultSpawnContext: z.enum(["isolated", "fork"]).optional(),
      },
      {
        ttlHours: !lifetimes,
        idleHours: lifetimes,
        maxAgeHours: lifetimes,
        spawnSessions: spawns,
        defaultSpawnContext: spawns,
      },
    ),
  );
});

const writeLockSchema = perEdition((behaviours) => {
  const ages = behaviours.has("write-lock-ages");
  const span = wholeNumber(1).optional();
  return z.strictObject(
    knownFields(
      { acquireTimeoutMs: span, staleMs: span, maxHoldMs: span },
      { staleMs: ages, maxHoldMs: ages },
    ),
  );
});

/** The `session` section, exactly as strict as the edition is: what it does not know, it refuses. */
export const sessionSchema = perEdition((behaviours) => {
  const legacy = !behaviours.has("legacy-settings-refused");
  const extended = behaviours.has("reset-extensions");
  return z.strictObject(
    knownFields(
      {
        scope: z.enum(["per-sender", "global"]).optional(),
        dmScope: dmScope.optional(),
        groupScope: groupScope.optional(),
        mainKey: text(behaviours).optional(),
        store: z.string().optional(),
        notifyOnCreate: z.boolean().optional(),
        identityLinks: identityLinksSchema(behaviours).optional(),
        resetTriggers: z.array(text(behaviours)).optional(),
        idleMinutes: wholeNumber(1).optional(),
        dailyReset: z
          .union(
            [z.literal(false), hour, z.strictObject({ atHour: hour, timeZone: text(behaviours).optional() })],
            {
              error: "false, an hour (0 to 23), or { atHour, timeZone }",
            },
          )
          .optional(),
        reset: resetSchema(behaviours).optional(),
        resetByType: resetByTypeSchema(behaviours).optional(),
        resetByChannel: z.record(text(behaviours), resetSchema(behaviours)).optional(),
        sendPolicy: ruleListSchema(behaviours).optional(),
        maintenance: maintenanceSchema(behaviours).optional(),
        typingIntervalSeconds: wholeNumber(1).optional(),
        typingMode: z.enum(["never", "instant", "thinking", "message"]).optional(),
        parentForkMaxTokens: wholeNumber(0).optional(),
        agentToAgent: z
          .strictObject({
            maxPingPongTurns: wholeNumber(0, behaviours.has("longer-agent-exchanges") ? 20 : 5).optional(),
          })
          .optional(),
        writeLock: writeLockSchema(behaviours).optional(),
        threadBindings: threadBindingsSchema(behaviours).optional(),
        sharing: z
          .strictObject({
            readOnly: z.boolean().optional(),
            suggest: z.boolean().optional(),
            drafts: z.boolean().optional(),
          })
          .optional(),
      },
      {
        groupScope: behaviours.has("group-scope-setting"),
        notifyOnCreate: behaviours.has("creation-notice-setting"),
        idleMinutes: legacy,
        dailyReset: extended,
        maintenance: behaviours.has("maintenance-settings"),
        typingIntervalSeconds: legacy,
        typingMode: legacy,
        parentForkMaxTokens: behaviours.has("fork-limit-setting"),
        agentToAgent: legacy,
        writeLock: behaviours.has("write-lock-setting"),
        threadBindings: behaviours.has("thread-binding-settings"),
        sharing: behaviours.has("sharing-settings"),
      },
    ),
  );
});
