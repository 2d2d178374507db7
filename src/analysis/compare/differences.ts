import { isObject } from "../../config/is-object.ts";
import { extendPath } from "../../config/path.ts";

/** Where something differs from what is expected of it, as paths into it. What it has beside that is no difference. */
export function differences(expected: unknown, found: unknown, path = ""): readonly string[] {
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length)
    return expected.flatMap((each, index) => differences(each, found[index], extendPath(path, index)));
  if (isObject(expected) && isObject(found))
    return Object.keys(expected).flatMap((name) =>
      differences(expected[name], found[name], extendPath(path, name)),
    );
  return Object.is(expected, found) ? [] : [path];
}
