import { once } from "../../edition/once.ts";
import type { BehaviourId } from "../../edition/registry.ts";
import type { Behaviours } from "../../edition/edition.ts";
import type { Policy } from "../../config/policy.ts";
import { compileAllowList, unwrittenList, type AllowList, type AllowListSource } from "./allow-list.ts";
import { idRules, idWriter, phoneNumber } from "../../identity/same-id.ts";
import { settingsPath, type ChannelAccess } from "./channel-access.ts";
import { slackSlug, slug } from "./slug.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** The kind of access group that lists senders, the only one whose members are known here. */
export const sendersGroup = "message.senders";
const groupPrefix = "accessGroup:";
const telegramPrefix = /^(?:telegram|tg):/i;
const telegramId = /^\d+$/;

/** The access group that an entry names; undefined for any other entry. */
export function accessGroupName(entry: string): string | undefined {
  if (!entry.startsWith(groupPrefix)) return undefined;
  const name = entry.slice(groupPrefix.length).trim();
  return name === "" ? undefined : name;
}

/** Tells whether an entry of one of Telegram's lists can match anybody. */
export function isTelegramId(entry: string): boolean {
  return telegramId.test(entry.replace(telegramPrefix, ""));
}

/** What stands in an entry for what, each replaced in turn. */
type Forms = readonly (readonly [written: RegExp, id: string])[];

/** What may stand before an id of Feishu's, by release. */
const feishuForms = /* @__PURE__ */ once((behaviours: Behaviours): Forms => {
  if (!behaviours.has("feishu-lists-of-ids")) return [];
  if (behaviours.has("feishu-ids-of-exact-case"))
    return [
      [/^(?:(?:feishu|lark):\s*)+/i, ""],
      // A chat's id begins with `oc_`; one that is said to be a person's is nobody's.
      [/^(?:chat|group|channel):\s*(?=oc_)/i, ""],
      [/^(?:user|dm|open_id):\s*(?!oc_)/i, ""],
    ];
  return [
    [/^feishu:/i, ""],
    [behaviours.has("feishu-entries-name-lark") ? /^\s*(?:feishu|lark):\s*/i : /^\s+/, ""],
    [
      behaviours.has("feishu-entries-name-groups")
        ? /^(?:chat|group|channel|user|dm|open_id):\s*/i
        : /^(?:chat|user|open_id):\s*/i,
      "",
    ],
  ];
});

/** How else than by the plain id a channel's lists may name somebody, and whether case counts there. */
interface Spelling {
  readonly plain: (behaviours: Behaviours) => Forms;
  readonly anyCase?: (behaviours: Behaviours) => boolean;
  /** People are known by their phone numbers, however those are written. */
  readonly phones?: true;
}

const spellings = new Map<string, Spelling>([
  [
    "discord",
    {
      plain: () => [
        [/^<@!?(\d+)>$/, "$1"],
        [/^(?:discord|user|pk):/, ""],
      ],
    },
  ],
  ["slack", { plain: () => [[/^(?:slack|user):/i, ""]], anyCase: () => true }],
  [
    "googlechat",
    { plain: () => [[/^(?:(?:googlechat|google-chat|gchat):)?(?:users\/)?/i, ""]], anyCase: () => true },
  ],
  ["msteams", { plain: () => [[/^(?:msteams|user):/i, ""]], anyCase: () => true }],
  [
    "matrix",
    {
      plain: () => [[/^(?:matrix:)?(?:user:)?/i, ""]],
      anyCase: (behaviours) => !behaviours.has("matrix-senders-of-exact-case"),
    },
  ],
  ["signal", { plain: () => [[/^(?:signal:)?(?:uuid:)?/i, ""]], phones: true }],
  ["mattermost", { plain: () => [[/^(?:mattermost|user):/i, ""]], anyCase: () => true }],
  ["irc", { plain: () => [[/^(?:irc:)?(?:user:)?/i, ""]], anyCase: () => true }],
  ["nextcloud-talk", { plain: () => [[/^(?:nextcloud-talk|nc-talk|nc):/i, ""]], anyCase: () => true }],
  ["feishu", { plain: feishuForms, anyCase: (behaviours) => !behaviours.has("feishu-ids-of-exact-case") }],
]);

/** How a channel's lists may name people by what they are called. */
interface Naming {
  /** The name that an entry means; undefined where it is an id. */
  readonly ofEntry: (entry: string) => string | undefined;
  /** What somebody is called, in the same form. */
  readonly ofSender: (sender: SenderNames, behaviours: Behaviours) => readonly (string | undefined)[];
  /** Names are heeded freely until then, and no more from then on. */
  readonly until?: BehaviourId;
}

/** What a sender is called. */
interface SenderNames {
  readonly channel: string;
  readonly senderName?: string;
  readonly senderUsername?: string;
  readonly senderEmail?: string;
}

/** A name, its case and blanks around it aside. */
function folded<Text extends string | undefined>(text: Text): Text;
function folded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : lowerCase(text.trim());
}

