import { expect, it } from "vitest";
import { contextUse } from "../../../src/analysis/index.ts";

it.each<readonly [reason: string, entry: object, use: object]>([
  [
    "the gateway says that the count is fresh",
    { totalTokens: 50, totalTokensFresh: true, contextTokens: 200 },
    { state: "fresh", total: 50, window: 200, share: 0.25 },
  ],
  [
    "as later releases count",
    { totalTokens: 50, totalTokensFresh: true, totalTokensVersion: 1 },
    { state: "fresh", total: 50 },
  ],
  [
    "counted in a way that is not known",
    { totalTokens: 50, totalTokensFresh: true, totalTokensVersion: 2 },
    { state: "unknown", total: 50 },
  ],
  [
    "it says that the count is stale",
    { totalTokens: 50, totalTokensFresh: false, contextTokens: 200 },
    { state: "stale", total: 50, window: 200 },
  ],
  ["it does not say", { totalTokens: 50, contextTokens: 200 }, { state: "unknown", total: 50, window: 200 }],
  [
    "a fresh count that is missing is none",
    { totalTokensFresh: true, contextTokens: 200 },
    { state: "unknown", window: 200 },
  ],
  [
    "none is a count, too",
    { totalTokens: 0, totalTokensFresh: true, contextTokens: 200 },
    { state: "fresh", total: 0, window: 200, share: 0 },
  ],
  [
    "nothing is reckoned from the other counts",
    { inputTokens: 7, outputTokens: 3 },
    { state: "unknown", input: 7, output: 3 },
  ],
  [
    "a window of nothing is none",
    { totalTokens: 5, totalTokensFresh: true, contextTokens: 0 },
    { state: "fresh", total: 5 },
  ],
  [
    "counts that are none",
    { totalTokens: -1, contextTokens: "200", inputTokens: Number.NaN },
    { state: "unknown" },
  ],
  [
    "more than the window, as the gateway stored it",
    { totalTokens: 300, totalTokensFresh: true, contextTokens: 200 },
    { state: "fresh", total: 300, window: 200, share: 1.5 },
  ],
])("%s", (_, entry, use) => {
  expect(contextUse(entry)).toEqual({ kind: "context-use", ...use });
});
