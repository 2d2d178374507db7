import { expect, it } from "vitest";
import type { ConfigInput } from "../../src/config/config.ts";
import { isEdition, type Edition } from "../../src/edition/edition.ts";
import { evaluateAccess, type AccessDecision } from "../../src/policy/access/access.ts";
import type { AccessRequest } from "../../src/policy/access/access-request.ts";
import { channelAccess } from "../../src/policy/access/channel-access.ts";
import { uncheckedPolicy } from "../unchecked-policy.ts";
import { vectorFunctions } from "./vectors.ts";

/** What the functions of the releases were asked, each in part. */
interface Asked {
  readonly cfg: ConfigInput;
  readonly accountId?: string;
  readonly senderId: string;
  readonly store?: readonly string[];
  readonly bot?: true;
  readonly dmPolicy?: string;
  readonly allowFrom?: readonly string[];
  readonly storeAllowFrom?: readonly string[];
}

/** What they answered, each in part. */
interface Told {
  readonly accountId?: string;
  readonly dmPolicy?: string;
  readonly allowFrom?: readonly (string | number)[] | null;
  readonly dmEnabled?: boolean;
  readonly decision?: string;
  readonly admitted?: boolean;
  readonly pairing?: boolean;
}

/** What was recorded of an answer, and what is decided here. */
type Compared = readonly [recorded: unknown, decided: unknown];

/** What a channel and its account say about direct messages. */
function settings(channel: string, { cfg }: Asked, told: Told, edition: Edition): Compared {
  const access = channelAccess(channel, told.accountId, uncheckedPolicy(cfg, edition));
  return [
    [told.dmPolicy, (told.allowFrom ?? []).map(String), told.dmEnabled],
    [
      access?.dmPolicy?.value ?? "pairing",
      (access?.directList?.entries ?? []).map(String),
      access?.directEnabled?.value ?? true,
    ],
  ];
}

function recordedOutcome({ admitted, pairing, decision }: Told): AccessDecision["outcome"] {
  if (admitted === true || decision === "allow") return "admit";
  return pairing === true || decision === "pairing" ? "pair" : "deny";
}

/** Who is let in. */
function admission(channel: string, asked: Asked, told: Told, edition: Edition): Compared {
  const { cfg, senderId, accountId, store } = asked;
  const request: AccessRequest = {
    channel,
    chatType: "direct",
    peer: senderId,
    ...(accountId !== undefined && { account: accountId }),
    ...(store !== undefined && { paired: store }),
  };
  return [recordedOutcome(told), evaluateAccess(request, uncheckedPolicy(cfg, edition)).outcome];
}

/** Whether a config names somebody otherwise than by an id: no request says how people are called. */
function hasNames({ cfg }: Asked): boolean {
  return /"(?:Ann|ann|Bob|bob|[^"]*@[Xx]\.org)/.test(JSON.stringify(cfg));
}

const compare: Readonly<
  Record<string, (asked: Asked, told: Told, edition: Edition) => Compared | undefined>
> = {
  "discord.settings": (...answer) => settings("discord", ...answer),
  "slack.settings": (...answer) => settings("slack", ...answer),
  // That a bot wrote is no fact of a request.
  "discord.message": (asked, ...answer) =>
    asked.bot === true || hasNames(asked) ? undefined : admission("discord", asked, ...answer),
  "slack.message": (asked, ...answer) =>
    asked.bot === true ? undefined : admission("slack", asked, ...answer),
  // The function of one release left pairing to whoever called it.
  "googlechat.access": (asked, told, edition) =>
    hasNames(asked) || edition === "openclaw@2026.3.2"
      ? undefined
      : admission("googlechat", asked, told, edition),
  "matrix.access"(asked, told, edition) {
    // Earlier releases answered in parts.
    if (told.decision === undefined) return undefined;
    const { dmPolicy: policy, allowFrom, senderId, storeAllowFrom: store = [] } = asked;
    // The settings were recorded as they are, without the config around them.
    const cfg = { channels: { matrix: { dm: { policy, allowFrom } } } } as ConfigInput;
    return admission("matrix", { cfg, senderId, store }, told, edition);
  },
};

it.each([
  ["discord.settings", 4000],
  ["slack.settings", 3500],
  ["discord.message", 1500],
  ["slack.message", 1300],
  ["googlechat.access", 1400],
  ["matrix.access", 600],
])("direct messages are decided as in %s", (fn, least) => {
  const differences: unknown[] = [];
  let replayed = 0;
  for (const { input, outputs } of vectorFunctions("direct").get(fn) ?? [])
    for (const output of outputs)
      for (const release of output.releases) {
        const edition = `openclaw@${release}`;
        if (!isEdition(edition) || !("value" in output) || output.value === null) continue;
        // Each function's lines have its own shapes.
        const compared = compare[fn]?.(input as Asked, output.value as Told, edition);
        if (compared === undefined) continue;
        replayed += 1;
        const [recorded, decided] = compared;
        if (JSON.stringify(recorded) !== JSON.stringify(decided))
          differences.push({ edition, input: JSON.stringify(input), recorded, decided });
      }
  expect(differences.slice(0, 3), `${differences.length} of ${replayed} differ`).toEqual([]);
  expect(replayed).toBeGreaterThan(least);
});
