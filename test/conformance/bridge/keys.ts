import { behavioursOf } from "../../../src/edition/edition.ts";
import { normalizeAccountId, normalizeOptionalAccountId } from "../../../src/identity/account-id.ts";
import {
  isValidAgentId,
  normalizeAgentId,
  normalizeAgentIdStrict,
  normalizeOptionalAgentId,
} from "../../../src/identity/agent-id.ts";
import { channelIdOf, peerIdOf } from "../../../src/identity/peer-id.ts";
import { agentKeyPrefix, keyShape, splitAgentKey, agentIdOfKey } from "../../../src/scope/key/agent-key.ts";
import { chatTypeOfKeyWithoutPlugins } from "../../../src/scope/key/chat-type-of-key.ts";
import { chatKeyRules, peerKey } from "../../../src/scope/key/chat-key.ts";
import { dmReach, groupReach } from "../../../src/config/scopes.ts";
import { normalizeChatType } from "../../../src/scope/chat-type.ts";
import { deliveryTarget } from "../../../src/scope/context/delivery-target.ts";
import { groupHistoryKey } from "../../../src/scope/context/group-history-key.ts";
import { groupOfContext, type MessageContext } from "../../../src/scope/context/group-of-context.ts";
import {
  isAcpKey,
  isCronKey,
  isCronRunKey,
  isHiddenRunKey,
  isSubagentKey,
  subagentDepth,
} from "../../../src/scope/key/kind.ts";
import { mainSessionKey, normalizeMainKey } from "../../../src/scope/key/main-key.ts";
import { nameOfContext } from "../../../src/scope/context/name-of-context.ts";
import { toRequestKey, toStoreKey } from "../../../src/scope/key/request-key.ts";
import { storedForm } from "../../../src/scope/key/stored-form.ts";
import { threadSessionKey, splitThreadSuffix, threadParentKey } from "../../../src/scope/key/thread-key.ts";
import { isOutOfContract, policyOf, type Bridge, type Circumstances, type VectorInput } from "./bridge.ts";

const inForce = ({ edition }: Circumstances) => behavioursOf(edition);

const shapeNames = {
  missing: "missing",
  agent: "agent",
  "malformed-agent": "malformed_agent",
  alias: "legacy_or_alias",
} as const;

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("The release throws here");
  return value;
}

function contextIn(context: VectorInput): MessageContext {
  return {
    from: context.From,
    to: context.To,
    originatingTo: context.OriginatingTo,
    chatType: context.ChatType,
    provider: context.Provider,
  };
}

