import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { elevatedExample, elevatedPermissions } from "../../../src/policy/exec/elevated.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

const editions: readonly Edition[] = ["openclaw@2026.2.21", "openclaw@2026.9.6", "2026-11"];
const listing = (entry: string, channel = "irc") =>
  ({ tools: { elevated: { allowFrom: { [channel]: [entry] } } } }) as ConfigInput;

/** Under which editions an entry lets somebody in: by any of their names, by the fields of 2026.2.22, exactly. */
function lets(entry: string, sender: object, channel = "irc"): string {
  const words = ["names", "fields", "exactly"];
  return editions
    .flatMap((edition, index) => {
      const policy = uncheckedPolicy(listing(entry, channel), edition);
      return elevatedPermissions({ agentId: "main", channel, ...sender }, policy).allowed ? words[index] : [];
    })
    .join(" ");
}

describe("how an entry of allowFrom names somebody", () => {
  it.each<readonly [string, string, object, string]>([
    // Names, which an entry could give without a field up to 2026.2.21.
    ["signs between letters part them", "a-b", { senderName: "a@b" }, "names"],
    ["any sign does", "a-b", { senderName: "a!b" }, "names"],
    ["several part once", "a-b", { senderName: "a - b" }, "names"],
    ["and are not passed over", "a-b", { senderName: "ab" }, ""],
    ["nor made up", "ab", { senderName: "a-b" }, ""],
    ["signs around it are passed over", "ann", { senderName: "--ann--" }, "names"],
    ["what has no letters is compared as it is", "日本", { senderName: " 日本 " }, "names"],
    ["and as it is alone", "!!", { senderName: "??" }, ""],
    ["the same by its field", "name:日本", { senderName: " 日本 " }, "fields"],
    ["which no other name without letters has", "name:!!", { senderName: "??" }, ""],
    ["each field its own", "name:ann", { senderName: "bob", senderUsername: "ann", senderTag: "ann" }, ""],
    [
      "each field its own",
      "username:ann",
      { senderName: "ann", senderUsername: "bob", senderTag: "ann" },
      "",
    ],
    ["each field its own", "tag:ann", { senderName: "ann", senderUsername: "ann", senderTag: "bob" }, ""],
    ["blanks after the field", "username: ann", { senderUsername: "ann" }, "fields exactly"],
    ["in any case since then, and not under ours", "tag:ANN", { senderTag: "ann" }, "fields"],
    // Ids.
    ["blanks around an id", "ann", { sender: " irc:ann " }, "names fields"],
    ["nobody has no id", "user:", { sender: "irc:" }, ""],
    ["nobody has an id that is not told", "ann", { senderUsername: "bob" }, ""],
    ["nor does nobody have the empty one", " ", { sender: "" }, ""],
    ["the name of a field is an id", "id:", { sender: "id:" }, "names fields exactly"],
    ["not with anything after it", "id:x", { sender: "id:" }, ""],
    // Where a message came from.
    ["blanks after the field", "from: irc:ann", { from: "irc:ann" }, "fields exactly"],
    ["not from somewhere else", "from:irc:bob", { sender: "irc:ann", from: "irc:ann" }, ""],
    ["not as somebody whom a message did not come from", "from:ann", { sender: "ann", from: "bob" }, ""],
    // Numbers.
    ["by its field", "e164:+15", { senderE164: "+15" }, "fields exactly"],
    ["blanks after the field", "e164: +15", { senderE164: "+15" }, "fields exactly"],
    ["as numbers are written, under ours", "e164:+1 (0) 5", { senderE164: "+105" }, "exactly"],
    ["not another", "e164:+16", { senderE164: "+15" }, ""],
    ["not what is no number", "e164:+15", { sender: "+15", senderName: "+15" }, ""],
    ["not where none is told", "e164:undefined", { sender: "x" }, ""],
  ])("%s: %j, %j: %s", (_, entry, sender, expected) => {
    expect(lets(entry, sender)).toBe(expected);
  });

  it.each([
    "ann",
    " ann ",
    "username: ann",
    " name: Ann B ",
    "tag: a#1",
    "e164: +15",
    "id: ann",
    "from: irc:x",
  ])("somebody is shown whom %j lets in", (entry) => {
    for (const edition of editions.slice(1)) {
      const policy = uncheckedPolicy(listing(entry), edition);
      const example = elevatedExample("main", policy);
      expect(example).toBeDefined();
      expect(elevatedPermissions(example ?? {}, policy).allowed).toBe(true);
    }
  });

  it.each<readonly [string, object]>([
    [" ann ", { sender: "ann" }],
    [" username: ann ", { senderUsername: "ann" }],
    ["name: Ann B", { senderName: "Ann B" }],
    ["TAG: a#1", { senderTag: "a#1" }],
    ["e164: +15", { senderE164: "+15" }],
    ["id: ann", { sender: "ann" }],
    ["from: irc:x", { sender: "irc:x" }],
  ])("%j by %j, and by no blank", (entry, facts) => {
    const policy = uncheckedPolicy(listing(entry), "openclaw@2026.9.6");
    expect(elevatedExample("main", policy)).toEqual({ agentId: "main", channel: "irc", ...facts });
  });
});
