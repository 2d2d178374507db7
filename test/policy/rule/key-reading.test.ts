import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/edition/edition.ts";
import { keyFactsReader } from "../../../src/policy/rule/key-reading.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

/** Each of the editions that read keys in their own way, and what changed with it. */
const editions: readonly Edition[] = [
  "openclaw@2026.2.2",
  // An agent's part is taken off.
  "openclaw@2026.2.17",
  // Any segment may say what kind of chat it is.
  "openclaw@2026.2.22",
  // Also behind an agent's part in capitals,
  "openclaw@2026.4.5",
  // and there also a key of an old store.
  "openclaw@2026.4.20",
  // A direct chat names its channel, and so does one with an account.
  "openclaw@2026.6.8",
  // A word counts in its place alone.
  "openclaw@2026.9.6",
  // The key is parsed.
  "2026-11",
];

/** A key a line, and which channel and which kind of chat each edition reads in it. */
const told = `
agent:main:irc:group:1               | - group   | irc group | irc group   | irc group    | irc group    | irc group    | irc group     | irc group
irc:group:1                          | irc group | irc group | irc group   | irc group    | irc group    | irc group    | irc group     | malformed-key
agent:main:irc:direct:1              | - -       | - -       | - direct    | - direct     | - direct     | irc direct   | irc direct    | irc direct
agent:main:irc:dm:1                  | - -       | - -       | - direct    | - direct     | - direct     | irc direct   | irc direct    | irc direct
agent:main:main                      | - -       | - -       | - -         | - -          | - -          | - -          | - -           | - direct
agent:main:cron:1                    | - -       | - -       | - -         | - -          | - -          | - -          | - -           | - -
global                               | - -       | - -       | - -         | - -          | - -          | - -          | - -           | - -

an account before the kind of chat
irc:second:group:1                   | - group   | - group   | - group     | - group      | - group      | irc group    | irc group     | malformed-key
irc:second:group:1:x                 | - group   | - group   | - group     | - group      | - group      | irc group    | irc group     | malformed-key

nothing behind the kind of chat, or before it
irc:group                            | - -       | - -       | - group     | - group      | - group      | - group      | - -           | malformed-key
irc:group:                           | - group   | - group   | - group     | - group      | - group      | - group      | - -           | malformed-key
irc:second:group                     | - -       | - -       | - group     | - group      | - group      | - group      | - -           | malformed-key
irc:second:group:                    | - group   | - group   | - group     | - group      | - group      | - group      | - -           | malformed-key
irc::group:1                         | irc group | irc group | irc group   | irc group    | irc group    | irc group    | - -           | malformed-key
:group:1                             | - group   | - group   | - group     | - group      | - group      | - group      | - -           | malformed-key
:group:direct:1                      | - group   | - group   | - group     | - group      | - group      | group group  | - -           | malformed-key

no channel
direct:1                             | - -       | - -       | - direct    | - direct     | - direct     | - direct     | - direct      | malformed-key
dm:1                                 | - -       | - -       | - direct    | - direct     | - direct     | - direct     | - direct      | malformed-key
direct:                              | - -       | - -       | - direct    | - direct     | - direct     | - direct     | - -           | malformed-key

two readings
irc:group:direct:1                   | irc group | irc group | irc group   | irc group    | irc group    | irc group    | ambiguous-key | malformed-key
direct:group:1                       | direct group | direct group | direct group | direct group | direct group | direct group | ambiguous-key | malformed-key
dm:group:1                           | dm group  | dm group  | dm group    | dm group     | dm group     | dm group     | ambiguous-key | malformed-key
group:x:group:1                      | - group   | - group   | - group     | - group      | - group      | group group  | ambiguous-key | malformed-key

old stores
group:1                              | - -       | - -       | - group     | - group      | - group      | - group      | - group       | malformed-key
channel:1:x                          | - -       | - -       | - channel   | - channel    | - channel    | - channel    | - channel     | malformed-key
1@g.us                               | - -       | - -       | - -         | - group      | - group      | - group      | - group       | malformed-key
discord:guild-1:channel-2            | - -       | - -       | - channel   | - channel    | - channel    | - channel    | - channel     | malformed-key

capitals
agent:main:IRC:group:1               | - group   | irc group | irc group   | irc group    | irc group    | irc group    | irc group     | irc group
agent:main:IRC:Group:1               | - -       | - -       | - group     | - group      | - group      | - group      | - group       | irc group
Agent:main:irc:group:1               | - group   | - group   | - group     | - group      | - group      | - group      | - -           | irc group
Agent:main:1@g.us                    | - -       | - -       | - -         | - -          | - group      | - group      | - -           | - -

an agent by the name of a kind of chat
agent:dm:x                           | - -       | - -       | - -         | - -          | - -          | - -          | - -           | - -
agent:dm                             | - -       | - -       | - direct    | - direct     | - direct     | - direct     | - -           | malformed-key
Agent:dm:x                           | - -       | - -       | - -         | - direct     | - direct     | agent direct | agent -       | - -

an agent's part that is none
agent::irc:group:1                   | - group   | - -       | - group     | - group      | - group      | - group      | - -           | malformed-key
agent:main::irc:group:1              | - group   | irc group | irc group   | irc group    | irc group    | irc group    | - -           | malformed-key
agent:main:agent:group:1             | - group   | agent group | agent group | agent group | agent group | agent group  | - -           | agent group
agent:main                           | - -       | - -       | - -         | - -          | - -          | - -          | - -           | malformed-key
`;

