import type { Issue } from "../../config/issue.ts";
import { didYouMean, hintAmong, nearest } from "../../config/nearest.ts";
import type { Policy } from "../../config/policy.ts";
import { senderKinds } from "./sender.ts";

/** Finds a key of `toolsBySender` that names a kind of sender, or a channel, that there is not. */
export function checkSenderKey(key: string, path: string, { channels }: Policy): readonly Issue[] {
  const [kind = "", channel = ""] = key.split(":");
  if (!key.includes(":")) return [];
  const known = senderKinds.find((name) => name === kind.toLowerCase());
  const meant = known === undefined ? nearest(kind, senderKinds) : undefined;
  if (meant !== undefined)
    return [
      {
        severity: "error",
        code: "unknown-sender-kind",
        path,
        message: `${JSON.stringify(kind)} is no kind of sender`,
        hint: didYouMean(meant + key.slice(kind.length)),
      },
    ];
  const named = channel.trim().toLowerCase();
  if (known !== "channel" || channels === undefined) return [];
  if (channels.some((name) => name.toLowerCase() === named)) return [];
  return [
    {
      severity: "error",
      code: "unknown-channel",
      path,
      message: `the host has no channel ${JSON.stringify(channel)}`,
      hint: hintAmong(channel, channels),
    },
  ];
}
