import { repairs } from "../../edition/repairs.ts";
import { readDuration } from "../amounts.ts";
import { isObject } from "../is-object.ts";
import { takesType, wordsAt, type Takes } from "../keys/read-lists.ts";
import { numbersInDiscordLists } from "../loaded/discord-ids.ts";
import { drop, objectAt, put, valueAt, type LoadDraft, type PropertyPath } from "../loaded/draft.ts";
import { channelNames, places, sectionsOf } from "../loaded/places.ts";
import { respellStreaming, streamingChannels } from "../loaded/streaming.ts";
import type { UpgradeEffect } from "../older-keys.ts";
import { formatPath, parsePath } from "../path.ts";
import { placesOfPatterns } from "../patterns.ts";
import { upgraded, type UpgradeChange } from "./change.ts";
import type { UpgradeStep, Way } from "./way.ts";

/** Words that releases do not take any more, and what they take in place of them. */
const words: readonly {
  readonly at: string;
  readonly now: Readonly<Record<string, string>>;
  readonly effect?: UpgradeEffect;
  readonly note?: string;
}[] = [
  { at: "bindings[].match.peer.kind session.sendPolicy.rules[].match.chatType", now: { dm: "direct" } },
  {
    at: "channel:matrix.dm.policy",
    now: { trusted: "pairing" },
    effect: "reaches",
    note: "people whom the bot knew have to be paired",
  },
  {
    at: "messages.queue.mode messages.queue.byChannel.*",
    now: { queue: "steer", "steer-backlog": "followup", "steer+backlog": "followup" },
    effect: "loses",
  },
  { at: "agents.defaults.compaction.identifierPolicy", now: { custom: "strict" }, effect: "loses" },
  { at: "logging.consoleStyle", now: { compact: "pretty" }, effect: "loses" },
  {
    at: "gateway.bind",
    now: {
      ...{ "0.0.0.0": "lan", "::": "lan", "[::]": "lan", "*": "lan" },
      ...{ "127.0.0.1": "loopback", localhost: "loopback", "::1": "loopback", "[::1]": "loopback" },
    },
  },
];

/** Spells words as the release does. */
export const respellWords: UpgradeStep = function* (draft, { changedIn, time }) {
  for (const { at, now, effect = "lossless", note } of words)
    for (const path of placesOfPatterns(at).flatMap((pattern) => [...places(draft.config, pattern)])) {
      const old = valueAt(draft.config, path);
      const taken = wordsAt(path, time);
      if (typeof old !== "string" || taken.length === 0 || taken.includes(old)) continue;
      const value = Object.hasOwn(now, old) ? now[old] : undefined;
      if (value === undefined) continue;
      put(draft, path, value);
      const more = note === undefined ? "" : `; ${note}`;
      const sentence = `\`${formatPath(path)}\` is spelled \`${value}\` now, not \`${old}\`${more}.`;
      const release = changedIn(path, (takes) => takes.words.includes(old));
      yield upgraded("value-respelled", path, { from: path, value, release, effect, sentence });
    }
};

/** Writes numbers as the ids that their digits spell, where a release takes texts alone. */
export const spellIds: UpgradeStep = function* (draft, { changedIn, time }) {
  for (const [path, id] of [...numbersInDiscordLists(draft.config)]) {
    if (takesType(path, "n", time)) continue;
    put(draft, path, String(id));
    const sentence = `The number at \`${formatPath(path)}\` is written as the id that it spells.`;
    const release = changedIn(path, ({ types }) => types.includes("n"));
    yield upgraded("value-respelled", path, { from: path, value: String(id), release, sentence });
  }
};

function saysInAWord({ types }: Takes): boolean {
  return types.includes("s") || types.includes("b");
}

/** How messages are shown while they are written, in a channel that took a switch or a word for it. */
function* respellSection(draft: LoadDraft, path: PropertyPath, way: Way): Generator<UpgradeChange> {
  const said = valueAt(draft.config, path);
  const mode = typeof said === "boolean" ? (said ? "partial" : "off") : said;
  if (typeof mode !== "string") return;
  put(draft, path, { mode });
  const sentence = `\`${formatPath(path)}\` says it in an object now.`;
  const release = way.changedIn(path, saysInAWord);
  yield upgraded("value-respelled", path, { from: path, value: { mode }, release, sentence });
}

