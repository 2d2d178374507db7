import type { BehaviourId } from "../../edition/registry.ts";
import { formatPath } from "../path.ts";
import { change } from "./change.ts";
import { objectAt, put, valueAt, type LoadDraft, type PropertyPath } from "./draft.ts";
import { places, sectionsOf } from "./places.ts";
import type { LoadStep } from "./step.ts";

type Section = "channel" | "account";

/** A value that a release's schema writes into a channel, or into each of its accounts, where it is missing. */
interface SchemaDefault {
  readonly channels: readonly string[];
  readonly into: readonly Section[];
  /** Where in the section; an object on the way is not made. */
  readonly path: readonly string[];
  readonly value: string | number | boolean;
  readonly when?: BehaviourId;
  readonly unless?: BehaviourId;
}

const direct = { path: ["dmPolicy"], value: "pairing" } as const;
const rooms = { path: ["groupPolicy"], value: "allowlist" } as const;
const plugins = ["mattermost", "line", "nextcloud-talk"] as const;

/** The defaults that decide who is let in. */
export const decidingDefaults: readonly SchemaDefault[] = [
  ...[direct, rooms].flatMap((policy): readonly SchemaDefault[] => [
    { channels: ["telegram", "signal", "imessage", "whatsapp", "msteams"], into: ["channel"], ...policy },
    { channels: ["bluebubbles"], into: ["channel", "account"], ...policy },
    { channels: ["irc"], into: ["channel", "account"], ...policy },
    {
      channels: ["telegram", "signal", "imessage"],
      into: ["account"],
      unless: "accounts-inherit",
      ...policy,
    },
    { channels: ["whatsapp"], into: ["account"], unless: "whatsapp-accounts-inherit", ...policy },
    { channels: plugins, into: ["channel", "account"], when: "plugin-policies-written-in", ...policy },
  ]),
  { channels: ["discord", "slack", "googlechat"], into: ["channel"], ...rooms },
  { channels: ["discord", "googlechat"], into: ["account"], unless: "accounts-inherit", ...rooms },
  { channels: ["slack"], into: ["account"], unless: "slack-accounts-inherit", ...rooms },
  { channels: ["zalouser"], into: ["channel", "account"], when: "plugin-policies-written-in", ...rooms },
  {
    channels: ["discord", "slack", "googlechat"],
    into: ["channel"],
    when: "direct-policies-written-in",
    ...direct,
  },
  { channels: ["feishu"], into: ["channel"], when: "plugin-policies-written-in", ...direct },
  {
    channels: ["feishu"],
    into: ["channel"],
    when: "plugin-policies-written-in",
    unless: "direct-policies-written-in",
    ...rooms,
  },
  { channels: ["sms"], into: ["channel", "account"], ...direct },
  {
    channels: ["discord", "slack"],
    into: ["channel", "account"],
    path: ["dm", "policy"],
    value: "pairing",
    when: "dm-blocks-filled",
  },
  {
    channels: ["googlechat"],
    into: ["channel", "account"],
    path: ["dm", "policy"],
    value: "pairing",
    unless: "direct-policies-written-in",
  },
];

const everywhere = ["channel", "account"] as const;

/** How messages are shown while they are written, where a channel does not say. */
function inOneWord(
  channels: readonly string[],
  value: string,
  more: Pick<SchemaDefault, "unless"> = {},
): readonly SchemaDefault[] {
  return [{ channels, into: everywhere, when: "streaming-in-one-word", path: ["streaming"], value, ...more }];
}

/** The defaults that decide about nobody. */
export const otherDefaults: readonly SchemaDefault[] = [
  {
    channels: ["telegram"],
    into: everywhere,
    when: "stream-mode-written-in",
    path: ["streamMode"],
    value: "partial",
  },
  ...inOneWord(["discord"], "off"),
  ...inOneWord(["slack"], "partial"),
  ...inOneWord(["telegram"], "off", { unless: "telegram-streams" }),
  ...inOneWord(["telegram"], "partial"),
  {
    channels: ["slack"],
    into: everywhere,
    when: "streaming-in-one-word",
    path: ["nativeStreaming"],
    value: true,
  },
  {
    channels: ["googlechat"],
    into: everywhere,
    when: "google-chat-replaces",
    path: ["streamMode"],
    value: "replace",
  },
  { channels: ["slack"], into: ["channel"], path: ["mode"], value: "socket" },
  { channels: ["slack"], into: ["channel"], path: ["webhookPath"], value: "/slack/events" },
  { channels: ["slack"], into: ["channel"], path: ["userTokenReadOnly"], value: true },
  {
    channels: ["slack"],
    into: ["account"],
    unless: "more-at-once",
    path: ["userTokenReadOnly"],
    value: true,
  },
  { channels: ["slack"], into: ["channel"], when: "more-at-once", path: ["postAs"], value: "bot" },
  { channels: ["whatsapp"], into: ["channel"], path: ["mediaMaxMb"], value: 50 },
  { channels: ["whatsapp"], into: ["channel"], unless: "more-at-once", path: ["debounceMs"], value: 0 },
  {
    channels: ["whatsapp"],
    into: ["account"],
    unless: "whatsapp-accounts-inherit",
    path: ["debounceMs"],
    value: 0,
  },
  {
    channels: ["whatsapp"],
    into: everywhere,
    unless: "more-at-once",
    path: ["ackReaction", "direct"],
    value: true,
  },
  {
    channels: ["whatsapp"],
    into: everywhere,
    unless: "more-at-once",
    path: ["ackReaction", "group"],
    value: "mentions",
  },
  ...(
    [
      ["domain", "feishu"],
      ["connectionMode", "websocket"],
      ["webhookPath", "/feishu/events"],
      ["reactionNotifications", "own"],
      ["typingIndicator", true],
      ["resolveSenderNames", true],
    ] as const
  ).map(([name, value]): SchemaDefault => ({
    channels: ["feishu"],
    into: ["channel"],
    path: [name],
    value,
    when: "plugin-policies-written-in",
  })),
];

function fill(
  draft: LoadDraft,
  section: PropertyPath,
  { path, value }: SchemaDefault,
  decides: boolean,
): void {
  const target = [...section, ...path];
  const owner = target.slice(0, -1);
  if (objectAt(draft.config, owner) === undefined || valueAt(draft.config, target) !== undefined) return;
  put(draft, target, value);
  const sentence = `The loader writes \`${String(value)}\` in as \`${formatPath(target)}\`, because nothing is set there.`;
  draft.changes.push(
    change(decides ? "policy-written-in" : "default-written-in", target, { value, sentence }),
  );
}

function writeIn(table: readonly SchemaDefault[], decides: boolean): LoadStep {
  return (draft, { behaviours }) => {
    for (const row of table) {
      if (row.when !== undefined && !behaviours.has(row.when)) continue;
      if (row.unless !== undefined && behaviours.has(row.unless)) continue;
      for (const channel of row.channels) {
        const [own = [], accounts = []] = sectionsOf(channel);
        for (const into of row.into)
          for (const section of places(draft.config, into === "channel" ? own : accounts))
            fill(draft, section, row, decides);
      }
    }
  };
}

/** Writes in the policies that a channel, or an account, does not say. */
export const writePoliciesIn = writeIn(decidingDefaults, true);

/** Writes in what else the schema adds to channels. */
export const writeDefaultsIn = writeIn(otherDefaults, false);
