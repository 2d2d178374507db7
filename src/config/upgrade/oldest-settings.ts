import { isObject } from "../is-object.ts";
import { append, drop, objectAt, put, valueAt, type LoadDraft } from "../loaded/draft.ts";
import { moveOlderKey } from "../loaded/move-older-key.ts";
import { agentId, writtenAgents } from "../loaded/roster.ts";
import { upgraded, type UpgradeChange } from "./change.ts";
import { tellMoved } from "./older-settings.ts";
import type { UpgradeStep, Way } from "./way.ts";

/** The channels whose groups one switch was about. */
const channelsOfSwitch = ["whatsapp", "telegram", "imessage"] as const;

/** Whether groups have to mention the bot, which was said for all channels: each channel says it of all its groups. */
function* mentionInGroups(draft: LoadDraft): Generator<UpgradeChange> {
  const source = ["routing", "groupChat", "requireMention"];
  const required = valueAt(draft.config, source);
  if (required === undefined) return;
  let isHeard = false;
  for (const channel of channelsOfSwitch) {
    const target = ["channels", channel, "groups", "*", "requireMention"];
    if (
      objectAt(draft.config, target.slice(0, 2)) === undefined ||
      valueAt(draft.config, target) !== undefined
    )
      continue;
    isHeard = true;
    put(draft, target, required);
    const note = "where `groupPolicy` is `allowlist`, the entry `*` lists every group";
    yield upgraded("setting-moved", target, {
      from: source,
      effect: "reaches",
      sentence: tellMoved(source, target, { note }),
    });
  }
  moveOlderKey(draft, [], { within: "", key: source.join(".") }, undefined);
  if (!isHeard)
    yield upgraded("setting-left-out", source, {
      from: source,
      effect: "loses",
      sentence:
        "`routing.groupChat.requireMention` is left out, because no channel is left to which it speaks.",
    });
}

/** The agents, which were settings by name, and the one that answers what no binding claims. */
function* agentsByName(draft: LoadDraft): Generator<UpgradeChange> {
  const agents = objectAt(draft.config, ["routing", "agents"]);
  const chosen = valueAt(draft.config, ["routing", "defaultAgentId"]);
  if (agents !== undefined && valueAt(draft.config, ["agents", "list"]) === undefined) {
    const list = Object.entries(agents).map(([id, agent]) => ({ id, ...(isObject(agent) && agent) }));
    drop(draft, ["routing", "agents"]);
    put(draft, ["agents", "list"], list);
    yield upgraded("setting-moved", ["agents", "list"], {
      from: ["routing", "agents"],
      sentence: tellMoved(["routing", "agents"], ["agents", "list"], {}),
    });
  }
  const index = writtenAgents(draft.config).findIndex(
    ({ id, path }) => typeof chosen === "string" && path[1] === "list" && id === agentId(chosen),
  );
  if (index >= 0) {
    const target = ["agents", "list", index, "default"];
    drop(draft, ["routing", "defaultAgentId"]);
    put(draft, target, true);
    yield upgraded("setting-moved", target, {
      from: ["routing", "defaultAgentId"],
      value: true,
      sentence: tellMoved(["routing", "defaultAgentId"], target, {}),
    });
  }
}

/** Who the bot says it is, which is the agent's own since there are several. */
function* identityOfAgent(draft: LoadDraft): Generator<UpgradeChange> {
  const identity = objectAt(draft.config, ["identity"]);
  if (identity === undefined) return;
  const agents = writtenAgents(draft.config);
  if (agents.length === 0) append(draft, ["agents", "list"], [{ id: "main" }]);
  const owner = agents.find(({ config }) => config["default"] === true) ?? agents[0];
  const target = [...(owner?.path ?? ["agents", "list", 0]), "identity"];
  if (valueAt(draft.config, target) !== undefined) return;
  drop(draft, ["identity"]);
  put(draft, target, identity);
  yield upgraded("setting-moved", target, {
    from: ["identity"],
    sentence: tellMoved(["identity"], target, {}),
  });
}

/** Reads what stood under `routing` and `identity` at the top before there were lists of keys. */
export const moveOldestSettings: UpgradeStep = function* (draft, { knows }: Way) {
  if (knows(["routing"])) return;
  yield* agentsByName(draft);
  yield* mentionInGroups(draft);
  yield* identityOfAgent(draft);
  const routing = objectAt(draft.config, ["routing"]);
  if (routing !== undefined && Object.keys(routing).length === 0) drop(draft, ["routing"]);
};

/** Variables of the environment, which stood beside the settings about it. */
export const moveVariables: UpgradeStep = function* (draft, { knows, leftIn }) {
  const target = ["env", "vars"];
  for (const [name, value] of Object.entries(objectAt(draft.config, ["env"]) ?? {})) {
    const source = ["env", name];
    if (typeof value !== "string" || knows(source) || !knows([...target, name])) continue;
    drop(draft, source);
    const isWritten = valueAt(draft.config, [...target, name]) !== undefined;
    if (!isWritten) put(draft, [...target, name], value);
    const release = leftIn(source);
    yield isWritten
      ? upgraded("setting-left-out", source, {
          from: source,
          release,
          sentence: `\`env.${name}\` is left out, because \`env.vars.${name}\` is written, too.`,
        })
      : upgraded("setting-moved", [...target, name], {
          from: source,
          release,
          sentence: tellMoved(source, [...target, name], {}),
        });
  }
};
