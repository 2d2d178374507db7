import type { ConfigInput } from "../../../src/config/config.ts";
import { loaded, type LoadedConfig } from "../../../src/config/loaded/loaded.ts";
import { resolveIncludes } from "../../../src/config/source/includes.ts";
import { substitute } from "../../../src/config/source/substitute.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { placeMessage } from "../../../src/scope/session/resolve-session.ts";
import { isOutOfContract, policyOf, type Bridge, type VectorInput } from "./bridge.ts";
import { routeFacts } from "./routing.ts";

/** What was recorded of a loaded config: the sections that decide, and of `tools` not the messages that it may write. */
const recorded: readonly string[] = [
  ...["session", "agents", "bindings", "channels", "commands", "messages", "talk", "cron", "tools", "hooks"],
  ...["memory", "accessGroups", "broadcast"],
];

function asRecorded(config: Readonly<Record<string, unknown>>): unknown {
  const sections = Object.fromEntries(Object.entries(config).filter(([name]) => recorded.includes(name)));
  const { tools } = sections;
  if (typeof tools !== "object" || tools === null) return sections;
  return {
    ...sections,
    tools: Object.fromEntries(Object.entries(tools).filter(([name]) => name !== "message")),
  };
}

/** The home directory of the host on which the loaders ran. */
const home = "/home/u";

/** What a release makes of a file and what stands in others and in variables: three steps, each of which may refuse. */
function load({ config, env, files = {} }: VectorInput, edition: Edition): LoadedConfig {
  const variables = { HOME: home, ...env };
  const whole = resolveIncludes(config as ConfigInput, (path) => files[path], { edition });
  const put = whole.ok ? substitute(whole.config, variables, { edition }) : whole;
  return put.ok ? loaded(put.config, edition, { env: variables }) : put;
}

/** Whom the recorded routes ask about, on each bot of each channel: a person, in the release's own word, and a room. */
const peers = [
  ["direct/7", { id: "7" }],
  ["group/-100", { kind: "group", id: "-100" }],
] as const;

function* botsOf(
  config: VectorInput,
  env: object = {},
): Generator<readonly [channel: string, account: string]> {
  const written = Object.keys(config.channels ?? {}).filter(
    (name) => name !== "defaults" && name !== "modelByChannel",
  );
  const inEnvironment = Object.keys(env).flatMap((name) => /^([A-Z]+)_BOT_TOKEN$/.exec(name)?.[1] ?? []);
  const [elsewhere = "telegram"] = inEnvironment.map((name) => name.toLowerCase());
  for (const channel of written.length > 0 ? written : [elsewhere])
    for (const account of ["-", ...Object.keys(config.channels?.[channel]?.accounts ?? {})])
      yield [channel, account];
}

/** How a release says that nobody owns a message, as far as it was recorded. */
function nobodys(channel: string, account: string): string {
  const bot = `${channel} account ${account === "-" ? "default" : account}`;
  const told = `throws: Multiple agents are configured, but ${bot} routing has no explicit owner. Add`;
  return told.slice(0, 98);
}

/** Translations of what the loaders make of a config. */
export const loadedBridge: Bridge = {
  "config.loaded"(input, { edition }) {
    const result = load(input, edition);
    return result.ok ? asRecorded(result.config) : { refused: true };
  },
  "config.loaded.route"(input, circumstances) {
    const result = load(input, circumstances.edition);
    if (!result.ok) throw new Error(result.issues[0].message);
    const policy = policyOf(result.config, circumstances);
    if (isOutOfContract(policy)) return policy;
    const { defaultAgentId } = result;
    const asked = { ...policy, ...(defaultAgentId !== undefined && { defaultAgentId }) };
    const routes = [...botsOf(result.config, input.env)].flatMap(([channel, account]) =>
      peers.map(([name, peer]) => {
        const facts = { channel, peer, ...(account !== "-" && { accountId: account }) };
        const session = placeMessage(routeFacts(facts, asked), asked);
        const answer = session.ok
          ? [session.agentId, session.key, session.matchedBy]
          : nobodys(channel, account);
        return [`${channel}/${account}/${name}`, answer] as const;
      }),
    );
    return Object.fromEntries(routes);
  },
};
