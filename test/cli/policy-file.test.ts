import { symlinkSync, writeFileSync } from "node:fs";
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

  it.each([
    ["where files are included", () => inParts("{}"), "keyscope: OPENCLAW_INCLUDE_ROOTS is not read: what "],
    ["and not where none are", () => fileOf("{}"), ""],
  ])("is told that other folders for its files are not read, %s", async (_what, config, told) => {
    const env = { OPENCLAW_INCLUDE_ROOTS: "/etc/shared" };
    const { err, exitCode } = await keyscope([...asks(config()), ...edition], { env });
    expect({ begins: err.startsWith(told), silent: err === "", exitCode }).toEqual({
      begins: true,
      silent: told === "",
      exitCode: 0,
    });
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

  it("takes variables from .env beside the config, where the environment has none", async () => {
    const config = inParts("{ ann: ['telegram:${FRIEND}'] }");
    writeFileSync(join(dirname(config), ".env"), "# mine\nFRIEND='7'\n");
    const told = async (env: Readonly<Record<string, string>>) =>
      (await keyscope([...asks(config), ...edition, "--json"], { env })).out;
    expect(await told({})).toContain("agent:main:direct:=ann");
    expect(await told({ FRIEND: "8" })).not.toContain("agent:main:direct:=ann");
  });

  it("says in its own words how to set a variable", async () => {
    const { err } = await keyscope([...asks(inParts("{ ann: ['telegram:${FRIEND}'] }")), ...edition]);
    expect(err).toContain("set it in the environment, or in a file .env next to the config");
    expect(err).not.toContain("substitute(");
  });

  it("finds a file by its path from the root, within the folder of the config", async () => {
    const people = fileOf("{ ann: ['telegram:7'] }", "people.json5");
    const config = join(dirname(people), "openclaw.json5");
    writeFileSync(
      config,
      JSON.stringify({ session: { dmScope: "per-peer", identityLinks: { $include: people } } }),
    );
    expect((await keyscope([...asks(config), ...edition, "--json"])).out).toContain("agent:main:direct:=ann");
  });

  it.each([
    ["2026-11", 2, "a link that leads out of the config's folder"],
    ["openclaw@2026.9.6", 2, "a link that leads out of the config's folder"],
    ["openclaw@2026.2.12", 0, ""],
  ])("refuses a link out of that folder where %s does", async (named, exitCode, why) => {
    const elsewhere = fileOf("{ ann: ['telegram:7'] }");
    const config = inParts(undefined);
    symlinkSync(elsewhere, join(dirname(config), "people.json5"));
    const ended = await keyscope([...asks(config), "--edition", named]);
    expect(ended.exitCode).toBe(exitCode);
    expect(ended.err).toContain(why);
  });

  it("names the variables that it read, where it is to say all", async () => {
    const words = ["validate", inParts("{}"), ...edition, "--verbose"];
    expect((await keyscope(words)).err).toBe("");
    const named = fileOf("{ session: { mainKey: '${MAIN}' } }");
    expect((await keyscope(["validate", named, ...edition, "-v"], { env: { MAIN: "home" } })).err).toBe(
      `keyscope: variables in ${named}: MAIN\n`,
    );
  });
});
