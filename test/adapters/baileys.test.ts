import * as baileys7 from "baileys";
import * as baileys6 from "baileys-6";
import { admit, explain, parsePolicy, sessionStore, type SessionRecord } from "keyscope";
import { readWhatsApp } from "keyscope/channels";
import { describe, expect, it } from "vitest";

/*
 * A bot on what Baileys hands over. Messages take Baileys' own way: what stands on the envelope becomes the key, and the bytes
 * become objects of its protobuf classes; only the encryption is left out.
 */

type WAMessage = baileys6.WAMessage | baileys7.WAMessage;

const ann = { phone: "12025550123", lid: "271828182845904" };
const bob = { phone: "12025550199", lid: "314159265358979" };
const me = { phone: "15550001@s.whatsapp.net", lid: "161803398874989@lid" };
const room = "120363041234567890@g.us";

const quiet: Parameters<typeof baileys7.makeEventBuffer>[0] = {
  level: "silent",
  child: () => quiet,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
// Nothing is encrypted, so that nothing else is asked of it.
const repository = { lidMapping: { getLIDForPN: () => Promise.resolve(null) } } as never;

interface Version {
  /** A message of its classes, off the wire. */
  readonly receive: (attrs: Readonly<Record<string, string>>, message: object) => Promise<WAMessage>;
  /** The same as a store of messages keeps it, and hands it out again. */
  readonly restore: (message: WAMessage) => WAMessage;
  readonly events: () => Pick<baileys7.BaileysEventEmitter, "on" | "emit">;
}

const versions: Readonly<Record<string, Version>> = {
  "6": {
    async receive(attrs, message) {
      const { proto } = baileys6;
      const content = proto.Message.encode(proto.Message.fromObject(message)).finish();
      const stanza = { tag: "message", attrs, content: [{ tag: "plaintext", attrs: {}, content }] };
      const taken = baileys6.decryptMessageNode(stanza, me.phone, me.lid, repository, quiet);
      await taken.decrypt();
      return taken.fullMessage;
    },
    restore(message) {
      const { WebMessageInfo } = baileys6.proto;
      return WebMessageInfo.decode(WebMessageInfo.encode(WebMessageInfo.fromObject(message)).finish());
    },
    // Both versions' events are alike here.
    events: () => baileys6.makeEventBuffer(quiet) as never,
  },
  "7": {
    async receive(attrs, message) {
      const { proto } = baileys7;
      const content = proto.Message.encode(proto.Message.fromObject(message)).finish();
      const stanza = { tag: "message", attrs, content: [{ tag: "plaintext", attrs: {}, content }] };
      const taken = baileys7.decryptMessageNode(stanza, me.phone, me.lid, repository, quiet);
      await taken.decrypt();
      return taken.fullMessage;
    },
    restore(message) {
      const { WebMessageInfo } = baileys7.proto;
      const bytes = WebMessageInfo.encode(WebMessageInfo.fromObject(message)).finish();
      return WebMessageInfo.decode(bytes) as baileys7.WAMessage;
    },
    events: () => baileys7.makeEventBuffer(quiet),
  },
};

/** How an envelope tells who wrote, and where: by phone number, or by LID; the other one stands beside it. */
const envelopes = {
  direct: {
    phone: (who: typeof ann) => ({ from: `${who.phone}@s.whatsapp.net`, sender_lid: `${who.lid}@lid` }),
    lid: (who: typeof ann) => ({ from: `${who.lid}@lid`, sender_pn: `${who.phone}@s.whatsapp.net` }),
    device: (who: typeof ann) => ({ from: `${who.phone}:12@s.whatsapp.net`, sender_lid: `${who.lid}@lid` }),
  },
  group: {
    lid: (who: typeof ann) => ({
      from: room,
      addressing_mode: "lid",
      participant: `${who.lid}:3@lid`,
      participant_pn: `${who.phone}@s.whatsapp.net`,
    }),
  },
};

const policy = parsePolicy(
  {
    session: { dmScope: "per-channel-peer", reset: { mode: "idle", idleMinutes: 30 } },
    commands: { ownerAllowFrom: ["whatsapp:+12025550123"] },
    channels: {
      whatsapp: {
        dmPolicy: "allowlist",
        allowFrom: ["+12025550123"],
        groupPolicy: "open",
        groups: { "*": { requireMention: false } },
      },
    },
  },
  { edition: "2026-11", timeZone: "UTC" },
);

/** A bot that answers with all that it was told in the conversation, and what it did. */
function bot({ events, receive }: Version) {
  const clock = { now: Date.UTC(2026, 10, 30, 12) };
  const rows = new Map<string, SessionRecord<readonly string[]>>();
  const store = sessionStore<readonly string[]>(rows, policy, { now: () => clock.now });
  const answers: string[] = [];
  const refused: string[] = [];

  async function hear(message: WAMessage): Promise<void> {
    const admission = admit(readWhatsApp(message, { self: [me.phone, me.lid] }), policy);
    const taken = await store.turn(admission);
    if (!taken.ok) {
      refused.push(explain(admission));
      return;
    }
    if (taken.send.allowed) answers.push([...(taken.data ?? []), taken.text].join(" "));
    await taken.save((kept = []) => [...kept, taken.text]);
  }

  const emitter = events();
  let heard: Promise<unknown> = Promise.resolve();
  emitter.on("messages.upsert", ({ messages, type }) => {
    // What was written before the bot connected is appended, and answers nobody any more.
    if (type === "notify") heard = Promise.all(messages.map(hear));
  });
  let count = 0;
  async function deliver(message: WAMessage, type: baileys7.MessageUpsertType = "notify"): Promise<void> {
    // The versions have an enum each of the same states.
    emitter.emit("messages.upsert", { messages: [message as never], type });
    await heard;
  }
  return {
    answers,
    clock,
    deliver,
    refused,
    rows,
    say: async (from: Readonly<Record<string, string>>, text: string) => {
      const attrs = { id: `3EB0${(count += 1)}`, t: String(clock.now / 1000), notify: "Somebody", ...from };
      const message = await receive(attrs, { conversation: text });
      await deliver(message);
      return message;
    },
  };
}

describe.each(Object.entries(versions))("a bot on Baileys %s", (_, version) => {
  const { direct, group } = envelopes;

  it("hears one person by phone number, by LID and from a second device in one session", async () => {
    const { answers, rows, say } = bot(version);
    await say(direct.phone(ann), "tulips");
    await say(direct.lid(ann), "roses");
    await say(direct.device(ann), "lilies");
    expect(answers).toEqual(["tulips", "tulips roses", "tulips roses lilies"]);
    expect([...rows.keys()]).toEqual(["agent:main:whatsapp:direct:+12025550123"]);
  });

  it("answers no stranger, and begins no session for one", async () => {
    const { answers, refused, rows, say } = bot(version);
    await say(direct.phone(bob), "/new");
    await say(direct.lid(bob), "tulips");
    expect([answers, refused.length, rows.size]).toEqual([[], 2, 0]);
  });

  it("begins anew in a group when its owner says so, by whatever id, and for nobody else", async () => {
    const { answers, say } = bot(version);
    await say(group.lid(bob), "tulips");
    await say(group.lid(bob), "/new roses");
    await say(group.lid(ann), "/new lilies");
    await say(group.lid(bob), "asters");
    expect(answers).toEqual(["tulips", "tulips /new roses", "lilies", "lilies asters"]);
  });

  it("begins anew when the conversation has ended", async () => {
    const { answers, clock, say } = bot(version);
    await say(direct.phone(ann), "tulips");
    clock.now += 31 * 60_000;
    await say(direct.lid(ann), "roses");
    expect(answers).toEqual(["tulips", "roses"]);
  });

  it("says nothing to itself, to programs, and to what came before it was there", async () => {
    const { answers, deliver, rows, say } = bot(version);
    await say({ from: me.phone, recipient: `${ann.phone}@s.whatsapp.net` }, "tulips");
    const attrs = { id: "3EB0A", t: "1796040000", ...direct.phone(ann) };
    await deliver(await version.receive(attrs, { protocolMessage: { type: 0, key: { id: "3EB09" } } }));
    await deliver(await version.receive(attrs, { conversation: "tulips" }), "append");
    expect([answers, rows.size]).toEqual([[], 0]);
  });

  it("reads a message that was kept as bytes, in which one of two ids is lost", async () => {
    const { answers, deliver, rows, say } = bot(version);
    await deliver(version.restore(await say(direct.phone(ann), "tulips")));
    expect([answers, rows.size]).toEqual([["tulips", "tulips tulips"], 1]);
    // Nobody knows any more that the LID is Ann's, so nobody is let in by it.
    await deliver(version.restore(await say(direct.lid(ann), "roses")));
    expect([answers.length, rows.size]).toEqual([3, 1]);
  });
});
