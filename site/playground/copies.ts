import type { Question } from "keyscope/analysis";
import type { Played, Said } from "./play.ts";
import type { State } from "./state.ts";

function saidIn({ moments }: Played): readonly Said[] {
  return moments.filter((moment) => moment.kind === "said");
}

/** What a script asks of a policy, each question once. */
export function questionsOf(played: Played): readonly Question[] {
  const asked = saidIn(played).flatMap(({ decided }): readonly Question[] => {
    if (decided === undefined) return [];
    const { admission, message } = decided;
    const { inbound, mentioned } = message;
    const told = mentioned === undefined ? inbound : { ...inbound, mentioned };
    const door: Question = { ask: "access", request: { ...message.access, ...told } };
    if (!admission.ok) return [door];
    const { key, resolution } = admission;
    const { account, channel, chatType, peer } = resolution;
    const session = { key, channel, chatType, account, ...(peer !== undefined && { peer }) };
    return [
      { ask: "resolution", request: inbound },
      door,
      { ask: "send", request: session },
      { ask: "memory-search", request: session },
    ];
  });
  return [...new Map(asked.map((question) => [JSON.stringify(question), question])).values()];
}

function lines(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
}

/** Writes the script as a test of vitest, in the words of `keyscope/testing`. */
export function testOf(state: State, played: Played): string {
  const seen = new Set<string>();
  const rows = saidIn(played).flatMap(({ decided, who }) => {
    if (decided === undefined) return [];
    const { admission, message } = decided;
    const { inbound, mentioned } = message;
    const told = mentioned === undefined ? inbound : { ...inbound, mentioned };
    const where = `${inbound.channel} ${inbound.chatType}`;
    const row = admission.ok
      ? {
          why: `${who} writes in ${admission.key} (${where})`,
          ask: "resolution",
          request: inbound,
          expect: { key: admission.key },
        }
      : {
          why: `${who} is not let in (${where})`,
          ask: "access",
          request: { ...message.access, ...told },
          expect: { allowed: false, reason: admission.reason },
        };
    const text = JSON.stringify(row);
    if (seen.has(text)) return [];
    seen.add(text);
    return [`    ${text},`];
  });
  return [
    'import { parsePolicy } from "keyscope";',
    'import { decisionTable } from "keyscope/testing";',
    'import { describe, it } from "vitest";',
    "",
    `const config = \`${lines(state.config)}\`;`,
    `const policy = parsePolicy(config, { edition: ${JSON.stringify(state.edition)}, timeZone: ${JSON.stringify(state.timeZone)} });`,
    "",
    'describe("who writes in which session", () => {',
    "  const tests = decisionTable(policy, [",
    ...rows,
    "  ]);",
    "  for (const { title, run } of tests) it(title, run);",
    "});",
    "",
  ].join("\n");
}
