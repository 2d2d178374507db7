import * as fc from "fast-check";
import { expect, it } from "vitest";
import { decisionsOf } from "../../site/playground/decisions.ts";
import { outcomeOf } from "../../site/playground/outcome.ts";
import { loadReaders } from "../../site/playground/payloads.ts";
import { play } from "../../site/playground/play.ts";
import { scenes } from "../../site/playground/scenes.ts";
import { readState } from "../../site/playground/state.ts";
import { sharingOf } from "../../site/playground/sharing.ts";
import { spanOf } from "../../site/playground/span.ts";

/** Words that a link may put anywhere. */
const word = fc.constantFrom(
  "telegram",
  "slack",
  "111",
  "a:b",
  "__proto__",
  "constructor",
  "toString",
  " ",
  "",
  "/new",
);
const place = fc.oneof(
  fc.constant({ kind: "direct" }),
  fc.record(
    {
      kind: fc.constant("room"),
      chatType: fc.constantFrom("group", "channel", "direct"),
      id: word,
      thread: word,
    },
    { requiredKeys: ["kind", "chatType", "id"] },
  ),
);
const step = fc.oneof(
  fc.record({ kind: fc.constant("message"), who: word, channel: word, place, text: word }),
  fc.record({ kind: fc.constant("wait"), minutes: fc.oneof(fc.integer(), fc.double()) }),
  fc.constant({ kind: "heartbeat" }),
  fc.record({ kind: fc.constant("payload"), channel: word, payload: fc.json() }),
);
const config = fc.oneof(
  fc.constantFrom(...scenes.map(({ state }) => state.config), "", "{", "[]", "{ session: 7 }"),
  fc.json(),
);
const state = fc.record({
  config,
  edition: fc.constantFrom("2026-11", "openclaw@2026.1.29", "openclaw@2026.9.6"),
  timeZone: fc.constantFrom("Europe/Berlin", "UTC", "Nowhere/There"),
  people: fc.array(fc.record({ name: word, ids: fc.dictionary(word, word) }), { maxLength: 3 }),
  start: fc.constantFrom(0, 1774598400000),
  steps: fc.array(step, { maxLength: 6 }),
});

it("plays whatever a link may hold, and shows all of it", async () => {
  const readers = await loadReaders();
  let played = 0;
  fc.assert(
    fc.property(state, (given) => {
      const read = readState(JSON.parse(JSON.stringify(given)));
      if (read === undefined) return;
      played += 1;
      const { here } = play(read, readers);
      expect(here.moments).toHaveLength(read.steps.length);
      expect(outcomeOf(here).sentence).not.toBe("");
      expect(spanOf(here, read.start).to).toBeGreaterThan(read.start);
      expect(sharingOf(here).rows).toHaveLength(sharingOf(here).people.length);
      const { policy } = here;
      const sentences = here.moments.flatMap((moment) =>
        moment.kind === "said" && moment.decided && policy
          ? [decisionsOf(moment.decided, moment.at, policy).access.sentence]
          : [],
      );
      expect(sentences).not.toContain("");
    }),
  );
  expect(played).toBeGreaterThan(20);
});
