#!/usr/bin/env node
/**
 * Writes `src/config/keys/lists.ts` from a list of the keys that releases accept:
 *
 *     node scripts/config-keys.mjs KEYS.json
 *
 * KEYS.json has every path that one of the releases accepts, with the releases (`r`), the types (`t`), the words (`e`)
 * and whether all keys of the object are known (`c`). It may be gzipped. `test/config/keys/config-keys.json.gz` is the
 * copy that the tests hold the lists against.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const letters = { string: "s", number: "n", boolean: "b", object: "o", array: "a", null: "z", any: "x" };

/** Settings whose words are only the best known of what they take. */
const openWords = new Set(["channels.feishu.domain"]);

/** Keys of a channel that its accounts do not have, whatever else they share. */
const notOfAccounts = ["accounts", "defaultAccount"];

/**
 * Releases, by position in the list of them, in which the gateway passes anything in a channel that has a schema;
 * measured with keys and values that no schema has.
 */
const unchecked = {
  bluebubbles: "25",
  feishu: "3-20,22-25",
  line: "0-20,22-25",
  matrix: "0-18,20,22-25",
  mattermost: "0-20,22-25",
  "nextcloud-talk": "0-20,22-24",
  nostr: "0-18,20,22-24",
  "synology-chat": "9-21",
  telegram: "25",
  tlon: "0-18,20-25",
  twitch: "0-18,20,22-24",
  zalo: "0-20,22-25",
  zalouser: "0-18,20,22-25",
};

/** Channels whose schema one release left empty: it refuses whatever is written in them. */
const empty = { nostr: "25", "nextcloud-talk": "25", twitch: "25" };

/** Ids of Discord that may be numbers: in the first releases, and in two later ones. */
const discordIds = { "0-6": "number|string", "7-23": "string", "24-25": "number|string", "26-53": "string" };

/** Keys of sections into which the list does not go, as far as loaders were measured to refuse them. */
const measured = {
  "env.shellEnv": { t: "object" },
  "env.vars": { t: "object" },
  "env.*": { t: "string", r: "0-45" },
  "talk.agentId": { t: "string", r: "46-53" },
  "talk.*": { t: "any" },
};

/** Where a release was measured to accept something else than the list of its keys says. */
export function correct(path, row) {
  if (path.startsWith("channels.discord.") && row.t?.["24-53"] === "string") return { ...row, t: discordIds };
  if (path === "channels.discord.dm.allowFrom[]") return { ...row, t: discordIds };
  if (path === "channels.feishu.groupPolicy")
    return { ...row, t: { "3-20,46-53": "string", "21-45": "any|string" } };
  if (path === "channels.line") return { ...row, r: "0-53" };
  if (path === "channels.synology-chat") return { ...row, r: "9-53" };
  if (path === "channels.tlon") return { ...row, r: "0-18,20-53" };
  if (path === "channels.msteams") return { ...row, r: "0-18,20-53" };
  if (path === "channels.irc.configWrites") return { ...row, r: "6-20,22-24,46-53" };
  if (path === "channels.irc.dangerouslyAllowNameMatching") return { ...row, r: "25-53" };
  if (
    path.startsWith("channels.bluebubbles.groups.*.toolsBySender") ||
    path === "channels.bluebubbles.configWrites"
  )
    return { ...row, r: "0-20,22-25" };
  return row;
}

const stepsOf = (path) => path.replaceAll("[]", ".[]").split(".");

