import { roomLevelOf } from "../../config/rooms.ts";
import type { Policy } from "../../config/policy.ts";
import type { Setting } from "../section.ts";
import { settingsPath, type ChannelAccess } from "./channel-access.ts";
import { unwrittenAccess } from "../defaults.ts";

/** Who may trigger the bot in groups: everybody, those listed, nobody. */
export type GroupPolicy = "open" | "allowlist" | "disabled";

/** What may set the policy for a channel's groups. */
export interface GroupPolicySources<Word> {
  /** The config has a section for the channel. */
  readonly configured: boolean;
  /** The account's word, or the channel's. */
  readonly own?: Word | undefined;
  /** `channels.defaults.groupPolicy`. */
  readonly ofAll?: Word | undefined;
  /** What holds where a configured channel says nothing. */
  readonly whenSilent: Word;
  /** What holds where the config does not have the channel. */
  readonly whenMissing: Word;
}

/** Picks the policy for a channel's groups; what holds for all channels does not hold for one that is missing. */
export function pickGroupPolicy<Word>(sources: GroupPolicySources<Word>): Word {
  const { configured, own, ofAll, whenSilent, whenMissing } = sources;
  return own ?? (configured ? (ofAll ?? whenSilent) : whenMissing);
}

/** The policy for an account's groups, and where it was set, or would be. */
export function groupPolicyOf(
  channel: string,
  access: ChannelAccess | undefined,
  { behaviours, config }: Policy,
  whenSilent: GroupPolicy = unwrittenAccess(behaviours).groupPolicy,
): Setting<string> {
  const path = `${settingsPath(channel, access)}.groupPolicy`;
  const level = roomLevelOf(channel);
  const unread = level?.defaultPolicySince !== undefined && !behaviours.has(level.defaultPolicySince);
  const written = unread ? undefined : config.channels?.defaults?.groupPolicy;
  const ofAll = written && { value: written, path: "channels.defaults.groupPolicy" };
  const reaches = level !== undefined && !behaviours.has("missing-channel-is-allowlist");
  const picked = pickGroupPolicy<Setting<string>>({
    configured: access !== undefined,
    // What holds for all channels holds for Telegram even where the config does not have it, and held for others.
    own: access?.groupPolicy ?? (channel === "telegram" || reaches ? ofAll : undefined),
    ofAll,
    whenSilent: { value: whenSilent, path, isDefault: true },
    whenMissing: { value: unwrittenAccess(behaviours).groupPolicyOfMissing, path, isDefault: true },
  });
  const { openToo } = level ?? {};
  const meansOpen = picked.value === openToo?.word && behaviours.has(openToo.since);
  return meansOpen ? { ...picked, value: "open" } : picked;
}
