import { parsePolicy, resolveSession } from "../../dist/index.js";
import { dmReach, groupReach } from "../../dist/config/scopes.js";
import { chatKey, chatKeyRules } from "../../dist/scope/key/chat-key.js";
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
    facts: { channel: "slack", account, kind: chatType, peer },
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

/** What keyscope answers beside the release: `ours` tells the key by one of these chats, given a policy. */
async function beside(ours, chatType, dmScope, identityLinks) {
  const { buildAgentSessionKey } = await upstreamFunctions("buildAgentSessionKey");
  const asked = chats(chatType, dmScope, identityLinks);
  const { given, answer } = ours(policyOf(dmScope, identityLinks));
  assertAgree(
    "key",
    identityLinks === undefined ? asked : asked.slice(0, 20),
    (chat) => answer(chat[given]).key,
    ({ upstream }) => buildAgentSessionKey(upstream),
  );
  const theirs = asked.map(({ upstream }) => upstream);
  return {
    ours: over(
      asked.map((chat) => chat[given]),
      answer,
    ),
    theirs: over(
      identityLinks === undefined ? theirs : await affordable(theirs, buildAgentSessionKey),
      buildAgentSessionKey,
    ),
  };
}

const agent = { keyPrefix: "agent:main:", mainKey: "agent:main:main" };

const writing = (policy) => {
  const rules = chatKeyRules(policy);
  const dmScope = dmReach(policy.config.session.dmScope);
  const groupScope = groupReach("per-group");
  const answer = (chat) => chatKey(chat, agent, chat.kind === "direct" ? dmScope : groupScope, rules);
  return { given: "facts", answer };
};
const resolving = (policy) => ({ given: "inbound", answer: (inbound) => resolveSession(inbound, policy) });

const manyLinks = links(10_000);
const linked = { rounds: 10, warmUpMs: 500 };

export default {
  title: "Building session keys",
  about: `The release's \`buildAgentSessionKey\` is given the agent and the scope, and returns a string. In keyscope "the key alone" is the
same work, and also returns the name from identity links. The rows of \`resolveSession\` compare a whole resolution with that
string: it also finds the agent and names everything that decided.`,
  columns: besideColumns("OpenClaw"),
  cases: [
    ...scopes.map((dmScope) =>
      pair(`the key alone, direct chat, \`${dmScope}\``, () => beside(writing, "direct", dmScope), {
        atLeast: 1,
      }),
    ),
    pair("the key alone, group", () => beside(writing, "group", "main"), { atLeast: 1 }),
    ...scopes.map((dmScope) =>
      pair(`\`resolveSession\`, direct chat, \`${dmScope}\``, () => beside(resolving, "direct", dmScope), {
        atLeast: 1,
      }),
    ),
    pair("`resolveSession`, group", () => beside(resolving, "group", "main"), { atLeast: 1 }),
    pair(
      "the key alone, direct chat, 10 000 identity links",
      () => beside(writing, "direct", "per-channel-peer", manyLinks),
      { ...linked, atLeast: 10_000 },
    ),
    pair(
      "`resolveSession`, direct chat, 10 000 identity links",
      () => beside(resolving, "direct", "per-channel-peer", manyLinks),
      { ...linked, atLeast: 10_000 },
    ),
  ],
};
