import type { SessionConfig } from "./config.ts";

/** One id that `session.identityLinks` gives to a person; every text is exactly as it was written. */
export interface IdentityLink {
  /** The person's canonical name. */
  readonly name: string;
  /** The channel that the id names; absent for a bare id. */
  readonly channel?: string;
  readonly id: string;
  /** Where it stands below `session.identityLinks`. */
  readonly place: readonly (string | number)[];
  /** `listed`: `{ alice: ["telegram:123"] }`. `labelled`: `{ "telegram:123:alice": "alice" }`. */
  readonly spelling: "listed" | "labelled";
  /** The last segment of a labelled link, for people to read. */
  readonly label?: string;
}

type IdentityLinks = NonNullable<SessionConfig["identityLinks"]>;

/** What stands before the first colon is a channel only when it can be the name of one. */
const channelName = /^\s*[a-z][a-z0-9_-]*\s*$/i;

function splitChannel(text: string): { readonly channel?: string; readonly id: string } {
  const colon = text.indexOf(":");
  const channel = colon === -1 ? "" : text.slice(0, colon);
  return channelName.test(channel) ? { channel, id: text.slice(colon + 1) } : { id: text };
}

function readLabelled(key: string, name: string): IdentityLink {
  const { channel, id: rest } = splitChannel(key);
  const place = [key];
  const colon = rest.lastIndexOf(":");
  if (channel === undefined) return { name, id: key, place, spelling: "labelled" };
  if (colon === -1) return { name, channel, id: rest, place, spelling: "labelled" };
  return {
    name,
    channel,
    id: rest.slice(0, colon),
    place,
    spelling: "labelled",
    label: rest.slice(colon + 1),
  };
}

/**
 * Reads `session.identityLinks` in both spellings people use, in the order in which JavaScript lists
 * the properties. `<channel>:<id>` is cut at the first colon and `<channel>:<id>:<label>` also at the
 * last, so that an id may contain `:`, `#` and `+`.
 */
export function* readIdentityLinks(links: IdentityLinks = {}): Generator<IdentityLink> {
  for (const [key, value] of Object.entries(links)) {
    if (typeof value === "string") {
      yield readLabelled(key, value);
      continue;
    }
    for (const [index, text] of value.entries())
      yield { name: key, ...splitChannel(text), place: [key, index], spelling: "listed" };
  }
}
