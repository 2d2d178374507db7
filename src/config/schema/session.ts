import type { Behaviours } from "../../edition/edition.ts";
import { dmScopeWords, groupScopeWords } from "../scopes.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { identityLinksSchema } from "./identity-links.ts";
import { maintenanceSchema } from "./maintenance.ts";
import { dailyResetSchema, resetSchema } from "./reset.ts";
import { ruleListSchema } from "./rule.ts";
import { closedSettings } from "./settings.ts";
import { text } from "./text.ts";
import { hours, wholeNumber } from "./whole-number.ts";

export const dmScope = z.enum(dmScopeWords);
export const groupScope = z.enum(groupScopeWords);

/** `session.resetByType`: each release names direct chats its own way. */
const resetByTypeSchema = once((behaviours: Behaviours) => {
  const reset = resetSchema(behaviours);
  return closedSettings(
    { direct: reset, dm: reset, group: reset, thread: reset },
    {
      direct: behaviours.has("direct-reset-type"),
      dm: !behaviours.has("legacy-settings-refused") || behaviours.has("dm-means-direct-in-resets"),
    },
  );
});

const threadBindingsSchema = once((behaviours: Behaviours) => {
  const lifetimes = behaviours.has("thread-binding-lifetimes");
  const spawns = behaviours.has("thread-binding-spawns");
  return closedSettings(
    {
      enabled: z.boolean(),
      ttlHours: hours,
      idleHours: hours,
      maxAgeHours: hours,
      spawnSessions: z.boolean(),
      defaultSpawnContext: z.enum(["isolated", "fork"]),
    },
    {
      ttlHours: !lifetimes,
      idleHours: lifetimes,
      maxAgeHours: lifetimes,
      spawnSessions: spawns,
      defaultSpawnContext: spawns,
    },
  );
});

const writeLockSchema = once((behaviours: Behaviours) => {
  const ages = behaviours.has("write-lock-ages");
  const span = wholeNumber(1);
  return closedSettings(
    { acquireTimeoutMs: span, staleMs: span, maxHoldMs: span },
    { staleMs: ages, maxHoldMs: ages },
  );
});

/** The `session` section, exactly as strict as the edition is: what it does not know, it refuses. */
export const sessionSchema = once((behaviours: Behaviours) => {
  const legacy = !behaviours.has("legacy-settings-refused");
  const mostTurns = behaviours.has("longer-agent-exchanges") ? 20 : 5;
  return closedSettings(
    {
      scope: z.enum(["per-sender", "global"]),
      dmScope,
      groupScope,
      mainKey: text(behaviours),
      store: z.string(),
      notifyOnCreate: z.boolean(),
      identityLinks: identityLinksSchema(behaviours),
      resetTriggers: z.array(text(behaviours)),
      idleMinutes: wholeNumber(1),
      dailyReset: dailyResetSchema(behaviours),
      reset: resetSchema(behaviours),
      resetByType: resetByTypeSchema(behaviours),
      resetByChannel: z.record(text(behaviours), resetSchema(behaviours)),
      sendPolicy: ruleListSchema(behaviours),
      maintenance: maintenanceSchema(behaviours),
      typingIntervalSeconds: wholeNumber(1),
      typingMode: z.enum(["never", "instant", "thinking", "message"]),
      parentForkMaxTokens: wholeNumber(0),
      agentToAgent: closedSettings({ maxPingPongTurns: wholeNumber(0, mostTurns) }),
      writeLock: writeLockSchema(behaviours),
      threadBindings: threadBindingsSchema(behaviours),
      sharing: closedSettings({ readOnly: z.boolean(), suggest: z.boolean(), drafts: z.boolean() }),
    },
    {
      groupScope: behaviours.has("group-scope-setting"),
      notifyOnCreate: behaviours.has("creation-notice-setting"),
      idleMinutes: legacy || behaviours.has("idle-minutes-beside-daily-reset"),
      dailyReset: behaviours.has("reset-extensions"),
      maintenance: behaviours.has("maintenance-settings"),
      typingIntervalSeconds: legacy,
      typingMode: legacy,
      parentForkMaxTokens: behaviours.has("fork-limit-setting"),
      agentToAgent: legacy,
      writeLock: behaviours.has("write-lock-setting"),
      threadBindings: behaviours.has("thread-binding-settings"),
      sharing: behaviours.has("sharing-settings"),
    },
  );
});