const namings = new Map<string, Naming>([
  [
    "discord",
    {
      ofEntry: (entry) => (/^(?:<@!?)?\d+>?$|^(?:discord|user|pk):/.test(entry) ? undefined : slug(entry)),
      ofSender: ({ senderName, senderUsername }) =>
        [senderName, senderUsername].map((name) => name && slug(name)),
    },
  ],
  [
    "slack",
    {
      ofEntry: (entry) => folded(entry).replace(/^slack:/, ""),
      ofSender: ({ senderName }, behaviours) => [
        folded(senderName),
        senderName && slackSlug(senderName, behaviours),
      ],
    },
  ],
  [
    "mattermost",
    {
      ofEntry: (entry) =>
        folded(entry)
          .replace(/^(?:mattermost|user):/, "")
          .replace(/^@/, ""),
      ofSender: ({ senderName }) => [folded(senderName)?.replace(/^@/, "")],
    },
  ],
  [
    "msteams",
    {
      ofEntry: (entry) => folded(entry).replace(/^(?:msteams|user):/, ""),
      ofSender: ({ senderName }) => [folded(senderName)],
    },
  ],
  [
    "googlechat",
    {
      ofEntry: (entry) =>
        folded(entry)
          .replace(/^(?:googlechat|google-chat|gchat):/, "")
          .replace(/^users\//, ""),
      ofSender: ({ senderEmail }) => [folded(senderEmail)],
    },
  ],
  [
    "feishu",
    { ofEntry: folded, ofSender: ({ senderName }) => [folded(senderName)], until: "feishu-lists-of-ids" },
  ],
]);

/** What a sender is called, in the form in which a channel's lists hold names; nothing where they heed none. */
export function senderNames(
  sender: SenderNames,
  switchedOn: boolean,
  { behaviours }: Policy,
): readonly string[] {
  const naming = namings.get(sender.channel);
  if (naming === undefined) return none;
  const heeded =
    naming.until === undefined
      ? switchedOn || !behaviours.has("sender-names-need-switch")
      : !behaviours.has(naming.until);
  if (!heeded) return none;
  return naming.ofSender(sender, behaviours).filter((name) => name !== undefined && name !== "") as string[];
}

const none: readonly string[] = [];

/** The ids of a list of roles, each with the path of its entry: as they are, or after `role:`. */
export const roleList = /* @__PURE__ */ once(
  ({ entries, path }: AllowListSource): ReadonlyMap<string, string> =>
    new Map(
      entries
        .map(
          (entry, index) =>
            [
              String(entry)
                .trim()
                .replace(/^role:/, ""),
              `${path}[${index}]`,
            ] as const,
        )
        .toReversed(),
    ),
);

/** Without one of these an id is written plainly. */
const marks = /[:/<]/;

/** Somebody's id on a channel, however a list or a message spells it. */
function plainId(id: string, channel: string, behaviours: Behaviours): string {
  const spelling = spellings.get(channel);
  if (spelling === undefined) return id;
  const bare = marks.test(id)
    ? spelling.plain(behaviours).reduce((text, [written, plain]) => text.replace(written, plain), id)
    : id;
  if (spelling.phones === true) return phoneNumber(bare);
  return spelling.anyCase?.(behaviours) === true ? lowerCase(bare) : bare;
}

/**
 * The id that an entry names on a channel, under `2026-11`: a channel before it is the list's way of writing, and what is left
 * is compared as it is, but for the channel's own rule.
 */
export function listedId(entry: string, channel: string, behaviours: Behaviours): string {
  const id = entry.startsWith(`${channel}:`) ? entry.slice(channel.length + 1) : entry;
  const spelling = spellings.get(channel);
  const bare =
    spelling !== undefined && marks.test(id)
      ? spelling.plain(behaviours).reduce((text, [written, plain]) => text.replace(written, plain), id)
      : id;
  return idWriter(channel)(channel === "telegram" ? bare.replace(telegramPrefix, "") : bare);
}

/** The ids that an entry stands for on a channel; none where it can match nobody. */
type ReadEntry = (entry: string, channel: string) => readonly string[];

const reading = /* @__PURE__ */ once(({ behaviours, config }: Policy) => {
  const exact = behaviours.has("listed-ids-compared-exactly");
  const idIn = exact ? listedId : plainId;
  const plain: ReadEntry = (entry, channel) => {
    if (entry === "*") return [entry];
    if (channel === "telegram") {
      // Telegram's lists take numeric ids; a name there matches nobody.
      return isTelegramId(entry) ? [entry.replace(telegramPrefix, "")] : [];
    }
    return [idIn(entry, channel, behaviours)];
  };
  const groups = new Map(Object.entries(config.accessGroups ?? {}));
  const withGroups: ReadEntry = (entry, channel) => {
    const name = accessGroupName(entry);
    if (name === undefined) return plain(entry, channel);
    const group = groups.get(name);
    if (group?.type !== sendersGroup) return [];
    const members = new Map(Object.entries(group.members ?? {}));
    return [...(members.get("*") ?? []), ...(members.get(channel) ?? [])]
      .map((member) => member.trim())
      .flatMap((member) => plain(member, channel));
  };
  return {
    exact,
    namesChannel: behaviours.has("sender-entries-may-name-channel"),
    read: behaviours.has("access-groups") ? withGroups : plain,
    // Each list stands in one place of the config, and therefore under one channel.
    lists: new WeakMap<AllowListSource["entries"], AllowList>(),
  };
});

/** Compiles a list of senders as a channel reads it: once, however often it is asked. */
export function senderList(source: AllowListSource, channel: string, policy: Policy): AllowList {
  const { read, lists } = reading(policy);
  let list = lists.get(source.entries);
  if (list === undefined) {
    const naming = namings.get(channel);
    const named = naming?.until === undefined || !policy.behaviours.has(naming.until);
    list = compileAllowList([source], (entry) => read(entry, channel), named ? naming?.ofEntry : undefined);
    lists.set(source.entries, list);
  }
  return list;
}

/** The ids that a list names, access groups resolved; `*` names nobody. */
export function listedSenders(
  source: AllowListSource | undefined,
  channel: string,
  policy: Policy,
): readonly string[] {
  const { read } = reading(policy);
  return (source?.entries ?? [])
    .flatMap((entry) => read(String(entry).trim(), channel))
    .filter((id) => id !== "" && id !== "*");
}

/** The ids of a sender, in the form in which a channel's lists hold them. */
export function senderIds(ids: readonly string[], channel: string, policy: Policy): readonly string[] {
  const { behaviours } = policy;
  if (reading(policy).exact) return idRules.has(channel) ? ids.map(idWriter(channel)) : ids;
  if (channel === "telegram") return ids.map((id) => id.replace(telegramPrefix, ""));
  return spellings.has(channel) ? ids.map((id) => plainId(id, channel, behaviours)) : ids;
}

/** An entry that names an id on a channel; undefined where none can. */
export function entryFor(id: string, channel: string, policy: Policy): string | undefined {
  const { namesChannel, read } = reading(policy);
  const entries = namesChannel ? [id, `${channel}:${id}`] : [id];
  // Blanks around an entry do not count.
  return entries.find((entry) => entry !== "*" && read(entry.trim(), channel).includes(id));
}

/** The lists from which the senders of a channel are let in. */
export interface AccessLists {
  readonly dmPolicy?: string | undefined;
  readonly allowFrom?: AllowListSource | undefined;
  readonly groupAllowFrom?: AllowListSource | undefined;
  /** Who was paired, as the host stores it. */
  readonly paired?: AllowListSource | undefined;
  /** `false` where a channel's groups never fall back to `allowFrom`. */
  readonly groupsUseAllowFrom?: boolean | undefined;
}

/** Which lists hold in direct chats, and which in groups. */
export interface EffectiveLists {
  readonly direct: readonly AllowListSource[];
  readonly group: readonly AllowListSource[];
}

function present(...sources: readonly (AllowListSource | undefined)[]): readonly AllowListSource[] {
  return sources.filter((source) => source !== undefined);
}

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  openAsksList: behaviours.has("open-heeds-list"),
  pairingStays: behaviours.has("pairing-stays-in-direct-chats"),
  blankCounts: behaviours.has("blank-group-senders-count"),
  emptyListHolds: behaviours.has("empty-sender-list-admits-nobody"),
}));

