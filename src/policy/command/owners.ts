import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { fold } from "../../identity/fold.ts";
import { accessGroupName } from "../access/sender-list.ts";
import type { AllowListSource } from "../access/allow-list.ts";
import { membersOf } from "./access-groups.ts";
import { personWriter, writtenPeople, type WrittenPeople } from "./people.ts";
import { channelNamer } from "./surface.ts";

/** An owner such as `telegram:user:1`, which says what kind of id it is. */
const typedOwner = /^[^:]+:user:[^:\s*]+$/i;

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  needChannel: behaviours.has("channel-owners-need-channel"),
  typedDropped: behaviours.has("typed-owners-dropped"),
  closed: behaviours.has("commands-closed"),
}));

/** The owners as they are written, blanks around them aside. */
export function writtenOwners({ config }: Policy): readonly string[] {
  return (config.commands?.ownerAllowFrom ?? []).map((entry) => String(entry).trim());
}

/** The people whom the access groups in a list stand for, and everybody else on it, for one channel. */
function withGroups(source: AllowListSource, channel: string | undefined, policy: Policy): AllowListSource[] {
  if (!rules(policy).closed) return [source];
  const sources = source.entries.map((entry, index): AllowListSource => {
    const name = accessGroupName(String(entry).trim());
    const path = `${source.path}[${index}]`;
    return name === undefined || channel === undefined
      ? { entries: [entry], path }
      : { entries: membersOf(name, channel, policy), path };
  });
  return sources;
}

/** Reads a list of people for one channel; under `2026-11` the access groups in it stand for their members. */
export function readPeople(
  source: AllowListSource,
  channel: string | undefined,
  policy: Policy,
): WrittenPeople {
  const write = personWriter(channel, policy.behaviours);
  if (!rules(policy).closed) return writtenPeople(source, write);
  const entries = withGroups(source, channel, policy).flatMap((each) =>
    writtenPeople(each, write).entries.map(({ id }) => ({ id, path: each.path })),
  );
  return { path: source.path, entries };
}

/** The channel that stands before an owner; releases take a name that they do not know for a part of the id. */
function namedChannel(name: string, policy: Policy): string | undefined {
  return channelNamer(policy)(name) ?? (rules(policy).closed ? fold(name) : undefined);
}

/** How an owner on a channel is written. */
export function ownerEntry(id: string, channel: string, policy: Policy): string {
  return namedChannel(channel, policy) === undefined ? id : `${channel}:${id}`;
}

/** Takes the channel off an owner who is named with one; undefined for one who is none on this channel. */
function onChannel(entry: string, channel: string | undefined, policy: Policy): string | undefined {
  const { needChannel, typedDropped } = rules(policy);
  const colon = entry.indexOf(":");
  const named = colon > 0 ? namedChannel(entry.slice(0, colon), policy) : undefined;
  if (named === undefined) return entry;
  if (channel === undefined ? needChannel : named !== channel) return undefined;
  if (typedDropped && typedOwner.test(entry)) return undefined;
  return entry.slice(colon + 1).trim() || undefined;
}

/** The owners whom a list names for one channel, `*` among them where it stands there. */
export function ownersOf(
  source: AllowListSource,
  channel: string | undefined,
  policy: Policy,
): WrittenPeople {
  const write = personWriter(channel, policy.behaviours);
  const entries = withGroups(source, channel, policy).flatMap((each) =>
    each.entries.flatMap((entry, index) => {
      const text = String(entry).trim();
      const here = text === "" ? undefined : onChannel(text, channel, policy);
      const id = here === undefined ? undefined : write(here);
      const path = rules(policy).closed ? each.path : `${each.path}[${index}]`;
      return id === undefined || id === "" ? [] : [{ id, path }];
    }),
  );
  return { path: source.path, entries };
}