/** Translations of the upstream functions that concern keys. */
export const keysBridge: Bridge = {
  normalizeAgentId: ({ value }) => normalizeAgentId(value),
  sanitizeAgentId: ({ value }) => normalizeAgentId(value),
  normalizeAgentIdStrict: ({ value }) => {
    const id = normalizeAgentIdStrict(value);
    return id === undefined ? { ok: false } : { ok: true, value: id };
  },
  normalizeOptionalAgentId: ({ value }) => normalizeOptionalAgentId(value),
  isValidAgentId: ({ value }) => isValidAgentId(value),
  normalizeAccountId: ({ value }, circumstances) => normalizeAccountId(value, inForce(circumstances)),
  normalizeOptionalAccountId: ({ value }, circumstances) =>
    normalizeOptionalAccountId(value, inForce(circumstances)),
  normalizeMainKey: ({ value }) => normalizeMainKey(value),
  normalizeChatType: ({ value }) => normalizeChatType(value),
  normalizeSessionPeerId: ({ channel, peerKind, peerId }, circumstances) =>
    peerIdOf(peerId, channel, peerKind ?? "", inForce(circumstances)),
  normalizeSessionKeyPreservingOpaquePeerIds: ({ key }, circumstances) =>
    storedForm(key ?? "", inForce(circumstances)),

  buildAgentMainSessionKey: ({ agentId, mainKey }, circumstances) =>
    mainSessionKey(agentId, mainKey, inForce(circumstances)),
  buildAgentPeerSessionKey: (input, circumstances) => {
    const { mainKey, channel, accountId, peerKind, peerId, dmScope, groupScope, identityLinks } = input;
    const policy = policyOf({ session: { identityLinks } }, circumstances);
    if (isOutOfContract(policy)) return policy;
    const { behaviours } = policy;
    const agentId = normalizeAgentId(input.agentId);
    const rules = chatKeyRules(policy);
    const kind = peerKind ?? rules.direct;
    return peerKey(
      {
        channel: channelIdOf(channel, behaviours),
        account: accountId,
        kind,
        peer: peerId ?? "",
      },
      { keyPrefix: agentKeyPrefix(agentId), mainKey: mainSessionKey(agentId, mainKey, behaviours) },
      kind === rules.direct ? dmReach(dmScope) : groupReach(groupScope),
      rules,
    )?.key;
  },
  buildGroupHistoryKey: ({ channel, accountId, peerKind, peerId }, circumstances) =>
    groupHistoryKey({ channel, account: accountId, kind: peerKind, peer: peerId }, inForce(circumstances)),
  resolveThreadSessionKeys: (
    { baseSessionKey, threadId, useSuffix, parentSessionKey, preserveThreadCase },
    circumstances,
  ) => {
    const threaded = threadSessionKey(baseSessionKey, threadId, inForce(circumstances), preserveThreadCase);
    return {
      sessionKey: useSuffix === false ? baseSessionKey : threaded,
      parentSessionKey: threaded === baseSessionKey ? undefined : parentSessionKey,
    };
  },

  parseAgentSessionKey: ({ key }, circumstances) => splitAgentKey(key, inForce(circumstances)),
  classifySessionKeyShape: ({ key }, circumstances) => shapeNames[keyShape(key, inForce(circumstances))],
  resolveAgentIdFromSessionKey: ({ key, configuredDefaultAgentId }, circumstances) =>
    required(agentIdOfKey(key, configuredDefaultAgentId, inForce(circumstances))),
  getSubagentDepth: ({ key }, circumstances) => subagentDepth(key, inForce(circumstances)),
  isSubagentSessionKey: ({ key }, circumstances) => isSubagentKey(key, inForce(circumstances)),
  isAcpSessionKey: ({ key }, circumstances) => isAcpKey(key, inForce(circumstances)),
  isCronSessionKey: ({ key }, circumstances) => isCronKey(key, inForce(circumstances)),
  isCronRunSessionKey: ({ key }, circumstances) => isCronRunKey(key, inForce(circumstances)),
  isInternalSessionEffectsKey: ({ key }, circumstances) => isHiddenRunKey(key, inForce(circumstances)),
  agentSessionKeysMatchByRequestKey: ({ left, right }, circumstances) => {
    const policy = policyOf({}, circumstances);
    if (isOutOfContract(policy)) return policy;
    const [one, other] = [left, right].map((key: VectorInput) => toRequestKey(key ?? "", policy));
    return one !== undefined && one === other;
  },
  parseThreadSessionSuffix: ({ key }, circumstances) => {
    const trimmed = (key ?? "").trim();
    const { base, thread } = splitThreadSuffix(trimmed, inForce(circumstances));
    return { baseSessionKey: trimmed === "" ? undefined : base, threadId: thread };
  },
  resolveThreadParentSessionKey: ({ key }, circumstances) => threadParentKey(key, inForce(circumstances)),
  deriveSessionChatType: ({ key }, circumstances) =>
    chatTypeOfKeyWithoutPlugins(key, inForce(circumstances)) ?? "unknown",
  deriveSessionChatTypeFromKey: ({ key }, circumstances) =>
    chatTypeOfKeyWithoutPlugins(key, inForce(circumstances)) ?? "unknown",

  resolveGroupSessionKey: ({ ctx }, circumstances) =>
    groupOfContext(contextIn(ctx), { behaviours: inForce(circumstances) }),
  deriveSessionKey: ({ scope, ctx }, circumstances) =>
    scope === "global" ? "global" : nameOfContext(contextIn(ctx), { behaviours: inForce(circumstances) }),
  parseSessionDeliveryRoute: ({ key }, circumstances) => {
    const target = deliveryTarget(key ?? "", { behaviours: inForce(circumstances) });
    if (target === undefined) return undefined;
    const { channel, account, word, peer, thread } = target;
    return { channel, accountId: account, peerKind: word, peerId: peer, threadId: thread };
  },
  toAgentStoreSessionKey: ({ agentId, requestKey, mainKey }: VectorInput, circumstances) => {
    const policy = policyOf({ session: { mainKey } }, circumstances);
    return isOutOfContract(policy) ? policy : toStoreKey({ key: requestKey ?? "", agentId }, policy);
  },
  toAgentRequestSessionKey: ({ key }, circumstances) => {
    const policy = policyOf({}, circumstances);
    return isOutOfContract(policy) ? policy : toRequestKey(key ?? "", policy);
  },
};
