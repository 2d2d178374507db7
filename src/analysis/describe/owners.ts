import type { Policy } from "../../config/policy.ts";
import { evaluateCommand, type CommandDecision } from "../../policy/command/command.ts";
import { writtenOwners } from "../../policy/command/owners.ts";
import { channelName } from "../channel-names.ts";
import type { Door } from "../doors/door.ts";
import { enumerated } from "../enumeration.ts";
import { freshText, told } from "../representative/representative.ts";
import { alike, statement, type Statement } from "./statement.ts";

const path = "commands.ownerAllowFrom";

/** Says who owns the bot, as it is written. */
function owners(policy: Policy): Statement {
  const written = [...new Set(writtenOwners(policy))].filter((entry) => entry !== "");
  if (written.length === 0)
    return statement("owners", "Nobody is named as an owner of the bot.", {
      path,
      defaultOf: policy.edition,
    });
  return statement(
    "owners",
    written.includes("*")
      ? "Everybody counts as an owner of the bot."
      : `${enumerated(written, "and", 20)} ${written.length === 1 ? "owns" : "own"} the bot.`,
    { path },
  );
}

/** What a stranger whom a channel lets in may command there. */
function commanding(decision: CommandDecision): string {
  if (decision.allowed)
    return decision.owner ? "counts as an owner and may give it any command" : "may give it commands";
  if (decision.outcome === "reset-only") return "may start a conversation over, but give no other command";
  return "may not give it commands unless a list names them";
}

/** Says who owns the bot, and who else may command it where. */
export function describeOwners(doors: readonly Door[], policy: Policy): readonly Statement[] {
  const direct = doors.filter(({ chatType, who }) => chatType === "direct" && who !== "nobody");
  const asked = direct.map(({ account, channel, people }) => {
    const peer = freshText((text) => people.some(({ id }) => id === text));
    const decision = evaluateCommand(
      told({ channel, account, chatType: "direct", peer, admitted: true }),
      policy,
    );
    return { channel, decision };
  });
  return [
    owners(policy),
    ...alike(asked, ({ decision }) => [commanding(decision), decision.path]).map((group) => {
      const [{ decision }] = group;
      const on = enumerated([...new Set(group.map(({ channel }) => channelName(channel)))]);
      return statement("owners", `Anyone who can message the bot on ${on} ${commanding(decision)}.`, {
        path: decision.path ?? path,
        ...(decision.path === undefined && { defaultOf: policy.edition }),
      });
    }),
  ];
}
