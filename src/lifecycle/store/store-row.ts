import { isText } from "../../config/given.ts";
import { isObject } from "../../config/is-object.ts";
import { extendPath } from "../../config/path.ts";
import type { StoredEntry } from "../stored-entry.ts";

/** Where the last message of a session came from, as OpenClaw notes it. */
export interface StoredOrigin {
  /** What people call the conversation. */
  readonly label?: string;
  /** The channel, or what else began a turn: `webchat`, `heartbeat`. */
  readonly provider?: string;
  /** The channel that delivered it. */
  readonly surface?: string;
  /** `direct`, `group`, `channel` or `thread`. */
  readonly chatType?: string;
  /** The address of whoever wrote, or of the room: `telegram:5`, `discord:channel:77`. */
  readonly from?: string;
  /** The address to which answers go: `user:U1`, `room:!a:b.org`. */
  readonly to?: string;
  /** The platform's own id of the chat. */
  readonly nativeChannelId?: string;
  /** The platform's own id of the person. */
  readonly nativeDirectUserId?: string;
  /** Which of the bot's accounts received it. */
  readonly accountId?: string;
  /** The thread or topic in which it was written. */
  readonly threadId?: string;
}

/** Where answers to a session go, as OpenClaw notes it. */
export interface StoredRoute {
  /** The channel, or a surface of the gateway's own. */
  readonly channel?: string;
  /** The address: `telegram:5`, `channel:C1`. */
  readonly to?: string;
  /** Which of the bot's accounts answers. */
  readonly accountId?: string;
  /** The thread or topic in which it answers. */
  readonly threadId?: string;
}

/**
 * A session of a store as OpenClaw writes it: the key, and of the entry all that is understood here, by the names that it has
 * there. What else an entry holds, such as prompts and skills, is left out, so that a large store takes little room.
 */
export interface StoreRow extends Omit<StoredEntry, "delivery" | "origin"> {
  /** The id of the transcript. */
  readonly sessionId?: string;
  /** The channel, as releases to 2026.7 noted it of rooms. */
  readonly channel?: string;
  /** The room, as the channel names it, in small letters. */
  readonly groupId?: string;
  /** The channel on which the last answer went, as releases to 2026.7 noted it. */
  readonly lastChannel?: string;
  /** The address to which it went. */
  readonly lastTo?: string;
  /** The account from which it went. */
  readonly lastAccountId?: string;
  /** The thread or topic in which it went. */
  readonly lastThreadId?: string;
  /** The same in one place. */
  readonly deliveryContext?: StoredRoute;
  /** Where the last message came from. */
  readonly origin?: StoredOrigin;
  /** Both, as releases note them since 2026.8.1. */
  readonly delivery?: {
    /** `"external"` for a chat channel; any other is the gateway's own. */
    readonly kind: string;
    /** Where answers go. */
    readonly context?: StoredRoute;
    /** Where the last message came from. */
    readonly origin?: StoredOrigin;
  };
  /** What an operator calls the session. */
  readonly label?: string;
  /** What OpenClaw calls it. */
  readonly displayName?: string;
  /** What the room is called. */
  readonly subject?: string;
  /** What the room is called where a channel has named rooms: `#general`. */
  readonly groupChannel?: string;
  /** The older name of `groupChannel`. */
  readonly room?: string;
  /** The guild, the team or the workspace of the room. */
  readonly space?: string;
  /** How many sub-agents stand between this one and who talks to people. */
  readonly spawnDepth?: number;
  /** `orchestrator`, or `leaf` of a sub-agent that starts none. */
  readonly subagentRole?: string;
  /** Whether this session may send, as a person decided for it alone: `allow` or `deny`. */
  readonly sendPolicy?: string;
  /** How many tokens the latest run read. */
  readonly inputTokens?: number;
  /** How many it wrote. */
  readonly outputTokens?: number;
  /** How many tokens the model was given last. */
  readonly totalTokens?: number;
  /** Whether `totalTokens` is of the latest run; absent in older stores. */
  readonly totalTokensFresh?: boolean;
  /** 1 since `totalTokens` is what the model was given and nothing else. */
  readonly totalTokensVersion?: number;
  /** How many tokens the model takes. */
  readonly contextTokens?: number;
}

