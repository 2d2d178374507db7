import type { Policy } from "../../config/policy.ts";
import { readTime } from "../../lifecycle/read-times.ts";
import { sessionTimeNames } from "../../lifecycle/session-entry.ts";
import type { StoreRow } from "../../lifecycle/store/store-row.ts";
import { parseSessionKey } from "../../scope/key/session-key.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { spelling } from "../audit/records.ts";
import { personNamed } from "../audit/people.ts";
import { factsOfRow } from "../store/inbound-of-entry.ts";
import type { Leads } from "./leads.ts";
import { addParty, type Parties, type Party } from "./party.ts";

/** A stored session, and whose words it may hold. */
export interface StoredWords {
  readonly row: StoreRow;
  /** Its key in the one spelling that messages lead to. */
  readonly key: string;
  readonly agentId: string | undefined;
  /** The session that has the words of its people: its own, or the one that started it. */
  readonly root: string;
  /** Whose words it may hold, of itself. */
  readonly own: Parties;
  /** The last message, where the entry tells it. */
  readonly last: Inbound | undefined;
  /** The fields for want of which the last message cannot be told; none where there is no conversation. */
  readonly missing: readonly string[];
  /** When anything last happened in it, in epoch milliseconds. */
  readonly lastActiveAt: number | undefined;
}

const signsOfLife = [...sessionTimeNames, "lastActivityAt"] as const;

/** When anything last happened in a session; undefined where no time is told, or one cannot be read. */
function lastActiveAt(row: StoreRow): number | undefined {
  const told = signsOfLife
    .map((name): unknown => row[name])
    .filter((time) => time !== undefined && time !== null);
  const known = told
    .map(readTime)
    .filter((time): time is number => time !== undefined && Number.isFinite(time) && time > 0);
  return known.length === 0 || known.length < told.length ? undefined : Math.max(...known);
}

/** Who wrote the last message of a session, or in which room it was. */
function partyOf(inbound: Inbound, key: string, policy: Policy): Party {
  const { channel, chatType, peer = "", sender } = inbound;
  const parts = parseSessionKey(key);
  const isOwn = parts !== undefined && "sender" in parts;
  if (chatType === "direct" || (isOwn && sender !== undefined)) {
    // Where the peer is the room of a direct chat, whoever wrote is told beside it.
    const name = personNamed({ channel, peer: sender ?? peer }, policy);
    return { kind: "person", name, because: "wrote" };
  }
  return { kind: "room", name: `${channel}:${peer}`, because: "wrote" };
}

/** Tells of each stored session whose words it may hold, by its entry and by whose messages lead there. */
export function storedWords(rows: readonly StoreRow[], leads: Leads, policy: Policy): readonly StoredWords[] {
  const keys = rows.map(({ key }) => spelling(key, policy));
  const starters = new Map(
    rows.map(({ parentSessionKey, spawnedBy }, index) => [
      keys[index] ?? "",
      spawnedBy === undefined && parentSessionKey === undefined
        ? undefined
        : spelling(spawnedBy ?? parentSessionKey ?? "", policy),
    ]),
  );
  const rootOf = rootFinder(starters);
  return rows.map((row, index) => {
    const key = keys[index] ?? "";
    const facts = factsOfRow(row, policy);
    const last = "inbound" in facts ? facts.inbound : undefined;
    const own = new Map<string, Party>(leads.get(key));
    if (last !== undefined) addParty(own, partyOf(last, row.key, policy));
    const parts = parseSessionKey(key);
    const isTask = "reason" in facts && facts.reason === "no-conversation";
    return {
      row,
      key,
      agentId: parts && "agentId" in parts ? parts.agentId : undefined,
      root: isTask ? rootOf(key) : key,
      own,
      last,
      missing: "missing" in facts && !isTask ? facts.missing : [],
      lastActiveAt: lastActiveAt(row),
    };
  });
}

/** Finds the session at the beginning of those that started one another; each is climbed once. */
function rootFinder(starters: ReadonlyMap<string, string | undefined>): (key: string) => string {
  const roots = new Map<string, string>();
  return (key) => {
    const climbed = new Set<string>();
    let at = key;
    while (!roots.has(at) && !climbed.has(at)) {
      climbed.add(at);
      const above = starters.get(at);
      if (above === undefined) break;
      at = above;
    }
    const root = roots.get(at) ?? at;
    for (const each of climbed) roots.set(each, root);
    return root;
  };
}
