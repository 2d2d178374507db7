import type { ConfigInput } from "../../../src/config/config.ts";
import type { Edition } from "../../../src/edition/edition.ts";
import type { AccessRequest } from "../../../src/policy/access/access-request.ts";
import { evaluateAccess, type AccessDecision } from "../../../src/policy/access/access.ts";
import type { SettingChange } from "../../../src/policy/trace.ts";
import { uncheckedPolicy } from "../../unchecked-policy.ts";

function spell({ setting, to }: SettingChange): string {
  return `${setting}=${String(to)}`;
}

/** The decision in a line, what else is told of a message that is let in, and each set of settings that would turn it: `|` parts choices, `&` joins what must all be chosen. */
function linesOf({ trace, ...decision }: AccessDecision): readonly string[] {
  const { outcome, reason, path, defaultOf, missing, mention, commands } = decision;
  const answer = [
    outcome,
    reason,
    path,
    defaultOf && "(default)",
    missing && `without ${missing.join(" and ")}`,
  ].filter((part) => part !== undefined);
  const beside = mention && [
    `mention ${mention.required ? "required" : "waived"} and ${mention.mentioned ? "made" : "not made"}`,
    `commands ${commands === true ? "obeyed" : "not obeyed"}`,
  ];
  const opposite = trace?.opposite.map((set) =>
    set.map((choice) => choice.map(spell).join(" | ")).join(" & "),
  );
  return [answer.join(" "), ...(beside ? [beside.join(", ")] : []), ...(opposite ?? [])];
}

/** All that is told of a message, by what a channel's section says. */
export function told(
  channel: string,
  section: object | undefined,
  message: Partial<AccessRequest>,
  edition: Edition,
): readonly string[] {
  const config = { channels: section && { [channel]: section } } as ConfigInput;
  const request = { channel, ...message } as AccessRequest;
  return linesOf(evaluateAccess(request, uncheckedPolicy(config, edition), { trace: true }));
}
