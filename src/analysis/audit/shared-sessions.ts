import { placeOf } from "../../config/identity-links.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { linksOf } from "../../identity/identity-links.ts";
import { fold } from "../../identity/fold.ts";
import { evaluateMemorySearch } from "../../policy/memory/memory-search.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import { moveOn, removeSetting, writeSetting, type Found, type FindingFix } from "./finding.ts";
import { nameOf, type Participant } from "./people.ts";
import type { Situation } from "./situation.ts";
import { separate, sharedOnceSomebodyComes } from "./second-person.ts";
import { findCollisions } from "../../scope/isolation/collisions.ts";
import { isolationOf } from "../../scope/isolation/isolation.ts";
import { narrowestDmScope } from "../../config/scopes.ts";
import type { SharedReason } from "../../scope/isolation/shared-because.ts";

/** Takes away the link that gives somebody another person's name. */
function unlink({ second: { inbound } }: SharingPair, policy: Policy): FindingFix {
  const ids = [inbound.peer ?? "", ...(inbound.aliases ?? [])].map(fold);
  const link = linksOf(policy).findLast(({ id }) => ids.includes(fold(id)));
  return link === undefined
    ? moveOn("Remove the link that names two people.")
    : removeSetting(formatPath(placeOf(link)));
}

function ofPeople(pair: SharingPair, situation: Situation): Found {
  const { everybody, strangers, setting, key } = pair;
  const path = setting ?? "session.dmScope";
  const count = strangers ? "anybody who writes" : `${everybody.size} people`;
  const notes = evaluateMemorySearch({ key }, situation.policy).notes
    ? ", with the agent's private notes in it"
    : "";
  return {
    id: "direct-messages-shared",
    milder: !strangers,
    path,
    message: `One session is shared by ${count}: each could be told what the others wrote${notes}.`,
    fix: separate(path, situation),
  };
}

function ofAccounts({ setting }: SharingPair): Found {
  const path = setting ?? "session.dmScope";
  return {
    id: "accounts-share-sessions",
    path,
    message: "What a person writes to one of the bot's accounts could be repeated by another account.",
    fix: writeSetting(path, narrowestDmScope),
  };
}

/** What an edition joins of itself. */
const ofEdition = {
  "missing-peer": {
    id: "peerless-messages-shared",
    message: "Messages that name nobody end up in a session of others, who could be told what is in them.",
  },
  "account-not-in-key": {
    id: "groups-share-accounts",
    message: "Two accounts of the bot that are in one group share its session, history and memory.",
  },
  collision: {
    id: "keys-collide",
    message: "This edition spells different ids in the same way: strangers could share a session.",
  },
} as const;

const ownEdition = "No setting of this edition fixes that: move to the edition 2026-11.";

/** What it means that two share a session; undefined where nothing is wrong with that. */
function meaningOf(pair: SharingPair, situation: Situation): Found | undefined {
  const { first, second, reason, setting } = pair;
  const samePerson = first.name === second.name;
  switch (reason) {
    case "same-conversation":
    case "group-scope":
    case "chat-not-split":
      return undefined;
    case "dm-scope":
      if (!samePerson) return ofPeople(pair, situation);
      // Under `main` one person's conversation is one on purpose, wherever they write.
      return first.inbound.channel === second.inbound.channel && !isMain(first, situation)
        ? ofAccounts(pair)
        : undefined;
    case "global-scope":
      return samePerson ? undefined : ofPeople(pair, situation);
    case "identity-links":
      return samePerson
        ? undefined
        : {
            id: "identities-merged",
            path: setting ?? "session.identityLinks",
            message: `Identity links treat ${first.name} and ${second.name} as one person: each could be told what the other wrote.`,
            fix: unlink(pair, situation.policy),
          };
    case "missing-peer":
    case "account-not-in-key":
    case "collision":
      return { ...ofEdition[reason], path: "", fix: moveOn(ownEdition) };
  }
}

function isMain({ inbound }: Participant, { policy }: Situation): boolean {
  const resolution = resolveSession(inbound, policy);
  return resolution.ok && resolution.dmScope === "main";
}

/** Finds sessions that different people, accounts or rooms share, or would. */
export function sharedSessions(situation: Situation): readonly Found[] {
  const shared = sharedByThoseThere(situation);
  const isKnown = ({ path }: Found) =>
    shared.some((finding) => finding.id === "direct-messages-shared" && finding.path === path);
  return [...shared, ...sharedOnceSomebodyComes(situation).filter((finding) => !isKnown(finding))];
}

function sharedByThoseThere(situation: Situation): readonly Found[] {
  return sharingPairs(situation).flatMap((pair) => {
    const meaning = meaningOf(pair, situation);
    if (meaning === undefined) return [];
    const { first, second, key } = pair;
    const who = [first, second].map(({ inbound }) => nameOf(inbound));
    return [{ ...meaning, witness: { who, what: key, invented: first.invented || second.invented } }];
  });
}

/** Two participants of one session, and why it is one. */
interface SharingPair {
  readonly first: Participant;
  readonly second: Participant;
  readonly key: string;
  readonly reason: SharedReason;
  /** The setting that joins them; absent where the edition does. */
  readonly setting: string | undefined;
  /** Everybody who shares for the same reason. */
  readonly everybody: Set<string>;
  /** Whether strangers are among them. */
  strangers: boolean;
}

/** One pair for each reason and setting for which different participants share a session. */
function sharingPairs({ people, rooms, policy }: Situation): readonly SharingPair[] {
  const participants = new Map([...people, ...rooms].map((one) => [one.inbound, one]));
  const pairs = new Map<string, SharingPair>();
  for (const { key, inbounds } of findCollisions([...participants.keys()], policy)) {
    const [first, ...others] = inbounds.flatMap((inbound) => participants.get(inbound) ?? []);
    if (first === undefined) continue;
    for (const second of others) {
      const isolation = isolationOf(first.inbound, second.inbound, policy);
      if (!isolation.shared) continue;
      const { reason, setting } = isolation;
      const kind = JSON.stringify([reason, setting, first.name === second.name]);
      const pair = pairs.get(kind) ?? {
        ...{ first, second, key, reason, setting },
        everybody: new Set(),
        strangers: false,
      };
      pairs.set(kind, pair);
      pair.everybody.add(first.name).add(second.name);
      pair.strangers ||= first.invented || second.invented;
    }
  }
  return [...pairs.values()];
}
