import { expect, it } from "vitest";
import { isEdition, type Edition } from "../../src/edition/edition.ts";
import { discordKeys, slackKeys, type MessageKeys } from "./bridge/conversations.ts";
import { isOutOfContract, policyOf, type VectorInput } from "./bridge/bridge.ts";
import { vectorFunctions } from "./vectors.ts";

/** What the gate of the release found out about a mention of the bot. */
function mentionsBot({ source, text }: VectorInput): boolean {
  return source === "app_mention" || String(text).includes("<@UBOT>");
}

function keysOf(fn: string, input: VectorInput, edition: Edition): MessageKeys | undefined {
  // What was recorded has the config of the message in it.
  const { cfg } = input as { readonly cfg: unknown };
  const policy = policyOf(cfg, { edition, timeZone: "UTC" });
  if (isOutOfContract(policy)) return undefined;
  return fn === "slack.message.keys"
    ? slackKeys(input, mentionsBot(input), policy)
    : discordKeys(input, policy);
}

/** Lines hold the releases that let the message in, and take its config. */
it.each(["slack.message.keys", "discord.message.keys"])(
  "%s: the session of a message that is let in",
  (fn) => {
    const differences: unknown[] = [];
    let replayed = 0;
    for (const { input, outputs } of vectorFunctions("conversations").get(fn) ?? [])
      for (const output of outputs)
        for (const release of output.releases) {
          const edition = `openclaw@${release}`;
          if (!isEdition(edition) || !("value" in output)) continue;
          const actual = keysOf(fn, input, edition);
          if (actual === undefined) continue;
          replayed += 1;
          // The bridge writes what the gates say.
          const expected = output.value as MessageKeys;
          if (
            actual.sessionKey !== expected.sessionKey ||
            actual.parentSessionKey !== expected.parentSessionKey
          )
            differences.push({ release, input: JSON.stringify(input), expected, actual });
        }
    console.info(`${fn}: ${replayed} answers`);
    expect(differences.slice(0, 6), `${differences.length} of ${replayed} differ`).toEqual([]);
  },
);
