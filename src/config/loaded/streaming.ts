import { formatPath } from "../path.ts";
import { change } from "./change.ts";
import {
  drop,
  objectAt,
  property,
  put,
  valueAt,
  type LoadDraft,
  type PropertyPath,
  type Tree,
} from "./draft.ts";
import { places, sectionsOf } from "./places.ts";
import type { LoadStep } from "./step.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** How a message is shown while it is written. */
const modes: ReadonlySet<unknown> = new Set(["off", "partial", "block", "progress"]);

/** Slack's older words. */
const draftModes: ReadonlyMap<unknown, string> = new Map([
  ["replace", "partial"],
  ["status_final", "progress"],
  ["append", "block"],
]);

function plain(value: unknown): unknown {
  return typeof value === "string" ? lowerCase(value.trim()) : undefined;
}

/** What a section means, in the words of today; undefined where it says nothing in old ones. */
function modeOf(channel: string, { streaming, streamMode }: Tree): string | undefined {
  if (streamMode === undefined && typeof streaming !== "boolean" && typeof streaming !== "string")
    return undefined;
  // Telegram and Discord never showed progress.
  const known = (mode: unknown) =>
    !modes.has(mode) ? undefined : mode === "progress" && channel !== "slack" ? "partial" : String(mode);
  const old = channel === "slack" ? draftModes.get(plain(streamMode)) : known(plain(streamMode));
  const asSwitch = typeof streaming === "boolean" ? (streaming ? "partial" : "off") : undefined;
  return known(plain(streaming)) ?? old ?? asSwitch ?? (channel === "discord" ? "off" : "partial");
}

function respell(draft: LoadDraft, at: PropertyPath, from: PropertyPath, value: unknown): void {
  put(draft, at, value);
  const sentence = `The loader spells \`${formatPath(from)}\` as \`${formatPath(at)}: ${JSON.stringify(value)}\`.`;
  draft.changes.push(change("value-respelled", at, { from, value, sentence }));
}

function sayInOneWord(draft: LoadDraft, channel: string, section: PropertyPath, written: Tree): void {
  const mode = modeOf(channel, written);
  if (mode === undefined) return;
  const oldName = written["streamMode"] === undefined ? "streaming" : "streamMode";
  if (mode !== written["streaming"]) respell(draft, [...section, "streaming"], [...section, oldName], mode);
  if (written["streamMode"] !== undefined) drop(draft, [...section, "streamMode"]);
  const { streaming, nativeStreaming } = written;
  if (channel === "slack" && nativeStreaming === undefined && typeof streaming === "boolean")
    respell(draft, [...section, "nativeStreaming"], [...section, "streaming"], streaming);
}

/** Settings that stood beside `streaming`, and where they stand in it. */
const inside = [
  ["chunkMode", ["chunkMode"]],
  ["blockStreaming", ["block", "enabled"]],
  ["draftChunk", ["preview", "chunk"]],
  ["blockStreamingCoalesce", ["block", "coalesce"]],
  ["nativeStreaming", ["nativeTransport"]],
] as const;

function sayAsObject(draft: LoadDraft, channel: string, section: PropertyPath, written: Tree): void {
  const mode = modeOf(channel, written);
  const target = [...section, "streaming"];
  if (mode !== undefined) {
    const oldName = written["streamMode"] === undefined ? "streaming" : "streamMode";
    const before = objectAt(draft.config, target);
    if (property(before, "mode") === undefined)
      respell(draft, target, [...section, oldName], { ...before, mode });
    if (written["streamMode"] !== undefined) drop(draft, [...section, "streamMode"]);
  }
  for (const [name, path] of inside) {
    const value = written[name];
    if (value === undefined || (name === "nativeStreaming" && channel !== "slack")) continue;
    drop(draft, [...section, name]);
    if (valueAt(draft.config, [...target, ...path]) === undefined)
      respell(draft, [...target, ...path], [...section, name], value);
  }
}

type Say = (draft: LoadDraft, channel: string, section: PropertyPath, written: Tree) => void;

/** The channels that said it in words of their own. */
export const streamingChannels = ["telegram", "discord", "slack"] as const;

function respellAll(draft: LoadDraft, say: Say, channels: readonly string[] = streamingChannels): void {
  for (const channel of channels)
    for (const section of sectionsOf(channel).flatMap((pattern) => [...places(draft.config, pattern)])) {
      const written = objectAt(draft.config, section);
      if (written !== undefined) say(draft, channel, section, written);
    }
}

/** Spells how messages are shown while they are written in one word. It decides about nobody. */
export const sayStreamingInOneWord: LoadStep = (draft, { behaviours }) => {
  if (behaviours.has("streaming-in-one-word")) respellAll(draft, sayInOneWord);
};

/** Spells it as an object in some channels, whatever the release. */
export function respellStreaming(draft: LoadDraft, channels: readonly string[]): void {
  respellAll(draft, sayAsObject, channels);
}

/** Spells the same as an object; the schema of these releases takes nothing else. */
export const sayStreamingAsObject: LoadStep = (draft, { behaviours }) => {
  if (behaviours.has("streaming-as-object")) respellAll(draft, sayAsObject);
};
