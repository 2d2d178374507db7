import type { Config, ConfigInput } from "../../../src/config/config.ts";
import type { Policy } from "../../../src/config/policy.ts";
import { PolicyError } from "../../../src/config/issue.ts";
import { configSchema } from "../../../src/config/schema/config.ts";
import { without } from "../../../src/config/without.ts";
import { findUnknownKeys } from "../../../src/config/unknown-keys.ts";
import { behavioursOf, type Edition } from "../../../src/edition/edition.ts";
import { parsePolicy } from "../../../src/parse-policy.ts";

/** Under what a vector is replayed. */
export interface Circumstances {
  readonly edition: Edition;
  /** The zone of the host that answered. */
  readonly timeZone: string;
}

// A vector's input is whatever the upstream function took; each bridge function knows its own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type VectorInput = any;

/** Upstream function names, each with its translation. */
export type Bridge = Readonly<Record<string, (input: VectorInput, circumstances: Circumstances) => unknown>>;

/** What a bridge answers where the release's own config schema would refuse the input. */
export interface OutOfContract {
  readonly outOfContract: string;
}

const recent = new Map<string, Policy | OutOfContract>();

/** Reads a vector's config; the same text under the same edition is read once. */
export function policyOf(config: unknown, { edition, timeZone }: Circumstances): Policy | OutOfContract {
  const name = `${edition} ${timeZone} ${JSON.stringify(config)}`;
  const before = recent.get(name);
  if (before !== undefined) return before;
  const read = readPolicy(config, edition, timeZone);
  if (recent.size >= 5000) recent.clear();
  recent.set(name, read);
  return read;
}

/**
 * Reads a config as the release's function does, which is handed it as it is: what the release's schema no
 * longer takes, such as the chat type `dm` in rules since 2026.8.1, its function still answers.
 */
export function uncheckedPolicyOf(config: unknown, circumstances: Circumstances): Policy {
  const policy = policyOf(config, circumstances);
  return isOutOfContract(policy) ? { ...emptyPolicy(circumstances), config: config as Config } : policy;
}

/** The policy that says nothing. */
export function emptyPolicy(circumstances: Circumstances): Policy {
  const policy = policyOf({}, circumstances);
  if (isOutOfContract(policy)) throw new Error(policy.outOfContract);
  return policy;
}

function readPolicy(config: unknown, edition: Edition, timeZone: string): Policy | OutOfContract {
  const known = withoutUnknownKeys(config ?? {}, edition);
  try {
    // What releases answered was asked of what their loaders had made.
    return parsePolicy(known as ConfigInput, { edition, timeZone, loaded: true, substituted: true });
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    // The functions were handed configs that the release would not have loaded; what they read of them has a shape.
    const { success } = configSchema(behavioursOf(edition)).safeParse(known);
    if (!success) return { outOfContract: error.message };
    return { ...parsePolicy({}, { edition, timeZone, loaded: true }), config: known as Config };
  }
}

/** Many recorded configs have keys that a release does not know yet, or no longer; it never read those. */
function withoutUnknownKeys(config: unknown, edition: Edition): unknown {
  return findUnknownKeys(configSchema(behavioursOf(edition)), config)
    .filter(({ closed }) => closed)
    .reduce<unknown>((tree, { path }) => without(tree, path), config);
}

export function isOutOfContract(value: unknown): value is OutOfContract {
  return typeof value === "object" && value !== null && "outOfContract" in value;
}
