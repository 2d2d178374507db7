import type { ChannelConfig } from "../../config/config.ts";
import { channelsWithDmSection, doorPlaces, type DoorPlace } from "../../config/doors.ts";
import { loaderChangeAt, writtenPath } from "../../config/loaded/origin.ts";
import type { Policy } from "../../config/policy.ts";
import { once } from "../../edition/once.ts";
import { definedFields, firstFound, nearest, type Section, type Setting } from "../section.ts";
import type { AllowListSource } from "./allow-list.ts";

type AccountConfig = NonNullable<ChannelConfig["accounts"]>[string];

/** What each place is called, and what a section says there. */
const places = {
  top: {
    dmPolicy: "dmPolicy",
    allowFrom: "allowFrom",
    read: ({ dmPolicy, allowFrom }) => ({ dmPolicy, allowFrom }),
  },
  dm: {
    dmPolicy: "dm.policy",
    allowFrom: "dm.allowFrom",
    read: ({ dm }) => ({ dmPolicy: dm?.policy, allowFrom: dm?.allowFrom }),
  },
} as const satisfies Readonly<
  Record<
    DoorPlace,
    {
      readonly dmPolicy: string;
      readonly allowFrom: string;
      readonly read: (config: AccountConfig) => Pick<AccountConfig, "dmPolicy" | "allowFrom">;
    }
  >
>;

/** What the settings about direct messages are called on a channel. */
export function doorSettings(
  channel: string,
  { behaviours }: Pick<Policy, "behaviours">,
): { readonly dmPolicy: string; readonly allowFrom: string } {
  return places[doorPlaces(channel, behaviours)[0]];
}

const rules = /* @__PURE__ */ once(({ behaviours }: Policy) => ({
  accountFirst: behaviours.has("account-door-first"),
}));

/** Who may write to an account of a channel directly. */
export interface Door {
  /** `dm.enabled`: whether anybody may. */
  readonly directEnabled?: Setting<boolean>;
  readonly dmPolicy?: Setting<string>;
  readonly directList?: AllowListSource;
  /** Where the section `dm` that counts stands. */
  readonly directSection?: string;
  /** `dm.groupEnabled`: whether the bot takes part in chats of several people. */
  readonly groupChatsEnabled?: Setting<boolean>;
  /** `dm.groupChannels`: in which; in all where none is listed. */
  readonly groupChats?: AllowListSource;
}

/** What an account and its channel say about direct messages, nearest first. */
export function readDoor(channel: string, sections: readonly Section<AccountConfig>[], policy: Policy): Door {
  const doors = doorPlaces(channel, policy.behaviours);
  // An account's section `dm` takes the place of its channel's.
  const withSection = sections.find(({ config }) => config.dm !== undefined);
  const at = (place: DoorPlace, { config, path }: Section<AccountConfig>) => {
    const { dmPolicy, allowFrom, read } = places[place];
    const said = read(config);
    return { said, dmPolicy: `${path}.${dmPolicy}`, allowFrom: `${path}.${allowFrom}` };
  };
  const asked = rules(policy).accountFirst
    ? sections.flatMap((section) => doors.map((place) => at(place, section)))
    : doors.flatMap((place) =>
        sections
          .filter((section) => place === "top" || section === withSection)
          .map((section) => at(place, section)),
      );
  const dmPolicy = firstFound(asked, ({ said, dmPolicy }) =>
    said.dmPolicy === undefined ? undefined : asWritten(said.dmPolicy, dmPolicy, policy),
  );
  const directList = firstFound(
    asked,
    ({ said, allowFrom }) =>
      said.allowFrom && { entries: said.allowFrom, path: writtenPath(allowFrom, policy) },
  );
  const section = withSection && { config: withSection.config.dm ?? {}, path: `${withSection.path}.dm` };
  const chats = nearest([section], "groupChannels");
  return definedFields({
    dmPolicy,
    directList,
    directEnabled: channelsWithDmSection.has(channel) ? nearest([section], "enabled") : undefined,
    directSection: section?.path,
    groupChatsEnabled: nearest([section], "groupEnabled"),
    groupChats: chats && { entries: chats.value, path: chats.path },
  });
}

const isDefault = { isDefault: true } as const;

/** A setting as its owner knows it: what a loader wrote in is the release's default, and what it moved stands where it was. */
export function asWritten<Value>(value: Value, path: string, policy: Policy): Setting<Value> {
  const change = loaderChangeAt(path, policy);
  return {
    value,
    path: change?.from ?? path,
    ...(change?.code === "policy-written-in" && isDefault),
  };
}
