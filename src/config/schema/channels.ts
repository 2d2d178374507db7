import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import * as z from "zod/mini";
import { resetSchema } from "./reset.ts";
import { channelsWithDmSection, doorPlaces } from "../doors.ts";
import {
  channelsWithConversations,
  conversationFields,
  directConversationFields,
  groupConversationFields,
} from "./conversations.ts";
import { closedSettings, knownFields, openSettings } from "./settings.ts";
import { ids, text } from "./text.ts";
import { toolSelectionSchema, toolsBySenderSchema } from "./tools.ts";

const dmPolicy = z.enum(["pairing", "allowlist", "open", "disabled"]);
const groupPolicy = z.enum(["open", "allowlist", "disabled"]);

const topicSchema = once((behaviours: Behaviours) =>
  openSettings({
    agentId: text(behaviours),
    enabled: z.boolean(),
    requireMention: z.boolean(),
    allowFrom: ids(behaviours),
    groupPolicy,
  }),
);

const groupSchema = (behaviours: Behaviours, channel: string) =>
  openSettings({
    ...groupConversationFields(channel, behaviours),
    enabled: z.boolean(),
    requireMention: z.boolean(),
    allowFrom: ids(behaviours),
    groupPolicy,
    tools: toolSelectionSchema(behaviours),
    toolsBySender: toolsBySenderSchema(behaviours),
    topics: z.record(text(behaviours), topicSchema(behaviours)),
    reset: resetSchema(behaviours),
  });

/** What a channel, and each of its accounts, may say about who gets in. */
const accessSettings = (behaviours: Behaviours, channel: string) => {
  const doors = doorPlaces(channel, behaviours);
  const [atTop, inSection] = [doors.includes("top"), doors.includes("dm")];
  const section = { enabled: z.boolean(), policy: dmPolicy, allowFrom: ids(behaviours) };
  const dm = openSettings({
    ...knownFields(section, { policy: inSection, allowFrom: inSection }),
    ...directConversationFields(channel, behaviours),
  });
  const settings = {
    ...conversationFields(channel, behaviours),
    enabled: z.boolean(),
    dmPolicy,
    allowFrom: ids(behaviours),
    dm,
    groupPolicy,
    groupAllowFrom: ids(behaviours),
    requireMention: z.boolean(),
    groups: z.record(text(behaviours), groupSchema(behaviours, channel)),
  };
  return knownFields(settings, { dmPolicy: atTop, allowFrom: atTop, dm: channelsWithDmSection.has(channel) });
};

/** `channels.<id>`. */
export const channelSchema = (behaviours: Behaviours, channel: string) =>
  openSettings({
    ...accessSettings(behaviours, channel),
    accounts: z.record(text(behaviours), openSettings(accessSettings(behaviours, channel))),
    defaultAccount: text(behaviours),
    execApprovals: closedSettings({
      enabled: z.boolean(),
      approvers: ids(behaviours),
      target: z.enum(["dm", "channel", "both"]),
    }),
  });

/** Any channel without settings of its own. */
const anyChannel = "*";

export const channelsSchema = once((behaviours: Behaviours) =>
  z.catchall(
    openSettings({
      defaults: openSettings({ groupPolicy }),
      ...Object.fromEntries(
        [...new Set([...channelsWithDmSection, ...channelsWithConversations])].map((channel) => [
          channel,
          channelSchema(behaviours, channel),
        ]),
      ),
    }),
    channelSchema(behaviours, anyChannel),
  ),
);
