import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { behavioursOf, type Edition } from "../../../src/edition/edition.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";
import { evaluateAccess } from "../../../src/policy/access/access.ts";
import { effectiveLists, entryFor, listedSenders } from "../../../src/policy/access/sender-list.ts";
import { slackSlug, slug } from "../../../src/policy/access/slug.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const editions: readonly Edition[] = [
  "openclaw@2026.1.29",
  "openclaw@2026.3.7",
  "openclaw@2026.9.6",
  "2026-11",
];

/** Whether somebody may write directly to a channel of which one entry lists who may. */
function mayWrite(
  request: Pick<AccessRequest, "channel"> & Partial<AccessRequest>,
  entry: string,
  edition: Edition,
  switchedOn = false,
): boolean {
  const door = { policy: "allowlist", allowFrom: [entry] };
  const section = {
    dmPolicy: "allowlist",
    allowFrom: [entry],
    dangerouslyAllowNameMatching: switchedOn,
    dm: door,
  };
  const config: object = {
    accessGroups: {
      ops: { type: "message.senders", members: { "*": [" 7 "], irc: ["8"] } },
      other: { type: "message.people", members: { "*": ["7"] } },
    },
    channels: { [request.channel]: section },
  };
  return evaluateAccess({ chatType: "direct", ...request }, uncheckedPolicy(config as ConfigInput, edition))
    .allowed;
}

