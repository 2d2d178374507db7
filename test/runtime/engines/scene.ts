import { safeParsePolicy, type ConfigInput, type Edition, type Policy } from "keyscope";
import { drawnConfig } from "./configs.ts";
import type { Draw } from "./draw.ts";
import { parsePath } from "../../../src/config/path.ts";
import { without } from "../../../src/config/without.ts";

/** A payload of a platform, and how it is read. */
export interface Payload {
  readonly reader: string;
  readonly payload: unknown;
  readonly options: object;
}

/** What is asked about and stands in files; whoever asks has read them. */
export interface Material {
  /** Texts of configs. */
  readonly configs: readonly string[];
  readonly payloads: readonly Payload[];
}

/** What every question can draw on. */
export interface Scene extends Material {
  readonly policies: readonly Policy[];
  /** How a policy is told in a line: whole, it would be said a thousand times. */
  readonly names: ReadonlyMap<unknown, string>;
  /** The zones of those whose resets come at an hour of one that changes its clocks. */
  readonly zones: ReadonlyMap<unknown, string>;
  /** A policy of its own for one question. */
  readonly name: (policy: Policy, name: string, zone?: string) => Policy;
}

/** Our own edition, the newest release and the oldest, and releases about which much changed. */
export const editionsAsked = [
  "2026-11",
  "openclaw@2026.9.6",
  "openclaw@2026.8.1",
  "openclaw@2026.5.22",
  "openclaw@2026.3.7",
  "openclaw@2026.1.29",
] as const satisfies readonly Edition[];

const configsDrawn = 12;

/** A policy out of what an edition does not refuse of a drawn config. */
function policyOf(config: ConfigInput, edition: Edition): Policy | undefined {
  let left = config;
  for (let refusals = 0; refusals < 12; refusals += 1) {
    const parsed = safeParsePolicy(left, { edition, timeZone: "UTC" });
    if (parsed.ok) return parsed.policy;
    const [refused] = parsed.issues.filter(({ severity }) => severity === "error");
    // What is left of a config is one.
    left = without(left, parsePath(refused?.path ?? "") ?? []) as ConfigInput;
  }
  return undefined;
}

/** Every config of a file under the editions that read it, and drawn ones under each. */
export function sceneOf(material: Material, draw: Draw): Scene {
  const names = new Map<unknown, string>();
  const zones = new Map<unknown, string>();
  const name = (policy: Policy, told: string, zone?: string) => {
    names.set(policy, told);
    if (zone !== undefined) zones.set(policy, zone);
    return policy;
  };
  const written = material.configs.flatMap((config, at) =>
    editionsAsked.flatMap((edition) => {
      const parsed = safeParsePolicy(config, { edition, timeZone: "UTC" });
      return parsed.ok ? [name(parsed.policy, `file ${at}, ${edition}`)] : [];
    }),
  );
  const drawn = Array.from({ length: configsDrawn }, () => drawnConfig(draw)).flatMap((config, at) =>
    editionsAsked.flatMap((edition) => {
      const policy = policyOf(config, edition);
      return policy === undefined ? [] : [name(policy, `drawn ${at}, ${edition}`)];
    }),
  );
  return { ...material, policies: [...written, ...drawn], names, zones, name };
}
