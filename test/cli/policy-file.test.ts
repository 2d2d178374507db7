import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileOf, jsonOf, keyscope } from "./keyscope.ts";

const edition = ["--edition", "2026-11"];
const asks = (config: string) => [
  "explain",
  config,
  fileOf({ channel: "telegram", chatType: "direct", peer: "7" }),
];

/** A config that needs the file `people.json5` beside it and the variable `FRIEND`. */
function inParts(people: string | undefined): string {
  const file = fileOf(
    "{ session: { dmScope: 'per-channel-peer', identityLinks: { $include: './people.json5' } } }",
  );
  if (people !== undefined) writeFileSync(join(dirname(file), "people.json5"), people);
  return file;
}

describe("a config that is in parts", () => {
  it("is put together from the files beside it and the variables of the environment", async () => {
    const words = [...asks(inParts("{ ann: ['telegram:${FRIEND}'] }")), ...edition, "--json"];
    const told = jsonOf(await keyscope(words, { env: { FRIEND: "7" } }));
    expect(JSON.stringify(told)).toContain("agent:main:direct:=ann");
  });

  it("is told of what a release leaves in as text", async () => {
    const words = [
      ...asks(inParts("{ ann: ['telegram:${FRIEND}'] }")),
      "--edition",
      "openclaw@2026.9.6",
      "--json",
    ];
    expect(jsonOf(await keyscope(words))).toMatchObject({
      warnings: expect.arrayContaining([
        expect.objectContaining({ code: "unresolved-variable", path: "session.identityLinks.ann[0]" }),
      ]) as unknown,
    });
  });

  it.each([
    ["a file that is not there", undefined, {}, "people.json5"],
    ["a variable that is not set", "{ ann: ['telegram:${FRIEND}'] }", {}, "FRIEND"],
    ["what is wrong in the whole", "{ ann: ['${FRIEND}'] }", { FRIEND: "telegram" }, "identityLinks.ann"],
  ])("%s is told with its place", async (_what, people, env, named) => {
    const ended = await keyscope([...asks(inParts(people)), ...edition], { env });
    expect(ended.exitCode).not.toBe(0);
    expect(ended.err).toContain(named);
  });
});
