import { describe, expect, it } from "vitest";
import { explain, parsePolicy, resolveSession, type Resolution } from "../../src/index.ts";
import { whatsAppMessages, type WhatsAppWebhook } from "../../src/channels/index.ts";
import { fixture, fixtureNames } from "../channels/fixtures.ts";
import { platforms } from "../channels/platforms.ts";
import { fileOf, jsonOf, keyscope } from "./keyscope.ts";

const config = "examples/openclaw.json5";
const options = ["--edition", "2026-11", "--time-zone", "Europe/Berlin", "--now", "2026-03-28T20:00:00Z"];
const ann = { channel: "telegram", chatType: "direct", peer: "111222333" } as const;
const room = { channel: "discord", chatType: "channel", peer: "g1" } as const;
const messages = [ann, room];

interface Explained {
  readonly decisions: readonly {
    readonly resolution: Resolution;
    readonly reset: { readonly nextResetAt?: number };
    readonly send: { readonly allowed: boolean };
  }[];
}

async function explained(content: unknown, more: readonly string[] = []): Promise<Explained> {
  const words = ["explain", config, "-", ...options, "--json", ...more];
  const input = typeof content === "string" ? content : JSON.stringify(content);
  return jsonOf(await keyscope(words, { input })) as Explained;
}

describe("keyscope explain", () => {
  it("decides about each message as the library does", async () => {
    const { decisions } = await explained(messages);
    expect(decisions.map(({ resolution, send }) => [resolution.key, send.allowed])).toEqual([
      ["agent:main:direct:=ann", true],
      ["agent:main:discord:channel:g1", false],
    ]);
  });

  it.each([
    ["a list", JSON.stringify(messages)],
    ["a message a line", messages.map((message) => `${JSON.stringify(message)}\r\n`).join("\n")],
    ["a list behind a byte order mark", `\ufeff${JSON.stringify(messages)}`],
  ])("reads %s", async (_what, input) => {
    expect((await explained(input)).decisions).toHaveLength(2);
  });

  it("reads a single message", async () => {
    expect((await explained(ann)).decisions).toHaveLength(1);
  });

  it("says it in words, with clocks as the zone shows them on the night that loses an hour", async () => {
    const { err, exitCode, out } = await keyscope(["explain", config, fileOf(messages), ...options], {
      env: { TZ: "America/New_York" },
    });
    expect(out).toContain("telegram direct 111222333\n  session  agent:main:direct:=ann\n  agent    main\n");
    expect(out).toContain("  reset    Sun 2026-03-29 04:00 Europe/Berlin  The session goes on.");
    expect(out).toContain("  send     no   The session may not send: session.sendPolicy.rules[0]");
    expect({ err, exitCode }).toEqual({ err: "", exitCode: 0 });
  });

  it("tells why the other bindings lost, when asked", async () => {
    const slack = { channel: "telegram", chatType: "group", peer: "1" };
    const { decisions } = await explained([slack], ["--trace"]);
    expect(decisions[0]).toMatchObject({ lost: [{ path: "bindings[0]", because: "channel" }] });
  });

  it("explains a message that belongs nowhere, and does not fail", async () => {
    const nobody = { channel: "slack", chatType: "direct" } as const;
    const { exitCode, out } = await keyscope(["explain", config, fileOf([nobody]), ...options]);
    const policy = parsePolicy({ session: { dmScope: "per-peer" } }, { edition: "2026-11" });
    expect(out).toContain(explain(resolveSession(nobody, policy)));
    expect(exitCode).toBe(0);
  });

  it.each([
    [
      "a kind of chat that there is not",
      [{ ...ann, chatType: "derect" }],
      "[0].chatType",
      "did you mean `direct`?",
    ],
    ["a fact that there is not", [ann, { ...ann, acount: "work" }], "[1].acount", "did you mean `account`?"],
    ["an id that is a number", [{ ...ann, peer: 111 }], "[0].peer", 'write it in quotes: "111"'],
    ["what is no message", [null], "[0]", "an object"],
  ])("refuses %s", async (_what, content, path, hint) => {
    const { err, exitCode } = await keyscope(["explain", config, fileOf(content), ...options]);
    expect(err).toContain(`  error  ${path}: `);
    expect(err).toContain(hint);
    expect(exitCode).toBe(2);
  });

  it("refuses what is neither JSON nor JSON lines", async () => {
    const { err, exitCode } = await keyscope(["explain", config, "-", ...options], {
      input: '{"a":1}\n{"b"',
    });
    expect(err).toMatch(/^standard input is neither JSON nor JSON lines\n.*at line 2/);
    expect(exitCode).toBe(2);
  });
});

