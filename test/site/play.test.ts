import { describe, expect, it } from "vitest";
import { play, type Played, type Said } from "../../site/playground/play.ts";
import { outcomeOf } from "../../site/playground/outcome.ts";
import { family, leak, scenes, shortDay } from "../../site/playground/scenes.ts";
import { sharingOf } from "../../site/playground/sharing.ts";
import { otherwiseOf } from "../../site/playground/otherwise.ts";
import type { State, Step } from "../../site/playground/state.ts";
import { loadReaders, samples } from "../../site/playground/payloads.ts";

function saidIn({ moments }: Played): readonly Said[] {
  return moments.filter((moment) => moment.kind === "said");
}

const mended: State = {
  ...leak,
  config: leak.config.replace("{\n", '{\n  session: { dmScope: "per-channel-peer" },\n'),
};

describe("the opening scene", () => {
  const { here } = play(leak);

  it("answers Bob with Alice's appointment in its memory", () => {
    const [alice, bob] = saidIn(here);
    expect(alice?.decided?.within?.remembers).toEqual([]);
    expect(bob?.decided?.within?.remembers).toEqual([
      { who: "Alice", text: alice?.text, moment: 0, overheard: true },
    ]);
    expect(here.sessions.map(({ key }) => key)).toEqual(["agent:main:main"]);
  });

  it("says so in one sentence, and points at Bob's message", () => {
    expect(outcomeOf(here)).toEqual({
      kind: "leak",
      sentence:
        "The bot answers Bob with Alice’s private words in its memory: “My appointment at the clinic is on Tuesday at nine.”",
      moment: 2,
    });
  });

  it("is mended by the scope", () => {
    const after = play(mended).here;
    expect(saidIn(after).map(({ decided }) => decided?.within?.remembers)).toEqual([[], []]);
    expect(outcomeOf(after).kind).toBe("apart");
    expect(after.sessions.map(({ key }) => key)).toEqual([
      "agent:main:telegram:direct:111",
      "agent:main:telegram:direct:222",
    ]);
  });

  it("shows who shares with whom, before and after", () => {
    const told = (state: State) =>
      sharingOf(play(state).here).rows.map((row) => row.map(({ told: sessions }) => sessions));
    expect(told(leak)).toEqual([
      [[0], [0]],
      [[0], [0]],
    ]);
    expect(told(mended)).toEqual([
      [[0], []],
      [[], [1]],
    ]);
  });

  it("tells what the mended config decides otherwise", () => {
    const { here: ours, there } = play({ ...leak, other: mended });
    if (there === undefined) throw new Error("nothing is compared");
    expect(
      otherwiseOf(ours, there).map(({ who, differences }) => [who, differences.map(({ what }) => what)]),
    ).toEqual([
      ["Alice", ["key"]],
      ["Bob", ["key", "memory of the conversation", "begins"]],
    ]);
    expect(otherwiseOf(ours, ours)).toEqual([]);
  });
});

describe("every scene", () => {
  it.each(scenes.map(({ id, state }) => [id, state] as const))("%s has a config that is read", (_, state) => {
    const { here } = play(state);
    expect(here.issues).toEqual([]);
    expect(saidIn(here).every(({ decided }) => decided !== undefined)).toBe(true);
  });
});

it("ends conversations in time, on the day that has no half past two as well", () => {
  const [alice] = play(shortDay).here.sessions;
  expect(alice?.conversations.map(({ ended }) => ended?.by)).toEqual(["daily", "daily", undefined]);
  // Half past two does not exist on 29 March, when the clocks go from two to three: it is half past three then.
  expect(alice?.conversations[1]?.ended?.at).toBe(Date.UTC(2026, 2, 29, 1, 30));
});

it("keeps out whom nobody let in, and gives them no session", () => {
  const stranger = saidIn(play(family).here).find(({ who }) => who === "Mallory");
  expect(stranger?.decided?.admission.ok).toBe(false);
  expect(stranger?.decided?.within).toBeUndefined();
});

it("remembers across channels whom links name, and does not call it overheard", () => {
  const [, whatsapp] = saidIn(play(family).here);
  expect(whatsapp?.decided?.within?.remembers.map(({ who, overheard }) => [who, overheard])).toEqual([
    ["Alice", false],
  ]);
});

describe("steps", () => {
  const after = (...steps: readonly Step[]) => play({ ...leak, steps: [...leak.steps, ...steps] }).here;

  it("begins anew where an owner says /new", () => {
    const config = leak.config.replace("{\n", '{\n  commands: { allowFrom: { telegram: ["111"] } },\n');
    const reset: Step = {
      kind: "message",
      who: "Alice",
      channel: "telegram",
      place: { kind: "direct" },
      text: "/new",
    };
    const { sessions } = play({ ...leak, config, steps: [...leak.steps, reset] }).here;
    expect(sessions[0]?.conversations.map(({ ended }) => ended?.by)).toEqual(["trigger", undefined]);
  });

  it("beats in a session without anybody's words", () => {
    const beat = after({ kind: "heartbeat" }).moments.at(-1);
    expect(beat?.kind === "beat" && beat.task?.ok).toBe(true);
    expect(beat?.kind === "beat" && beat.session).toBe(0);
  });

  it("reads a platform's payload, and knows whose it is", async () => {
    const readers = await loadReaders();
    const payload: Step = { kind: "payload", channel: "telegram", payload: samples["telegram"] ?? "" };
    const played = play({ ...leak, steps: [...leak.steps, payload] }, readers).here;
    const last = saidIn(played).at(-1);
    expect(last?.who).toBe("Bob");
    expect(last?.decided?.within?.remembers.map(({ who }) => who)).toEqual(["Alice", "Bob"]);
  });

  it.each([
    ["what is no JSON", "telegram", "{", "no-json"],
    ["a channel that nobody reads", "pigeon", "{}", "reader-absent"],
  ])("hears nothing in %s", async (_, channel, payload, why) => {
    const readers = await loadReaders();
    const { moments } = play({ ...leak, steps: [{ kind: "payload", channel, payload }] }, readers).here;
    expect(moments).toEqual([{ kind: "unheard", step: 0, at: leak.start, channel, why }]);
  });

  it("says why a payload is no message", async () => {
    const readers = await loadReaders();
    const step: Step = { kind: "payload", channel: "telegram", payload: '{"update_id":1}' };
    const [unheard] = play({ ...leak, steps: [step] }, readers).here.moments;
    expect(unheard?.kind === "unheard" && typeof unheard.why === "object" && unheard.why.reason).toBe(
      "not-a-message",
    );
  });
});

it("decides nothing under a config that is refused, and says where it is", () => {
  const { here } = play({ ...leak, config: '{ session: { dmScope: "per-peeer" } }' });
  expect(here.policy).toBeUndefined();
  expect(here.issues.map(({ path }) => path)).toEqual(["session.dmScope"]);
  expect(saidIn(here).map(({ decided }) => decided)).toEqual([undefined, undefined]);
  expect(outcomeOf(here).sentence).toBe(
    "The config is refused: 1 error. No message is decided until it is mended.",
  );
});
