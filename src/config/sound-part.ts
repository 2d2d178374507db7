import type { Config } from "./config.ts";
import { isObject } from "./is-object.ts";

/** A part of a config by its names from the top, such as `["session", "identityLinks"]`. */
export type ConfigPart = readonly [section: string, field?: string];

type Path = readonly PropertyKey[];

function overlap(part: ConfigPart, path: Path): boolean {
  return part.every((name, index) => index >= path.length || path[index] === name);
}

/**
 * Of a config in which something is wrong, just the parts that are asked for, so that they can be
 * checked further; undefined when something is wrong in one of them.
 */
export function soundPart(
  config: Config,
  wrong: readonly Path[],
  parts: readonly ConfigPart[],
): Config | undefined {
  if (parts.some((part) => wrong.some((path) => overlap(part, path)))) return undefined;
  const picked: Record<string, unknown> = {};
  for (const [section, field] of parts) {
    const written = config[section];
    if (field === undefined) picked[section] = written;
    else if (isObject(written) && Object.hasOwn(written, field)) {
      const before = picked[section];
      picked[section] = { ...(isObject(before) && before), [field]: written[field] };
    }
  }
  return picked;
}
