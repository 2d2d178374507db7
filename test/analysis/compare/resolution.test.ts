import fc from "fast-check";
import { describe, it } from "vitest";
import { compareResolution, type SharingRequest } from "../../../src/analysis/compare/resolution.ts";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import type { Inbound } from "../../../src/scope/inbound.ts";
import { isolationOf } from "../../../src/scope/isolation/isolation.ts";
import { everyMix, expectAgreement } from "./oracle.ts";

const dmScope = fc.constantFrom(
  "main" as const,
  "per-peer" as const,
  "per-channel-peer" as const,
  "per-account-channel-peer" as const,
);

function configs(edition: Edition): fc.Arbitrary<ConfigInput> {
  const own = edition === "2026-11";
  const groupScope = fc.constantFrom("main" as const, "per-group" as const);
  const scopes = fc.record({ dmScope, ...(own && { groupScope }) }, { requiredKeys: [] });
  const match = fc.record(
    {
      channel: fc.constantFrom("telegram", "irc"),
      accountId: fc.constantFrom("work", "*"),
      peer: fc.constantFrom(
        { kind: "direct" as const, id: "1" },
        { kind: "group" as const, id: "-100" },
        { kind: "direct" as const, id: "*" },
      ),
      guildId: fc.constant("5"),
      roles: fc.constant(["admin"]),
    },
    { requiredKeys: ["channel"] },
  );
  const bindings = fc.array(
    fc.record(
      { agentId: fc.constantFrom("main", "work"), match, session: scopes },
      { requiredKeys: ["agentId", "match"] },
    ),
    { maxLength: 3 },
  );
  const identityLinks = fc.dictionary(
    fc.constantFrom("ann", "bob"),
    fc.uniqueArray(fc.constantFrom("telegram:1", "irc:1", "irc:2", "slack:9"), { minLength: 1 }),
    { maxKeys: 2 },
  );
  const topic = fc.option(fc.constantFrom("main", "work"), { nil: undefined });
  return fc
    .record({ scopes, bindings, links: fc.option(identityLinks), topic })
    .map(({ bindings, links, scopes, topic }) => ({
      session: { ...scopes, ...(links && { identityLinks: links }) },
      agents: { list: [{ id: "main", default: true }, { id: "work" }] },
      bindings,
      ...(topic && {
        channels: { telegram: { groups: { "-100": { topics: { "7": { agentId: topic } } } } } },
      }),
    }));
}

const place = {
  channel: ["telegram", "irc", "slack"],
  account: [undefined, "work"],
  thread: [undefined, "7"],
};
/** A room stands in one guild, and people in it have their roles. */
const messages: readonly Inbound[] = [
  ...everyMix<Inbound>({ ...place, chatType: ["direct"], peer: ["1", "2", "9"] }),
  ...everyMix<Inbound>({
    ...place,
    chatType: ["group"],
    peer: ["-100"],
    guild: ["5"],
    roles: [undefined, ["admin"]],
  }),
  ...everyMix<Inbound>({ ...place, chatType: ["group"], peer: ["-200"] }),
];
const pairs: readonly SharingRequest[] = messages.flatMap((one, index) =>
  messages.slice(index + 1).map((other) => ({ one, other })),
);

describe("compareResolution", () => {
  it.each<[Edition]>([["2026-11"], ["openclaw@2026.9.6"], ["openclaw@2026.3.7"], ["openclaw@2026.1.29"]])(
    "agrees with a search of every pair of messages under %s",
    (edition) => {
      expectAgreement(configs(edition), edition, pairs, {
        compare: compareResolution,
        decide: ({ one, other }, policy) => isolationOf(one, other, policy),
        loosens: (before, after) => !before.shared && after.shared,
      });
    },
  );
});
