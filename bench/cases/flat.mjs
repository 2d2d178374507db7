import { parsePolicy } from "../../dist/index.js";
import { measure, over } from "../measure.mjs";
import {
  bindings,
  commandLists,
  deniedTools,
  discordRooms,
  identityLinks,
  mentionedAgents,
  nestedRules,
  pairedPeople,
  resetTriggers,
  slackRooms,
  tasks,
} from "../subjects.mjs";
import { written } from "../table.mjs";
import { release } from "../upstream.mjs";
import { people } from "../world.mjs";

function asking(subject, size) {
  const policy = parsePolicy(subject.config(size), { edition: `openclaw@${release}` });
  return over(subject.asked(size), (request) => subject.ours(request, policy));
}

/** The same decision under a config that holds little and one that holds much. */
function flat(what, subject, small, large, atMost) {
  return {
    title: `${what}: ${written(small, "count")} and ${written(large, "count")}`,
    targets: [{ column: "ratio", atMost }],
    async run() {
      const { few, many } = await measure(
        { few: asking(subject, small), many: asking(subject, large) },
        { rounds: 100 },
      );
      return { few, many, ratio: many / few };
    },
  };
}

export default {
  title: "A large config next to a small one",
  about: `One decision under two configs of \`openclaw@${release}\`, measured in turn: this sums up the growth below, and does not depend on what
else the machine is doing. 512 people take turns at writing; for bindings, each writes from a different place.`,
  columns: {
    few: { heading: "small", kind: "time" },
    many: { heading: "large", kind: "time" },
    ratio: { heading: "large / small", kind: "ratio" },
  },
  cases: [
    flat("identity links", identityLinks, 0, 100_000, 1.5),
    flat("bindings of single rooms", bindings("rooms", people.length), 10, 10_000, 2),
    flat("bindings of any room of a guild", bindings("wildcards", people.length), 10, 10_000, 2),
    flat("bindings of a guild's roles", bindings("roles", people.length), 10, 10_000, 2),
    flat("rooms of Discord", discordRooms, 10, 10_000, 2),
    flat("rooms of Slack", slackRooms, 10, 10_000, 2),
    flat("owners, and who may command", commandLists, 10, 1000, 2),
    flat("agents with patterns that mention them", mentionedAgents, 10, 1000, 2),
    flat("agents with heartbeats", tasks, 10, 1000, 2),
    flat("patterns of denied tools", deniedTools, 10, 10_000, 2),
    flat("reset triggers that begin alike", resetTriggers, 10, 10_000, 2),
    flat("rules of which 200 ask for prefixes of one key", nestedRules, 200, 10_000, 2),
    flat("people who were paired", pairedPeople, 10, 10_000, 2),
  ],
};