describe("whom an entry of a list means", () => {
  it.each<readonly [channel: string, entry: string, id: string, under: readonly boolean[]]>([
    ["telegram", "tg:7", "7", [true, true, true, true]],
    ["telegram", "TELEGRAM:7", "7", [true, true, true, true]],
    ["telegram", "-7", "-7", [false, false, false, false]],
    ["telegram", "@ann", "ann", [false, false, false, false]],
    ["telegram", "7x", "7x", [false, false, false, false]],
    ["telegram", "x7", "x7", [false, false, false, false]],
    ["discord", "<@7>", "7", [true, true, true, true]],
    ["discord", "<@!7>", "7", [true, true, true, true]],
    ["discord", "discord:7", "7", [true, true, true, true]],
    ["discord", "user:7", "7", [true, true, true, true]],
    ["discord", "pk:7", "7", [true, true, true, true]],
    ["discord", "x<@7>", "7", [false, false, false, false]],
    ["discord", "<@7>x", "7", [false, false, false, false]],
    ["discord", "User:7", "7", [false, false, false, false]],
    ["slack", "slack:U1", "u1", [true, true, true, false]],
    ["slack", "USER:U1", "u1", [true, true, true, false]],
    ["slack", "U1", "u1", [true, true, true, false]],
    ["slack", "xuser:U1", "u1", [false, false, false, false]],
    ["googlechat", "users/7", "7", [true, true, true, true]],
    ["googlechat", "google-chat:users/7", "7", [true, true, true, true]],
    ["googlechat", "googlechat:7", "7", [true, true, true, true]],
    ["googlechat", "gchat:7", "7", [true, true, true, true]],
    ["googlechat", "GChat:Users/A", "a", [true, true, true, false]],
    ["googlechat", "xgchat:7", "7", [false, false, false, false]],
    ["msteams", "msteams:A", "a", [true, true, true, true]],
    ["msteams", "user:A", "a", [true, true, true, true]],
    ["msteams", "a/user:A", "a", [false, false, false, false]],
    ["matrix", "matrix:@A:x", "@a:x", [true, true, false, false]],
    ["matrix", "user:@A:x", "@a:x", [true, true, false, false]],
    ["matrix", "matrix:user:@A:x", "@A:x", [true, true, true, true]],
    ["matrix", "@A:x", "@A:x", [true, true, true, true]],
    ["matrix", "xmatrix:@a:x", "@a:x", [false, false, false, false]],
    ["signal", "signal:+1 555", "+1555", [true, true, true, true]],
    ["signal", "uuid:AB", "AB", [true, true, true, true]],
    ["signal", "signal:uuid:AB", "AB", [true, true, true, true]],
    ["signal", "ab", "AB", [false, false, false, false]],
    ["mattermost", "mattermost:A", "a", [true, true, true, false]],
    ["mattermost", "user:A", "a", [true, true, true, false]],
    ["irc", "irc:A", "a", [true, true, true, true]],
    ["irc", "irc:user:A", "a", [true, true, true, true]],
    ["irc", "user:A", "a", [true, true, true, true]],
    ["nextcloud-talk", "nc:A", "a", [true, true, true, false]],
    ["nextcloud-talk", "nc-talk:A", "a", [true, true, true, false]],
    ["nextcloud-talk", "nextcloud-talk:A", "a", [true, true, true, false]],
    ["nextcloud-talk", "xnc:A", "a", [false, false, false, false]],
    ["feishu", "feishu:ou_A", "ou_A", [false, true, true, true]],
    ["feishu", "lark:ou_A", "ou_A", [false, true, true, true]],
    ["feishu", "FEISHU: user:ou_A", "ou_A", [false, false, true, true]],
    ["feishu", "user:ou_A", "ou_A", [false, true, true, true]],
    ["feishu", "dm:ou_A", "ou_A", [false, true, true, true]],
    ["feishu", "open_id:ou_A", "ou_A", [false, true, true, true]],
    ["feishu", "chat:oc_A", "oc_A", [false, true, true, true]],
    ["feishu", "group:oc_A", "oc_A", [false, true, true, true]],
    ["feishu", "channel:oc_A", "oc_A", [false, true, true, true]],
    ["feishu", "user:oc_A", "oc_A", [false, true, false, false]],
    ["feishu", "chat:ou_A", "ou_A", [false, true, false, false]],
    ["feishu", "ou_a", "ou_A", [true, true, false, false]],
    ["feishu", "xuser:ou_A", "ou_A", [false, false, false, false]],
    ["feishu", "feishu:lark:ou_A", "ou_A", [false, true, true, true]],
    ["discord", "xuser:7", "xuser:7", [true, true, true, true]],
    ["discord", "x<@7>", "x<@7>", [true, true, true, true]],
    ["discord", "<@7>x", "<@7>x", [true, true, true, true]],
    ["discord", "<@7", "<@7", [true, true, true, true]],
    ["slack", "xuser:u1", "xuser:u1", [true, true, true, true]],
    ["msteams", "xuser:a", "xuser:a", [true, true, true, true]],
    ["matrix", "xmatrix:@a:x", "xmatrix:@a:x", [true, true, true, true]],
    ["matrix", "xuser:@a:x", "xuser:@a:x", [true, true, true, true]],
    ["signal", "xuuid:AB", "xuuid:AB", [true, true, true, true]],
    ["signal", "xsignal:AB", "xsignal:AB", [true, true, true, true]],
    ["mattermost", "xuser:a", "xuser:a", [true, true, true, true]],
    ["irc", "xirc:a", "xirc:a", [true, true, true, true]],
    ["irc", "xuser:a", "xuser:a", [true, true, true, true]],
    ["nextcloud-talk", "xnc:a", "xnc:a", [true, true, true, true]],
    ["googlechat", "xgchat:a", "xgchat:a", [true, true, true, true]],
    ["googlechat", "xusers/a", "xusers/a", [true, true, true, true]],
    ["feishu", "xfeishu:a", "xfeishu:a", [true, true, true, true]],
    ["feishu", "xchat:oc_a", "xchat:oc_a", [true, true, true, true]],
    ["feishu", "xuser:ou_a", "xuser:ou_a", [true, true, true, true]],
    ["telegram", "xtg:7", "xtg:7", [false, false, false, false]],
    ["feishu", "feishu: lark: user: ou_A", "ou_A", [false, true, true, false]],
    ["feishu", "chat: oc_A", "oc_A", [false, true, true, true]],
    ["feishu", "  feishu:ou_A", "ou_A", [false, true, true, true]],
    ["discord", "<@77>", "77", [true, true, true, true]],
    ["discord", "Ab", "ab", [false, false, false, false]],
    ["zalo", "xzalo:7", "7", [false, false, false, false]],
    ["zalo", "7zalo:", "7", [false, false, false, false]],
    ["whatsapp", "whatsapp:+1", "+1", [false, false, false, true]],
    ["zalo", "zalo:7", "7", [false, false, false, true]],
    ["zalo", "ZALO:7", "7", [false, false, false, false]],
    ["zalo", " 7 ", "7", [true, true, true, true]],
    ["zalo", "accessGroup:ops", "7", [false, false, true, true]],
    ["zalo", "accessGroup: ops ", "7", [false, false, true, true]],
    ["zalo", "accessGroup:", "accessGroup:", [true, true, true, true]],
    ["zalo", "accessGroup:other", "7", [false, false, false, false]],
    ["zalo", "accessGroup:none", "7", [false, false, false, false]],
    ["irc", "accessGroup:ops", "8", [false, false, true, true]],
    ["zalo", "accessGroup:ops", "8", [false, false, false, false]],
  ])("on %s %j means %j, or not, as each edition reads it", (channel, entry, peer, under) => {
    expect(editions.map((edition) => mayWrite({ channel, peer }, entry, edition))).toEqual(under);
  });

  it.each<readonly [entry: string, id: string, under: readonly boolean[]]>([
    ["feishu:  ou_A", "ou_A", [true, false, false]],
    ["feishu:ou_ A", "ou_A", [false, false, false]],
    ["xfeishu:ou_A", "xou_A", [false, false, false]],
    ["xlark:ou_A", "xou_A", [false, false, false]],
    ["xuser:ou_A", "xou_A", [false, false, false]],
    ["lark: ou_A", "ou_A", [false, true, true]],
    ["dm:ou_A", "ou_A", [false, false, true]],
  ])("on Feishu %j means %j, or not, in 2026.2.22, .3.1 and .3.7", (entry, peer, under) => {
    const of: readonly Edition[] = ["openclaw@2026.2.22", "openclaw@2026.3.1", "openclaw@2026.3.7"];
    expect(of.map((edition) => mayWrite({ channel: "feishu", peer }, entry, edition))).toEqual(under);
  });

  it("on Feishu names nobody by a name from 2026.2.22 on, two releases before others ask for a switch", () => {
    const ann = { channel: "feishu", peer: "0", senderName: "ann" };
    expect(mayWrite(ann, "Ann", "openclaw@2026.2.21")).toBe(true);
    expect(mayWrite(ann, "Ann", "openclaw@2026.2.22", true)).toBe(false);
  });

  it.each<
    readonly [
      channel: string,
      entry: string,
      sender: Partial<AccessRequest>,
      early: boolean,
      late: boolean,
      switched: boolean,
      ours: boolean,
    ]
  >([
    ["slack", "Ann B", { senderName: " ann b " }, true, false, true, true],
    ["slack", "slack:ann", { senderName: "Ann" }, true, false, true, true],
    ["slack", "ann-b", { senderName: "Ann B" }, true, false, true, true],
    ["slack", "bob", { senderName: "Ann" }, false, false, false, false],
    ["discord", "Ann B", { senderName: "ann b" }, true, false, true, true],
    ["discord", "ann-b", { senderUsername: "Ann B" }, true, false, true, true],
    ["discord", "user:ann", { senderName: "ann" }, false, false, false, false],
    ["discord", "7", { senderName: "7" }, false, false, false, false],
    ["discord", "<@7>", { senderName: "7" }, false, false, false, false],
    ["mattermost", "@Ann", { senderName: "ann" }, true, false, true, true],
    ["mattermost", "user:ann", { senderName: "@Ann" }, true, false, true, true],
    ["msteams", "Ann B", { senderName: "ann b" }, true, false, true, true],
    ["msteams", "msteams:ann", { senderName: "Ann" }, true, false, true, true],
    ["msteams", "user:ann", { senderName: "Ann" }, true, false, true, true],
    ["googlechat", "Ann@x.org", { senderEmail: "ann@X.org" }, true, false, true, true],
    ["googlechat", "gchat:users/ann@x.org", { senderEmail: "ann@x.org" }, true, false, true, true],
    ["googlechat", "ann", { senderName: "ann" }, false, false, false, false],
    ["slack", "xslack:ann", { senderName: "xslack:ann" }, true, false, true, true],
    ["mattermost", "xuser:ann", { senderName: "xuser:ann" }, true, false, true, true],
    ["mattermost", "a@b", { senderName: "a@b" }, true, false, true, true],
    ["msteams", "xuser:ann", { senderName: "xuser:ann" }, true, false, true, true],
    ["googlechat", "xgchat:ann", { senderEmail: "xgchat:ann" }, true, false, true, true],
    ["googlechat", "xusers/ann", { senderEmail: "xusers/ann" }, true, false, true, true],
    ["discord", "7a", { senderName: "7a" }, true, false, true, true],
    ["discord", "a7", { senderName: "a7" }, true, false, true, true],
    ["discord", "77", { senderName: "77" }, false, false, false, false],
    ["discord", "<@!7>", { senderName: "7" }, false, false, false, false],
    ["discord", "xuser:b", { senderName: "xuser b" }, true, false, true, true],
    ["discord", "7>", { senderName: "7" }, false, false, false, false],
    ["slack", "ann", { senderUsername: "ann" }, false, false, false, false],
    ["feishu", "Ann", { senderName: "ann" }, true, false, false, false],
    ["irc", "ann", { senderName: "ann" }, false, false, false, false],
    ["slack", "", { senderName: " " }, false, false, false, false],
  ])(
    "on %s %j means whoever is called %j, freely or by a switch",
    (channel, entry, sender, early, late, switched, ours) => {
      const request = { channel, peer: "0", ...sender };
      expect(mayWrite(request, entry, "openclaw@2026.1.29")).toBe(early);
      expect(mayWrite(request, entry, "openclaw@2026.9.6")).toBe(late);
      expect(mayWrite(request, entry, "openclaw@2026.9.6", true)).toBe(switched);
      expect(mayWrite(request, entry, "2026-11", true)).toBe(ours);
    },
  );

  it("tells all whom a list names, and the entry that would name somebody", () => {
    const accessGroups = { ops: { type: "message.senders", members: { irc: ["bob", "*"] } } };
    const policy = uncheckedPolicy({ accessGroups }, "2026-11");
    const list = { entries: [" ann ", 7, "*", "", "accessGroup:ops"], path: "list" };
    expect(listedSenders(list, "irc", policy)).toEqual(["ann", "7", "bob"]);
    expect(listedSenders(undefined, "irc", policy)).toEqual([]);
    const named = ["ann", "*", "irc:ann", " a", "accessGroup:ops"].map((id) => entryFor(id, "irc", policy));
    expect(named).toEqual(["ann", "irc:*", undefined, "irc: a", undefined]);
    expect(entryFor("ann", "telegram", policy)).toBeUndefined();
    expect(entryFor("*", "irc", uncheckedPolicy({}, "openclaw@2026.1.29"))).toBeUndefined();
  });
});

