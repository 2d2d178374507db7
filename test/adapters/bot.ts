import { parsePolicy, sessionStore, type SessionRecord, type StoredTurn } from "keyscope";
import { describe, expect, it } from "vitest";

/** Ann is let in, Eve is not; in rooms everybody is. */
export const policy = parsePolicy(
  {
    session: { dmScope: "per-channel-peer", reset: { mode: "idle", idleMinutes: 30 } },
    channels: {
      telegram: { allowFrom: ["7"], groupPolicy: "open", groups: { "*": { requireMention: false } } },
      slack: { allowFrom: ["U7"], groupPolicy: "open", channels: { "*": { requireMention: false } } },
      discord: { allowFrom: ["7"], groupPolicy: "open", guilds: { "*": { requireMention: false } } },
      msteams: { allowFrom: ["0a1b"], groupPolicy: "open", requireMention: false },
    },
  },
  { edition: "2026-11", timeZone: "UTC" },
);

export type Notes = readonly string[];

/** A store, its rows, and what a bot above it did: what it answered, and whom it left without an answer. */
export function world() {
  const rows = new Map<string, SessionRecord<Notes>>();
  const clock = { now: Date.UTC(2026, 10, 30, 12) };
  const answers: string[] = [];
  const refused: string[] = [];
  return {
    rows,
    clock,
    answers,
    refused,
    store: sessionStore<Notes>(rows, policy, { now: () => clock.now }),
  };
}

export type World = ReturnType<typeof world>;

/** What each of the bots here does with a turn: it says what it was told before. */
export async function answer({ answers }: World, turn: StoredTurn<Notes>): Promise<void> {
  const said = [...(turn.data ?? []), turn.text];
  answers.push(said.join(" "));
  await turn.save((kept = []) => [...kept, turn.text]);
}

export interface Framework {
  readonly name: string;
  /** A bot above a store; the function has somebody say something to it in private, or in a room. */
  readonly start: (world: World) => (who: "ann" | "eve", text: string, inRoom?: boolean) => Promise<unknown>;
  readonly annKey: string;
}

/** What a bot does, whatever its framework is. */
export function describeBot({ annKey, name, start }: Framework): void {
  describe(`a bot of ${name}`, () => {
    it("goes on with a conversation until it has ended, or somebody asks for another", async () => {
      const all = world();
      const say = start(all);
      await say("ann", "tulips");
      await say("ann", "roses");
      await say("ann", "/new lilies");
      all.clock.now += 31 * 60_000;
      await say("ann", "asters");
      expect(all.answers).toEqual(["tulips", "tulips roses", "lilies", "asters"]);
      expect([...all.rows.keys()]).toEqual([annKey]);
    });

    it("answers no stranger, who keeps nothing alive", async () => {
      const all = world();
      const say = start(all);
      await say("ann", "tulips");
      const before = [...all.rows];
      await say("eve", "/new");
      expect([all.answers, all.refused, [...all.rows]]).toEqual([["tulips"], ["dm-pairing"], before]);
    });

    it("lets nobody in a room end what all of them said, and keeps it from private chats", async () => {
      const all = world();
      const say = start(all);
      await say("ann", "tulips");
      await say("ann", "roses", true);
      await say("eve", "/new", true);
      expect(all.answers).toEqual(["tulips", "roses", "roses /new"]);
      expect(all.rows.size).toBe(2);
    });
  });
}
