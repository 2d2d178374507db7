import type { Policy } from "../../config/policy.ts";
import { defaultSendAction } from "../../policy/defaults.ts";
import { checkReach } from "../../policy/check-rules.ts";
import { askedFields, type Rule } from "../../policy/rule/rule.ts";
import { sendPolicy } from "../../policy/send/send.ts";
import { channelName } from "../channel-names.ts";
import { statement, type Statement } from "./statement.ts";

const kinds: Readonly<Record<string, string>> = {
  direct: "direct conversations",
  group: "groups",
  channel: "channels",
};

/** What a rule asks for, as somebody would say it: `groups on Discord`. */
function whereOf({ asks }: Rule): string {
  const { account, agent, channel, chatType, keyPrefix, peer, rawKeyPrefix, thread } = asks;
  const kind = (chatType === undefined ? undefined : kinds[chatType]) ?? "conversations";
  const parts = [
    ["with", peer],
    ["in thread", thread],
    ["on", channel && channelName(channel)],
    ["through the account", account],
    ["of the agent", agent],
  ] as const;
  const prefix = [keyPrefix, rawKeyPrefix].filter((begun) => begun !== undefined);
  return [
    kind,
    ...parts.flatMap(([word, told]) => (told === undefined ? [] : [`${word} ${told}`])),
    ...(prefix.length > 0
      ? [`whose key begins with ${prefix.map((begun) => JSON.stringify(begun)).join(" and ")}`]
      : []),
  ].join(" ");
}

/** Says where the bot may send. */
export function describeSending(policy: Policy): readonly Statement[] {
  const { list, byDefault } = sendPolicy(policy);
  const deciding = list.rules.filter((rule) => checkReach(rule, list).length === 0);
  const ofRules = deciding.map((rule) => {
    const { path, reason } = rule.reference;
    const where = askedFields(rule).length === 0 ? "anywhere" : `in ${whereOf(rule)}`;
    const sentence = rule.action === "deny" ? `The bot sends nothing ${where}` : `The bot may send ${where}`;
    return statement("sending", `${sentence}${reason === undefined ? "" : ` (${reason})`}.`, { path });
  });
  const elsewhere = ofRules.length > 0 ? " everywhere else" : " everywhere";
  const written = list.default !== undefined;
  const byDefaultSays =
    byDefault === defaultSendAction
      ? `The bot may send${elsewhere}.`
      : `The bot sends nothing${ofRules.length > 0 ? " anywhere else" : " anywhere"}.`;
  return [
    ...ofRules,
    statement("sending", byDefaultSays, {
      path: list.defaultPath,
      ...(!written && { defaultOf: policy.edition }),
    }),
  ];
}
