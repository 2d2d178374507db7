import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { allCommands, commandNames } from "../../src/cli/commands.ts";
import { fileOf, keyscope, root } from "./keyscope.ts";

const commands = await allCommands();
const config = "test/configs/personal.json5";
const edition = ["--edition", "2026-11"];

describe("keyscope, called wrongly", () => {
  it.each<[string, readonly string[], string]>([
    ["a command that there is not", ["aduit"], 'unknown command "aduit"; did you mean `audit`?'],
    [
      "an option that there is not",
      ["audit", config, "--editon", "2026-11"],
      "unknown option --editon; did you mean `--edition`?",
    ],
    [
      "an option with = that there is not",
      ["audit", config, "--sarf=yes"],
      "unknown option --sarf; did you mean `--sarif`?",
    ],
    ["an option without its value", ["audit", config, "--edition"], "argument missing"],
    ["a flag with a value", ["audit", config, "--json=yes"], "does not take an argument"],
    [
      "two forms at once",
      ["audit", config, ...edition, "--sarif", "--json"],
      "--sarif and --json cannot both be printed",
    ],
    [
      "a record and suggestions at once",
      ["coverage", config, ...edition, "--suggest", "--lcov"],
      "--lcov and --suggest cannot both be printed",
    ],
    ["help on a command that there is not", ["help", "aduit"], 'unknown command "aduit"'],
    [
      "no config, where OpenClaw has none",
      ["audit", ...edition],
      "openclaw.json, which OpenClaw would read: name a config",
    ],
    ["no messages", ["explain", ...edition], "<messages> is missing: a JSON list"],
    ["too much", ["audit", config, "again", ...edition], 'one argument too many: "again"'],
    ["no edition", ["audit", config], "--edition is missing, and test/configs/personal.json5 does not say"],
    [
      "an option by the name that it had",
      ["diff", config, ...edition, "--to-edition", "2026-11"],
      "--to-edition is written --to",
    ],
    ["another shell", ["completion", "bahs"], '<shell> does not know "bahs"; did you mean `bash`?'],
    [
      "a finding that there is not",
      ["audit", config, ...edition, "--only", "visibility-al"],
      '--only does not know "visibility-al"; did you mean `visibility-all`?',
    ],
    [
      "a file to look at on standard input",
      ["audit", "-", ...edition, "--watch"],
      "standard input (-) is read only once",
    ],
    [
      "two forms for programs and people",
      ["audit", config, ...edition, "--json", "--markdown"],
      "--json and --markdown cannot both be printed",
    ],
    [
      "a file that there is not",
      ["audit", "nowhere.json5", ...edition],
      "cannot read nowhere.json5: there is no such file",
    ],
    ["a folder", ["audit", "test", ...edition], "cannot read test: it is a folder"],
    [
      "a severity that there is not",
      ["audit", config, ...edition, "--fail-on", "hihg"],
      "did you mean `high`?",
    ],
    [
      "a file that cannot be written",
      ["editions", "--output", "nowhere/editions.txt"],
      "cannot write nowhere/editions.txt",
    ],
    [
      "standard input for two files",
      ["explain", "-", "-", ...edition],
      "standard input (-) can be only one file",
    ],
    ["one edition where two are compared", ["editions", "2026-11"], "<to> is missing"],
    [
      "an edition that there is not",
      ["editions", "openclaw@2026.3.6", "2026-11"],
      'unknown edition "openclaw@2026.3.6"; the nearest known ones are openclaw@2026.3.7',
    ],
    [
      "an instant without its offset",
      ["explain", config, "-", ...edition, "--now", "2026-03-02T10:00"],
      "--now is not an instant",
    ],
  ])("is refused for %s", async (_what, words, message) => {
    const { err, exitCode, out } = await keyscope(words, { input: "{}" });
    expect(err).toContain(message);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  });

  it("is refused for bytes that are no text", async () => {
    const { err, exitCode } = await keyscope([
      "audit",
      "docs/../node_modules/esbuild/bin/esbuild",
      ...edition,
    ]);
    expect(err).toContain("cannot read");
    expect(exitCode).toBe(2);
  });

  it("says what there is when nothing is asked", async () => {
    const { err, exitCode, out } = await keyscope([]);
    for (const name of commandNames) expect(err).toContain(`  ${name}`);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  });
});

