import { isolationOf } from "../../scope/isolation/isolation.ts";
import { extendPath } from "../../config/path.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { moveOn, type Found } from "./finding.ts";
import { nameOf } from "./participant.ts";
import type { Situation } from "./situation.ts";

/** Two different rooms of channels whose ids have case: Matrix room ids, Signal and Teams base64 ids. */
const differingByCase: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["matrix", ["!Room:example.org", "!room:example.org"]],
  ["signal", ["R3JvdXA=", "r3jvdxa="]],
  ["msteams", ["19:Abc@thread.tacv2", "19:abc@thread.tacv2"]],
]);

/** Finds configured channels on which the edition puts two rooms into one session. */
export function caseCollisions({ accounts, policy }: Situation): readonly Found[] {
  return [...new Set(accounts.map(({ channel }) => channel))].flatMap((channel) => {
    const ids = differingByCase.get(channel.toLowerCase());
    if (ids === undefined) return [];
    const room = (peer: string): Inbound => ({ channel, chatType: "group", peer });
    const [a, b] = [room(ids[0]), room(ids[1])];
    if (isolationOf(a, b, policy).reason !== "collision") return [];
    return [
      {
        id: "ids-lose-case",
        severity: "low",
        path: extendPath("channels", channel),
        message: `Two rooms of ${channel} whose ids differ only by case would share a session.`,
        fix: moveOn("No setting tells them apart: move to the edition 2026-11."),
        witness: {
          who: [a, b].map(nameOf),
          what: resolveSession(a, policy).key ?? "",
          invented: true,
        },
      },
    ];
  });
}
