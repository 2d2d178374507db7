import { behavioursOf, type Behaviours, type Edition } from "../../edition/edition.ts";
import type { BehaviourId } from "../../edition/registry.ts";
import { readDuration } from "../amounts.ts";
import { describeValue } from "../expectation.ts";
import { isObject } from "../is-object.ts";
import type { Issue } from "../issue.ts";
import { formatPath } from "../path.ts";
import { networkRefusal } from "../sandbox-network.ts";
import { agentPlaces, at, issueAt, listAt, settingsAt, type Path } from "./places.ts";
import { channelsAt } from "./read-lists.ts";
import { lowerCase } from "../../edition/lower-case.ts";

const core: readonly BehaviourId[] = ["open-needs-star"];
const telegram: readonly BehaviourId[] = ["telegram-open-needs-star"];
const adapter: readonly BehaviourId[] = ["open-needs-star", "adapters-want-star"];

/** Where `open` is refused without `*` among those who are let in: a channel, and where in it the policy and the list stand. */
const openNeedsStar: readonly (readonly [channel: string, place: Path, refused: readonly BehaviourId[]])[] = [
  ["telegram", [], telegram],
  ["bluebubbles", [], telegram],
  ["whatsapp", [], core],
  ["signal", [], adapter],
  ["imessage", [], adapter],
  ["irc", [], adapter],
  ["slack", [], adapter],
  ["slack", ["dm"], adapter],
  ["discord", [], core],
  ["discord", ["dm"], core],
  ["googlechat", ["dm"], core],
  ["msteams", [], core],
];

function* openWithoutStar(config: unknown, behaviours: Behaviours): Generator<Issue> {
  for (const [channel, place, refused] of openNeedsStar) {
    const policy = place.length === 0 ? "dmPolicy" : "policy";
    if (!refused.some((id) => behaviours.has(id))) continue;
    if (at(config, "channels", channel, ...place, policy) !== "open") continue;
    const lists = [
      ...listAt(config, "channels", channel, ...place, "allowFrom"),
      ...listAt(config, "channels", channel, "dm", "allowFrom"),
    ];
    if (lists.some((entry) => String(entry).trim() === "*")) continue;
    // Where there are two lists, the releases name the inner one.
    const inner = channel === "slack" ? ["dm"] : place;
    const path = ["channels", channel, ...inner, "allowFrom"];
    yield issueAt(
      "open-without-star",
      path,
      `${formatPath(["channels", channel, ...place, policy])} is "open", and the list does not have "*"`,
      'write `allowFrom: ["*"]`, or another policy',
    );
  }
}

function* allowlistWithoutList(config: unknown, behaviours: Behaviours): Generator<Issue> {
  if (!behaviours.has("allowlist-needs-people")) return;
  for (const channel of behaviours.has("telegram-open-needs-star")
    ? ["whatsapp", "telegram"]
    : ["whatsapp"]) {
    if (at(config, "channels", channel, "dmPolicy") !== "allowlist") continue;
    if (listAt(config, "channels", channel, "allowFrom").length > 0) continue;
    yield issueAt(
      "nobody-listed",
      ["channels", channel, "allowFrom"],
      `channels.${channel}.dmPolicy is "allowlist", and nobody is listed`,
      "list who may write, or write another policy",
    );
  }
}

function* toolSelections(config: unknown): Generator<Path> {
  for (const tools of [["tools"], ...agentPlaces(config).map((place) => [...place, "tools"])]) {
    yield tools;
    yield [...tools, "sandbox", "tools"];
    yield [...tools, "subagents", "tools"];
    for (const provider of Object.keys(settingsAt(config, ...tools, "byProvider")))
      yield [...tools, "byProvider", provider];
  }
}

function* tools(config: unknown, behaviours: Behaviours): Generator<Issue> {
  for (const path of toolSelections(config)) {
    if (listAt(config, ...path, "allow").length > 0 && listAt(config, ...path, "alsoAllow").length > 0)
      yield issueAt(
        "conflicting-settings",
        path,
        "`allow` and `alsoAllow` are both set, and only one of them may be",
        "merge them into `allow`, or write a `profile` and `alsoAllow`",
      );
    if (!behaviours.has("exec-mode-alone")) continue;
    const exec = settingsAt(config, ...path, "exec");
    const others = ["security", "ask"].filter((name) => exec[name] !== undefined);
    if (exec["mode"] !== undefined && others.length > 0)
      yield issueAt(
        "conflicting-settings",
        [...path, "exec", "mode"],
        `\`mode\` replaces \`${others.join("` and `")}\`, and both are set`,
        `write \`mode\`, or \`${others.join("` and `")}\``,
      );
  }
}

