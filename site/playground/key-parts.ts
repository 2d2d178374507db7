import {
  isolationOf,
  parseSessionKey,
  type Inbound,
  type Isolation,
  type Policy,
  type Resolved,
} from "keyscope";

/** What a piece of a key stands for. */
export type PartKind =
  | "agent"
  | "main"
  | "channel"
  | "account"
  | "type"
  | "peer"
  | "identity"
  | "party"
  | "sender"
  | "thread"
  | "other";

/** A piece of a key, what it stands for, and what made it so. */
export interface KeyPart {
  readonly kind: PartKind;
  readonly text: string;
  /** The setting that made it; absent where none could. */
  readonly setting?: string;
  /** Why it stands there, in a few words. */
  readonly why: string;
}

/** What a piece of a key is called. */
export const partNames: Readonly<Record<PartKind, string>> = {
  agent: "agent",
  main: "main session",
  channel: "channel",
  account: "account",
  type: "kind of chat",
  peer: "person or room",
  identity: "linked person",
  party: "whose chat",
  sender: "writer",
  thread: "thread",
  other: "rest",
};

interface Source {
  readonly setting?: string;
  readonly why: string;
}

function ofIsolation({ defaultOf, setting }: Isolation, why: string): Source {
  if (setting !== undefined) return { setting, why: `${why} by ${setting}` };
  return { why: defaultOf === undefined ? why : `${why} by the default of ${defaultOf}` };
}

/** What decides whether this message and one by somebody else in its place share a session. */
export function scopeOf(inbound: Inbound, policy: Policy): Isolation {
  return isolationOf(inbound, { ...inbound, peer: `${inbound.peer ?? ""}0` }, policy);
}

function agentSource({ agentId, binding, topic }: Resolved): Source {
  const decided = topic ?? binding;
  return decided === undefined
    ? { why: `${agentId} is the default agent: no binding claims the message` }
    : { setting: decided.path, why: `chosen by ${decided.path}` };
}

/** Where a word of the key's grammar begins, behind a place. */
function wordAt(segments: readonly string[], word: string, from: number): number {
  const at = segments.indexOf(word, from);
  return at === -1 ? segments.length : at;
}

/**
 * Takes the key of a message apart, and names the setting that made each piece, as far as the library tells. A key that can
 * be read in two ways stays in one piece behind its agent.
 */
export function keyPartsOf(resolution: Resolved, inbound: Inbound, policy: Policy): readonly KeyPart[] {
  const { chatType, identity, key, split } = resolution;
  const parsed = parseSessionKey(key);
  if (parsed === undefined || parsed.kind === "global" || parsed.kind === "unknown")
    return [{ kind: "other", text: key, ...ofIsolation(scopeOf(inbound, policy), "one for all") }];
  const segments = key.split(":");
  const agent: KeyPart = { kind: "agent", text: segments.slice(0, 2).join(":"), ...agentSource(resolution) };
  const scope = () => scopeOf(inbound, policy);
  if (parsed.kind === "main") {
    const text = segments.slice(2).join(":");
    return [agent, { kind: "main", text, ...ofIsolation(scope(), "shared by all direct chats") }];
  }
  if (parsed.kind !== "direct" && parsed.kind !== "group" && parsed.kind !== "channel")
    return [agent, { kind: "other", text: segments.slice(2).join(":"), why: "a session of its own" }];
  const named = [parsed.channel, parsed.account].filter((each) => each !== undefined).length;
  const type = 2 + named;
  const suffixes = ["party", "sender", "thread"] as const;
  const ends = suffixes.map((word) => wordAt(segments, word, type + 2));
  const peerEnd = Math.min(...ends);
  const apart =
    chatType === "direct" ? ofIsolation(scope(), "kept apart") : { why: "rooms are always apart" };
  const lead = (["channel", "account"] as const)
    .slice(0, named)
    .map((kind, index): KeyPart => ({ kind, text: segments[2 + index] ?? "", ...apart }));
  const ofSplit: Source = {
    ...(split?.setting !== undefined && { setting: split.setting }),
    why: split?.setting === undefined ? "told apart within its chat" : `told apart by ${split.setting}`,
  };
  const tails = suffixes.flatMap((kind, index): readonly KeyPart[] => {
    const from = ends[index] ?? segments.length;
    if (from >= segments.length) return [];
    const to = Math.min(...ends.filter((end) => end > from), segments.length);
    const source: Source = kind === "party" ? { why: "whose chat with the person it is" } : ofSplit;
    return [{ kind, text: segments.slice(from, to).join(":"), ...source }];
  });
  const person: KeyPart =
    identity === undefined
      ? { kind: "peer", text: segments.slice(type + 1, peerEnd).join(":"), ...apart }
      : {
          kind: "identity",
          text: segments.slice(type + 1, peerEnd).join(":"),
          setting: "session.identityLinks",
          why: `${identity}, named by session.identityLinks`,
        };
  const kindOfChat: KeyPart = {
    kind: "type",
    text: segments[type] ?? "",
    why: chatType === "direct" ? "a direct chat" : `a ${chatType}`,
  };
  return [agent, ...lead, kindOfChat, person, ...tails];
}
