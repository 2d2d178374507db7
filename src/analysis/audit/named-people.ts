import { evaluateAccess } from "../../policy/access/access.ts";
import type { AllowListSource } from "../../policy/access/allow-list.ts";
import { listedPeople } from "../../policy/access/room-people.ts";
import { placeRoom } from "../../policy/access/placed-room.ts";
import { senderNames } from "../../policy/access/sender-list.ts";
import { schemeOf } from "../../policy/access/room-schemes.ts";
import type { AccessRequest } from "../../policy/access/access-request.ts";
import type { Policy } from "../../config/policy.ts";
import { moveOn, writeSetting, type Found } from "./finding.ts";
import { addressOf, nameOf, strangersAt, type ChannelAccount } from "./people.ts";
import { listedRooms, unlistedRooms } from "./rooms.ts";
import type { Situation } from "./situation.ts";

/** A chat of an account, and the lists that decide who is answered there. */
interface AskedChat {
  readonly chat: Pick<
    AccessRequest,
    "channel" | "account" | "chatType" | "guild" | "team" | "peer" | "sender"
  >;
  readonly lists: readonly (AllowListSource | undefined)[];
}

/** The direct chat of a stranger, and one in each room. */
function chatsOf(account: ChannelAccount, policy: Policy): readonly AskedChat[] {
  const { access, channel } = account;
  const [stranger] = strangersAt(account, policy);
  const direct: AskedChat = {
    chat: { ...addressOf(account), chatType: "direct", peer: stranger },
    lists: [access.directList],
  };
  const scheme = schemeOf(channel);
  const rooms = [...unlistedRooms(account), ...listedRooms(account)].map((room): AskedChat => {
    const chat = { ...addressOf(account), ...room, sender: stranger };
    const people = scheme === undefined ? [] : listedPeople(placeRoom(scheme, chat, access, policy), policy);
    return {
      chat,
      lists: [access.groupAllowFrom, access.allowFrom, ...people.map(({ users }) => users)],
    };
  });
  return [direct, ...rooms];
}

/** Entries by which somebody is let in who calls themselves so, and would not be by their id. */
function letInByName({ chat, lists }: AskedChat, policy: Policy) {
  const asked = { ...chat, mentioned: true } as const;
  if (evaluateAccess(asked, policy).allowed) return [];
  return lists.flatMap((list) =>
    (list?.entries ?? []).flatMap((entry, index) => {
      const name = String(entry).trim();
      const names = { senderName: name, senderUsername: name, senderEmail: name };
      return list !== undefined && name !== "" && evaluateAccess({ ...asked, ...names }, policy).allowed
        ? [{ name, path: `${list.path}[${index}]` }]
        : [];
    }),
  );
}

/** Texts that nobody is called by, unless on purpose: ids of the channels on which names may count. */
const looksLikeId = /^(?:\w+[:/])?(?:\d+|[A-Z\d]{7,}|[a-z\d]{26}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

function ofAccount(account: ChannelAccount, policy: Policy): readonly Found[] {
  const { channel } = account;
  const { nameMatching } = account.access;
  const isOn = nameMatching?.value === true;
  const anyName = { channel, senderName: "x", senderUsername: "x", senderEmail: "x" };
  const chats = senderNames(anyName, isOn, policy).length > 0 ? chatsOf(account, policy) : [];
  const named = chats.flatMap((each) => letInByName(each, policy).map((entry) => ({ ...entry, ...each })));
  const first = named.find(({ name }) => !looksLikeId.test(name)) ?? named[0];
  if (first === undefined && !isOn) return [];
  const fix = isOn
    ? writeSetting(
        nameMatching.path,
        false,
        `List ids in place of names, and write ${nameMatching.path}: false.`,
      )
    : moveOn(`List the id in place of ${first?.path ?? ""}.`);
  if (first === undefined)
    return [
      {
        id: "names-let-in",
        milder: true,
        path: nameMatching?.path ?? "",
        message: `Names count in the lists of ${channel}, and anybody can take any name; so far no list lets anybody in by name.`,
        fix,
      },
    ];
  return [
    {
      id: "names-let-in",
      milder: looksLikeId.test(first.name),
      path: isOn ? nameMatching.path : first.path,
      message: `Anyone who calls themselves ${JSON.stringify(first.name)} is let in on ${channel}: names count in its lists, and anybody can take one.`,
      fix,
      witness: {
        who: [nameOf({ channel, chatType: "direct", peer: first.name })],
        what: nameOf(first.chat),
        invented: true,
      },
    },
  ];
}

/** Finds accounts that let people in by what they are called. */
export function namedPeople({ accounts, policy }: Situation): readonly Found[] {
  return accounts.flatMap((account) => ofAccount(account, policy));
}