describe("how names are written in keys and lists", () => {
  it.each<readonly [name: string, plain: string, early: string, late: string]>([
    ["Help Desk", "help-desk", "help-desk", "help-desk"],
    ["#general", "general", "#general", "#general"],
    ["##x", "x", "##x", "##x"],
    [" a_b ", "a-b", "a_b", "a_b"],
    ["--a--", "a", "a", "a"],
    ["é", "", "", "é"],
    ["小 助", "", "", "小-助"],
    ["A.B@C+d", "a-b-c-d", "a.b@c+d", "a.b@c+d"],
    ["a  - b", "a-b", "a-b", "a-b"],
    [".a.", "a", "a", "a"],
    ["-", "", "", ""],
    ["a!!b", "a-b", "a-b", "a-b"],
    ["..a--..", "a", "a", "a"],
    ["x#y", "x-y", "x#y", "x#y"],
    ["é", "e", "e", "é"],
    ["٣", "", "", "٣"],
    ["  a", "a", "a", "a"],
  ])("%j is %j, on Slack once %j and now %j", (name, plain, early, late) => {
    expect(slug(name)).toBe(plain);
    expect(slackSlug(name, behavioursOf("openclaw@2026.1.29"))).toBe(early);
    expect(slackSlug(name, behavioursOf("openclaw@2026.9.6"))).toBe(late);
  });
});

