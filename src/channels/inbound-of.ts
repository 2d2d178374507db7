import type { Inbound } from "../scope/inbound.ts";

/** The facts that were found in a payload, those that were not as `undefined`. */
export type Facts = Pick<Inbound, "channel" | "chatType"> & {
  readonly [Fact in keyof Omit<Inbound, "channel" | "chatType">]: Inbound[Fact] | undefined;
};

/** Builds an inbound from the facts that were found. A sender who is the peer is not told twice. */
export function inboundOf(facts: Facts): Inbound {
  const found = Object.entries(facts).filter(
    ([name, fact]) => fact !== undefined && !(name === "sender" && fact === facts.peer),
  );
  // Only optional facts are ever undefined, so what the type requires is still there.
  return Object.fromEntries(found) as unknown as Inbound;
}
