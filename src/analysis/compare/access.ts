import type { Policy } from "../../config/policy.ts";
import { configuredChannels, channelAccess } from "../../policy/access/channel-access.ts";
import { evaluateAccess, type AccessDecision } from "../../policy/access/access.ts";
import type { AccessRequest } from "../../policy/access/access-request.ts";
import { overrideList } from "../../policy/access/group.ts";
import { findRoom } from "../../policy/access/room.ts";
import { groupSenders, senderList } from "../../policy/access/sender-list.ts";
import type { AllowList, AllowListSource } from "../../policy/access/allow-list.ts";
import { askBoth, readAlike, compareRequests } from "./requests.ts";
import { type Representative, freshText, told } from "../representative/representative.ts";
import type { KindComparison } from "./verdict.ts";

/** One id for each choice of the lists that can have an id in common and to themselves, and one that is in none. */
function toldApart(lists: readonly AllowList[]): readonly string[] {
  const ids = new Set(lists.flatMap((list) => list.ids()));
  ids.delete("*");
  const byLists = new Map<string, string>();
  for (const id of ids) {
    const having = lists.map((list) => (list.find(id) === undefined ? "0" : "1")).join("");
    const before = byLists.get(having);
    if (before === undefined || id.length < before.length) byLists.set(having, id);
  }
  return [freshText((text) => ids.has(text)), ...byLists.values()];
}

/** Tells which senders stand for all as far as some lists go; each combination of lists is read once. */
export function senderChoice(): (lists: readonly AllowList[]) => readonly string[] {
  const numbers = new Map<AllowList, number>();
  const known = new Map<string, readonly string[]>();
  const numberOf = (list: AllowList) => {
    const number = numbers.get(list) ?? numbers.size;
    numbers.set(list, number);
    return number;
  };
  return (lists) => {
    const name = lists.map(numberOf).join();
    let senders = known.get(name);
    if (senders === undefined) known.set(name, (senders = toldApart(lists)));
    return senders;
  };
}

/** One account of one channel. */
interface Place {
  readonly channel: string;
  readonly account: string | undefined;
}

type SendersOf = (lists: readonly AllowList[]) => readonly string[];

/** What stands in either of two policies, and one that stands in neither. */
function named(
  policies: readonly Policy[],
  namesIn: (policy: Policy) => Iterable<string>,
): readonly string[] {
  const names = new Set(policies.flatMap((policy) => [...namesIn(policy)]));
  return [freshText((text) => names.has(text)), ...names];
}

function* placesOf(policies: readonly Policy[]): Generator<Place> {
  // What holds for all channels holds for Telegram even where the config does not have it.
  const channels = named(policies, (policy) => ["telegram", ...configuredChannels(policy.config).keys()]);
  for (const channel of channels) {
    yield { channel, account: undefined };
    const accounts = named(policies, (policy) =>
      Object.keys(configuredChannels(policy.config).get(channel)?.accounts ?? {}),
    );
    for (const account of accounts) yield { channel, account };
  }
}

/** What a sender may be: on a list, paired, both or neither. */
function* sendersAmong(
  sources: readonly (AllowListSource | undefined)[],
  channel: string,
  policies: readonly Policy[],
  sendersOf: SendersOf,
): Generator<{ readonly id: string; readonly paired?: readonly string[] }> {
  const lists = policies.flatMap((policy, index) => {
    const source = sources[index];
    return source === undefined ? [] : [senderList(source, channel, policy)];
  });
  for (const id of sendersOf(lists)) {
    yield { id };
    yield { id, paired: [id] };
  }
}

function* directRequests(
  { channel, account }: Place,
  policies: readonly Policy[],
  sendersOf: SendersOf,
): Generator<Representative<AccessRequest>> {
  const lists = policies.map((policy) => channelAccess(channel, account, policy)?.directList);
  for (const { id, paired } of sendersAmong(lists, channel, policies, sendersOf))
    yield {
      core: { channel, chatType: "direct", peer: id },
      extra: told({ account, paired }),
    };
}

/** The groups that an account has settings for, and one that it has none for. */
function groupsOf({ channel, account }: Place, policies: readonly Policy[]): readonly string[] {
  return named(policies, (policy) => [
    ...(channelAccess(channel, account, policy)?.groups?.byId.keys() ?? []),
    // Upstream's plain property lookup finds what every object inherits.
    ...(policy.behaviours.has("inherited-group-listed") ? ["constructor"] : []),
  ]);
}

function threadsOf(
  { channel, account }: Place,
  peer: string,
  policies: readonly Policy[],
): readonly (string | undefined)[] {
  const topics = named(policies, (policy) => {
    const { entry } = findRoom(channelAccess(channel, account, policy), peer, undefined, policy);
    return Object.keys(entry?.config.topics ?? {});
  });
  return topics.length > 1 ? [undefined, ...topics] : [undefined];
}

function* groupRequests(
  place: Place,
  policies: readonly Policy[],
  sendersOf: SendersOf,
): Generator<Representative<AccessRequest>> {
  const { channel, account } = place;
  for (const peer of groupsOf(place, policies))
    for (const thread of threadsOf(place, peer, policies)) {
      const lists = policies.map((policy) => {
        const access = channelAccess(channel, account, policy);
        return overrideList(findRoom(access, peer, thread, policy)) ?? groupSenders(channel, access, policy);
      });
      for (const { id, paired } of sendersAmong(lists, channel, policies, sendersOf))
        for (const mentioned of [false, true])
          yield {
            core: { channel, chatType: "group", peer, sender: id },
            extra: told({ account, thread, mentioned: mentioned || undefined, paired }),
          };
    }
}

/** Compares which messages are let in, and who may ask to be. */
export function compareAccess(from: Policy, to: Policy): KindComparison<AccessRequest, AccessDecision> {
  const policies = [from, to];
  const sendersOf = senderChoice();
  function* requests(): Generator<Representative<AccessRequest>> {
    for (const place of placesOf(policies)) {
      yield* directRequests(place, policies, sendersOf);
      yield* groupRequests(place, policies, sendersOf);
    }
  }
  return compareRequests<AccessRequest, AccessDecision>(
    requests(),
    askBoth(evaluateAccess, from, to),
    readAlike(from, to, ["access"]),
  );
}
