import { once } from "../../edition/once.ts";
import { placeOf, readIdentityLinks } from "../../config/identity-links.ts";
import { formatPath } from "../../config/path.ts";
import type { Policy } from "../../config/policy.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { resolveSession } from "../../scope/session/resolve-session.ts";

/** A policy under which every link is of a person of its own, and where each such person's link stands. */
interface LinksApart {
  readonly policy: Policy;
  readonly pathOf: ReadonlyMap<string, string>;
}

const linksApart = once((policy: Policy): LinksApart => {
  const { behaviours, config } = policy;
  const identityLinks: Record<string, readonly string[]> = {};
  const pathOf = new Map<string, string>();
  for (const link of readIdentityLinks(config.session?.identityLinks)) {
    // The releases read neither labelled links nor those of a person without a name.
    const unread = link.spelling === "labelled" && !behaviours.has("links-name-their-channel");
    if (unread || link.name.trim() === "") continue;
    const person = `link ${pathOf.size}`;
    identityLinks[person] = [link.text];
    pathOf.set(person, formatPath(placeOf(link)));
  }
  return {
    policy: { ...policy, config: { ...config, session: { ...config.session, identityLinks } } },
    pathOf,
  };
});

/** Where the link stands that told who wrote a message; undefined where none did. */
export function linkingLink(inbound: Inbound, policy: Policy): string | undefined {
  const { policy: apart, pathOf } = linksApart(policy);
  const resolution = resolveSession(inbound, apart);
  return resolution.ok ? pathOf.get(resolution.identity ?? "") : undefined;
}
