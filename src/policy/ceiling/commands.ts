import type { Config } from "../../config/config.ts";
import type { Policy } from "../../config/policy.ts";
import { accessGroupName } from "../access/sender-list.ts";
import type { Note } from "./meet.ts";

type Commands = NonNullable<Config["commands"]>;
type People = readonly (string | number)[];

/** An id that is nobody's: a list of it names somebody, and lets nobody command. */
const nobody = "0";

function listsOf({ config: { commands = {} } }: Policy) {
  const { allowFrom, ownerAllowFrom } = commands;
  return { allowFrom, ownerAllowFrom };
}

/** Who is on both lists; a list that is not written has everybody, and so has `*`. */
function common(a: People | undefined, b: People | undefined, none: string): People | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const texts = (list: People) => list.map((entry) => String(entry).trim());
  const [ofA, ofB] = [texts(a), texts(b)];
  const both = [
    ...ofA.filter((id) => ofB.includes(id) || ofB.includes("*")),
    ...(ofA.includes("*") ? ofB : []),
  ];
  return both.length === 0 ? [none] : [...new Set(both)];
}

/** Access groups are one policy's, and a ceiling has none. */
function withoutGroups(list: People | undefined, none: string, note: Note, path: string): People | undefined {
  const left = list?.filter((entry) => accessGroupName(String(entry).trim()) === undefined);
  if (left?.length === list?.length) return list;
  note(path, "access groups are left out");
  return left?.length === 0 ? [none] : left;
}

/** Who may command under both policies; undefined where neither limits that. */
export function meetCommands(a: Policy, b: Policy, note: Note): Commands | undefined {
  const [ofA, ofB] = [listsOf(a), listsOf(b)];
  const { commands } = a.config;
  const closed = a.behaviours.has("commands-closed");
  const same = JSON.stringify(ofA) === JSON.stringify(ofB);
  if (same && !closed) return commands;
  if (!closed) {
    // There a list lets in whom the other policy's owners, or its channels, keep out.
    note("commands", "two different sets of lists, so nobody may command");
    return a.behaviours.has("command-lists")
      ? { ...commands, allowFrom: { "*": [nobody] } }
      : { ...commands, ownerAllowFrom: [nobody] };
  }
  const noOwner = `telegram:${nobody}`;
  // Among owners `*` is nobody.
  const ownersOf = ({ ownerAllowFrom }: typeof ofA) =>
    withoutGroups(ownerAllowFrom, noOwner, note, "commands.ownerAllowFrom")?.filter(
      (entry) => String(entry).trim() !== "*",
    );
  const owners = common(ownersOf(ofA), ownersOf(ofB), noOwner);
  const channels = new Set([ofA, ofB].flatMap(({ allowFrom = {} }) => Object.keys(allowFrom)));
  const listFor = ({ allowFrom = {} }: typeof ofA, channel: string) =>
    withoutGroups(
      Object.hasOwn(allowFrom, channel) ? allowFrom[channel] : allowFrom["*"],
      nobody,
      note,
      "commands.allowFrom",
    );
  const allowFrom = Object.fromEntries(
    [...channels].flatMap((channel) => {
      const list = common(listFor(ofA, channel), listFor(ofB, channel), nobody);
      return list === undefined ? [] : [[channel, list] as const];
    }),
  );
  if (owners === undefined && channels.size === 0) return commands;
  return {
    ...commands,
    ...(owners !== undefined && { ownerAllowFrom: owners }),
    ...(channels.size > 0 && { allowFrom }),
  };
}
