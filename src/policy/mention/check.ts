import { isObject } from "../../config/is-object.ts";
import type { Issue } from "../../config/issue.ts";
import { hintAmong } from "../../config/nearest.ts";
import { extendPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { agentRoster } from "../../scope/routing/agent-roster.ts";
import { configuredChannels } from "../access/channel-access.ts";
import { mistake, warning } from "../issues.ts";
import { quotePattern } from "./identity-pattern.ts";
import { readPattern, type CompiledPattern, type PatternFault } from "./mention-pattern.ts";
import { occurs } from "./search.ts";

const faults: Readonly<
  Record<Exclude<PatternFault, "blank">, readonly [code: Issue["code"], message: string]>
> = {
  invalid: ["invalid-pattern", "is not a regular expression, and matches nothing"],
  repetition: [
    "slow-pattern",
    "repeats something that is itself a repetition, and could be tried without end",
  ],
};

function isInEverything({ bounded, program }: CompiledPattern): boolean {
  return program === undefined ? bounded?.test("") === true : occurs(program, []);
}

/** What is wrong with a pattern: releases leave it out, and say so at most in their log. */
function checkPattern(written: string, path: string, policy: Policy): readonly Issue[] {
  const closed = policy.behaviours.has("mention-patterns-checked");
  const say = closed ? mistake : warning;
  const shown = JSON.stringify(written);
  const literally = `to mean just that text, write ${JSON.stringify(quotePattern(written))}`;
  const read = readPattern(written, "i", path, policy);
  if (!read.ok) {
    if (read.fault === "blank") return [];
    const [code, message] = faults[read.fault];
    const hint = read.fault === "invalid" ? literally : "write one repetition, such as `a+` for `(a+)+`";
    return [say(code, path, `${shown} ${message}`, hint)];
  }
  const { bounded, program } = read.pattern;
  if (program === undefined && bounded === undefined)
    return [
      say(
        "slow-pattern",
        path,
        `${shown} refers back to what it matched, and is not searched for`,
        "write the pattern again instead of `\\1`",
      ),
    ];
  if (!closed || !isInEverything(read.pattern)) return [];
  const hint =
    "write what a message has to contain, such as `@bot\\\\b`; if no mention is needed, set requireMention: false";
  return [mistake("mentions-everything", path, `${shown} matches every text`, hint)];
}

function checkMode(channel: string, section: unknown, policy: Policy): readonly Issue[] {
  const setting = isObject(section) ? section["mentionPatterns"] : undefined;
  const mode = isObject(setting) ? setting["mode"] : undefined;
  if (mode === undefined || mode === "allow" || mode === "deny") return [];
  if (!policy.behaviours.has("mention-patterns-checked")) return [];
  const path = `${extendPath("channels", channel)}.mentionPatterns.mode`;
  const message = `${JSON.stringify(mode)} is not a mode of mention patterns`;
  return [
    mistake(
      "unknown-value",
      path,
      message,
      hintAmong(typeof mode === "string" ? mode : "", ["allow", "deny"]),
    ),
  ];
}

/** Finds patterns that mention nobody, everybody, or might be looked for without end. */
export function checkMentions(policy: Policy): readonly Issue[] {
  const shared = policy.config.messages?.groupChat?.mentionPatterns ?? [];
  const ofAgents = agentRoster(policy).agents.flatMap(({ config, path }) =>
    (config.groupChat?.mentionPatterns ?? []).map(
      (pattern, index) => [pattern, `${path}.groupChat.mentionPatterns[${index}]`] as const,
    ),
  );
  const written = [
    ...shared.map((pattern, index) => [pattern, `messages.groupChat.mentionPatterns[${index}]`] as const),
    ...ofAgents,
  ];
  return [
    ...written.flatMap(([pattern, path]) => checkPattern(pattern, path, policy)),
    ...[...configuredChannels(policy.config)].flatMap(([channel, section]) =>
      checkMode(channel, section, policy),
    ),
  ];
}
