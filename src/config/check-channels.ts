import type { Config } from "./config.ts";
import { placeOf, readIdentityLinks } from "./identity-links.ts";
import type { Issue } from "./issue.ts";
import { isListed, listOf } from "./keys/read-lists.ts";
import { hintAmong } from "./nearest.ts";
import { formatPath } from "./path.ts";
import type { Policy } from "./policy.ts";
import { ruleListsOf } from "./rule-lists.ts";
import { lowerCase } from "../edition/lower-case.ts";

/** A place of a config that names a channel. */
interface NamedChannel {
  readonly channel: string | undefined;
  readonly path: readonly (string | number)[];
}

/** What else stands among the channels. */
const notChannels: ReadonlySet<string> = new Set(["defaults", "modelByChannel"]);

function* namedChannels(config: Config): Generator<NamedChannel> {
  const { session, bindings, channels, accessGroups } = config;
  for (const channel of Object.keys(channels ?? {}))
    if (!notChannels.has(channel)) yield { channel, path: ["channels", channel] };
  for (const channel of Object.keys(session?.resetByChannel ?? {}))
    yield { channel, path: ["session", "resetByChannel", channel] };
  for (const link of readIdentityLinks(session?.identityLinks))
    yield { channel: link.channel, path: placeOf(link) };
  for (const [index, { match }] of (bindings ?? []).entries())
    yield { channel: match.channel, path: ["bindings", index, "match", "channel"] };
  for (const { list, path } of ruleListsOf(config))
    for (const [index, rule] of (list.rules ?? []).entries())
      yield { channel: rule.match?.channel, path: [...path, "rules", index, "match", "channel"] };
  for (const [group, { members }] of Object.entries(accessGroups ?? {}))
    for (const channel of Object.keys(members ?? {}))
      yield { channel, path: ["accessGroups", group, "members", channel] };
}

/** Finds the channels that a config names and the host does not have, when the host told which it has. */
export function checkChannels(policy: Policy): readonly Issue[] {
  const { channels, config, behaviours, edition } = policy;
  if (channels === undefined) return [];
  const known = new Set(channels.map((channel) => lowerCase(channel)));
  const time = listOf(edition);
  // A release refuses the section of a channel that is none of its own and that no plugin brings.
  const isRefused = (path: NamedChannel["path"]) =>
    behaviours.has("strict-settings") || (path[0] === "channels" && !isListed(path.map(String), time));
  const issues: Issue[] = [];
  for (const { channel, path } of namedChannels(config)) {
    if (channel === undefined || channel === "*" || known.has(lowerCase(channel.trim()))) continue;
    issues.push({
      severity: isRefused(path) ? "error" : "warning",
      code: "unknown-channel",
      path: formatPath(path),
      message: `the host has no channel ${JSON.stringify(channel)}`,
      hint: hintAmong(channel, channels),
    });
  }
  return issues;
}
