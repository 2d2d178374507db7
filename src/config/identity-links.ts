import type { SessionConfig } from "./config.ts";
import { writtenLinks } from "./written-links.ts";

/** One id that `session.identityLinks` gives to a person; every text is exactly as it was written. */
export interface IdentityLink {
  /** The person's canonical name. */
  readonly name: string;
  /** The channel and the id in one, without the label. */
  readonly text: string;
  /** The channel that the id names; undefined for a bare id. */
  readonly channel: string | undefined;
  readonly id: string;
  /** `listed`: `{ alice: ["telegram:123"] }`. `labelled`: `{ "telegram:123:alice": "alice" }`. */
  readonly spelling: "listed" | "labelled";
  /** The last segment of a labelled link, for people to read. */
  readonly label: string | undefined;
  /** The property of `session.identityLinks` that it is, or stands in. */
  readonly key: string;
  /** Where it stands in the list of that property; undefined for a labelled one. */
  readonly index: number | undefined;
}

/** `session.identityLinks` as it is written. */
export type IdentityLinks = NonNullable<SessionConfig["identityLinks"]>;

/** What stands before the first colon is a channel only when it can be the name of one. */
const channelName = /^\s*[a-z][a-z0-9_-]*\s*$/i;

/** The channel that stands before the first colon of a link; undefined for a bare id. */
export function linkedChannel(text: string): string | undefined {
  const channel = text.slice(0, Math.max(0, text.indexOf(":")));
  return channelName.test(channel) ? channel : undefined;
}

/** What follows the channel. */
export function afterChannel(text: string, channel: string | undefined): string {
  return channel === undefined ? text : text.slice(channel.length + 1);
}

/** Reads one id of a person. */
export function readListed(name: string, text: string, index: number): IdentityLink {
  const channel = linkedChannel(text);
  const id = afterChannel(text, channel);
  return { name, text, channel, id, spelling: "listed", label: undefined, key: name, index };
}

/** Reads an id with a label, and whose it is. */
export function readLabelled(key: string, name: string): IdentityLink {
  const channel = linkedChannel(key);
  const colon = key.lastIndexOf(":");
  const hasLabel = channel !== undefined && colon > channel.length;
  const text = hasLabel ? key.slice(0, colon) : key;
  const label = hasLabel ? key.slice(colon + 1) : undefined;
  const id = afterChannel(text, channel);
  return { name, text, channel, id, spelling: "labelled", label, key, index: undefined };
}

/**
 * Reads `session.identityLinks` in both spellings people use, in the order in which JavaScript lists
 * the properties. `<channel>:<id>` is cut at the first colon and `<channel>:<id>:<label>` also at the
 * last, so that an id may contain `:`, `#` and `+`.
 */
export function* readIdentityLinks(links: IdentityLinks = {}): Generator<IdentityLink> {
  const { keys, values } = writtenLinks(links);
  // A directory may be exported into them: all links have one shape, and no list is made on the way.
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? "";
    const value = values[at] ?? [];
    if (typeof value === "string") {
      yield readLabelled(key, value);
      continue;
    }
    let index = 0;
    for (const text of value) {
      yield readListed(key, text, index);
      index += 1;
    }
  }
}

/** Where a link stands in the config. */
export function placeOf({ key, index }: IdentityLink): readonly (string | number)[] {
  return ["session", "identityLinks", key, ...(index === undefined ? [] : [index])];
}
