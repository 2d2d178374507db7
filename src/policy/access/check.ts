import type { ChannelConfig } from "../../config/config.ts";
import type { Issue } from "../../config/issue.ts";
import { didYouMean, hintAmong, nearest } from "../../config/nearest.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { evaluateAccess } from "./access.ts";
import { configuredChannels } from "./channel-access.ts";
import { mistake, warning } from "../issues.ts";
import type { AllowListSource } from "./allow-list.ts";
import type { Section } from "../section.ts";
import { doorSettings, readDoor } from "./door.ts";
import { unwrittenAccess } from "../defaults.ts";
import { accessGroupName, isTelegramId, sendersGroup } from "./sender-list.ts";

type AccessSection = NonNullable<ChannelConfig["accounts"]>[string];

/** The list of an account, or of its channel where it has none, against its policy for direct messages. */
function checkDirect(
  channel: string,
  sections: readonly [Section<AccessSection>, ...Section<AccessSection>[]],
  policy: Policy,
): readonly Issue[] {
  const own = readDoor(channel, sections.slice(0, 1), policy);
  if (own.dmPolicy === undefined && own.directList === undefined) return [];
  const { dmPolicy, directList } = readDoor(channel, sections, policy);
  const door = doorSettings(channel, policy);
  const [{ path }] = sections;
  const setting = own.dmPolicy?.path ?? `${path}.${door.dmPolicy}`;
  const list = own.directList?.path ?? `${path}.${door.allowFrom}`;
  const word = dmPolicy?.value ?? unwrittenAccess(policy.behaviours).dmPolicy;
  const people = directList?.entries ?? [];
  const star = people.some((entry) => String(entry).trim() === "*");
  const ofPolicy = setting.slice(setting.lastIndexOf(".") + 1);
  if (word === "open" && !star) {
    const message = "is open, but allowFrom does not list everybody";
    return [mistake("open-without-star", setting, message, 'write allowFrom: ["*"], or `allowlist`')];
  }
  if (word === "allowlist" && people.length === 0) {
    const hint = `list who may write, or write another \`${ofPolicy}\``;
    return [warning("nobody-listed", list, "lists nobody, so nobody may write", hint)];
  }
  if (word !== "pairing" || !star) return [];
  const hint = `leave out "*", or write ${ofPolicy}: "open"`;
  return [warning("inert-pairing", list, "lets everybody in, so nobody is ever paired", hint)];
}

function* listsOf(section: AccessSection, path: string): Generator<AllowListSource> {
  if (section.allowFrom) yield { entries: section.allowFrom, path: `${path}.allowFrom` };
  if (section.dm?.allowFrom) yield { entries: section.dm.allowFrom, path: `${path}.dm.allowFrom` };
  if (section.groupAllowFrom) yield { entries: section.groupAllowFrom, path: `${path}.groupAllowFrom` };
  for (const [id, group] of Object.entries(section.groups ?? {})) {
    const place = extendPath(`${path}.groups`, id);
    if (group.allowFrom) yield { entries: group.allowFrom, path: `${place}.allowFrom` };
    for (const [topic, { allowFrom }] of Object.entries(group.topics ?? {}))
      if (allowFrom) yield { entries: allowFrom, path: `${extendPath(`${place}.topics`, topic)}.allowFrom` };
  }
}

function checkEntry(
  entry: string,
  place: string,
  channel: string,
  groups: readonly string[],
): readonly Issue[] {
  const group = accessGroupName(entry);
  if (group !== undefined) {
    const message = `there is no access group ${JSON.stringify(group)}`;
    const hint = groups.length === 0 ? "write it under `accessGroups`" : hintAmong(group, groups);
    return groups.includes(group) ? [] : [mistake("unknown-access-group", place, message, hint)];
  }
  if (channel !== "telegram" || entry === "*" || isTelegramId(entry)) return [];
  // Telegram's groups have negative ids, which no sender has.
  const isRoom = /^-\d+$/.test(entry);
  const message = `${JSON.stringify(entry)} matches nobody: Telegram's lists take ${isRoom ? "people" : "numeric ids"}`;
  const hint = isRoom ? "list the group under `channels.telegram.groups`" : "write the sender's numeric id";
  return [warning("not-a-telegram-id", place, message, hint)];
}

