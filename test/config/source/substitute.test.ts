import { describe, expect, it } from "vitest";
import type { ConfigInput } from "../../../src/config/config.ts";
import { substitute, type Environment } from "../../../src/config/source/substitute.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import { safeParsePolicy } from "../../../src/parse-policy.ts";

const release: Edition = "openclaw@2026.9.6";

function textOf(text: string, env: Environment, edition: Edition = release): unknown {
  const put = substitute({ a: { b: [text] } }, env, { edition });
  return put.ok ? (put.config as { a: { b: unknown[] } }).a.b[0] : put.issues.map(({ path }) => path);
}

describe("variables are put in as OpenClaw puts them in", () => {
  it.each<readonly [string, Environment, string]>([
    ["${A}", { A: "x" }, "x"],
    ["a-${A_1}-${_B}-c", { A_1: "x", _B: "y" }, "a-x-y-c"],
    ["$${A}", { A: "x" }, "${A}"],
    ["$$${A}", { A: "x" }, "$${A}"],
    ["$$${A}${A}", { A: "x" }, "$${A}x"],
    ["$A ${a} ${A:-x} ${1A} ${A", { A: "x", a: "y" }, "$A ${a} ${A:-x} ${1A} ${A"],
    ["${A}", { A: "${B}", B: "y" }, "${B}"],
    ["${A}", { A: "$&" }, "$&"],
    ["${A}", { A: " " }, " "],
  ])("%j with %j is %j", (text, env, result) => {
    expect(textOf(text, env)).toBe(result);
    expect(textOf(text, env, "2026-11")).toBe(result);
  });

  it("leaves keys, and everything that is no text, alone", () => {
    const config = { "${A}": { n: 1, t: true, nil: null, l: [] } };
    expect(substitute(config, { A: "x" })).toEqual({ ok: true, config, warnings: [] });
    expect(substitute("{'${A}': 1}", { A: "x" }).config).toEqual({ "${A}": 1 });
  });

  it.each<readonly [Edition, boolean]>([
    ["openclaw@2026.1.29", false],
    ["openclaw@2026.3.2", false],
    ["openclaw@2026.3.7", true],
    ["openclaw@2026.9.6", true],
    ["2026-11", false],
  ])("under %s a variable that is not set, or empty, is left in: %s", (edition, isLeftIn) => {
    const config = { channels: { telegram: { allowFrom: ["${OWNER}", "7"] } } };
    for (const env of [{}, { OWNER: "" }, { OWNER: undefined }]) {
      const put = substitute(config, env, { edition });
      const issues = put.ok ? put.warnings : put.issues;
      expect(put.ok).toBe(isLeftIn);
      expect(issues).toMatchObject([
        {
          severity: isLeftIn ? "warning" : "error",
          code: "unresolved-variable",
          path: "channels.telegram.allowFrom[0]",
        },
      ]);
      expect(issues[0]?.message).toContain("OWNER");
      expect(put.config).toEqual(isLeftIn ? config : undefined);
    }
  });

  it("what is left in is text for whoever says that variables were put in", () => {
    const { config = {} } = substitute(
      { channels: { telegram: { allowFrom: ["${OWNER}"] } } },
      {},
      { edition: release },
    );
    expect(safeParsePolicy(config, { edition: release }).ok).toBe(false);
    expect(safeParsePolicy(config, { edition: release, substituted: true }).ok).toBe(true);
  });

  it("what a config sets for itself counts, and the environment wins", () => {
    const config = { env: { vars: { A: "vars", B: "${A}" }, A: "bare", C: "bare" }, a: ["${A}", "${C}"] };
    const put = (env: Environment, edition: Edition) => {
      const { config: whole } = substitute(config, env, { edition });
      return (whole as { a: unknown } | undefined)?.a;
    };
    expect(put({}, "openclaw@2026.7.35")).toEqual(["bare", "bare"]);
    expect(put({}, "openclaw@2026.8.1")).toEqual(["vars", "${C}"]);
    expect(put({ A: "host", C: " " }, "openclaw@2026.7.35")).toEqual(["host", "bare"]);
    expect(put({ A: "host", C: "host" }, "2026-11")).toEqual(["host", "host"]);
    expect(put({}, "2026-11")).toBeUndefined();
  });

  it("waits for files to be put together", () => {
    const { issues } = substitute({ session: { $include: "./a.json" } } as ConfigInput, {});
    expect(issues).toMatchObject([{ code: "unresolved-include", path: "session.$include" }]);
  });

  it("never throws on data", () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
      },
    );
    expect(substitute({ a: "${A}" }, trap).ok).toBe(false);
    for (const env of [null, undefined, 5, []])
      expect(substitute({ a: "${A}" }, env as unknown as Environment).ok).toBe(false);
    for (const config of [null, [], 5, "{", new Map()])
      expect(substitute(config as unknown as string, {}).ok).toBe(false);
    expect(substitute({}, {}, { edition: "openclaw@1" as Edition }).issues).toMatchObject([
      { code: "unknown-edition" },
    ]);
    expect(JSON.stringify(substitute('{"__proto__": {"a": "${A}"}}', { A: "x" }).config)).toBe(
      '{"__proto__":{"a":"x"}}',
    );
  });

  it("tells what is doubtful in the text", () => {
    expect(substitute("{a: 1, a: 2}", {}).issues).toMatchObject([
      { code: "repeated-key", path: "a", line: 1 },
    ]);
    expect(substitute("{a: 1, a: 2}", {}, { edition: release }).warnings).toMatchObject([
      { code: "repeated-key" },
    ]);
  });
});
