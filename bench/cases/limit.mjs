import { parsePolicy } from "../../dist/index.js";
import { dmReach } from "../../dist/config/scopes.js";
import { chatKey, chatKeyRules } from "../../dist/scope/key/chat-key.js";
import { hotFunctions, hotInputs, leastWork } from "../hot-functions.mjs";
import { over } from "../measure.mjs";
import { besideColumns, pair } from "../pair.mjs";

/** Writes the key of one of the inputs, and does nothing else. */
function keyWriter() {
  const rules = chatKeyRules(parsePolicy({}, { edition: "2026-11" }));
  const reach = dmReach("per-channel-peer");
  const agent = { keyPrefix: "agent:main:", mainKey: "agent:main:main" };
  return ({ inbound: { channel, peer } }) =>
    chatKey({ channel, account: undefined, kind: "direct", peer }, agent, reach, rules);
}

function besideTheLeast(title, call, targets = []) {
  const beside = pair(title, async () => ({
    ours: over(hotInputs, call),
    theirs: over(hotInputs, leastWork),
  }));
  return {
    title,
    targets,
    async run() {
      const { ours, theirs } = await beside.run();
      return { ours, theirs, ratio: ours / theirs };
    },
  };
}

const atMostThrice = [{ column: "ratio", atMost: 3 }];

export default {
  title: "How far from the least",
  about: `Each function that a host calls for every message, compared with the least work that it could do: one look-up in a map and
joining the parts of a key. The policy has a few settings of each kind.`,
  columns: besideColumns("the least"),
  cases: [
    besideTheLeast("the key alone", keyWriter(), atMostThrice),
    ...Object.entries(hotFunctions).map(([name, call]) =>
      besideTheLeast(`\`${name}\``, call, name === "resolveSession" ? atMostThrice : []),
    ),
  ],
};