/** The lists that are written, each by its entries. */
interface Written {
  readonly dmPolicy?: string;
  readonly allowFrom?: readonly string[];
  readonly groupAllowFrom?: readonly string[];
  readonly paired?: readonly string[];
  readonly groupsUseAllowFrom?: boolean;
}

describe("which lists hold where", () => {
  it.each<readonly [why: string, written: Written, edition: Edition, direct: string, group: string]>([
    [
      "paired senders in direct chats alone",
      { allowFrom: ["1"], paired: ["2"] },
      "openclaw@2026.9.6",
      "allowFrom paired",
      "allowFrom",
    ],
    [
      "paired senders everywhere in early releases",
      { allowFrom: ["1"], paired: ["2"] },
      "openclaw@2026.1.29",
      "allowFrom paired",
      "allowFrom paired",
    ],
    [
      "no paired ones where only the listed may write",
      { dmPolicy: "allowlist", allowFrom: ["1"], paired: ["2"] },
      "openclaw@2026.1.29",
      "allowFrom",
      "allowFrom",
    ],
    [
      "no paired ones beside an open door that heeds its list",
      { dmPolicy: "open", allowFrom: ["1"], paired: ["2"] },
      "openclaw@2026.9.6",
      "allowFrom",
      "allowFrom",
    ],
    [
      "paired ones beside an open door that does not",
      { dmPolicy: "open", allowFrom: ["1"], paired: ["2"] },
      "openclaw@2026.1.29",
      "allowFrom paired",
      "allowFrom paired",
    ],
    [
      "a list of groups in place of that of direct chats",
      { allowFrom: ["1"], groupAllowFrom: ["3"] },
      "openclaw@2026.9.6",
      "allowFrom",
      "groupAllowFrom",
    ],
    [
      "an empty one in place of none",
      { allowFrom: ["1"], groupAllowFrom: [] },
      "openclaw@2026.9.6",
      "allowFrom",
      "allowFrom",
    ],
    [
      "one of blanks, which counted",
      { allowFrom: ["1"], groupAllowFrom: [" "] },
      "openclaw@2026.1.29",
      "allowFrom",
      "allowFrom",
    ],
    [
      "one of blanks, which does not",
      { allowFrom: ["1"], groupAllowFrom: [" "] },
      "2026-11",
      "allowFrom",
      "groupAllowFrom",
    ],
    [
      "none for groups that never fall back",
      { allowFrom: ["1"], groupsUseAllowFrom: false },
      "openclaw@2026.9.6",
      "allowFrom",
      "",
    ],
    [
      "which they did in early releases",
      { allowFrom: ["1"], groupsUseAllowFrom: false },
      "openclaw@2026.1.29",
      "allowFrom",
      "allowFrom",
    ],
    ["none at all", {}, "openclaw@2026.9.6", "", ""],
  ])("%s", (_, written, edition, direct, group) => {
    const source = (path: "allowFrom" | "groupAllowFrom" | "paired") => {
      const entries = written[path];
      return entries && { entries, path };
    };
    const lists = effectiveLists(
      {
        dmPolicy: written.dmPolicy,
        groupsUseAllowFrom: written.groupsUseAllowFrom,
        allowFrom: source("allowFrom"),
        groupAllowFrom: source("groupAllowFrom"),
        paired: source("paired"),
      },
      uncheckedPolicy({}, edition),
    );
    expect(lists.direct.map(({ path }) => path).join(" ")).toBe(direct);
    expect(lists.group.map(({ path }) => path).join(" ")).toBe(group);
  });
});
