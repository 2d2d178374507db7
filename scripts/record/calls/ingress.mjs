/** How the gates that a message passes are called: one channel, one account, one sender. */
export const ingressCalls = {
  "access.ingress":
    ({ resolveStableChannelMessageIngress }) =>
    async (input) => {
      const {
        conversationKind,
        senderId,
        storeAllowFrom,
        dmPolicy,
        groupPolicy,
        activation,
        event,
        command,
      } = input;
      const {
        groupAllowFromFallbackToAllowFrom,
        allowFrom,
        groupAllowFrom,
        accessGroups,
        mentionFacts,
        route,
      } = input;
      const result = await resolveStableChannelMessageIngress({
        channelId: "telegram",
        accountId: "default",
        identity: {},
        subject: { stableId: senderId },
        conversation: { kind: conversationKind, id: "c1" },
        event,
        dmPolicy,
        groupPolicy,
        policy: { groupAllowFromFallbackToAllowFrom, activation },
        allowFrom,
        groupAllowFrom,
        accessGroups,
        mentionFacts,
        route,
        command,
        readStoreAllowFrom: async () => storeAllowFrom ?? [],
      });
      return summaryOf(result);
    },
};

function summaryOf({ ingress, senderAccess, commandAccess, routeAccess, activationAccess }) {
  return {
    admission: ingress.admission,
    decision: ingress.decision,
    reasonCode: ingress.reasonCode,
    gate: ingress.decisiveGateId,
    gates: ingress.graph.gates.map(({ id, effect, reasonCode }) => `${id}:${effect}:${reasonCode}`),
    sender: {
      decision: senderAccess.decision,
      reasonCode: senderAccess.reasonCode,
      effectiveAllowFrom: senderAccess.effectiveAllowFrom,
      effectiveGroupAllowFrom: senderAccess.effectiveGroupAllowFrom,
    },
    command: {
      authorized: commandAccess.authorized,
      block: commandAccess.shouldBlockControlCommand,
      reasonCode: commandAccess.reasonCode,
    },
    route: { allowed: routeAccess.allowed, reasonCode: routeAccess.reasonCode },
    skip: activationAccess.shouldSkip,
  };
}
