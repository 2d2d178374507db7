import type { Policy } from "../../config/policy.ts";
import type { BehaviourId } from "../../edition/registry.ts";
import { once } from "../../edition/once.ts";
import type { Setting } from "../section.ts";
import { change } from "../trace.ts";
import { findSender, nameSender, type KnownSender } from "./access-request.ts";
import { unwrittenList, type AllowListSource } from "./allow-list.ts";
import { doorSettings } from "./door.ts";
import type { RoomScheme } from "./room-scheme.ts";
import { senderList } from "./sender-list.ts";
import { admit, deny, missing, pass, type GateVerdict } from "./verdict.ts";
import type { RoomFacts } from "./placed-room.ts";
import { nameRoom } from "./room-listing.ts";

/** The chats that `groupChannels` lists, in the form in which they are compared. */
const listedChats = /* @__PURE__ */ once(({ behaviours }: Policy) => {
  const lists = new WeakMap<AllowListSource["entries"], ReadonlySet<string>>();
  return (entries: AllowListSource["entries"], read: NonNullable<RoomScheme["groupChats"]>["entry"]) => {
    const before = lists.get(entries);
    if (before !== undefined) return before;
    const now = new Set(entries.map((entry) => read(String(entry), behaviours)));
    lists.set(entries, now);
    return now;
  };
});

/** Chats of several people without a server: whether the bot takes part, in which, and whom it answers there. */
export function groupChatGates(
  facts: RoomFacts,
  groupChats: NonNullable<RoomScheme["groupChats"]>,
  policy: Policy,
): readonly GateVerdict[] {
  const { access, sender, path } = facts;
  const enabled: Setting<boolean> = access?.groupChatsEnabled ?? {
    value: false,
    path: `${access?.directSection ?? `${path}.dm`}.groupEnabled`,
    isDefault: true,
  };
  const on: GateVerdict = enabled.value
    ? pass("policy", () => [change(enabled.path, false)])
    : {
        gate: "policy",
        outcome: "deny",
        reason: "group-chats-disabled",
        path: enabled.path,
        isDefault: enabled.isDefault === true,
        turn: () => [change(enabled.path, true)],
      };
  const listing = groupChatListing(facts, groupChats, policy);
  return [on, listing, groupChatSender(facts, groupChats.askSender, sender, policy)];
}

function groupChatListing(
  { access, request }: RoomFacts,
  groupChats: NonNullable<RoomScheme["groupChats"]>,
  policy: Policy,
): GateVerdict {
  const gate = "listing";
  const chats = access?.groupChats;
  const { peer } = request;
  if (chats === undefined) return pass(gate);
  const listed = listedChats(policy)(chats.entries, groupChats.entry);
  const keys = ["*", ...groupChats.keys({ ...request, parent: undefined }, policy.behaviours)];
  if (listed.size === 0 || keys.some((key) => key !== "" && listed.has(key))) return pass(gate);
  if (peer === undefined) return missing(gate, "peer");
  return deny(gate, "room-not-listed", chats.path, () => [nameRoom(chats, peer)]);
}

function groupChatSender(
  { access, path, request }: RoomFacts,
  asks: BehaviourId,
  sender: KnownSender,
  policy: Policy,
): GateVerdict {
  const gate = "sender";
  if (!policy.behaviours.has(asks)) return admit(gate, "group-open", `${path}.dm.groupEnabled`);
  const source = access?.directList;
  const place = source ?? unwrittenList(`${path}.${doorSettings(request.channel, policy).allowFrom}`);
  if (source === undefined || source.entries.length === 0)
    return deny(gate, "group-empty-allowlist", place.path, () => [nameSender(place, sender)]);
  const by = findSender(sender, senderList(source, request.channel, policy));
  if (by !== undefined) return admit(gate, "group-allowlisted", by);
  if (sender.ids.length === 0) return missing(gate, "sender");
  return deny(gate, "group-not-allowlisted", source.path, () => [nameSender(source, sender)]);
}