describe("keyscope, asked about itself", () => {
  it("is the command that the package promises, executable after a build", () => {
    expect(manifest.bin.keyscope).toBe("./dist/cli/keyscope.js");
    expect(statSync(root + manifest.bin.keyscope).mode & 0o111).toBe(0o111);
  });

  it.each(["--version", "-v"])("tells its version by %s", async (word) => {
    expect(await keyscope([word])).toEqual({ exitCode: 0, out: `${manifest.version}\n`, err: "" });
  });

  it("tells its commands", async () => {
    const { exitCode, out } = await keyscope(["--help"]);
    for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`  ${name} +${summary}`));
    expect(exitCode).toBe(0);
  });

  it.each([
    [["-h"], ["--help"]],
    [["help"], ["--help"]],
    [
      ["help", "audit"],
      ["audit", "--help"],
    ],
    [
      ["audit", "-h"],
      ["audit", "--help"],
    ],
  ])("takes %j for %j", async (short, long) => {
    const { exitCode, out } = await keyscope(short);
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: (await keyscope(long)).out });
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    "says how %s is used, with every option of it",
    async (name, { options, parameters }) => {
      const { err, exitCode, out } = await keyscope([name, "--help"]);
      for (const parameter of Object.keys(parameters)) expect(out).toContain(`<${parameter}>`);
      for (const [option, { about, short, words = [] }] of Object.entries(options)) {
        const listed = words.length <= 12 ? words : [];
        const names = short === undefined ? `--${option}` : `-${short}, --${option}`;
        for (const text of [names, about, ...listed]) expect(out).toContain(text);
      }
      expect(out).toContain(`  keyscope ${name}`);
      expect({ err, exitCode }).toEqual({ err: "", exitCode: 0 });
    },
  );
});

describe("keyscope, asked to be quiet", () => {
  it.each(["--quiet", "-q"])(
    "answers by its exit code alone, and still writes what it is to write: %s",
    async (word) => {
      const file = fileOf("", "audit.txt");
      const words = ["audit", "test/configs/dangerous.json5", ...edition, "--fail-on", "high", word];
      expect(await keyscope(words)).toEqual({ exitCode: 1, out: "", err: "" });
      expect(await keyscope([...words, "-o", file])).toEqual({ exitCode: 1, out: "", err: "" });
      expect(readFileSync(file, "utf8")).toContain("Findings: ");
    },
  );

  it("still says why it refuses", async () => {
    const { err, exitCode } = await keyscope(["audit", "nowhere.json5", ...edition, "-q"]);
    expect(err).toContain("there is no such file");
    expect(exitCode).toBe(2);
  });
});

describe("a config that is no policy", () => {
  const broken = [
    "session.dmScope",
    "session.reset.atHour",
    "session.reset.idleMinutes",
    "session.sendPolicy.rules[0].action",
    "session.sendPolicy.rules[1].match.chanel",
    "session.identityLinks",
    "tools.sessions.visibility",
  ];
  const call = ["audit", "test/configs/broken.json5", ...edition];

  it("is told issue by issue on standard error", async () => {
    const { err, exitCode, out } = await keyscope(call);
    expect(err.split("\n")[0]).toBe("test/configs/broken.json5 is not a valid config under 2026-11");
    expect(err.match(/^ {2}error {2}[^:]+(?=: )/gm)).toEqual(broken.map((path) => `  error  ${path}`));
    expect(err).toContain("did you mean `per-channel-peer`?");
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  });

  it("is told as JSON on standard output", async () => {
    const { err, exitCode, out } = await keyscope([...call, "--json"]);
    const { issues } = JSON.parse(out) as { readonly issues: readonly { readonly path: string }[] };
    expect(issues.map(({ path }) => path)).toEqual(broken);
    expect({ exitCode, err }).toEqual({ exitCode: 2, err: "" });
  });

  it.each<[string, string, readonly string[], string]>([
    ["text that is no JSON5", "{\n  session: { dmScope: }\n}", edition, "at line 2, column 23"],
    ["an edition that there is not", "{}", ["--edition", "2026-12"], "the nearest known ones are 2026-11"],
    ["a zone that there is not", "{}", [...edition, "--time-zone", "Europe/Bärlin"], "unknown time zone"],
  ])("is told of %s", async (_what, input, options, message) => {
    const { err, exitCode } = await keyscope(["audit", "-", ...options], { input });
    expect(err).toMatch(/^standard input is not a valid config/);
    expect(err).toContain(message);
    expect(exitCode).toBe(2);
  });

  it("tells a terminal nothing that stands in the config", async () => {
    const path = fileOf("{ session: { '\\u001b[2J\\u202e': 1 } }");
    const { err } = await keyscope(["audit", path, ...edition]);
    expect(err).toContain("\\u{202e}");
    for (const character of ["\u001b", "\u202e"]) expect(err).not.toContain(character);
  });
});
