import { isPolluted, unpolluted } from "../edition/unpolluted.ts";
import { demandPolicy } from "../config/policy.ts";
import type { Config } from "../config/config.ts";
import type { DefaultSetting } from "../config/default-setting.ts";
import { freezeTree } from "../config/freeze-tree.ts";
import { isObject } from "../config/is-object.ts";
import { knowsOf } from "../config/keys/knows.ts";
import { writtenConfig } from "../config/loaded/origin.ts";
import type { Policy } from "../config/policy.ts";
import { once } from "../edition/once.ts";
import { maintenanceDefaults } from "../lifecycle/maintenance/defaults.ts";
import { resetDefaults } from "../lifecycle/reset/defaults.ts";
import { policyDefaults } from "../policy/defaults.ts";
import { scopeDefaults } from "../scope/defaults.ts";

/** What goes without saying in each room, as it decides itself. */
const defaults: readonly ((policy: Policy) => readonly DefaultSetting[])[] = [
  scopeDefaults,
  policyDefaults,
  resetDefaults,
  maintenanceDefaults,
];

/** A tree in which a setting that was left out is written, where the edition knows it. */
function written(
  tree: unknown,
  path: readonly string[],
  setting: DefaultSetting,
  knows: ReturnType<typeof knowsOf>,
  place: readonly string[] = [],
): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return tree ?? (knows(place) ? setting.value : undefined);
  if (name === "*")
    return isObject(tree)
      ? Object.fromEntries(
          Object.entries(tree).map(([key, inner]) => [
            key,
            key === "defaults" ? inner : written(inner, rest, setting, knows, [...place, key]),
          ]),
        )
      : tree;
  if (tree !== undefined && !isObject(tree)) return tree;
  if (rest.length === 0 && setting.beside?.(tree ?? {}) === false) return tree;
  const inner = written(tree?.[name], rest, setting, knows, [...place, name]);
  return inner === undefined ? tree : { ...tree, [name]: inner };
}

const materialized = /* @__PURE__ */ once((policy: Policy): Config => {
  const whole = defaults
    .flatMap((room) => room(policy))
    .reduce<unknown>(
      (tree, setting) => written(tree, setting.path, setting, knowsOf(policy)),
      writtenConfig(policy),
    );
  // A config with settings that its schema knows is one.
  return freezeTree(whole, false).tree as Config;
});

/**
 * Writes the defaults of a policy's edition into its config, so that the config says by itself what it
 * means: a later edition with other defaults decides as before wherever a written setting decides.
 *
 * What was written stays as it is. The result is a config of the same edition, with the same fingerprint
 * and the same decisions, apart from where they say that a setting came from. Left out are defaults that
 * no setting can say, and those that follow another setting.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({}, { edition: "2026-11", timeZone: "Europe/Berlin" });
 * const { session } = materialize(policy);
 * session?.reset; //=> { mode: "daily", atHour: 4, timeZone: "Europe/Berlin" }
 * session?.dmScope; //=> "main"
 * ```
 */
export function materialize(policy: Policy): Config {
  if (isPolluted()) return unpolluted(materialize, policy);
  demandPolicy(policy);
  return materialized(policy);
}
