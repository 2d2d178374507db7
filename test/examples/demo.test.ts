import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the demo prints, line by line; it runs the built package, so `npm run build` comes first. */
function run(): readonly string[] {
  return execFileSync(process.execPath, ["examples/demo/demo.mjs"], { cwd: root, encoding: "utf8" }).split(
    "\n",
  );
}

describe("npm run demo, as a process of its own with the built package", () => {
  let lines: readonly string[] = [];
  let said: readonly string[] = [];

  beforeAll(() => {
    lines = run();
    said = lines.map((line) => line.replace(/\s+/g, " ").trim());
  });

  it.each([
    ["a room of Discord", "Discord, a room, role 55 The message is let in: the sender is on the list"],
    ["a room of Slack", "Slack, a room, U1 writes The message is let in: the sender is on the list"],
    ["a command that is refused", "Slack, U2 writes /model They may not command the bot: only owners may"],
    ["a heartbeat", "main, a heartbeat It has a session of its own: agent:main:main:heartbeat"],
    ["the first message", "Sun 22:40 Ann, telegram agent:main:direct:=ann main new Mon 00:40 yes: default"],
    [
      "a reply is no topic",
      "Mon 03:55 Ann, telegram group (a reply) agent:main:telegram:group:-1001234567890 main fresh Mon 04:00",
    ],
    [
      "the hour of the reset",
      "Mon 04:10 Bob, telegram group agent:main:telegram:group:-1001234567890 main reset: daily Tue 04:00",
    ],
    ["an idle gap", "Mon 07:30 Ann, telegram agent:main:direct:=ann main reset: idle Mon 09:30"],
    ["a linked identity", "Mon 07:45 Ann, whatsapp agent:main:direct:=ann main fresh Mon 09:45"],
    [
      "a LID that is nobody's",
      "Mon 07:55 Eve, whatsapp (LID) agent:main:whatsapp:direct: main new Mon 09:55",
    ],
    ["a binding", "Mon 10:00 Dana, slack channel agent:support:slack:channel:C0LAN2Q65 support new"],
    [
      "a denied send",
      "Mon 11:00 Bob, discord channel agent:main:discord:channel: main new Tue 04:00 no: rule 0",
    ],
    ["ids that differ by case", "Mon 12:06 cem, matrix agent:main:matrix:direct: main new never yes:"],
    ["a trigger", "Mon 13:05 Bob, telegram agent:main:telegram:direct:444555666 main reset: /new"],
  ])("shows %s", (_what, start) => {
    const [day = "", time = "", who = ""] = start.split(" ");
    const ofThatMessage = said.find((line) => line.startsWith(`${day} ${time} ${who}`));
    expect(ofThatMessage?.slice(0, start.length)).toBe(start);
  });

  it("shows a topic, the General topic and a thread as conversations of their own", () => {
    expect(said.filter((line) => /thread:(42|1|1772442000\.000200)\b/.test(line))).toHaveLength(3);
  });

  it("says why in words", () => {
    expect(said.find((line) => line.startsWith("Mon 04:10 Bob: "))).toContain(
      "it began before 04:00 in Europe/Berlin (session.reset.atHour)",
    );
    expect(said.find((line) => line.startsWith("Mon 11:00 Bob: "))).toContain("session.sendPolicy.rules[0]");
  });

  it('tells who would share a session under dmScope: "main"', () => {
    expect(said).toContain("Ann, Eve, Cem, cem, Bob (agent:main:main)");
  });

  it("fits a terminal of 160 columns", () => {
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(160);
  });
});