/** How a field of an entry is written. */
type Reading =
  | "text"
  /** A text or a whole number, as threads are named. */
  | "id"
  | "count"
  | "flag"
  /** Whatever is there: whoever decides by a time reads it, and keeps a session whose times cannot be read. */
  | "time"
  | { readonly [field: string]: Reading };

const origin = {
  label: "text",
  provider: "text",
  surface: "text",
  chatType: "text",
  from: "text",
  to: "text",
  nativeChannelId: "id",
  nativeDirectUserId: "id",
  accountId: "text",
  threadId: "id",
} as const satisfies Readonly<Record<keyof StoredOrigin, Reading>>;

const route = {
  channel: "text",
  to: "id",
  accountId: "text",
  threadId: "id",
} as const satisfies Readonly<Record<keyof StoredRoute, Reading>>;

const readings = {
  sessionId: "text",
  updatedAt: "time",
  sessionStartedAt: "time",
  lastInteractionAt: "time",
  lastActivityAt: "time",
  pinnedAt: "time",
  archivedAt: "time",
  status: "text",
  chatType: "text",
  channel: "text",
  groupId: "id",
  lastChannel: "text",
  lastTo: "id",
  lastAccountId: "text",
  lastThreadId: "id",
  deliveryContext: route,
  origin,
  delivery: { kind: "text", context: route, origin },
  label: "text",
  displayName: "text",
  subject: "text",
  groupChannel: "text",
  room: "text",
  space: "text",
  spawnedBy: "text",
  parentSessionKey: "text",
  spawnDepth: "count",
  subagentRole: "text",
  modelSelectionLocked: "flag",
  inUse: "flag",
  sendPolicy: "text",
  inputTokens: "count",
  outputTokens: "count",
  totalTokens: "count",
  totalTokensFresh: "flag",
  totalTokensVersion: "count",
  contextTokens: "count",
} as const satisfies Readonly<Record<Exclude<keyof StoreRow, "key">, Reading>>;

/** Stands for a field that cannot be read. */
const unreadable = Symbol("unreadable");

function readField(value: unknown, reading: Exclude<Reading, object>): unknown {
  switch (reading) {
    case "time":
      return value;
    case "text":
      return isText(value) ? value : unreadable;
    case "id":
      return Number.isSafeInteger(value) || typeof value === "bigint"
        ? String(value)
        : readField(value, "text");
    case "count":
      return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : unreadable;
    case "flag":
      return typeof value === "boolean" ? value : unreadable;
  }
}

/** What is understood of an entry, and the paths of the fields that cannot be read. */
interface ReadFields {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly faults: readonly string[];
}

function readFields(
  given: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, Reading>>,
  path: string,
): ReadFields {
  const fields: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [name, reading] of Object.entries(wanted)) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    const place = extendPath(path, name);
    if (typeof reading === "string") {
      const read = readField(value, reading);
      if (read === unreadable) faults.push(place);
      else fields[name] = read;
    } else if (isObject(value)) {
      const within = readFields(value, reading, place);
      fields[name] = within.fields;
      faults.push(...within.faults);
    } else faults.push(place);
  }
  return { fields, faults };
}

/** A row of a store, and what of it could not be read. */
export interface ReadRow {
  readonly row: StoreRow;
  /** The paths of the fields, within the entry; they are left out of the row. */
  readonly faults: readonly string[];
}

/** Reads what is understood of an entry that OpenClaw stored under a key. */
export function readRow(key: string, entry: Readonly<Record<string, unknown>>): ReadRow {
  const { fields, faults } = readFields(entry, readings, "");
  // Each field is what its reading says, which is what its type says; of `delivery` the kind may be missing.
  const { delivery, ...rest } = fields as Omit<StoreRow, "key">;
  const isTold = delivery !== undefined && isText(delivery.kind);
  return { row: { key, ...rest, ...(isTold && { delivery }) }, faults };
}