function* sandboxes(config: unknown, behaviours: Behaviours): Generator<Issue> {
  for (const place of agentPlaces(config)) {
    const path = [...place, "sandbox", "docker", "network"];
    const network = at(config, ...path);
    if (typeof network !== "string") continue;
    const joins = at(config, ...path.slice(0, -1), "dangerouslyAllowContainerNamespaceJoin") === true;
    const refusal = networkRefusal(network, joins);
    const checked = refusal === "host" ? "host-network-refused" : "joined-network-refused";
    if (refusal !== undefined && behaviours.has(checked))
      yield issueAt(
        "unknown-value",
        path,
        `${JSON.stringify(network)} would take the sandbox out of its own network`,
        "write `bridge` or `none`",
      );
  }
  const depth = at(config, "agents", "defaults", "subagents", "maxSpawnDepth");
  if (typeof depth === "number" && depth > 5)
    yield issueAt(
      "out-of-range",
      ["agents", "defaults", "subagents", "maxSpawnDepth"],
      `expected 1 to 5, found ${depth}`,
      "write `maxSpawnDepth: 5` or less",
    );
}

function* bindings(config: unknown): Generator<Issue> {
  for (const [index, binding] of listAt(config, "bindings").entries()) {
    const id = at(binding, "match", "peer", "id");
    if (at(binding, "type") !== "acp" || at(binding, "match", "channel") !== "telegram") continue;
    if (typeof id === "string" && !id.includes(":topic:"))
      yield issueAt(
        "binding-impossible",
        ["bindings", index, "match", "peer", "id"],
        `${describeValue(id)} names no topic`,
        "write `<chat>:topic:<topic>`",
      );
  }
}

/** What a channel must have in order to be one. */
function* twitch(config: unknown): Generator<Issue> {
  const settings = at(config, "channels", "twitch");
  if (!isObject(settings) || isObject(settings["accounts"])) return;
  for (const name of ["username", "accessToken", "channel"])
    if (typeof settings[name] !== "string")
      yield issueAt(
        "missing",
        ["channels", "twitch", name],
        `expected text, found ${describeValue(settings[name])}`,
        "write `username`, `accessToken` and `channel`, or `accounts`",
      );
}

/** One release refused a setting of the store as an older release's, though its schema still had it. */
function* rotation(config: unknown): Generator<Issue> {
  const path = ["session", "maintenance", "rotateBytes"];
  if (at(config, ...path) !== undefined)
    yield issueAt("setting-without-effect", path, "nothing reads it", "leave it out");
}

function* sessionsOfRuns(config: unknown, behaviours: Behaviours): Generator<Issue> {
  const retention = at(config, "cron", "sessionRetention");
  if (typeof retention !== "string" || readDuration(retention, "h", behaviours) !== undefined) return;
  yield issueAt(
    "malformed-duration",
    ["cron", "sessionRetention"],
    `expected a duration, found ${describeValue(retention)}`,
    "write `24h`, or `false` to keep them",
  );
}

/** Where heartbeats go. A plugin may bring the channel, so this is only a warning. */
function* heartbeats(config: unknown, time: number): Generator<Issue> {
  const known = ["last", "none", ...channelsAt(time)];
  for (const place of agentPlaces(config)) {
    const target = at(config, ...place, "heartbeat", "target");
    if (typeof target !== "string" || known.includes(lowerCase(target.trim()))) continue;
    const path = [...place, "heartbeat", "target"];
    const message = `the release has no channel ${describeValue(target)}, and refuses it unless a plugin adds one`;
    yield issueAt("unknown-channel", path, message, "write `last`, `none` or a channel", "warning");
  }
}

function* approvals(config: unknown): Generator<Issue> {
  for (const kind of ["exec", "plugin"])
    for (const [index, target] of listAt(config, "approvals", kind, "targets").entries())
      for (const name of ["channel", "to"])
        if (isObject(target) && target[name] === undefined)
          yield issueAt(
            "missing",
            ["approvals", kind, "targets", index, name],
            "expected text, found nothing",
            "write `channel` and `to`",
          );
}

/**
 * Finds what a release refuses though it knows each key and takes each value: settings that contradict each other, that
 * miss something, or that name what is not there.
 *
 * @param time - The list of its keys, by position.
 */
export function* checkCombinations(config: unknown, edition: Edition, time: number): Generator<Issue> {
  const behaviours = behavioursOf(edition);
  yield* openWithoutStar(config, behaviours);
  yield* allowlistWithoutList(config, behaviours);
  yield* tools(config, behaviours);
  yield* sandboxes(config, behaviours);
  yield* heartbeats(config, time);
  yield* approvals(config);
  if (behaviours.has("rotation-size-refused")) yield* rotation(config);
  if (behaviours.has("cron-retention-checked")) yield* sessionsOfRuns(config, behaviours);
  if (behaviours.has("acp-needs-topic")) yield* bindings(config);
  if (behaviours.has("twitch-needs-login")) yield* twitch(config);
}
