import { isBlank } from "../../identity/fold.ts";
import type { Inbound } from "../inbound.ts";
import type { Party } from "../key/chat-key.ts";

/** Channels of which each workspace or tenant has people of its own, by the fact that tells which. */
const peopleOf: ReadonlyMap<string, "team" | "party"> = new Map([
  ["slack", "team"],
  ["msteams", "party"],
]);

/** Which fact tells whose people a channel's are; undefined where they are the same in all of its workspaces. */
export function factOfPeople(channel: string): "team" | "party" | undefined {
  return peopleOf.get(channel);
}

/** Whose direct chat a message is of: of somebody for whom the bot answers, or of a workspace that has people of its own. */
export function partyOf({ chatType, party, team }: Inbound, channel: string): Party | undefined {
  if (chatType !== "direct") return undefined;
  const own = peopleOf.get(channel);
  if (party !== undefined && !isBlank(party)) return { id: party, hasOwnPeople: own === "party" };
  if (team === undefined || isBlank(team) || own !== "team") return undefined;
  return { id: team, hasOwnPeople: true };
}
