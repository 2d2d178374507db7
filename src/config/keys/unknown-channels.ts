import { behavioursOf, type Edition } from "../../edition/edition.ts";
import { describeValue } from "../expectation.ts";
import type { Issue } from "../issue.ts";
import { didYouMean, nearest } from "../nearest.ts";
import { formatPath } from "../path.ts";
import { at, listAt, settingsAt } from "./places.ts";
import { channelsAt, isListed } from "./read-lists.ts";
import { lowerCase } from "../../edition/lower-case.ts";

/** Whether a config loads plugins of which one may bring a channel: nobody knows which without loading them. */
function mayBring(config: unknown, channel: string): boolean {
  return (
    listAt(config, "plugins", "load", "paths").length > 0 ||
    Object.keys(settingsAt(config, "plugins", "installs")).length > 0 ||
    at(config, "plugins", "entries", channel) !== undefined
  );
}

/** Finds the sections of channels that the edition does not have; a host may have channels of its own under one of ours. */
export function* unknownChannels(config: unknown, edition: Edition, time: number): Generator<Issue> {
  const behaviours = behavioursOf(edition);
  const ours = behaviours.has("strict-settings");
  const known = channelsAt(time);
  for (const channel of Object.keys(settingsAt(config, "channels"))) {
    if (isListed(["channels", channel], time)) continue;
    const meant = nearest(channel, known);
    if (ours && meant === undefined) continue;
    const passes =
      mayBring(config, channel) ||
      (behaviours.has("channels-in-any-case") && known.includes(lowerCase(channel)));
    const isNot = ours ? "is nearly the name of a channel" : "is not a channel of the release";
    yield {
      severity: passes ? "warning" : "error",
      code: "unknown-channel",
      path: formatPath(["channels", channel]),
      message: `${describeValue(channel)} ${isNot}${passes ? ", and is read only if a plugin adds it" : ""}`,
      hint:
        meant === undefined
          ? `it has ${known.join(", ")}; name the channels of plugins when you parse the policy: \`channels: [${describeValue(channel)}, …]\``
          : didYouMean(meant),
    };
  }
}
