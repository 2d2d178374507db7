import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { allCommands, commandNames } from "../../src/cli/commands.ts";
import { editions } from "../../src/index.ts";
import { fileOf, keyscope } from "./keyscope.ts";

const commands = await allCommands();

/** What bash offers for words of which the last one is being typed. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "keyscope-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "openclaw.json"), "{}");
  const { out } = await keyscope(["completion", "bash"]);
  const typed = ["keyscope", ...words].map((word) => `'${word}'`).join(" ");
  const script = `${out}\nCOMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _keyscope; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stderr, stdout } = spawnSync("bash", ["-uc", script], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((line) => line !== "");
}

describe("completion in bash", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["commands", ["e"], ["explain", "exposure", "editions"]],
    ["options of a command", ["audit", "openclaw.json", "--s"], ["--suppress", "--sarif"]],
    ["words of an option", ["audit", "--fail-on", "h"], ["high"]],
    ["words behind a comma", ["check", "--fail-on", "widens,n"], ["widens,narrows"]],
    ["words behind =, which bash parts from the option", ["audit", "--fail-on", "=", "cr"], ["critical"]],
    ["words of an argument", ["completion", ""], ["bash", "zsh", "fish"]],
    ["editions", ["diff", "--to", "2026"], ["2026-11"]],
    ["editions where two are compared", ["editions", "openclaw@2026.9.6"], ["openclaw@2026.9.6"]],
    ["platforms", ["explain", "--from", "tele"], ["telegram"]],
    ["files of an option", ["audit", "--world", "open"], ["openclaw.json"]],
    ["files of an argument", ["audit", ""], ["openclaw.json"]],
    ["commands to be helped with", ["help", "val"], ["validate"]],
  ])("offers %s", async (_what, words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });

  it("knows every command and every edition", async () => {
    expect(await offered("")).toEqual(expect.arrayContaining([...commandNames]));
    expect(await offered("audit", "--edition", "")).toEqual(editions);
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    "knows every option of %s",
    async (name, { options }) => {
      expect(await offered(name, "--")).toEqual(Object.keys(options).map((option) => `--${option}`));
    },
  );
});

describe.each(["bash", "zsh", "fish"])("completion in %s", (shell) => {
  it("names every command and its options", async () => {
    const { err, exitCode, out } = await keyscope(["completion", shell]);
    const written = (option: string) => (shell === "fish" ? `-l ${option}` : `--${option}`);
    for (const { name, options } of commands)
      for (const text of [name, ...Object.keys(options).map(written)]) expect(out).toContain(text);
    expect({ err, exitCode }).toEqual({ err: "", exitCode: 0 });
  });

  it("is a script that the shell reads, where there is that shell", async () => {
    const { out } = await keyscope(["completion", shell]);
    const { error, status, stderr } = spawnSync(shell, ["-n", fileOf(out, "script")], { encoding: "utf8" });
    expect(error === undefined ? { status, stderr } : { status: 0, stderr: "" }).toEqual({
      status: 0,
      stderr: "",
    });
  });
});
