import { describe, expect, it } from "vitest";
import engines from "../../scripts/engines/package.json" with { type: "json" };
import manifest from "../../package.json" with { type: "json" };
import sizes from "../../.size-limit.json" with { type: "json" };
import * as channels from "../../src/channels/index.ts";
import { editions } from "../../src/index.ts";
import { texts } from "./programs.ts";

const readme = texts().find(({ file }) => file === "README.md")?.text ?? "";
const firstScreen = readme.slice(0, readme.indexOf("\n## ")).replaceAll("\n", " ");

const others = [".", "./channels", "./analysis", "./testing", "./testing/arbitraries", "./package.json"];
const frameworks = Object.keys(manifest.exports).filter((path) => !others.includes(path));
const platforms = Object.keys(channels).filter((name) => name.startsWith("from"));
const releases = editions.filter((edition) => edition.startsWith("openclaw@"));

describe("the figures on the first screen of the README are those of", () => {
  it.each([
    ["the releases that are editions", `${releases.length} OpenClaw releases`],
    ["the platforms that are read", `messages of ${platforms.length} platforms`],
    ["the frameworks that have an entry point", `adapters for ${frameworks.length} frameworks`],
    ["the size limit", `at most ${sizes[0]?.limit ?? ""} (gzip)`],
  ])("%s", (_of, figure) => {
    expect(firstScreen).toContain(figure);
  });

  it("the engines that are compared", () => {
    expect(firstScreen).toContain("Node, Bun, Deno, workerd and Chromium");
    const installed = Object.keys(engines.optionalDependencies).join(" ");
    for (const engine of ["node-", "bun-", "deno", "workerd"]) expect(installed).toContain(engine);
  });
});
