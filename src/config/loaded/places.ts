import type { PropertyPath } from "./draft.ts";
import { isObject } from "../is-object.ts";
import { property, valueAt } from "./draft.ts";

/**
 * The places of a config that a pattern stands for, in which `*` means every name or index there is.
 *
 * @example
 * ```ts
 * [...places({ a: { x: {}, y: {} } }, ["a", "*"])]; //=> [["a", "x"], ["a", "y"]]
 * ```
 */
export function* places(config: unknown, pattern: readonly string[]): Generator<PropertyPath> {
  const star = pattern.indexOf("*");
  const before = star < 0 ? pattern : pattern.slice(0, star);
  const value = valueAt(config, before);
  if (star < 0) {
    if (value !== undefined) yield before;
    return;
  }
  const names = Array.isArray(value) ? value.keys() : isObject(value) ? Object.keys(value) : [];
  for (const name of names)
    for (const rest of places(property(value, name), pattern.slice(star + 1)))
      yield [...before, name, ...rest];
}

/** The sections of a channel: its own, and that of each of its accounts. */
export function sectionsOf(channel: string): readonly (readonly string[])[] {
  return [
    ["channels", channel],
    ["channels", channel, "accounts", "*"],
  ];
}

/** The keys under `channels` that are no channels. */
const besideChannels: ReadonlySet<string> = new Set(["defaults", "modelByChannel"]);

/** The names of the channels that a config has a section for. */
export function channelNames(config: unknown): readonly string[] {
  const channels = property(config, "channels");
  return isObject(channels) ? Object.keys(channels).filter((name) => !besideChannels.has(name.trim())) : [];
}
