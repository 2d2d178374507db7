import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { demandPolicy } from "../../config/policy.ts";
import { isObject } from "../../config/is-object.ts";
import type { Policy } from "../../config/policy.ts";
import { extendPath } from "../../config/path.ts";
import { configuredChannels } from "../access/channel-access.ts";

/** How commands reach the bot on a channel. */
export interface CommandMenu {
  /** Whether the channel has a menu of the bot's commands. */
  readonly native: boolean;
  /** Whether that menu is switched off, rather than not there. */
  readonly switchedOff: boolean;
  /** Whether a command may be typed. */
  readonly text: boolean;
  /** The setting that decides about the menu; absent where the channel itself does. */
  readonly path?: string;
}

/** Channels that can have a menu of commands; there typed ones may be switched off. */
const withMenu = new Set(["discord", "slack", "telegram"]);

function hasMenuByItself(channel: string, { behaviours }: Policy): boolean {
  return channel === "telegram" ? !behaviours.has("telegram-commands-not-native") : channel === "discord";
}

/**
 * Tells how commands reach the bot on a channel: from a menu of the channel's own (`commands.native` of the channel, else
 * of all; `"auto"`, and what is not written, is as the channel is), and typed (`commands.text`, which cannot switch them
 * off where there is no menu).
 *
 * Source: the releases' command registry, 2026.1.29 to 2026.9.6.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ commands: { text: false, native: true } }, { edition: "2026-11" });
 * commandMenu("telegram", policy); //=> { native: true, switchedOff: false, text: false, path: "commands.native" }
 * commandMenu("signal", policy).text; //=> true
 * ```
 */
export function commandMenu(channel: string, policy: Policy): CommandMenu {
  if (isPolluted()) return unpolluted(commandMenu, channel, policy);
  demandPolicy(policy);
  const { commands } = policy.config;
  const section: unknown = configuredChannels(policy.config).get(channel);
  const ofChannel =
    isObject(section) && isObject(section["commands"]) ? section["commands"]["native"] : undefined;
  const own = ofChannel !== undefined;
  const setting: unknown = own ? ofChannel : commands?.native;
  const text = commands?.text !== false || !withMenu.has(channel);
  if (typeof setting !== "boolean")
    return { native: hasMenuByItself(channel, policy), switchedOff: false, text };
  const path = own ? `${extendPath("channels", channel)}.commands.native` : "commands.native";
  return { native: setting, switchedOff: !setting, text, path };
}
