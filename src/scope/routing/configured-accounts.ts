import type { ChannelConfig } from "../../config/config.ts";
import { once } from "../../edition/once.ts";
import type { Policy } from "../../config/policy.ts";
import { defaultAccountId, normalizeAccountId } from "../../identity/account-id.ts";
import { channelIdOf } from "../../identity/peer-id.ts";

/** The accounts of a channel that a config has a section for. */
export interface ConfiguredAccounts {
  /** As the config writes them. */
  readonly names: readonly string[];
  /** As messages name them, that of the bot beside them included. */
  readonly ids: ReadonlySet<string>;
}

/** What a channel says beside its accounts of a bot of its own, which is the account `default`. */
const ofOwnBot: readonly string[] = [
  ...["token", "tokenFile", "botToken", "botSecret", "appToken", "accessToken", "channelAccessToken"],
  ...["appId", "appSecret", "clientId", "secretFile", "serviceAccount", "serviceAccountFile"],
  ...["serviceAccountRef", "password", "privateKey", "account", "signalNumber", "authDir", "cliPath"],
  ...["dbPath", "httpUrl", "baseUrl", "homeserver", "host", "ship"],
];

/** The accounts of each channel that a config has a section for; a channel that lists none has the one `default`. */
export const configuredAccounts = /* @__PURE__ */ once(
  ({ config, behaviours }: Policy): ReadonlyMap<string, ConfiguredAccounts> => {
    const channels = Object.entries(config.channels ?? {}).filter(([name]) => name !== "defaults");
    return new Map(
      channels.map(([name, channel]) => {
        // `channels` also takes keys that are no channels; only `defaults` is known to be one.
        const section = channel as ChannelConfig;
        const names = Object.keys(section.accounts ?? {});
        const hasOwnBot = names.length === 0 || ofOwnBot.some((key) => Object.hasOwn(section, key));
        const ids = names.map((account) => normalizeAccountId(account, behaviours));
        return [
          channelIdOf(name, behaviours),
          { names, ids: new Set([...ids, ...(hasOwnBot ? [defaultAccountId] : [])]) },
        ];
      }),
    );
  },
);
