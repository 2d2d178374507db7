import type { ChannelConfig, Config } from "../../config/config.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import { normalizeAgentId } from "../../identity/agent-id.ts";
import { resetEntry, type ResetEntry } from "./entry.ts";
import type { Behaviours } from "../../edition/edition.ts";
import { once } from "../../edition/once.ts";
import { fold } from "../../identity/fold.ts";

/** What an edition calls the channels. */
export interface ResetChannelNames {
  /** The name under which a channel's reset policy is kept; undefined for a blank channel. */
  readonly nameOf: (channel: string | undefined) => string | undefined;
}

/** The names of channels in reset policies, as an edition knows them. */
export const resetChannelNames = /* @__PURE__ */ once((behaviours: Behaviours): ResetChannelNames => {
  const aliases = new Map<string, string>();
  if (behaviours.has("channel-alias-imessage"))
    aliases.set("imsg", "imessage").set("gchat", "googlechat").set("google-chat", "googlechat");
  if (behaviours.has("channel-alias-irc")) aliases.set("internet-relay-chat", "irc");
  if (behaviours.has("channel-alias-teams")) aliases.set("teams", "msteams");
  return {
    nameOf(channel: string | undefined): string | undefined {
      if (channel === undefined) return undefined;
      const name = fold(channel);
      return name === "" ? undefined : (aliases.get(name) ?? name);
    },
  };
});

/** A reset policy that takes the place of `session.reset` and `session.resetByType` for some sessions. */
export type ResetOverride = {
  readonly entry: ResetEntry;
  readonly path: string;
} & (
  | { readonly for: "channel"; readonly channel: string }
  | { readonly for: "agent"; readonly agentId: string }
  | { readonly for: "group"; readonly channel: string; readonly account?: string; readonly peer: string }
);

/** `constructor` and `__proto__`: names that every object has and that lower-casing leaves alone. */
const inheritedNames = ["constructor", "__proto__"] as const;

function* byChannel({ config, behaviours }: Policy): Generator<ResetOverride> {
  const written = config.session?.resetByChannel;
  if (written === undefined) return;
  const { nameOf } = resetChannelNames(behaviours);
  for (const [name, reset] of Object.entries(written)) {
    const path = formatPath(["session", "resetByChannel", name]);
    const channel = behaviours.has("reset-channels-by-name") ? nameOf(name) : name;
    const entry = resetEntry(reset, path);
    if (channel !== undefined && entry !== undefined) yield { for: "channel", channel, entry, path };
  }
  if (behaviours.has("reset-channels-by-name")) return;
  // Upstream's plain property lookup finds what every object inherits, which says nothing: daily at 04:00.
  for (const channel of inheritedNames)
    yield { for: "channel", channel, entry: {}, path: formatPath(["session", "resetByChannel", channel]) };
}

function* byAgent({ agents }: Config): Generator<ResetOverride> {
  const listed = (agents?.list ?? []).map((agent, index) => ({ ...agent, place: ["list", index] }));
  const named = Object.entries(agents?.entries ?? {}).map(([id, agent]) => ({
    ...agent,
    id,
    place: ["entries", id],
  }));
  for (const { id, place, reset } of [...listed, ...named]) {
    const path = formatPath(["agents", ...place, "reset"]);
    const entry = resetEntry(reset, path);
    if (entry !== undefined) yield { for: "agent", agentId: normalizeAgentId(id), entry, path };
  }
}

function* ofGroups(
  groups: ChannelConfig["groups"],
  place: readonly string[],
  where: { readonly channel: string; readonly account?: string },
): Generator<ResetOverride> {
  for (const [peer, group] of Object.entries(groups ?? {})) {
    const path = formatPath([...place, "groups", peer, "reset"]);
    const entry = resetEntry(group.reset, path);
    if (entry !== undefined) yield { for: "group", ...where, peer, entry, path };
  }
}

function* byGroup({ config, behaviours }: Policy): Generator<ResetOverride> {
  const { nameOf } = resetChannelNames(behaviours);
  for (const [name, written] of Object.entries(config.channels ?? {})) {
    const channel = nameOf(name);
    if (name === "defaults" || written === undefined || channel === undefined) continue;
    const { groups, accounts }: ChannelConfig = written;
    yield* ofGroups(groups, ["channels", name], { channel });
    for (const [account, { groups: own }] of Object.entries(accounts ?? {}))
      yield* ofGroups(own, ["channels", name, "accounts", account], { channel, account });
  }
}

/** Every override that a policy's edition reads, in the order in which they are written. */
export function* resetOverrides(policy: Policy): Generator<ResetOverride> {
  yield* byChannel(policy);
  if (!policy.behaviours.has("reset-extensions")) return;
  yield* byAgent(policy.config);
  yield* byGroup(policy);
}
