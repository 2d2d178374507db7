import type { Policy } from "../../config/policy.ts";
import { groupReach } from "../../config/scopes.ts";
import { once } from "../../edition/once.ts";
import { remember } from "../../edition/remember.ts";
import { defaultAccountId } from "../../identity/account-id.ts";
import type { ChatType } from "../chat-type.ts";
import { normalizeMainKey } from "../key/main-key.ts";
import { parseSessionKey, type ParsedSessionKey } from "../key/session-key.ts";

/** What a session key tells by itself under `2026-11`. Every field is there, so that all have one shape. */
export interface ToldByKey {
  /** Whether the key can be read at all. */
  readonly readable: boolean;
  readonly agentId: string | undefined;
  readonly channel: string | undefined;
  readonly chatType: ChatType | undefined;
  /** The account; that of a room whose key names none is the default one, that of a person's chat is any. */
  readonly account: string | undefined;
  /** The person or the room; a person's canonical name is not an id of theirs. */
  readonly peer: string | undefined;
  readonly thread: string | undefined;
  /** The person whose session in a room it is. */
  readonly sender: string | undefined;
  /** It is its agent's main session, which collects direct chats, and rooms where a scope says so. */
  readonly isMain: boolean;
  /** Nobody's chat started it: a job, a hook, another agent did. */
  readonly isTask: boolean;
  readonly isSubagent: boolean;
  /** Nobody wrote what runs in it: a job, a hook or the clock began it, of itself. */
  readonly isNobodys: boolean;
}

/** Kinds of sessions that no chat is. */
const tasks: ReadonlySet<ParsedSessionKey["kind"]> = new Set([
  "cron",
  "hook",
  "subagent",
  "acp",
  "harness",
  "boot",
  "internal-session-effects",
]);

/** Those that nobody's message is behind. */
const nobodys: ReadonlySet<string> = new Set(["cron", "hook", "boot", "internal-session-effects"]);

type OfChat = Pick<ToldByKey, "channel" | "chatType" | "account" | "peer"> & {
  readonly sender?: string | undefined;
};

const noChat: OfChat = { channel: undefined, chatType: undefined, account: undefined, peer: undefined };

function ofChat(parts: ParsedSessionKey, ofMain: ChatType | undefined): OfChat {
  if (parts.kind === "main") return { ...noChat, chatType: ofMain };
  if (parts.kind === "slash") return { ...noChat, channel: parts.channel, peer: parts.user };
  if (parts.kind === "acp-binding") return { ...noChat, channel: parts.channel, account: parts.account };
  if (parts.kind !== "direct" && parts.kind !== "group" && parts.kind !== "channel") return noChat;
  const { account, channel, kind } = parts;
  return {
    channel,
    chatType: kind,
    account: account ?? (kind === "direct" ? undefined : defaultAccountId),
    peer: "identity" in parts ? undefined : parts.peer,
    sender: "sender" in parts ? parts.sender : undefined,
  };
}

/** Whether some scope puts rooms into main sessions, so that one of those may be a room's. */
export function roomsShareMain({ config }: Policy): boolean {
  const scopes = [config.session, ...(config.bindings ?? []).map(({ session }) => session)];
  return scopes.some((scope) => scope?.groupScope !== undefined && !groupReach(scope.groupScope).peer);
}

function read(key: string, mainKey: string, roomsShare: boolean): ToldByKey {
  const parts = parseSessionKey(key);
  const isMain = parts?.kind === "main" && parts.mainKey === mainKey;
  const { account, channel, chatType, peer, sender } =
    parts === undefined ? noChat : ofChat(parts, isMain && !roomsShare ? "direct" : undefined);
  const isOfAgent = parts !== undefined && "agentId" in parts;
  const startedByCron = parts?.kind === "cron" && parts.subagents !== undefined;
  return {
    readable: parts !== undefined,
    agentId: isOfAgent ? parts.agentId : undefined,
    channel,
    chatType,
    account,
    peer,
    thread: isOfAgent ? parts.thread : undefined,
    sender,
    isMain,
    isTask: parts !== undefined && tasks.has(parts.kind),
    isSubagent: parts?.kind === "subagent" || startedByCron,
    isNobodys: parts !== undefined && (nobodys.has(parts.kind) || ("heartbeat" in parts && parts.heartbeat)),
  };
}

/**
 * What a session key tells of its session, under the grammar of `2026-11`; remembered, because the same keys return with
 * every message of their sessions. What releases guess from the words of a key is another matter (`src/policy/rule`).
 */
export const keyTeller = /* @__PURE__ */ once((policy: Policy) => {
  const mainKey = normalizeMainKey(policy.config.session?.mainKey);
  const roomsShare = roomsShareMain(policy);
  return remember((key): ToldByKey => read(key, mainKey, roomsShare));
});
