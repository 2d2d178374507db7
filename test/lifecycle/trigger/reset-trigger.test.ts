import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchResetTrigger, parsePolicy, type Edition, type ResetTriggerFacts } from "../../../src/index.ts";

function policyOf(resetTriggers?: readonly string[], edition: Edition = "2026-11") {
  return parsePolicy({ session: { ...(resetTriggers && { resetTriggers }) } }, { edition });
}

function match(text: string, facts: ResetTriggerFacts = {}, edition: Edition = "2026-11") {
  const found = matchResetTrigger(text, policyOf(undefined, edition), facts);
  return found && `${found.command}: ${found.rest}`;
}

const bot: ResetTriggerFacts = { botUsername: "mybot", sender: { name: "Bob", username: "bob" } };
const room: ResetTriggerFacts = { ...bot, chatType: "group", mentions: ["@mybot"] };

describe("a message that resets", () => {
  it.each([
    ["alone", "/new", "new: "],
    ["the other", "/reset", "reset: "],
    ["in any case, the rest as it was", "/NEW Keep CASE", "new: Keep CASE"],
    ["line breaks are kept", "/new\nfirst\nsecond", "new: first\nsecond"],
    ["after a no-break space", "/new\u00a0hello", "new: hello"],
    ["to this bot", "/new@mybot hi", "new: hi"],
    ["with a colon", "/new: hello", "new: hello"],
    ["with a colon and nothing between", "/new:hello", "new: hello"],
    ["after a note of the channel", "[Dec 4 17:35] /new", "new: "],
    ["after the sender's name", "[a] [b] Bob: /reset x", "reset: x"],
    ["after the sender's handle", "@bob: /new", "new: "],
    ["after the sender's name in any case", "BOB: /new", "new: "],
    ["blanks at the end are kept", "/new  hi ", "new: hi "],
    ["softly", "/reset soft then", "soft: then"],
    ["not softly", "/reset softly", "reset: softly"],
  ])("%s: %j", (_, text, expected) => {
    expect(match(text, bot)).toBe(expected);
  });

  it.each([
    ["a longer word", "/newer"],
    ["a blank after the slash", "/ new"],
    ["no slash", "new"],
    ["in the middle", "hello /new"],
    ["a full-width slash", "\uff0fnew"],
    ["to another bot", "/new@other"],
    ["after somebody else's name", "Ann: /new"],
    ["a backslash and an n", "/new\\nhello"],
    ["after injected history", "[Chat messages since your last reply - for context]\nx\n/new"],
    ["after a note and injected history", "[x] [Current message - respond to this]\n/new"],
    ["on the line below a note", "[Dec 4 17:35]\n/new"],
    ["nothing", ""],
  ])("is not %s: %j", (_, text) => {
    expect(match(text, bot)).toBeUndefined();
  });

  it.each([
    ["after a mention", "@mybot /new hi", "new: hi"],
    ["a mention at the command", "/new@mybot hi", "new: hi"],
    ["a mention further on belongs to the message", "/new ask @mybot", "new: ask @mybot"],
    ["a mention by number", "@4915551234567 /new", "new: "],
    ["line breaks are kept", "@mybot /new a\nb", "new: a\nb"],
  ])("in a group, %s: %j", (_, text, expected) => {
    expect(match(text, room)).toBe(expected);
  });
});

describe("what releases held", () => {
  it.each([
    ["a soft reset was a reset", "/reset soft x", "openclaw@2026.4.21", "reset: soft x"],
    ["a soft reset", "/reset soft x", "openclaw@2026.4.22", "soft: x"],
    ["a command to the bot was text", "/new@mybot", "openclaw@2026.4.21", undefined],
    ["a command to the bot", "/new@mybot", "openclaw@2026.4.22", "new: "],
    ["anybody's name was skipped", "Ann: /new", "openclaw@2026.7.1", "new: "],
    ["only the sender's name is", "Ann: /new", "openclaw@2026.8.1", undefined],
    ["line breaks were lost", "/new a\nb", "openclaw@2026.5.28", "new: a b"],
    ["lines below were left out", "/new a\nb", "openclaw@2026.7.1", "new: a"],
    ["line breaks are kept", "/new a\nb", "openclaw@2026.8.1", "new: a\nb"],
    ["every bracket was dropped", "[x] /new [y] z", "openclaw@2026.7.1", "new: z"],
    ["recent messages", "[Recent chat messages - for context] /new", "openclaw@2026.9.5", "new: "],
    [
      "recent messages are history",
      "[Recent chat messages - for context] /new",
      "openclaw@2026.9.6",
      undefined,
    ],
  ] as const)("%s: %j under %s", (_, text, edition, expected) => {
    expect(match(text, bot, edition)).toBe(expected);
  });

  it.each([
    ["openclaw@2026.7.1", "new"],
    ["openclaw@2026.8.1", undefined],
  ] as const)("a transcript of speech under %s", (edition, expected) => {
    expect(matchResetTrigger("/new", policyOf(undefined, edition), { transcript: true })?.command).toBe(
      expected,
    );
  });
});

