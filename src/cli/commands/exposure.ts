import { explainExposedSession, explainExposure, explainNotice } from "../../analysis/exposure/explain.ts";
import { exposure, type Exposure } from "../../analysis/exposure/exposure.ts";
import { defineCommand } from "../command.ts";
import { readData } from "../data-file.ts";
import { readInstant } from "../instant.ts";
import { spaced, type Line } from "../page.ts";
import { configParameter, policyOptions, readMove, readPolicy } from "../policy-file.ts";
import { readSessions, unreadLines } from "../store-file.ts";
import { worldSchema } from "../world-schema.ts";

const parts = ["sessions", "notify", "unknown"] as const;

const occasions = ["exposed", "exposed-when-fixed"] as const;

/** So many of a kind are told unless all are to be. */
const mostTold = 10;

function block(title: string, sentences: readonly string[], verbose: boolean): readonly Line[] {
  if (sentences.length === 0) return [];
  const told = verbose ? sentences : sentences.slice(0, mostTold);
  const more = sentences.length - told.length;
  return [
    [{ text: title, style: "bold" }],
    ...told.map((sentence): Line => ["  ", sentence]),
    ...(more === 0 ? [] : [[{ text: `  and ${more} more`, style: "dim" } as const]]),
  ];
}

function failsAt({ counts }: Exposure, what: (typeof occasions)[number]): boolean {
  return (what === "exposed" ? counts.exposed : (counts.exposedWhenFixed ?? 0)) > 0;
}

/** `keyscope exposure`. */
export const exposureCommand = defineCommand({
  name: "exposure",
  summary: "Shows who could read whose words in stored sessions, and whom to notify.",
  details: [
    "With --to-config (the config after a fix) or --to, it also shows who still could.",
    "A store has only the last message of a session, and not who asked; what is not known is listed.",
  ],
  parameters: {
    config: configParameter,
    store: { about: "sessions.json, or a list of keys or entries, in JSON or one a line" },
  },
  options: {
    ...policyOptions,
    "to-config": { type: "string", value: "<file>", about: "the config after a fix: who still could" },
    to: { type: "string", value: "<edition>", about: "the edition after a fix" },
    since: {
      type: "string",
      value: "<instant>",
      about: "notify only of sessions in which something happened since: 2026-03-02T10:00:00Z",
    },
    world: { type: "string", value: "<file>", about: "who is there: { senders, accounts, groups, keys }" },
    only: { type: "string", value: "<parts>", words: parts, many: true, about: "show only these" },
    "fail-on": {
      type: "string",
      value: "<what>",
      words: occasions,
      many: true,
      about: "exit with 1 on any of these",
    },
  },
  examples: [
    "keyscope exposure ~/.openclaw/agents/main/sessions/sessions.json --since 2026-03-01T00:00:00Z",
    "keyscope exposure openclaw.json5 sessions.json --to-config fixed.json5 --fail-on exposed-when-fixed",
  ],
  run: async ({ config, store: file }, chosen) => {
    const {
      only = parts,
      since,
      to,
      verbose = false,
      world,
      "fail-on": failOn = [],
      "to-config": fixed,
    } = chosen;
    const isMoved = to !== undefined || fixed !== undefined;
    const policies = isMoved
      ? await readMove(config, chosen, { config: fixed, edition: to })
      : { from: (await readPolicy(config, chosen)).policy, to: undefined };
    const store = await readSessions(file);
    const found = exposure(policies.from, store.rows, {
      ...(policies.to !== undefined && { fixed: policies.to }),
      ...(since !== undefined && { since: readInstant("since", since) }),
      ...(world !== undefined && { world: await readData(world, worldSchema) }),
    });
    const exposed = found.sessions.filter(({ readers }) => readers.exposed);
    const unknowns = found.unknowns.map(({ key, what }) => (key === undefined ? what : `${key}: ${what}`));
    const blocks = {
      sessions: block("Could be read by others:", exposed.map(explainExposedSession), verbose),
      notify: block("To be told:", found.notify.map(explainNotice), verbose),
      unknown: block("Not known:", unknowns, verbose),
    };
    return {
      json: { ...found, unread: store.unread },
      page: spaced([
        ...parts.filter((part) => only.includes(part)).map((part) => blocks[part]),
        [...unreadLines(store), [explainExposure(found)]],
      ]),
      failed: failOn.some((what) => failsAt(found, what)),
    };
  },
});
