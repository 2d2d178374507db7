import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { run } from "../../src/cli/run.ts";
import { fileOf, keyscope } from "./keyscope.ts";

/** What bots and models are given, in the shapes in which their platforms hand them out; none of them is anybody's. */
const secrets = {
  telegram: "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsawX",
  slack: ["xoxb", "1234567890", "abcdefghijklmnop"].join("-"),
  model: ["sk", "ant", "api03", "abcdefghijklmnopqrstuvwxyz"].join("-"),
  long: "0123456789abcdef".repeat(6),
  word: "hunter2",
  quoted: 'pass"word\\with/signs',
};

/** Places at which a text may stand in a config, among them those that decide and whose messages quote what they found. */
const places: readonly ((secret: string) => unknown)[] = [
  (secret) => ({ channels: { telegram: { botToken: secret, dmPolicy: secret } } }),
  (secret) => ({ channels: { telegram: { botToken: secret, allowFrom: [secret] } } }),
  (secret) => ({
    channels: {
      telegram: { botToken: secret, accounts: { work: { botToken: secret, groupPolicy: secret } } },
    },
  }),
  (secret) => ({ gateway: { auth: { token: secret, mode: secret } }, session: { mainKey: secret } }),
  (secret) => ({
    gateway: { auth: { password: secret } },
    session: { dmScope: secret, reset: { mode: secret } },
  }),
  (secret) => ({ env: { vars: { MY_API_KEY: secret } }, session: { identityLinks: { ann: [secret] } } }),
  (secret) => ({ hooks: { token: secret, [secret]: true }, tools: { profile: secret, allow: [secret] } }),
  (secret) => ({ models: { providers: { x: { apiKey: secret } } }, session: { [secret]: 1 } }),
  (secret) => ({ channels: { discord: { token: secret }, [secret]: {} } }),
  (secret) => ({
    channels: { slack: { botToken: secret } },
    bindings: [{ agentId: secret, match: { channel: secret } }],
  }),
];

const calls: readonly (readonly string[])[] = [
  ["validate"],
  ["validate", "--json"],
  ["validate", "--markdown"],
  ["audit"],
  ["audit", "--json"],
  ["audit", "--sarif"],
  ["coverage", "--suggest"],
];

/** Whether a text is told in another, whole or as messages cut it off, plain or as JSON writes it. */
function tells(said: string, secret: string): boolean {
  return [secret, secret.slice(0, 60)].some(
    (text) => said.includes(text) || said.includes(JSON.stringify(text).slice(1, -1)),
  );
}

/** Calls the command in this process, which thousands of calls of their own would take too long for; returns all it said. */
async function said(words: readonly string[]): Promise<string> {
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockReturnValue(true),
  );
  try {
    await run(words);
    return spies.flatMap(({ mock }) => mock.calls.map(([text]) => String(text))).join("");
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = undefined;
  }
}

describe.each(["2026-11", "openclaw@2026.9.6", "openclaw@2026.2.12"])(
  "no secret of a config is printed under %s",
  (edition) => {
    it.each(Object.entries(secrets))("%s", async (_name, secret) => {
      for (const place of places) {
        const file = fileOf(place(secret));
        for (const [name = "", ...more] of calls) {
          const text = await said([name, file, "--edition", edition, ...more]);
          expect(text).not.toBe("");
          expect([name, text, tells(text, secret)]).toEqual([name, text, false]);
        }
      }
    });
  },
);

describe("secrets elsewhere", () => {
  it("are hidden where a comparison quotes a request that has one", async () => {
    const rules = [{ action: "deny", match: { keyPrefix: `agent:main:${secrets.word}` } }];
    const file = fileOf({ gateway: { auth: { token: secrets.word } }, session: { sendPolicy: { rules } } });
    const { out } = await keyscope(["diff", file, fileOf({}), "--edition", "2026-11"]);
    expect(out).toContain("(secret)");
    expect(out).not.toContain(secrets.word);
  });

  it("are hidden that stand in variables of the environment, or in .env beside the config", async () => {
    const file = fileOf(
      "{ session: { dmScope: '${BOT_TOKEN}', mainKey: '${OTHER_TOKEN}', reset: { mode: '${OTHER_TOKEN}' } } }",
    );
    writeFileSync(join(dirname(file), ".env"), "OTHER_TOKEN=correct-horse\nBOT_TOKEN=not-this\n");
    const { err } = await keyscope(["audit", file, "--edition", "2026-11"], {
      env: { BOT_TOKEN: "battery-staple" },
    });
    expect(err).toContain("session.dmScope");
    for (const secret of ["battery-staple", "correct-horse"]) expect(err).not.toContain(secret);
  });

  it("are no counts of tokens, and no references to where a secret is kept", async () => {
    const config = fileOf({
      agents: { defaults: { contextTokens: 200000 } },
      channels: {
        telegram: {
          botToken: { source: "env", provider: "default", id: "TELEGRAM" },
          allowFrom: ["200000", "TELEGRAM"],
        },
      },
    });
    const { out } = await keyscope(["coverage", config, "--edition", "2026-11", "--suggest"]);
    expect(out).not.toContain("(secret)");
  });
});