/** Reads a list of keys. */
export function readKeys(file) {
  const bytes = readFileSync(file);
  return JSON.parse((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8"));
}

/** The releases in a text such as `0-5,32`; all of them when there is none. */
function spanOf(text, count) {
  if (text === undefined || text === 1) return Array.from({ length: count }, () => true);
  const span = Array.from({ length: count }, () => false);
  for (const range of text.split(",")) {
    const [from, to = from] = range.split("-").map(Number);
    span.fill(true, from, to + 1);
  }
  return span;
}

/** What holds in each release, of a value that is one for all of them or one for each range of them. */
function perRelease(value, count) {
  if (value === undefined || typeof value !== "object" || Array.isArray(value))
    return Array.from({ length: count }, () => value);
  const each = Array.from({ length: count }, () => undefined);
  for (const [range, there] of Object.entries(value))
    for (const [index, holds] of spanOf(range, count).entries()) if (holds) each[index] = there;
  return each;
}

const wordOf = (word) => (typeof word === "string" ? word : `~${JSON.stringify(word)}`);

/** What a key takes in each release: undefined where it is not known. */
function takesOf(path, { r, t, e, c }, count) {
  const present = spanOf(r, count);
  const types = perRelease(t, count);
  const words = perRelease(openWords.has(path) ? undefined : e, count);
  const closed = c === undefined ? [] : spanOf(c, count);
  const letter = (type) => {
    if (letters[type] === undefined) throw new Error(`${path} has an unknown type ${type}`);
    return letters[type];
  };
  return present.map((holds, index) => {
    if (!holds) return undefined;
    const type = (types[index] ?? "object").split("|").map(letter).sort().join("");
    return { type, closed: closed[index] === true, words: (words[index] ?? []).map(wordOf).join(",") };
  });
}

function treeOf({ paths, mirror, about }) {
  const count = about.releases.length;
  const root = { takes: takesOf("", { c: 1 }, count), children: new Map() };
  const at = (steps) => {
    let node = root;
    for (const step of steps) node = node.children.get(step);
    return node;
  };
  for (const [path, row] of Object.entries({ ...paths, ...measured })) {
    const steps = stepsOf(path);
    const own = { takes: takesOf(path, correct(path, row), count), children: new Map() };
    at(steps.slice(0, -1)).children.set(steps.at(-1), own);
  }
  for (const [path, { of, without = [] }] of Object.entries(mirror)) {
    const account = at(stepsOf(path));
    for (const [name, node] of at(stepsOf(of)).children)
      if (!without.includes(name) && !notOfAccounts.includes(name) && !account.children.has(name))
        account.children.set(name, node);
  }
  for (const [channel, releases] of Object.entries(unchecked)) {
    const node = at(["channels", channel]);
    const free = spanOf(releases, count);
    node.takes = node.takes.map((takes, index) =>
      takes !== undefined && free[index] ? { ...takes, type: `${takes.type}x` } : takes,
    );
  }
  for (const [channel, releases] of Object.entries(empty)) {
    const gone = spanOf(releases, count);
    for (const node of at(["channels", channel]).children.values())
      node.takes = node.takes.map((takes, index) => (gone[index] ? undefined : takes));
  }
  const agents = at(["agents"]);
  addEntriesToList(agents.children.get("list"), agents.children.get("entries"));
  return root;
}

/**
 * Releases that keep agents by name still take a list of them, and turn it into that: so a list takes what the entries
 * take, and an agent's own name.
 */
function addEntriesToList(list, entries) {
  const named = entries.children.get("*");
  const listed = list.children.get("[]");
  const taken = (node, type) => node.takes.map((takes) => takes && { ...takes, type, closed: false });
  const id = { takes: taken(named, "s"), children: new Map() };
  const element = { ...named, children: new Map([...named.children, ["id", id]]) };
  merge(list, { takes: taken(entries, "a"), children: new Map([["[]", element]]) });
  // Both are the same kind of object, so that it is written once.
  named.children = new Map([...listed.children].filter(([name]) => name !== "id"));
  named.takesAllAlong = true;
}

/** Takes over into a node what another one takes in the releases in which the first takes nothing. */
function merge(node, other) {
  node.takes = node.takes.map((takes, index) => takes ?? other.takes[index]);
  for (const [name, child] of other.children) {
    const own = node.children.get(name);
    if (own === undefined) node.children.set(name, child);
    else merge(own, child);
  }
}

/** Writes what a key takes through the releases: `since` and what holds from there on, where it changes. */
function timelineOf(node, cares, shapeOf) {
  const inside = node.takes.map(
    (takes, index) => node.takesAllAlong || (cares[index] && takes !== undefined && /[oax]/.test(takes.type)),
  );
  const shape = node.children.size === 0 ? undefined : shapeOf(node, inside);
  const written = node.takes.map((takes) => {
    if (takes === undefined) return "-";
    const { closed, words } = takes;
    // An object without keys is one that the list does not go into, and often not even known to be an object.
    const type = takes.type === "o" && !closed && shape === undefined ? "x" : takes.type;
    const within = shape !== undefined && /[oax]/.test(type) ? `${closed ? "!" : ""}#${shape}` : "";
    return `${type}${within}${words === "" ? "" : `=${words}`}`;
  });
  // Where the object that the key stands in does not exist, it says nothing, and so what was said before goes on.
  const known = written.map((text, index) => (cares[index] ? text : undefined));
  const first = known.find((text) => text !== undefined) ?? "-";
  const changes = [];
  let before;
  for (const [index, text] of [first, ...known.slice(1)].entries()) {
    if (text === undefined || text === before) continue;
    changes.push(`${index === 0 ? "" : index}${text}`);
    before = text;
  }
  return changes.join("|");
}

/** Every kind of object in a tree of keys, each written once, one a line; the last one is the config itself. */
export function shapesOf(keys) {
  const numbers = new Map();
  const shapeOf = (node, cares) => {
    const fields = [...node.children]
      .map(([name, child]) => [name, timelineOf(child, cares, shapeOf)])
      .filter(([, timeline]) => timeline !== "-")
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, timeline]) => `${name}:${timeline}`);
    const line = fields.join(" ");
    const number = numbers.get(line) ?? numbers.size;
    numbers.set(line, number);
    return number;
  };
  shapeOf(
    treeOf(keys),
    Array.from({ length: keys.about.releases.length }, () => true),
  );
  return [...numbers.keys()];
}

/** The module that has the lists. */
export function moduleOf(keys) {
  return `// Written by scripts/config-keys.mjs, which says from what; not by hand.

/** The releases whose keys are listed, oldest first. */
export const listedReleases =
  "${keys.about.releases.join(" ")}";

/**
 * Every kind of object that a config may hold, one a line, the config itself last. \`read-lists.ts\` tells how to read them.
 */
export const shapes = \`
${shapesOf(keys).join("\n")}
\`;
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error("usage: node scripts/config-keys.mjs KEYS.json");
  writeFileSync(new URL("../src/config/keys/lists.ts", import.meta.url), moduleOf(readKeys(file)));
}
