import { describe, expect, it } from "vitest";
import {
  evaluateExec,
  evaluateMemorySearch,
  evaluateSandbox,
  evaluateSend,
  evaluateVisibility,
  parsePolicy,
} from "../../../src/index.ts";

/** A request may bring facts along that its evaluation does not ask for; they are held against its key all the same. */
const key = "agent:main:telegram:direct:7";
const policy = parsePolicy({}, { edition: "2026-11", timeZone: "UTC" });

const evaluations: Readonly<Record<string, (facts: object) => { readonly facts?: readonly string[] }>> = {
  evaluateSend: (facts) => evaluateSend({ key, ...facts }, policy),
  evaluateMemorySearch: (facts) => evaluateMemorySearch({ key, ...facts }, policy),
  evaluateSandbox: (facts) => evaluateSandbox({ key, action: "network", ...facts }, policy),
  evaluateExec: (facts) => evaluateExec({ key, command: "ls", ...facts }, policy),
};

const wrongly: readonly (readonly [string, object, readonly string[]])[] = [
  ["an object for a sender", { sender: {} }, ["sender"]],
  ["a number for an id", { sender: 7 }, ["sender"]],
  ["one alias for a list of them", { aliases: "7" }, ["aliases"]],
  ["somebody else's chat", { sender: "8", peer: "8" }, ["peer", "key"]],
];

describe.each(Object.entries(evaluations))("%s", (_, evaluate) => {
  it.each(wrongly)("refuses by name %s", (_, facts, named) => {
    expect(evaluate(facts)).toMatchObject({ allowed: false, facts: named });
  });

  it("takes null for an absent fact", () => {
    expect(evaluate({ sender: null, thread: null, aliases: undefined })).not.toHaveProperty("facts");
  });
});

describe("evaluateVisibility", () => {
  it("takes null where it asks who spawned which session", () => {
    const request = { action: "list", requester: "agent:main:main", target: key } as const;
    // A caller without types says null for what it does not know.
    const untyped = { ...request, spawnedBy: null } as unknown as typeof request;
    expect(evaluateVisibility(untyped, policy)).toEqual(evaluateVisibility(request, policy));
  });
});
