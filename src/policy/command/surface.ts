import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { fold } from "../../identity/fold.ts";
import { knownChannels } from "../../scope/known-channels.ts";
import { channelPeople, configuredPeople } from "./people.ts";
import type { CommandRequest } from "./command-request.ts";

/** The client of the gateway in a browser, which is no channel. */
export const webchat = "webchat";

/** Other names of channels, in the ids of people. */
const otherNames = new Map([
  ["imsg", "imessage"],
  ["gchat", "googlechat"],
  ["google-chat", "googlechat"],
  ["internet-relay-chat", "irc"],
]);

/** The channels that every release's command lists know, also where sender addresses do not (2026.4.14). */
const always = ["telegram", "whatsapp", "discord", "slack", "signal", "imessage", "googlechat"] as const;

/** Finds the channel that a name means, among those that an edition has. */
export const channelNamer = /* @__PURE__ */ once(({ behaviours }: Policy) => {
  const registered = new Set<string>([...always, ...knownChannels(behaviours)]);
  registered.delete(webchat);
  return (name: string | undefined): string | undefined => {
    const folded = fold(name ?? "");
    const id = otherNames.get(folded) ?? folded;
    return registered.has(id) ? id : undefined;
  };
});

type ChannelOf = (request: CommandRequest, policy: Policy) => string | undefined;

/** The only channel with a list of people, where there is only one. */
function onlyListed(account: string | undefined, policy: Policy): string | undefined {
  const listed = configuredPeople(policy).filter((channel) => {
    const named = channelNamer(policy)(channel);
    return named === channel && channelPeople(channel, account, policy).entries.length > 0;
  });
  return listed.length === 1 ? listed[0] : undefined;
}

/** What a channel is called: a registered one by its id, webchat, or any name, as it is written without case. */
function messageChannel(name: string | undefined, policy: Policy): string | undefined {
  return channelNamer(policy)(name) ?? (fold(name ?? "") || undefined);
}

function partsOf({ from, to }: CommandRequest): readonly string[] {
  return [from, to].flatMap((address) => address?.split(":") ?? []);
}

function told(
  request: CommandRequest,
  order: readonly ("channel" | "origin" | "provider")[],
  policy: Policy,
) {
  const { channel, provider = channel } = request;
  const names = { channel, origin: request.origin, provider };
  return order.map((each) => messageChannel(names[each], policy)).filter((name) => name !== undefined);
}

const deliveredFirst = ["provider", "channel", "origin"] as const;
const surfaceFirst = ["channel", "origin", "provider"] as const;

/** Until 2026.2.12 only channels that the release has count at all. */
const registeredOnly: ChannelOf = (request, policy) => {
  const { channel, provider = channel } = request;
  const name = channelNamer(policy);
  for (const each of [provider, channel, request.origin, ...partsOf(request)]) {
    const found = name(each);
    if (found !== undefined) return found;
  }
  return onlyListed(request.account, policy);
};

/** Since 2026.2.17: what is told first decides; then the addresses, then what the config has a list for. */
function byOrder(order: readonly ("channel" | "origin" | "provider")[], anyName: boolean): ChannelOf {
  return (request, policy) => {
    const names = told(request, order, policy);
    const outside = names.filter((name) => name !== webchat);
    const [first] = order === surfaceFirst ? outside : names;
    if (first === webchat || (first === undefined && names.length > 0)) return undefined;
    const name = channelNamer(policy);
    const direct = anyName ? first : (name(first) ?? outside.map(name).find((each) => each !== undefined));
    if (direct !== undefined) return direct;
    for (const part of partsOf(request)) {
      const found = messageChannel(part, policy);
      if (found === webchat) return undefined;
      const counts = anyName ? found : name(found);
      if (counts !== undefined) return counts;
    }
    return onlyListed(request.account, policy);
  };
}

const rule = /* @__PURE__ */ once(({ behaviours }: Policy): { readonly channelOf: ChannelOf } => {
  if (behaviours.has("commands-closed"))
    return {
      channelOf: ({ channel, origin, provider }, policy) =>
        [channel, origin, provider]
          .map((name) => messageChannel(name, policy))
          .find((name) => name !== undefined && name !== webchat),
    };
  if (!behaviours.has("webchat-is-no-channel")) return { channelOf: registeredOnly };
  const order = behaviours.has("surface-names-channel") ? surfaceFirst : deliveredFirst;
  return { channelOf: byOrder(order, behaviours.has("unregistered-channels-named")) };
});

/** The channel on which a command is given; undefined where it is none, as in webchat, or cannot be told. */
export function commandChannel(request: CommandRequest, policy: Policy): string | undefined {
  return rule(policy).channelOf(request, policy);
}

/** Whether a client of the gateway delivered a command, rather than a channel. */
export function isFromWebchat({ channel, provider = channel }: CommandRequest): boolean {
  return fold(provider ?? "") === webchat;
}
