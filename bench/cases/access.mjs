import { evaluateAccess, parsePolicy } from "../../dist/index.js";
import { affordable, awaitedOver, over } from "../measure.mjs";
import { assertAgree, assertEqual, besideColumns, pair } from "../pair.mjs";
import { written } from "../table.mjs";
import { release, upstreamFunctions } from "../upstream.mjs";
import { listedPeople, people } from "../world.mjs";

const outcomes = { admit: "allow", pair: "pairing", deny: "block" };

function policyOf(allowFrom) {
  const config = { channels: { telegram: { dmPolicy: "pairing", allowFrom, groupPolicy: "allowlist" } } };
  return parsePolicy(config, { edition: `openclaw@${release}` });
}

const asked = people.map((peer) => ({ channel: "telegram", chatType: "direct", peer }));

/** The release's shared functions, which take the lists as they are written. */
async function shared(count) {
  const { resolveDmGroupAccessWithLists } = await upstreamFunctions("resolveDmGroupAccessWithLists");
  const allowFrom = listedPeople(count);
  const policy = policyOf(allowFrom);
  const ours = (request) => evaluateAccess(request, policy);
  const theirs = ({ peer }) =>
    resolveDmGroupAccessWithLists({
      isGroup: false,
      dmPolicy: "pairing",
      groupPolicy: "allowlist",
      allowFrom,
      storeAllowFrom: [],
      isSenderAllowed: (entries) => entries.includes(peer),
    });
  assertAgree(
    "access",
    asked,
    (request) => outcomes[ours(request).outcome],
    (request) => theirs(request).decision,
  );
  return { ours: over(asked, ours), theirs: over(asked, theirs) };
}

/** The gates that a message passes in the release, which answer in time to come. */
async function gates(count) {
  const { resolveStableChannelMessageIngress } = await upstreamFunctions(
    "resolveStableChannelMessageIngress",
  );
  const allowFrom = listedPeople(count);
  const policy = policyOf(allowFrom);
  const theirs = ({ peer }) =>
    resolveStableChannelMessageIngress({
      channelId: "telegram",
      accountId: "default",
      identity: {},
      subject: { stableId: peer },
      conversation: { kind: "direct", id: peer },
      event: { kind: "message" },
      dmPolicy: "pairing",
      groupPolicy: "allowlist",
      policy: {},
      allowFrom,
      groupAllowFrom: [],
      readStoreAllowFrom: async () => [],
    });
  const some = await affordable(asked, theirs);
  for (const request of some)
    assertEqual(
      `access of ${request.peer}`,
      outcomes[evaluateAccess(request, policy).outcome],
      (await theirs(request)).senderAccess.decision,
    );
  return {
    ours: over(asked, (request) => evaluateAccess(request, policy)),
    theirs: awaitedOver(some, theirs),
  };
}

export default {
  title: "May a message come in?",
  about: `\`evaluateAccess\` for a direct chat, compared with the function that the release's channels share, and with all the gates
that a message has had to pass since 2026.5.12.`,
  columns: besideColumns("OpenClaw"),
  cases: [10, 10_000].flatMap((count) => [
    pair(`allow list of ${written(count, "count")}, shared function`, () => shared(count), {
      atLeast: 1,
      rounds: count > 1000 ? 10 : 30,
    }),
    pair(`allow list of ${written(count, "count")}, all gates`, () => gates(count), {
      atLeast: 1,
      rounds: count > 1000 ? 5 : 20,
    }),
  ]),
};
