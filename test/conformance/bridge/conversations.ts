import type { Policy } from "../../../src/config/policy.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { threadSessionKey } from "../../../src/scope/key/thread-key.ts";
import type { Resolution } from "../../../src/scope/resolution.ts";
import { readMessage } from "../../../src/scope/session/message.ts";
import { messageRules } from "../../../src/scope/session/message-rules.ts";
import { resolveSession, threadsHaveCase } from "../../../src/scope/session/resolve-session.ts";
import { threadingOf } from "../../../src/scope/session/threading.ts";
import { isOutOfContract, policyOf, type Bridge, type Circumstances, type VectorInput } from "./bridge.ts";

type WithPolicy = (input: VectorInput, policy: Policy) => unknown;

function underPolicy(answer: WithPolicy, configOf = (input: VectorInput): unknown => input.cfg) {
  return (input: VectorInput, circumstances: Circumstances): unknown => {
    const policy = policyOf(configOf(input), circumstances);
    return isOutOfContract(policy) ? policy : answer(input, policy);
  };
}

/** The facts of which a vector tells something; an absent one is none. */
function told(facts: object): Inbound {
  const known = Object.entries(facts).filter(([, fact]) => fact !== undefined && fact !== null);
  // Each vector tells the facts that every message has.
  return Object.fromEntries(known) as unknown as Inbound;
}

function keyOf(session: Resolution): string {
  if (!session.ok) throw new Error(`${session.reason}: ${session.missing.join(", ")}`);
  return session.key;
}

const slackTypes: Readonly<Record<string, Inbound["chatType"]>> = {
  im: "direct",
  mpim: "group",
  group: "channel",
  channel: "channel",
};

/** The time at which every recorded Slack message was written, which is its id. */
const slackTime = "1700000002.000200";

/** The facts of a Slack message; `mentioned` is what its gate found out. */
export function slackInbound(input: VectorInput, mentioned: boolean): Inbound {
  const chatType = slackTypes[input.channelType] ?? "channel";
  return told({
    channel: "slack",
    account: input.accountId,
    chatType,
    peer: chatType === "direct" ? input.senderId : input.channelId,
    room: input.channelId,
    sender: input.senderId,
    messageId: input.ts ?? slackTime,
    thread: input.threadTs,
    reply: input.threadTs && input.parentUser ? true : undefined,
    mentioned,
  });
}

/** The facts of a Discord message. */
export function discordInbound(input: VectorInput): Inbound {
  const chatType = input.kind === "dm" ? "direct" : input.kind === "group-dm" ? "group" : "channel";
  const thread = input.threadParentId === undefined ? undefined : input.channelId;
  return told({
    channel: "discord",
    account: input.accountId,
    chatType,
    peer: chatType === "direct" ? input.senderId : input.channelId,
    sender: input.senderId,
    guild: input.guildId,
    roles: input.roles,
    thread,
    parent: thread && { chatType: "channel", peer: input.threadParentId },
  });
}

/** What the recorded gates say of the session of a message that they let in. */
interface MessageKeys {
  readonly sessionKey: string;
  readonly parentSessionKey?: string | undefined;
}

/** The keys of a Slack message that was let in. */
export function slackKeys(input: VectorInput, mentioned: boolean, policy: Policy): MessageKeys {
  const session = resolveSession(slackInbound(input, mentioned), policy);
  return { sessionKey: keyOf(session), parentSessionKey: session.ok ? session.parentKey : undefined };
}

/** The config of a Slack message of which the gate told what it found about the room, and whether it may open a thread. */
function withFindings({ cfg, channelConfig, channelId }: VectorInput): unknown {
  const { slack } = cfg.channels ?? {};
  if (slack === undefined && channelConfig === undefined) return cfg;
  const found = {
    requireMention: true,
    channels: channelConfig && { [channelId]: { replyToMode: channelConfig.replyToMode } },
  };
  const accounts = Object.entries(slack?.accounts ?? {}).map(([name, account]) => [
    name,
    { ...(account as object), ...found },
  ]);
  const own = slack?.accounts && { accounts: Object.fromEntries(accounts) };
  return { ...cfg, channels: { ...cfg.channels, slack: { ...slack, ...found, ...own } } };
}

function feishuInbound({
  chatId,
  chatType,
  messageId,
  rootId,
  senderOpenId,
  threadId,
}: VectorInput): Inbound {
  return told({
    channel: "feishu",
    chatType: "group",
    peer: chatId,
    sender: senderOpenId,
    messageId,
    thread: threadId,
    root: rootId,
    forum: chatType === "topic_group",
  });
}

