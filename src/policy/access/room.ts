import type { ChannelConfig } from "../../config/config.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import type { AllowListSource } from "./allow-list.ts";
import type { ChannelAccess, GroupEntry, Setting } from "./channel-access.ts";
import { findGroup, type GroupListing } from "./group-access.ts";

type TopicConfig = NonNullable<NonNullable<ChannelConfig["groups"]>[string]["topics"]>[string];

/** One topic's settings, each with where it stands. */
export interface TopicSettings {
  readonly enabled?: Setting<boolean>;
  readonly requireMention?: Setting<boolean>;
  readonly groupPolicy?: Setting<string>;
  readonly allowFrom?: AllowListSource;
}

/** What a config says of a room and a topic in it. */
export interface Room {
  /** The room's own entry, or that of `*`. */
  readonly entry?: GroupEntry;
  readonly own: Pick<GroupListing, "listed" | "entry">;
  readonly topic: TopicSettings;
}

function setting<Value>(value: Value | undefined, path: string): Setting<Value> | undefined {
  return value === undefined ? undefined : { value, path };
}

/** Reads the settings of one topic. */
export function readTopic(config: TopicConfig | undefined, path: string): TopicSettings {
  if (config === undefined) return {};
  const enabled = setting(config.enabled, `${path}.enabled`);
  const requireMention = setting(config.requireMention, `${path}.requireMention`);
  const groupPolicy = setting(config.groupPolicy, `${path}.groupPolicy`);
  const { allowFrom } = config;
  return {
    ...(enabled && { enabled }),
    ...(requireMention && { requireMention }),
    ...(groupPolicy && { groupPolicy }),
    ...(allowFrom && { allowFrom: { entries: allowFrom, path: `${path}.allowFrom` } }),
  };
}

/** Reads a topic, over what holds for every topic of its room since 2026.5.26. */
export function topicSettings(
  entry: GroupEntry | undefined,
  thread: string | undefined,
  { behaviours }: Policy,
): TopicSettings {
  const topics = entry?.config.topics;
  if (entry === undefined || topics === undefined || thread === undefined) return {};
  const read = (id: string) =>
    readTopic(Object.hasOwn(topics, id) ? topics[id] : undefined, extendPath(`${entry.path}.topics`, id));
  return behaviours.has("any-topic-defaults") ? { ...read("*"), ...read(thread) } : read(thread);
}

/** Finds what a config says of a room: its own entry, else that of `*`; they are never merged. */
export function findRoom(
  access: ChannelAccess | undefined,
  group: string | undefined,
  thread: string | undefined,
  policy: Policy,
): Room {
  const own = findGroup(access, { group }, policy);
  const entry = own.entry ?? access?.groups?.fallback;
  return { own, ...(entry && { entry }), topic: topicSettings(entry, thread, policy) };
}