/** What a reader demands to be told. */
const demanded: Readonly<Record<string, object>> = {
  readMatrix: { self: "@bot:hs", direct: false },
  readNextcloudTalk: { direct: false },
};

describe("keyscope explain --from", () => {
  const from = (platform: string, payload: unknown, more: readonly string[] = []) =>
    keyscope(["explain", config, "-", "--from", platform, "--edition", "2026-11", "--json", ...more], {
      input: JSON.stringify(payload),
    });

  it.each(Object.entries(platforms))(
    "reads payloads by %s as the library does",
    async (reader, { asked, fixtures, read }) => {
      const payloads = fixtureNames(fixtures).map((name) => fixture(fixtures, name));
      const told = { ...demanded[reader], ...asked[0] };
      const ended = await from(reader.slice("read".length).toLowerCase(), payloads, [
        "--with",
        JSON.stringify(told),
      ]);
      const { decisions } = jsonOf(ended) as {
        readonly decisions: readonly { readonly inbound?: object; readonly unread?: object }[];
      };
      const each = payloads.flatMap((payload) => {
        const within: readonly object[] = whatsAppMessages(payload as WhatsAppWebhook);
        return within.length === 0 ? [payload] : within;
      });
      for (const [at, payload] of each.entries()) {
        const one = read(payload, told);
        expect(decisions[at]).toMatchObject(
          one.ok
            ? { inbound: JSON.parse(JSON.stringify({ ...one.inbound, ...one.access })) as object }
            : { unread: { reason: one.reason } },
        );
      }
      expect(decisions).toHaveLength(each.length);
      expect(ended).toMatchObject({ exitCode: 0, err: "" });
    },
  );

  it("says it in words, also of a payload that is no message, and counts from when it was written", async () => {
    const update = {
      update_id: 1,
      message: {
        message_id: 1,
        date: 1_767_268_800,
        chat: { id: 7, type: "private" },
        from: { id: 7, is_bot: false, first_name: "Ann" },
        text: "hi",
      },
    };
    const words = [
      "explain",
      config,
      fileOf([update, { update_id: 2 }]),
      "--from",
      "telegram",
      "--edition",
      "2026-11",
    ];
    const { exitCode, out } = await keyscope(words);
    expect(out).toContain("telegram direct 7\n  session  agent:main:telegram:direct:7\n");
    expect(out).toContain("  reset    Thu 2026-01-01 14:00 UTC");
    expect(out).toContain("no message\n  why      The payload is not a message to answer: ");
    expect(exitCode).toBe(0);
  });

  it.each<[string, readonly string[], string]>([
    ["a platform that there is not", ["--from", "telegrm"], "did you mean `telegram`?"],
    ["facts without a payload", ["--with", "{}"], "--with is only for use with --from"],
    ["facts that are none", ["--from", "telegram", "--with", "self"], "--with is not a JSON object"],
  ])("refuses %s", async (_what, more, message) => {
    const { err, exitCode } = await keyscope([
      "explain",
      config,
      fileOf([]),
      "--edition",
      "2026-11",
      ...more,
    ]);
    expect(err).toContain(message);
    expect(exitCode).toBe(2);
  });
});
