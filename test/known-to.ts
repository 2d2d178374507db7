import type { ConfigInput } from "../src/config/config.ts";
import { checkKeys } from "../src/config/keys/check-keys.ts";
import { parsePath } from "../src/config/path.ts";
import { without } from "../src/config/without.ts";
import type { Edition } from "../src/edition/edition.ts";

/** A config without the keys that an edition does not know: words of ours, under an edition of a release. */
export function knownTo(edition: Edition, config: ConfigInput): ConfigInput {
  const unknown = checkKeys(config, edition).filter(
    ({ code, severity }) => code === "unknown-key" && severity === "error",
  );
  if (edition === "2026-11") return config;
  // What is left of a config is one.
  return unknown.reduce<unknown>(
    (tree, { path }) => without(tree, parsePath(path) ?? []),
    config,
  ) as ConfigInput;
}