/** Tells which lists hold where: paired senders in direct chats, `allowFrom` in groups that have no list of their own. */
export function effectiveLists(lists: AccessLists, policy: Policy): EffectiveLists {
  const { openAsksList, pairingStays, blankCounts } = rules(policy);
  const { dmPolicy, allowFrom, groupAllowFrom } = lists;
  const unpaired = dmPolicy === "allowlist" || (dmPolicy === "open" && openAsksList);
  const paired = unpaired ? undefined : lists.paired;
  const counts = (entry: string | number) => blankCounts || String(entry).trim() !== "";
  const own = groupAllowFrom?.entries.some(counts) === true ? groupAllowFrom : undefined;
  const fallback = pairingStays && lists.groupsUseAllowFrom === false ? undefined : allowFrom;
  return {
    direct: present(allowFrom, paired),
    group: present(own ?? fallback, pairingStays ? undefined : paired),
  };
}

/** The senders of an account's groups. Telegram, and `2026-11` everywhere, take an empty `groupAllowFrom` at its word. */
export function groupSenders(
  channel: string,
  access: ChannelAccess | undefined,
  policy: Policy,
): AllowListSource {
  const { allowFrom, groupAllowFrom } = access ?? {};
  const atItsWord = channel === "telegram" || rules(policy).emptyListHolds;
  const [list] = effectiveLists({ allowFrom, groupAllowFrom }, policy).group;
  return (
    (atItsWord ? groupAllowFrom : undefined) ??
    list ??
    unwrittenList(`${settingsPath(channel, access)}.groupAllowFrom`)
  );
}
