import { parsePolicy, resolveSession } from "../../dist/index.js";
import { chatKeyWriter } from "../../dist/scope/chat-key.js";
import { affordable, over } from "../measure.mjs";
import { assertAgree, besideColumns, pair } from "../pair.mjs";
import { release, upstreamFunctions } from "../upstream.mjs";
import { links, people } from "../world.mjs";

const account = "work";
const scopes = ["main", "per-peer", "per-channel-peer", "per-account-channel-peer"];

function policyOf(dmScope, identityLinks) {
  return parsePolicy(
    { agents: { list: [{ id: "main", default: true }] }, session: { dmScope, identityLinks } },
    { edition: `openclaw@${release}` },
  );
}

/** One chat as keyscope is told of it, as its key writer is, and as the release's key writer is. */
function chats(chatType, dmScope, identityLinks) {
  return people.map((peer) => ({
    inbound: { channel: "slack", account, chatType, peer },
    facts: {
      agentId: "main",
      mainKey: "agent:main:main",
      channel: "slack",
      account,
      kind: chatType,
      peer,
      dmScope,
      groupScope: "per-group",
    },
    upstream: {
      agentId: "main",
      channel: "slack",
      accountId: account,
      peer: { kind: chatType, id: peer },
      dmScope,
      identityLinks,
    },
  }));
}

async function writing(chatType, dmScope) {
  const { buildAgentSessionKey } = await upstreamFunctions("buildAgentSessionKey");
  const write = chatKeyWriter(policyOf(dmScope));
  const asked = chats(chatType, dmScope);
  assertAgree(
    "key",
    asked,
    ({ facts }) => write(facts).key,
    ({ upstream }) => buildAgentSessionKey(upstream),
  );
  return {
    ours: over(
      asked.map(({ facts }) => facts),
      write,
    ),
    theirs: over(
      asked.map(({ upstream }) => upstream),
      buildAgentSessionKey,
    ),
  };
}

async function resolving(chatType, dmScope, identityLinks) {
  const { buildAgentSessionKey } = await upstreamFunctions("buildAgentSessionKey");
  const policy = policyOf(dmScope, identityLinks);
  const asked = chats(chatType, dmScope, identityLinks);
  assertAgree(
    "key",
    identityLinks === undefined ? asked : asked.slice(0, 20),
    ({ inbound }) => resolveSession(inbound, policy).key,
    ({ upstream }) => buildAgentSessionKey(upstream),
  );
  return {
    ours: over(
      asked.map(({ inbound }) => inbound),
      (inbound) => resolveSession(inbound, policy),
    ),
    theirs: over(
      await affordable(
        asked.map(({ upstream }) => upstream),
        buildAgentSessionKey,
      ),
      buildAgentSessionKey,
    ),
  };
}

export default {
  title: "Building session keys",
  about: `The release's \`buildAgentSessionKey\` is handed the agent and the scope, and returns a string. The key alone is
what stands beside it in keyscope: the same work, and the name that identity links gave. The rows of
\`resolveSession\` put a whole resolution beside that string: the agent is found, and everything that decided is named.`,
  columns: besideColumns("OpenClaw"),
  cases: [
    ...scopes.map((dmScope) =>
      pair(`the key alone, direct chat, \`${dmScope}\``, () => writing("direct", dmScope), { atLeast: 1 }),
    ),
    pair("the key alone, group", () => writing("group", "main"), { atLeast: 1 }),
    ...scopes
      .slice(2)
      .map((dmScope) =>
        pair(`\`resolveSession\`, direct chat, \`${dmScope}\``, () => resolving("direct", dmScope)),
      ),
    pair("`resolveSession`, group", () => resolving("group", "main")),
    pair(
      "`resolveSession`, direct chat, 10 000 identity links",
      () => resolving("direct", "per-channel-peer", links(10_000)),
      { atLeast: 10_000, rounds: 5, warmUpMs: 500 },
    ),
  ],
};