function checkLists(section: AccessSection, channel: string, path: string, policy: Policy): readonly Issue[] {
  const groups = Object.keys(policy.config.accessGroups ?? {});
  return [...listsOf(section, path)].flatMap((list) =>
    list.entries.flatMap((entry, index) =>
      checkEntry(String(entry).trim(), `${list.path}[${index}]`, channel, groups),
    ),
  );
}

function checkApprovals({ execApprovals }: ChannelConfig, path: string): readonly Issue[] {
  const { enabled, approvers = [] } = execApprovals ?? {};
  if (enabled !== true || approvers.length > 0) return [];
  const place = `${path}.execApprovals.approvers`;
  return [warning("no-approvers", place, "names nobody who could approve", "list who may approve")];
}

/** Finds entries of the lists of senders that name nobody. */
export function checkSenders(policy: Policy): readonly Issue[] {
  return [...configuredChannels(policy.config)].flatMap(([channel, config]) => {
    const path = extendPath("channels", channel);
    return [
      ...checkLists(config, channel, path, policy),
      ...Object.entries(config.accounts ?? {}).flatMap(([account, section]) =>
        checkLists(section, channel, extendPath(`${path}.accounts`, account), policy),
      ),
    ];
  });
}

/** Groups that are listed, and in which nobody is answered because no list names anybody. */
function checkGroupLists(
  channel: string,
  account: string | undefined,
  { groups = {} }: AccessSection,
  policy: Policy,
): readonly Issue[] {
  const address = account === undefined ? { channel } : { channel, account };
  // Whoever writes in one of them; `*` stands for any other.
  const decisions = Object.keys(groups).map((id) =>
    evaluateAccess({ ...address, chatType: "group", peer: id === "*" ? "-" : id, sender: "-" }, policy),
  );
  const empty = decisions.find(({ reason }) => reason === "group-empty-allowlist");
  if (empty?.path === undefined) return [];
  const hint = 'list who may write in groups, or write `groupPolicy: "open"`';
  return [warning("nobody-listed", empty.path, "lists nobody, so nobody in a group gets an answer", hint)];
}

/** A kind of access group that was probably meant to be the one that lists senders. */
function checkGroups({ config }: Policy): readonly Issue[] {
  return Object.entries(config.accessGroups ?? {}).flatMap(([group, { type }]): readonly Issue[] => {
    const meant = type === sendersGroup ? undefined : nearest(type, [sendersGroup]);
    if (meant === undefined) return [];
    const path = `${extendPath("accessGroups", group)}.type`;
    const message = `${JSON.stringify(type)} is not a kind of access group`;
    return [mistake("unknown-value", path, message, didYouMean(meant))];
  });
}

/** Finds what a config says about access and cannot mean, or what has no effect. */
export function checkAccess(policy: Policy): readonly Issue[] {
  const strict = policy.behaviours.has("strict-settings");
  const ofChannels = [...configuredChannels(policy.config)].flatMap(([channel, config]) => {
    const path = extendPath("channels", channel);
    const accounts = Object.entries(config.accounts ?? {}).flatMap(([account, section]) => {
      const place = extendPath(`${path}.accounts`, account);
      const sections = [
        { config: section, path: place },
        { config, path },
      ] as const;
      const direct = [
        ...checkDirect(channel, sections, policy),
        ...checkGroupLists(channel, account, section, policy),
      ];
      return strict ? [...direct, ...checkLists(section, channel, place, policy)] : direct;
    });
    const direct = [
      ...checkDirect(channel, [{ config, path }], policy),
      ...checkGroupLists(channel, undefined, config, policy),
    ];
    // What a list may hold, each release sees in its own way.
    if (!strict) return [...direct, ...accounts].map((issue) => ({ ...issue, severity: "warning" as const }));
    return [
      ...direct,
      ...checkLists(config, channel, path, policy),
      ...checkApprovals(config, path),
      ...accounts,
    ];
  });
  return strict ? [...ofChannels, ...checkGroups(policy)] : ofChannels;
}
