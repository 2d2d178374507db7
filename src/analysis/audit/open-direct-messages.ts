import type { AllowListSource } from "../../policy/access/allow-list.ts";
import { unnamedAccountAccess } from "../../policy/access/channel-access.ts";
import { unwrittenAccess } from "../../policy/access/defaults.ts";
import { evaluateAccess } from "../../policy/access/access.ts";
import type { Inbound } from "../../scope/inbound.ts";
import { through, type Door } from "./door.ts";
import type { ConfigChange, Found, Fix } from "./finding.ts";
import { strangersAt } from "./people.ts";
import { nameOf } from "./participant.ts";
import type { Scene } from "./scene.ts";

/** Takes `*` out of a list. */
function withoutStar({ entries, path }: AllowListSource): ConfigChange {
  const others = entries.filter((entry) => String(entry).trim() !== "*");
  return others.length > 0 ? { path, set: others } : { path, remove: true };
}

/** Closes what is open by a list, and takes `*` out of it: neither is accepted without the other. */
function closeDoors(list: AllowListSource | undefined, door: Door, { doors, policy }: Scene): Fix["changes"] {
  const ofChannel = doors.filter(({ channel }) => channel === door.channel).map(({ access }) => access);
  const unnamed = unnamedAccountAccess(door.channel, policy);
  const open = [door.access, ...ofChannel, ...(unnamed ? [unnamed] : [])].filter(
    (access) =>
      access.dmPolicy?.value === "open" && (access === door.access || access.allowFrom?.path === list?.path),
  );
  const paths = new Set(open.flatMap(({ dmPolicy }) => dmPolicy?.path ?? []));
  return [...[...paths].map((path) => ({ path, set: "pairing" })), ...(list ? [withoutStar(list)] : [])];
}

/** Strangers who are let in directly: because the door is open, or because `*` makes pairing and lists idle. */
function openToStrangers(door: Door, scene: Scene): readonly Found[] {
  const { access, channel } = door;
  const [stranger] = strangersAt(door, scene.policy);
  const message: Inbound = { ...through(door), chatType: "direct", peer: stranger };
  if (!evaluateAccess(message, scene.policy).allowed) return [];
  const { dmPolicy, allowFrom } = access;
  const starred = allowFrom?.entries.some((entry) => String(entry).trim() === "*") === true;
  const list = starred ? allowFrom : undefined;
  const listPath = list?.path ?? `${access.path}.allowFrom`;
  const pairs = (dmPolicy?.value ?? unwrittenAccess(scene.policy.behaviours).dmPolicy) === "pairing";
  const isOpen = dmPolicy?.value === "open";
  return [
    {
      id: pairs ? "inert-pairing" : "open-direct-messages",
      severity: "high",
      path: isOpen ? dmPolicy.path : listPath,
      message: pairs
        ? 'Nobody is ever paired: "*" lets everybody write to the bot, as an open door does.'
        : "Anybody who finds the bot could write to it and have it act.",
      fix: {
        sentence: isOpen
          ? `Write ${dmPolicy.path}: "pairing", and list in allowFrom whom you know.`
          : `Take "*" out of ${listPath}.`,
        changes: closeDoors(list, door, scene),
      },
      witness: { who: [nameOf(message)], what: `a direct chat on ${channel}`, invented: true },
    },
  ];
}

/** Finds where strangers write to the bot directly. */
export function openDirectMessages(scene: Scene): readonly Found[] {
  return scene.doors.flatMap((door) => openToStrangers(door, scene));
}