/** Spells how messages are shown while they are written as an object, where a release takes nothing else. */
export const respellStreamingModes: UpgradeStep = function* (draft, way) {
  const { time } = way;
  const asObject = channelNames(draft.config).filter(
    (channel) =>
      takesType(["channels", channel, "streaming"], "o", time) &&
      !["s", "b"].some((letter) => takesType(["channels", channel, "streaming"], letter, time)),
  );
  const own = new Set<string>(streamingChannels);
  const before = draft.changes.length;
  respellStreaming(
    draft,
    asObject.filter((channel) => own.has(channel)),
  );
  for (const { path, from, value } of draft.changes.slice(before)) {
    const [source, target] = [parsePath(from ?? path) ?? [], parsePath(path) ?? []];
    const release = way.leftIn(source) ?? way.changedIn(source, saysInAWord);
    const sentence = `\`${from ?? path}\` is said as \`${path}\` now.`;
    yield upgraded("setting-moved", target, { from: source, value, release, sentence });
  }
  for (const channel of asObject.filter((name) => !own.has(name)))
    for (const section of sectionsOf(channel).flatMap((pattern) => [...places(draft.config, pattern)]))
      yield* respellSection(draft, [...section, "streaming"], way);
};

/** Durations of nothing, which would delete at once what they are to keep for a while. */
export const dropNoDurations: UpgradeStep = function* (draft, { behaviours, passesOver, repairs: does }) {
  if (!does("zero-durations-dropped")) return;
  for (const name of ["pruneAfter", "resetArchiveRetention"]) {
    const path = ["session", "maintenance", name];
    const written = valueAt(draft.config, path);
    if (passesOver(path)) continue;
    const isDuration = typeof written === "string" || typeof written === "number";
    if (!isDuration || readDuration(String(written), "d", behaviours) !== 0) continue;
    drop(draft, path);
    yield upgraded("setting-left-out", path, {
      from: path,
      release: repairs["zero-durations-dropped"],
      effect: "loses",
      sentence: `\`${formatPath(path)}\` is left out, because it kept nothing at all; the release's own default holds.`,
    });
  }
};

/** Which release wrote the file last, where it says so: whoever reads it goes by that. */
export const nameRelease: UpgradeStep = function* (draft, { release }) {
  const path = ["meta", "lastTouchedVersion"];
  const before = valueAt(draft.config, path);
  if (release === undefined || typeof before !== "string" || before === release) return;
  put(draft, path, release);
  const sentence = "The file says that this release wrote it, so that it is read as one of it.";
  yield upgraded("value-respelled", path, { from: path, value: release, sentence });
};

/** Everything that says which tools there are. */
const toolSelections = placesOfPatterns("anyTools");

/** Two lists that say which tools are allowed, of which a release takes one. */
export const mergeAllowLists: UpgradeStep = function* (draft, { release, repairs: does }) {
  if (release === undefined || !does("allow-lists-merged")) return;
  for (const path of toolSelections.flatMap((pattern) => [...places(draft.config, pattern)])) {
    const tools = objectAt(draft.config, path);
    if (!isObject(tools)) continue;
    const { allow, alsoAllow } = tools;
    if (!Array.isArray(allow) || !Array.isArray(alsoAllow) || allow.length === 0 || alsoAllow.length === 0)
      continue;
    const value = [...new Set<unknown>([...(allow as unknown[]), ...(alsoAllow as unknown[])])];
    put(draft, [...path, "allow"], value);
    put(draft, [...path, "alsoAllow"], []);
    yield upgraded("setting-moved", [...path, "allow"], {
      from: [...path, "alsoAllow"],
      value,
      release: repairs["allow-lists-merged"],
      effect: "reaches",
      sentence: `The tools of \`${formatPath([...path, "alsoAllow"])}\` are written into \`allow\`, beside which it is refused.`,
    });
  }
};
