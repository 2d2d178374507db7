import { formatPath } from "../../config/path.ts";
import { linksOf } from "../../identity/identity-links.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { isolationOf } from "../../scope/isolation/isolation.ts";
import { moveOn, type Found } from "./finding.ts";
import { nameOf } from "./participant.ts";
import type { Situation } from "./situation.ts";

/** A message from each channel on which identity links know a person, by the person's name. */
function messagesByPerson({ policy }: Situation): ReadonlyMap<string, ReadonlyMap<string, Inbound>> {
  const people = new Map<string, Map<string, Inbound>>();
  for (const { name, channel, id } of linksOf(policy)) {
    if (channel === undefined) continue;
    const messages = people.get(name) ?? new Map<string, Inbound>();
    people.set(name, messages);
    const at = channel.trim();
    if (!messages.has(at)) messages.set(at, { channel: at, chatType: "direct", peer: id });
  }
  return people;
}

/**
 * Finds identity links that join nobody across channels, because the release keeps the channel in the key:
 * whoever wrote them expects one conversation.
 */
export function linksWithinChannels(situation: Situation): readonly Found[] {
  for (const [name, messages] of messagesByPerson(situation)) {
    const [first, ...others] = messages.values();
    if (first === undefined) continue;
    for (const other of others) {
      const { reason, setting = "session.dmScope" } = isolationOf(first, other, situation.policy);
      if (reason !== "channel") continue;
      const { edition } = situation.policy;
      return [
        {
          id: "links-join-no-channels",
          severity: "low",
          path: formatPath(["session", "identityLinks"]),
          message: `Under ${edition} and this ${setting} these links join nobody across channels: ${name} has a conversation of its own on ${first.channel} and another on ${other.channel}.`,
          fix: moveOn(
            `Write ${setting}: "per-peer" if equal ids of your channels are always one person, or move to the edition 2026-11, where links join channels under every scope.`,
          ),
          witness: { who: [first, other].map(nameOf), what: "two sessions of one person", invented: false },
        },
      ];
    }
  }
  return [];
}
