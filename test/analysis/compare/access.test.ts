import fc from "fast-check";
import { describe, it } from "vitest";
import { compareAccess } from "../../../src/analysis/compare/access.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { evaluateAccess } from "../../../src/policy/access/access.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";
import { everyMix, expectAgreement } from "./oracle.ts";

const groupPolicy = fc.constantFrom("open", "allowlist", "disabled");
const lists = fc.uniqueArray(fc.constantFrom("1", "2", "*"), { maxLength: 2 });
const room = { enabled: fc.boolean(), requireMention: fc.boolean(), allowFrom: lists, groupPolicy };
const topics = fc.dictionary(fc.constantFrom("7", "*"), fc.record(room, { requiredKeys: [] }));
const group = fc.record({ ...room, topics }, { requiredKeys: [] });
const settings = {
  enabled: fc.boolean(),
  dmPolicy: fc.constantFrom("pairing", "allowlist", "open", "disabled"),
  allowFrom: lists,
  groupPolicy,
  groupAllowFrom: lists,
  requireMention: fc.boolean(),
  groups: fc.dictionary(fc.constantFrom("-100", "*"), group),
};
const account = fc.record(settings, { requiredKeys: [] });
const accounts = fc.dictionary(fc.constantFrom("work", "default"), account);
const channel = fc.record({ ...settings, accounts }, { requiredKeys: [] });
const defaults = fc.record({ groupPolicy });
const configs = fc.record({
  channels: fc.record({ telegram: channel, whatsapp: channel, defaults }, { requiredKeys: [] }),
});

const place = {
  channel: ["telegram", "whatsapp", "slack"],
  account: [undefined, "work", "other"],
} as const;
const messages: readonly AccessRequest[] = [
  ...everyMix<AccessRequest>({
    ...place,
    chatType: ["direct"],
    peer: ["1", "2", "9"],
    paired: [undefined, ["9"], ["1"]],
  }),
  ...everyMix<AccessRequest>({
    ...place,
    chatType: ["group"],
    peer: ["-100", "-200"],
    sender: ["1", "2", "9"],
    thread: [undefined, "7", "8"],
    mentioned: [undefined, true],
    paired: [undefined, ["9"]],
  }),
];

const openness = { deny: 0, unknown: 0, pair: 1, admit: 2 } as const;

describe("compareAccess", () => {
  it.each<[Edition]>([["2026-11"], ["openclaw@2026.9.6"], ["openclaw@2026.3.7"], ["openclaw@2026.1.29"]])(
    "agrees with a search of every message under %s",
    (edition) => {
      expectAgreement(configs, edition, messages, {
        compare: compareAccess,
        decide: evaluateAccess,
        loosens: (before, after) => openness[before.outcome] < openness[after.outcome],
      });
    },
  );
});
