import type { Issue } from "../../config/issue.ts";
import { extendPath } from "../../config/path.ts";
import { didYouMean, nearest } from "../../config/nearest.ts";
import type { Policy } from "../../config/policy.ts";
import { accessGroupName } from "../access/sender-list.ts";
import { mistake } from "../issues.ts";
import { channelNamer } from "./surface.ts";

const typed = /^[^:]+:user:/i;

/** An owner is named with a channel, so that nobody is one elsewhere who happens to have the same id. */
function checkOwner(entry: string, path: string, policy: Policy): readonly Issue[] {
  if (entry === "*")
    return [
      mistake(
        "owner-is-everybody",
        path,
        '"*" would make everybody an owner',
        "name the owners, each with a channel",
      ),
    ];
  if (accessGroupName(entry) !== undefined) return [];
  const colon = entry.indexOf(":");
  const named = colon > 0 ? channelNamer(policy)(entry.slice(0, colon)) : undefined;
  const configured = colon > 0 && Object.hasOwn(policy.config.channels ?? {}, entry.slice(0, colon));
  if (named === undefined && !configured)
    return [
      mistake(
        "owner-without-channel",
        path,
        `${JSON.stringify(entry)} names no channel, and would be an owner on every one`,
        `write the channel before it, such as \`telegram:${entry}\``,
      ),
    ];
  return typed.test(entry)
    ? [
        mistake(
          "owner-without-channel",
          path,
          `${JSON.stringify(entry)} matches nobody: the id follows the channel directly`,
          `write \`${entry.replace(/:user:/i, ":")}\``,
        ),
      ]
    : [];
}

function checkGroup(entry: string, path: string, { config }: Policy): readonly Issue[] {
  const name = accessGroupName(entry);
  const names = Object.keys(config.accessGroups ?? {});
  if (name === undefined || names.includes(name)) return [];
  const near = nearest(name, names);
  const hint =
    near === undefined ? "name a group of accessGroups, or add it there" : didYouMean(`accessGroup:${near}`);
  return [mistake("unknown-access-group", path, `there is no access group ${JSON.stringify(name)}`, hint)];
}

/** Finds mistakes in `commands`: owners of no channel, and access groups that there are not. */
export function checkCommands(policy: Policy): readonly Issue[] {
  if (!policy.behaviours.has("owners-name-their-channel")) return [];
  const { allowFrom = {}, ownerAllowFrom = [] } = policy.config.commands ?? {};
  const lists = Object.entries(allowFrom);
  return [
    ...ownerAllowFrom.flatMap((entry, index) => {
      const path = `commands.ownerAllowFrom[${index}]`;
      return [...checkOwner(String(entry), path, policy), ...checkGroup(String(entry), path, policy)];
    }),
    ...lists.flatMap(([channel, entries]) =>
      entries.flatMap((entry, index) =>
        checkGroup(String(entry), `${extendPath("commands.allowFrom", channel)}[${index}]`, policy),
      ),
    ),
  ];
}
