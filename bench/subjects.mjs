import { evaluateAccess, evaluateSend, resolveSession } from "../dist/index.js";
import { bindingsOf, messagesOf } from "./bindings.mjs";
import { workload } from "./rules.mjs";
import { links, listedPeople, people } from "./world.mjs";

const account = "work";
const agents = { list: [{ id: "main", default: true }, { id: "ops" }] };

/*
 * What grows, and who is asked about it. Of each: a config of a size, what is asked of it, our answer, and the
 * release's, both in a form in which they can be compared.
 */

export const identityLinks = {
  functions: ["buildAgentSessionKey"],
  config: (size) => ({ session: { dmScope: "per-channel-peer", identityLinks: links(size) } }),
  asked: () => people.map((peer) => ({ channel: "slack", account, chatType: "direct", peer })),
  ours: (inbound, policy) => resolveSession(inbound, policy).key,
  theirs:
    ({ buildAgentSessionKey }, { session }) =>
    ({ channel, chatType, peer }) =>
      buildAgentSessionKey({
        agentId: "main",
        channel,
        accountId: account,
        peer: { kind: chatType, id: peer },
        ...session,
      }),
};

/** More than the 4000 routes that the release remembers, so that it finds each anew. */
const rotating = 5000;

export const bindings = (kind, places = rotating) => ({
  functions: ["resolveAgentRoute"],
  config: (size) => ({ agents, bindings: bindingsOf(kind, size) }),
  asked: (size) => messagesOf(kind, size, places),
  atLeast: places,
  ours: (inbound, policy) => resolveSession(inbound, policy).agentId,
  theirs:
    ({ resolveAgentRoute }, cfg) =>
    ({ channel, account: accountId, chatType, peer, guild, roles }) =>
      resolveAgentRoute({
        cfg,
        channel,
        accountId,
        peer: { kind: chatType, id: peer },
        guildId: guild,
        memberRoleIds: roles,
      }).agentId,
});

export const rules = {
  functions: ["resolveSendPolicy"],
  config: (size) => ({
    // The release knows no ids of rules.
    session: { sendPolicy: { rules: workload(size).rules.map(({ action, match }) => ({ action, match })) } },
  }),
  asked: (size) => workload(size).requests,
  ours: (request, policy) => (evaluateSend(request, policy).allowed ? "allow" : "deny"),
  theirs:
    ({ resolveSendPolicy }, cfg) =>
    ({ key, channel, chatType }) =>
      resolveSendPolicy({ cfg, sessionKey: key, channel, chatType }),
};

export const allowLists = {
  functions: ["resolveDmGroupAccessWithLists"],
  config: (size) => ({ channels: { telegram: { dmPolicy: "allowlist", allowFrom: listedPeople(size) } } }),
  asked: () => people.map((peer) => ({ channel: "telegram", chatType: "direct", peer })),
  ours: (request, policy) => evaluateAccess(request, policy).allowed,
  theirs:
    ({ resolveDmGroupAccessWithLists }, { channels: { telegram } }) =>
    ({ peer }) =>
      resolveDmGroupAccessWithLists({
        ...telegram,
        isGroup: false,
        storeAllowFrom: [],
        isSenderAllowed: (entries) => entries.includes(peer),
      }).decision === "allow",
};
