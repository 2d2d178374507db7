import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { root } from "../cli/keyscope.ts";

/** Stands for GitHub's command: it keeps the comments of one pull request in a file, and notes what it was asked. */
const gh = `#!/usr/bin/env node
const fs = require("node:fs");
const words = process.argv.slice(2);
fs.appendFileSync(process.env.GH_LOG, JSON.stringify(words) + "\\n");
if (process.env.GH_REFUSES) { console.error("HTTP 403"); process.exit(1); }
const comments = JSON.parse(fs.readFileSync(process.env.GH_COMMENTS, "utf8"));
const body = words.find((word) => word.startsWith("body=@"));
const method = words[words.indexOf("--method") + 1];
if (body === undefined) { for (const { body, id } of comments) if (body.startsWith("<!-- keyscope -->")) console.log(id); }
else {
  const text = fs.readFileSync(body.slice("body=@".length), "utf8");
  if (method === "POST") comments.push({ id: 100 + comments.length, body: text });
  else comments.find(({ id }) => words.some((word) => word.endsWith("/" + id))).body = text;
  fs.writeFileSync(process.env.GH_COMMENTS, JSON.stringify(comments));
}
`;

/** A repository in which a pull request changes files, and what the action needs to be run on it. */
function pullRequest(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "keyscope-action-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const repository = join(folder, "repository");
  const bin = join(folder, "bin");
  const comments = join(folder, "comments.json");
  const log = join(folder, "log");
  for (const made of [repository, bin]) mkdirSync(made);
  symlinkSync(join(root, "dist/cli/keyscope.js"), join(bin, "keyscope"));
  writeFileSync(join(bin, "gh"), gh);
  chmodSync(join(bin, "gh"), 0o755);
  writeFileSync(comments, JSON.stringify([{ id: 1, body: "Looks good." }]));
  const env = {
    PATH: [bin, process.env["PATH"] ?? ""].join(delimiter),
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
  };
  const git = (...words: readonly string[]) => {
    const { status, stderr, stdout } = spawnSync(
      "git",
      ["-c", "user.name=a", "-c", "user.email=a@b.c", ...words],
      { cwd: repository, env, encoding: "utf8" },
    );
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  const commit = (files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(repository, file), text);
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", "x");
    return git("rev-parse", "HEAD");
  };
  git("init", "--quiet");
  const base = commit(before);
  commit(after);
  return (more: Readonly<Record<string, string>> = {}) => {
    const { status, stderr, stdout } = spawnSync("bash", [join(root, "action/comment.sh")], {
      cwd: repository,
      encoding: "utf8",
      env: {
        ...env,
        CONFIG: "openclaw.json5",
        EDITION: "2026-11",
        TIME_ZONE: "UTC",
        BASE: base,
        NUMBER: "7",
        GITHUB_REPOSITORY: "ann/bot",
        GH_COMMENTS: comments,
        GH_LOG: log,
        ...more,
      },
    });
    const said = JSON.parse(readFileSync(comments, "utf8")) as readonly {
      readonly id: number;
      readonly body: string;
    }[];
    return { status, said, stdout, stderr, worktrees: git("worktree", "list").split("\n").length };
  };
}

const apart = "{ session: { dmScope: 'per-channel-peer' } }";
const together = "{ session: { dmScope: 'per-peer' } }";

describe("the action", () => {
  it("comments what the change decides otherwise, once, however often it runs", () => {
    const run = pullRequest({ "openclaw.json5": apart }, { "openclaw.json5": together });
    const { said, status, worktrees } = run();
    expect(said.map(({ id }) => id)).toEqual([1, 101]);
    const text = said[1]?.body ?? "";
    expect(text).toMatch(/^<!-- keyscope -->\n### keyscope diff\n\n\|/);
    expect(text).toContain("| **looser** | resolution |");
    expect(text).toContain("| equivalent | reset, send, ");
    expect(text).toContain(
      "was The two messages are kept apart: they come from different channels (session.dmScope).",
    );
    expect(text).not.toContain("/tmp/");
    expect({ status, worktrees }).toEqual({ status: 0, worktrees: 1 });
    expect(run().said).toEqual(said);
  });

  it("reads included files as they were, too", () => {
    const config = "{ session: { $include: './session.json5' } }";
    const run = pullRequest(
      { "openclaw.json5": config, "session.json5": "{ dmScope: 'per-channel-peer' }" },
      { "session.json5": "{ dmScope: 'per-peer' }" },
    );
    expect(run().said[1]?.body).toContain("| **looser** | resolution |");
  });

  it("fails where it is asked to, after it has commented", () => {
    const run = pullRequest({ "openclaw.json5": apart }, { "openclaw.json5": together });
    const { said, status } = run({ FAIL_ON: "looser" });
    expect(said).toHaveLength(2);
    expect(status).toBe(1);
    expect(run({ FAIL_ON: "stricter" }).status).toBe(0);
  });

  it("comments why a config is refused, and fails", () => {
    const run = pullRequest(
      { "openclaw.json5": apart },
      { "openclaw.json5": "{ session: { dmScope: '```<b>@all' } }" },
    );
    const { said, status } = run();
    expect(said[1]?.body).toContain(
      "\n    openclaw.json5 is not a valid config under 2026-11\n      error  session.dmScope: ",
    );
    expect(status).toBe(2);
  });

  it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, string]>([
    ["audits a config that is new", {}, { "openclaw.json5": together }, "### keyscope audit"],
    [
      "says that there is none any more",
      { "other.json5": "{}" },
      {},
      "There is no `openclaw.json5` any more.",
    ],
  ])("%s", (_what, before, after, text) => {
    const { said, status } = pullRequest(before, after)();
    expect(said[1]?.body).toContain(text);
    expect(status).toBe(0);
  });

  it("leaves it to the summary where it may not comment", () => {
    const run = pullRequest({ "openclaw.json5": apart }, { "openclaw.json5": together });
    const { said, status, stdout } = run({ GH_REFUSES: "1" });
    expect(said).toHaveLength(1);
    expect(stdout).toContain("::warning::keyscope may not comment here");
    expect(status).toBe(0);
  });

  it("hands every input to the script", () => {
    const action = readFileSync(join(root, "action.yml"), "utf8");
    const script = readFileSync(join(root, "action/comment.sh"), "utf8");
    const inputs = [...action.matchAll(/^ {2}([\w-]+):\n {4}description/gm)].map(([, name = ""]) => name);
    expect(inputs).toHaveLength(8);
    for (const input of inputs) {
      const [, variable = ""] = new RegExp(`(\\w+): \\$\\{\\{ inputs\\.${input} \\}\\}`).exec(action) ?? [];
      expect(variable).not.toBe("");
      const isUsed =
        script.includes(`$${variable}`) ||
        script.includes(`\${${variable}`) ||
        ["GH_TOKEN", "KEYSCOPE_VERSION"].includes(variable);
      expect([input, isUsed]).toEqual([input, true]);
    }
  });
});
