import { createContext, runInContext } from "node:vm";
import { buildSync } from "esbuild";
import { describe, expect, it } from "vitest";

/** The whole library as one script, as a browser or an edge worker would load it. */
function bundle(): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: ["", "analysis/", "channels/"].map((room) => `export * from "./${room}index.ts";`).join(""),
      resolveDir: new URL("../../src", import.meta.url).pathname,
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "keyscope",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
}

const program = `
  const policy = keyscope.parsePolicy("{ session: { dmScope: 'per-channel-peer' } }", { edition: "2026-11", timeZone: "Europe/Berlin" });
  const resolution = keyscope.resolveSession({ channel: "telegram", chatType: "direct", peer: "42" }, policy);
  const reset = keyscope.evaluateReset({ sessionStartedAt: 1e12, lastInteractionAt: 1e12 }, resolution, policy, 1e12 + 1000);
  const send = keyscope.evaluateSend(resolution, policy);
  JSON.stringify([resolution.key, reset.fresh, send.allowed]);
`;

describe("a realm without Node and without a document", () => {
  it("runs the whole library with the language's own globals and TextEncoder", () => {
    // TextEncoder is in every browser, Bun, Deno and edge worker; nothing else of theirs is given.
    const realm = createContext({ TextEncoder });
    runInContext(bundle(), realm);
    expect(runInContext(program, realm)).toBe('["agent:main:telegram:direct:42",true,true]');
  });

  it("imports no module of Node", () => {
    expect(bundle()).not.toMatch(/["']node:|require\(["'](?:fs|path|crypto|os|process)["']\)/);
  });
});