function matrixConfig({ dmThreadReplies, threadReplies }: VectorInput): unknown {
  return { channels: { matrix: { threadReplies, dm: { threadReplies: dmThreadReplies } } } };
}

/** Translations of the upstream functions that say which session of its chat a message has. */
export const conversationsBridge: Bridge = {
  "slack.routing": underPolicy((input, policy) => {
    const message = slackInbound(input, input.seed === true);
    const chat = told({ ...message, messageId: undefined, thread: undefined });
    const session = resolveSession(message, policy);
    const threading = threadingOf(message, policy);
    return {
      sessionKey: keyOf(session),
      parentSessionKey: session.ok ? session.parentKey : undefined,
      base: keyOf(resolveSession(chat, policy)),
      replyToMode: threading?.mode,
      isThreadReply: threading?.isReply,
      // The answer lost the field in 2026.9.6.
      ...(!policy.behaviours.has("recent-messages-are-history") && {
        historyKey: threading?.history === "thread" ? keyOf(session) : input.channelId,
      }),
    };
  }, withFindings),
  "feishu.groupSession": underPolicy(
    (input, policy) => {
      const message = feishuInbound(input);
      const { parent, peer } = readMessage(message, messageRules(policy));
      const { isReply, mode, scope } = threadingOf(message, policy) ?? {};
      return {
        peerId: peer?.id,
        parentPeer: parent,
        groupSessionScope: scope,
        replyInThread: mode === "enabled" || isReply,
        threadReply: isReply,
      };
    },
    ({ chatId, feishuCfg, groupConfig }) => ({
      channels: { feishu: { ...feishuCfg, groups: groupConfig && { [chatId]: groupConfig } } },
    }),
  ),
  "feishu.conversationId": underPolicy(
    ({ chatId, senderOpenId, topicId }, policy) => {
      const message = told({
        channel: "feishu",
        chatType: "group",
        peer: chatId,
        sender: senderOpenId,
        thread: topicId,
      });
      return readMessage(message, messageRules(policy)).peer?.id;
    },
    ({ scope }) => ({ channels: { feishu: { groupSessionScope: scope } } }),
  ),
  "matrix.inboundRoute": underPolicy(
    ({ isDirectMessage, roomId, senderId, threadId }, policy) => {
      const session = resolveSession(
        told({
          channel: "matrix",
          chatType: isDirectMessage ? "direct" : "channel",
          peer: isDirectMessage ? senderId : roomId,
          sender: senderId,
          room: roomId,
          thread: threadId,
        }),
        policy,
      );
      // The adapter names the session that a thread continues as the main one.
      return {
        sessionKey: keyOf(session),
        mainSessionKey: session.ok && (session.parentKey ?? session.mainKey),
      };
    },
    ({ cfg, dmSessionScope }) => ({
      ...cfg,
      channels: { ...cfg.channels, matrix: { ...cfg.channels.matrix, dm: { sessionScope: dmSessionScope } } },
    }),
  ),
  "matrix.threadRouting": underPolicy(
    ({ isDirectMessage, messageId, threadRootId }, policy) => ({
      threadId: threadingOf(
        told({
          channel: "matrix",
          chatType: isDirectMessage ? "direct" : "channel",
          peer: "x",
          messageId,
          thread: threadRootId,
        }),
        policy,
      )?.thread?.trim(),
    }),
    matrixConfig,
  ),
  "mattermost.threadSession": underPolicy(
    ({ baseSessionKey, kind, postId, threadRootId }, policy) => {
      const message = told({
        channel: "mattermost",
        chatType: kind,
        peer: "c1",
        messageId: postId,
        thread: threadRootId,
      });
      const thread = threadingOf(message, policy)?.thread;
      const session = resolveSession(message, policy);
      return {
        effectiveReplyToId: thread,
        sessionKey: threadSessionKey(
          baseSessionKey,
          thread,
          policy.behaviours,
          threadsHaveCase("mattermost"),
        ),
        parentSessionKey: session.ok && session.parentKey !== undefined ? baseSessionKey : undefined,
      };
    },
    ({ replyToMode }) => ({ session: { dmScope: "per-peer" }, channels: { mattermost: { replyToMode } } }),
  ),
  "keys.thread": underPolicy(
    ({ baseSessionKey, parentSessionKey, threadId, useSuffix }, { behaviours }) => {
      const keyed = threadSessionKey(baseSessionKey, threadId, behaviours);
      const isThread = keyed !== baseSessionKey;
      return {
        sessionKey: useSuffix === false ? baseSessionKey : keyed,
        parentSessionKey: isThread ? parentSessionKey : undefined,
      };
    },
    () => ({}),
  ),
};