describe("what an edition reads in a key", () => {
  const rows = told
    .split("\n")
    .filter((line) => line.includes("|"))
    .map((line) => line.split("|").map((cell) => cell.trim()));

  it.each(rows)("%s", (key = "", ...expected) => {
    const read = editions.map((edition) => {
      const { channel = "-", chatType = "-", doubt } = keyFactsReader(uncheckedPolicy({}, edition))(key);
      return doubt ?? `${channel} ${chatType}`;
    });
    expect(read).toEqual(expected);
  });
});

describe("what prefixes are compared with, whole and without the agent's part", () => {
  type Forms = readonly [whole: string, agentless: string];
  it.each<readonly [string, Forms, Forms, Forms, Forms]>([
    [
      "agent:main:irc:x",
      ["agent:main:irc:x", ""],
      ["agent:main:irc:x", "irc:x"],
      ["agent:main:irc:x", "irc:x"],
      ["agent:main:irc:x", "irc:x"],
    ],
    [
      "agent:main:x",
      ["agent:main:x", ""],
      ["agent:main:x", "x"],
      ["agent:main:x", "x"],
      ["agent:main:x", "x"],
    ],
    ["IRC:x", ["IRC:x", ""], ["irc:x", "irc:x"], ["irc:x", "irc:x"], ["irc:x", "irc:x"]],
    [" irc:x ", [" irc:x ", ""], [" irc:x ", " irc:x "], ["irc:x", "irc:x"], ["irc:x", "irc:x"]],
    [
      "agent:main:x:",
      ["agent:main:x:", ""],
      ["agent:main:x:", "x"],
      ["agent:main:x:", "x"],
      ["agent:main:x:", "x:"],
    ],
    [
      "agent:main::x",
      ["agent:main::x", ""],
      ["agent:main::x", "x"],
      ["agent:main::x", "x"],
      ["agent:main::x", ""],
    ],
    ["agent::x", ["agent::x", ""], ["agent::x", "agent::x"], ["agent::x", "agent::x"], ["agent::x", ""]],
    [
      "agent:main",
      ["agent:main", ""],
      ["agent:main", "agent:main"],
      ["agent:main", "agent:main"],
      ["agent:main", ""],
    ],
    ["agent", ["agent", ""], ["agent", "agent"], ["agent", "agent"], ["agent", "agent"]],
  ])("%j", (key, ...expected) => {
    const forms = (["2026.2.2", "2026.2.17", "2026.4.20", "2026.9.6"] as const).map((release) => {
      const { rawKey, scopedKey } = keyFactsReader(uncheckedPolicy({}, `openclaw@${release}`))(key);
      return [rawKey, scopedKey];
    });
    expect(forms).toEqual(expected);
  });
});
