import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { behavioursOf, editions, lineageOf } from "../../src/edition/edition.ts";
import { behaviours } from "../../src/edition/registry.ts";
import { accessBehaviours } from "../../src/edition/behaviours/access.ts";
import { commandBehaviours } from "../../src/edition/behaviours/command.ts";
import { configBehaviours } from "../../src/edition/behaviours/config.ts";
import { execBehaviours } from "../../src/edition/behaviours/exec.ts";
import { identityBehaviours } from "../../src/edition/behaviours/identity.ts";
import { keysBehaviours } from "../../src/edition/behaviours/keys.ts";
import { lifecycleBehaviours } from "../../src/edition/behaviours/lifecycle.ts";
import { maintenanceBehaviours } from "../../src/edition/behaviours/maintenance.ts";
import { memoryBehaviours } from "../../src/edition/behaviours/memory.ts";
import { mentionBehaviours } from "../../src/edition/behaviours/mention.ts";
import { roomBehaviours } from "../../src/edition/behaviours/rooms.ts";
import { routingBehaviours } from "../../src/edition/behaviours/routing.ts";
import { sendBehaviours } from "../../src/edition/behaviours/send.ts";
import { sandboxBehaviours } from "../../src/edition/behaviours/sandbox.ts";
import { taskBehaviours } from "../../src/edition/behaviours/task.ts";
import { toolsBehaviours } from "../../src/edition/behaviours/tools.ts";
import { visibilityBehaviours } from "../../src/edition/behaviours/visibility.ts";
import type { Behaviour } from "../../src/edition/behaviour.ts";
import { sentences } from "../../src/edition/sentences.ts";
import type { Generation } from "../../src/edition/releases.ts";
import { changesByEdition, editionOf } from "./changes-by-edition.ts";

const areas: Readonly<Record<string, Readonly<Record<string, Behaviour>>>> = {
  access: { ...accessBehaviours, ...roomBehaviours },
  commands: commandBehaviours,
  config: configBehaviours,
  exec: execBehaviours,
  identity: identityBehaviours,
  keys: keysBehaviours,
  lifecycle: lifecycleBehaviours,
  maintenance: maintenanceBehaviours,
  memory: memoryBehaviours,
  mentions: mentionBehaviours,
  routing: routingBehaviours,
  send: sendBehaviours,
  tasks: taskBehaviours,
  tools: { ...toolsBehaviours, ...sandboxBehaviours },
  visibility: visibilityBehaviours,
};

const registered = Object.entries(behaviours);

/** The generations that a generation continues, itself included. */
function ancestors(generation: Generation): ReadonlySet<Generation> {
  const edition = editionOf(generation);
  return edition === undefined ? new Set() : lineageOf(edition);
}

function isSentence(text: string): boolean {
  return text.trim() === text && text.includes(" ") && !text.includes("\n");
}

describe("the registry of behaviours", () => {
  it("has every behaviour of every area, each id once", () => {
    const ids = Object.values(areas).flatMap((area) => Object.keys(area));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(registered.map(([id]) => id).toSorted());
  });

  it("files every behaviour under its own area", () => {
    const misfiled = Object.entries(areas).flatMap(([name, area]) =>
      Object.entries(area).filter(([, behaviour]) => behaviour.area !== name),
    );
    expect(misfiled).toEqual([]);
  });

  it("gives every behaviour an id and two different sentences", () => {
    const unreadable = Object.entries(sentences).filter(
      ([id, { was, became }]) =>
        !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || was === became || !isSentence(was) || !isSentence(became),
    );
    expect(unreadable).toEqual([]);
  });

  it("loses behaviours only where they were in force", () => {
    const illFormed = registered.filter(([, { inForce }]) =>
      inForce.some(({ since, until }) => since === until || !ancestors(until ?? since).has(since)),
    );
    expect(illFormed).toEqual([]);
  });

  it("has no behaviour that makes no difference", () => {
    const idle = registered.filter(([id]) => {
      const having = editions.filter((edition) => (behavioursOf(edition) as ReadonlySet<string>).has(id));
      return having.length === 0 || having.length === editions.length;
    });
    expect(idle).toEqual([]);
  });

  it("has no behaviour that nothing asks for", () => {
    const root = new URL("../../src/", import.meta.url);
    const code = readdirSync(root, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.endsWith(".ts") && !file.startsWith("edition/behaviours/"))
      .map((file) => readFileSync(new URL(file, root), "utf8"))
      .join("");
    expect(registered.map(([id]) => id).filter((id) => !code.includes(`"${id}"`))).toEqual([]);
  });
});

describe("an edition never changes", () => {
  it("consists of exactly the behaviours on record", async () => {
    // A difference here is a changed decision under an edition that somebody pinned.
    await expect(changesByEdition()).toMatchFileSnapshot("changes-by-edition.txt");
  });

  it("is the same set each time", () => {
    for (const edition of editions) expect(behavioursOf(edition)).toBe(behavioursOf(edition));
  });
});
