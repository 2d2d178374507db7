import { existsSync, readFileSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/analysis/index.ts";
import { commentedText, safeConfig } from "../../src/cli/safe-config.ts";
import { editions, parsePolicy } from "../../src/index.ts";
import { fileOf, keyscope } from "./keyscope.ts";

const grave = ["critical", "high", "medium"];

describe("keyscope init", () => {
  it("writes a config that it explains, for the newest release unless another one is named", async () => {
    const { err, exitCode, out } = await keyscope(["init", "telegram,discord"]);
    expect(out).toContain("// A config for telegram, discord, written for openclaw@2026.9.6.\n");
    expect(out).toContain(
      '    // Everybody\'s direct messages have a session of their own: nobody is told what somebody else wrote.\n    dmScope: "per-account-channel-peer",\n',
    );
    expect({ err, exitCode }).toEqual({ err: "", exitCode: 0 });
  });

  // Every sixth release is asked, with the oldest and the newest: all of them would take minutes.
  const some = editions.filter((_, at) => at % 6 === 0 || at >= editions.length - 2);

  it.each(some)(
    "writes what %s reads without a doubt, and of which the audit says nothing grave",
    (edition) => {
      const safe = safeConfig(["telegram", "discord", "slack"], edition, undefined);
      if (!("config" in safe)) throw new Error(JSON.stringify(safe));
      const policy = parsePolicy(commentedText(safe, ["one", "two"]), { edition });
      expect(policy.warnings).toEqual([]);
      expect(audit(policy).filter(({ severity }) => grave.includes(severity))).toEqual([]);
      expect(Object.keys(policy.config.channels ?? {})).toEqual(["telegram", "discord", "slack"]);
    },
  );

  it("resets by the day where the zone is known", async () => {
    const { out } = await keyscope(["init", "irc", "--edition", "2026-11", "--time-zone", "Europe/Berlin"]);
    expect(out).toContain('reset: { mode: "daily", atHour: 4, timeZone: "Europe/Berlin" },');
  });

  it("writes a file where there is none, and leaves alone what is there", async () => {
    const file = fileOf("{ mine: true }");
    const words = ["init", "telegram", "--output", file];
    const { err, exitCode } = await keyscope(words);
    expect(err).toContain(`cannot write ${file}: it already exists`);
    expect(exitCode).toBe(2);
    expect(readFileSync(file, "utf8")).toBe("{ mine: true }");
    rmSync(file);
    expect(await keyscope(words)).toEqual({ exitCode: 0, out: "", err: "" });
    expect(existsSync(file)).toBe(true);
    expect((await keyscope(["validate", file, "--fail-on", "warning"])).exitCode).toBe(0);
  });

  it.each<[string, readonly string[], string]>([
    [
      "a channel that a release does not have",
      ["irc", "--edition", "openclaw@2026.1.29"],
      '"irc" is not a channel of the release',
    ],
    [
      "a channel that needs what only its owner knows",
      ["twitch"],
      "channels.twitch.accessToken: expected text",
    ],
    [
      "a danger that no setting prevents",
      ["whatsapp", "--edition", "openclaw@2026.6.10"],
      "resets-pass-lists",
    ],
    ["an empty name", ["telegram,,irc"], "<channels> has an empty name"],
    [
      "an edition that there is not",
      ["telegram", "--edition", "2026-12"],
      "the nearest known ones are 2026-11",
    ],
  ])("refuses %s, and says so", async (_what, words, message) => {
    const { err, exitCode, out } = await keyscope(["init", ...words]);
    expect(err).toContain(message);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: "" });
  });
});
