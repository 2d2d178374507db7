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

const step = /^(?:\.?([A-Za-z_$][\w$]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\])/;

/**
 * Reads a place in a config as `formatPath` writes it; undefined for any other text.
 *
 * @example
 * ```ts
 * parsePath('channels.telegram.groups["-100"].topics[3]'); //=> ["channels", "telegram", "groups", "-100", "topics", 3]
 * parsePath("session..reset"); //=> undefined
 * ```
 */
export function parsePath(path: string): readonly (string | number)[] | undefined {
  const segments: (string | number)[] = [];
  for (let rest = path; rest !== "";) {
    const [whole, name, index, quoted] = step.exec(rest) ?? [];
    if (whole === undefined || (name !== undefined && whole.startsWith(".") === (segments.length === 0)))
      return undefined;
    if (name !== undefined) segments.push(name);
    else segments.push(index === undefined ? (JSON.parse(quoted ?? '""') as string) : Number(index));
    rest = rest.slice(whole.length);
  }
  return segments;
}
