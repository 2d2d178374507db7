import { describe, expect, it } from "vitest";
import { readLink, writeLink } from "../../site/playground/link.ts";
import { family, leak, scenes } from "../../site/playground/scenes.ts";
import { readState } from "../../site/playground/state.ts";

async function linkTo(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const all = new Uint8Array(await new Response(packed).arrayBuffer());
  return `#state=${Buffer.from(all).toString("base64url")}`;
}

describe("a link", () => {
  it.each(scenes.map(({ id, state }) => [id, state] as const))("carries the scene %s", async (_, state) => {
    expect(await readLink(await writeLink(state))).toEqual(state);
  });

  it("carries what is compared", async () => {
    const state = { ...leak, other: { config: family.config, edition: family.edition } };
    expect(await readLink(await writeLink(state))).toEqual(state);
  });

  it.each([
    ["no fragment", ""],
    ["an anchor of the page", "#people"],
  ])("holds nothing in %s", async (_, fragment) => {
    expect(await readLink(fragment)).toBe("nothing");
  });

  it.each([
    ["no letters of a link", "#state=%%%"],
    ["nothing that unpacks", "#state=AAAA"],
    ["an empty text", "#state="],
    ["more letters than a link has", `#state=${"A".repeat(50_000)}`],
  ])("is refused with %s", async (_, fragment) => {
    expect(await readLink(fragment)).toBe("refused");
  });

  it.each([
    ["a list", []],
    ["null", null],
    ["an edition that there is not", { ...leak, edition: "2025-01" }],
    ["a state of another shape", { config: leak.config }],
    ["people without ids", { ...leak, people: [{ name: "Alice" }] }],
    ["a step that is none", { ...leak, steps: [{ kind: "explode" }] }],
    [
      "a message without a place",
      { ...leak, steps: [{ kind: "message", who: "A", channel: "irc", text: "" }] },
    ],
    ["a wait into the past", { ...leak, steps: [{ kind: "wait", minutes: -5 }] }],
    ["a beginning beyond all dates", { ...leak, start: 8.7e15 }],
    ["more steps than anybody reads", { ...leak, steps: Array(201).fill({ kind: "heartbeat" }) }],
    ["another side that is none", { ...leak, other: { config: "{}" } }],
    ["a config of a megabyte that packs small", { ...leak, config: "x".repeat(1_000_000) }],
  ])("is refused with %s", async (_, value) => {
    expect(await readLink(await linkTo(value))).toBe("refused");
  });
});

it("takes over nothing of a state but what it is made of", () => {
  expect(readState({ ...leak, onload: "alert(1)" })).toEqual(leak);
});
