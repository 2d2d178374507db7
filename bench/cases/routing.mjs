import { parsePolicy, resolveSession } from "../../dist/index.js";
import { over } from "../measure.mjs";
import { assertAgree, besideColumns, pair } from "../pair.mjs";
import { release, upstreamFunctions } from "../upstream.mjs";
import { bindingsOf, messagesOf } from "../bindings.mjs";

/** More than the 4000 routes that the release remembers, so that it finds each anew. */
const rotating = 5000;
const few = 512;

function asked({ account, chatType, peer, guild, roles, channel }) {
  return {
    channel,
    accountId: account,
    peer: { kind: chatType, id: peer },
    guildId: guild,
    memberRoleIds: roles,
  };
}

function answerOf({ agentId, key, mainKey, matchedBy, channel, account, dmScope, groupScope }) {
  return [agentId, key, mainKey, matchedBy, channel, account, dmScope, groupScope];
}

function upstreamAnswerOf(route) {
  const { sessionKey: key, mainSessionKey: mainKey, accountId: account } = route;
  return answerOf({ ...route, key, mainKey, account });
}

function routing(kind, count, messages) {
  return async () => {
    const { resolveAgentRoute } = await upstreamFunctions("resolveAgentRoute");
    const config = {
      agents: { list: [{ id: "main", default: true }, { id: "ops" }] },
      session: { dmScope: "per-channel-peer" },
      bindings: bindingsOf(kind, count),
    };
    const policy = parsePolicy(config, { edition: `openclaw@${release}` });
    const inbounds = messagesOf(kind, count, messages);
    const ours = (inbound) => resolveSession(inbound, policy);
    assertAgree(
      "route",
      inbounds.slice(0, 2000),
      (inbound) => answerOf(ours(inbound)),
      (inbound) => upstreamAnswerOf(resolveAgentRoute({ cfg: config, ...asked(inbound) })),
    );
    const routed = inbounds.map((inbound) => ({ cfg: config, ...asked(inbound) }));
    return { ours: over(inbounds, ours), theirs: over(routed, resolveAgentRoute) };
  };
}

export default {
  title: "Finding the agent and the session",
  about: `A whole \`resolveSession\` compared with the release's \`resolveAgentRoute\`; the agents, keys and matching tiers have to agree. The
release remembers 4000 routes and forgets them all when there are more; with ${rotating} people taking turns it has to find every route
again. The last row asks about ${few} people over and over, which is what that memory is for.`,
  columns: besideColumns("OpenClaw"),
  cases: [
    pair("10 bindings of single rooms", routing("rooms", 10, rotating), { atLeast: 5 }),
    pair("10 000 bindings of single rooms", routing("rooms", 10_000, rotating), { atLeast: 5 }),
    pair("10 000 bindings of any room of a guild", routing("wildcards", 10_000, rotating), {
      atLeast: 100,
      rounds: 20,
    }),
    pair("10 000 bindings of a guild's roles", routing("roles", 10_000, rotating), {
      atLeast: 100,
      rounds: 20,
    }),
    pair(`10 bindings of single rooms, ${few} people`, routing("rooms", 10, few)),
  ],
};