describe("configured triggers", () => {
  it.each([
    ["replace the usual ones", ["/fresh"], "/new", undefined],
    ["may be words", ["start over"], "Start Over now", "now"],
    ["the first that fits counts", ["/new", "/new chat"], "/new chat hi", "chat hi"],
    ["none means none", [], "/new", undefined],
  ] as const)("%s", (_, triggers, text, rest) => {
    expect(matchResetTrigger(text, policyOf(triggers))?.rest).toBe(rest);
  });

  it.each([
    ["/fresh\nhi", "openclaw@2026.9.4", undefined],
    ["/fresh\nhi", "openclaw@2026.9.5", "hi"],
    ["/fresh hi", "openclaw@2026.9.4", "hi"],
    ["/new\nhi", "openclaw@2026.9.4", "hi"],
  ] as const)("the blank after one: %j under %s", (text, edition, rest) => {
    expect(matchResetTrigger(text, policyOf(["/new", "/fresh"], edition))?.rest).toBe(rest);
  });

  it("of many, the first that fits counts, as if each were tried alone", () => {
    const word = fc.constantFrom(
      "/new",
      "/NEW",
      "/a",
      "/a b",
      " /a",
      "new",
      "/new@mybot",
      "/a:",
      "b c",
      "\n/a",
    );
    const triggers = fc.array(word, { minLength: 1, maxLength: 8 });
    const after = fc.constantFrom("", " x", ": x", "@mybot x", "\nx", "er");
    const editions = fc.constantFrom<Edition>(
      "2026-11",
      "openclaw@2026.9.6",
      "openclaw@2026.8.1",
      "openclaw@2026.4.22",
      "openclaw@2026.1.29",
    );
    fc.assert(
      fc.property(triggers, word, after, editions, (written, said, rest, edition) => {
        // Blanks around one are refused there.
        const list = edition === "2026-11" ? written.map((each) => each.trim()) : written;
        const by = (some: readonly string[]) => matchResetTrigger(said + rest, policyOf(some, edition), bot);
        const alone = list.map((one) => by([one])).find((found) => found !== undefined);
        expect(by(list)).toEqual(alone);
      }),
    );
  });

  it("none means the usual ones in a release", () => {
    expect(matchResetTrigger("/new", policyOf([], "openclaw@2026.9.6"))?.trigger).toBe("/new");
  });

  it("blanks around one count in a release, where text follows", () => {
    const policy = policyOf([" /x "], "openclaw@2026.9.6");
    expect(matchResetTrigger("/x", policy)?.trigger).toBe("/x");
    expect(matchResetTrigger("/x y", policy)).toBeUndefined();
  });
});

describe("who may reset", () => {
  it.each<[string, Edition, ResetTriggerFacts, boolean]>([
    ["whoever the host says nothing about", "2026-11", {}, true],
    ["an authorised sender", "2026-11", { authorized: true }, true],
    ["nobody else", "2026-11", { authorized: false }, false],
  ])("%s", (_, edition, facts, may) => {
    expect(matchResetTrigger("/new", policyOf(undefined, edition), facts) !== undefined).toBe(may);
  });

  it("a soft reset asks the same", () => {
    expect(matchResetTrigger("/reset soft", policyOf(), { authorized: false })).toBeUndefined();
  });
});

describe("the model that may follow", () => {
  const models = [
    { provider: "openai", model: "gpt-5", aliases: ["gpt"] },
    { provider: "openai", model: "gpt-5-mini" },
    { provider: "anthropic", model: "claude-opus-4" },
  ];

  it.each([
    ["provider and model", "/new openai gpt-5-mini hi", "openai/gpt-5-mini", "hi"],
    ["a reference", "/new Anthropic/claude-opus-4\nhi", "anthropic/claude-opus-4", "hi"],
    ["an alias", "/new gpt hi", "openai/gpt-5", "hi"],
    ["a model's name", "/new gpt-5 hi", "openai/gpt-5", "hi"],
    ["a provider with one model", "/new anthropic hi", "anthropic/claude-opus-4", "hi"],
    ["a piece of a name", "/new claude-op hi", "anthropic/claude-opus-4", "hi"],
    ["too short a piece", "/new opus hi", undefined, "opus hi"],
    ["what fits several", "/new openai hi", undefined, "openai hi"],
    ["nothing", "/new", undefined, ""],
  ])("%s", (_, text, model, rest) => {
    const found = matchResetTrigger(text, policyOf(), { models });
    expect([found?.model, found?.rest]).toEqual([model, rest]);
  });
});

describe("hostile text", () => {
  it.each([
    ["brackets", "[".repeat(500_000)],
    ["blanks", " ".repeat(500_000) + "x"],
    ["a command of blanks", "/new" + " ".repeat(500_000) + ":x"],
    ["names", "a ".repeat(250_000)],
  ])("is read in linear time: %s", (_, text) => {
    for (const edition of ["2026-11", "openclaw@2026.4.21", "openclaw@2026.7.1"] as const)
      matchResetTrigger(text, policyOf(undefined, edition), room);
  });

  it("throws for no text", () => {
    const check = fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom("2026-11", "openclaw@2026.3.7"),
      (text, edition) => {
        const found = matchResetTrigger(text, policyOf(undefined, edition), room);
        expect(found === undefined || text.toLowerCase().includes(found.trigger)).toBe(true);
      },
    );
    fc.assert(check);
  });
});
