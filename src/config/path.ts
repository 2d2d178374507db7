const identifier = /^[A-Za-z_$][\w$]*$/;

/**
 * Writes a place in a config the way people write it: `a.b[0]["-100"]`.
 *
 * @example
 * ```ts
 * formatPath(["channels", "telegram", "groups", "-100", "topics", 3]); //=> 'channels.telegram.groups["-100"].topics[3]'
 * ```
 */
export function formatPath(segments: readonly (string | number)[]): string {
  let path = "";
  for (const segment of segments) {
    if (typeof segment === "number") path += `[${segment}]`;
    else if (!identifier.test(segment)) path += `[${JSON.stringify(segment)}]`;
    else path += path === "" ? segment : `.${segment}`;
  }
  return path;
}

/** Writes a place under one that is written already. */
export function extendPath(path: string, segment: string | number): string {
  const end = formatPath([segment]);
  return path === "" || end.startsWith("[") ? `${path}${end}` : `${path}.${end}`;
}
