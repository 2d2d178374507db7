import { isObject } from "../../config/is-object.ts";
import { extendPath } from "../../config/path.ts";
import { readSource } from "../../config/read-source.ts";
import { canonicalJson } from "../canonical-json.ts";
import { editSource } from "../audit/edit-source.ts";
import type { ConfigChange } from "../audit/finding.ts";

/** What has to be set and taken away, so that one value becomes another. */
function changesBetween(before: unknown, after: unknown, path: string): readonly ConfigChange[] {
  if (!isObject(before) || !isObject(after))
    return canonicalJson(before) === canonicalJson(after) ? [] : [{ path, set: after }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name): readonly ConfigChange[] => {
    const place = extendPath(path, name);
    if (!Object.hasOwn(after, name)) return [{ path: place, remove: true }];
    if (!Object.hasOwn(before, name)) return [{ path: place, set: after[name] }];
    return changesBetween(before[name], after[name], place);
  });
}

/**
 * Writes an upgraded config into the text that it was made of: comments, blanks and spelling stay, but for those within what
 * has moved or is left out. Undefined where the text cannot be changed so.
 */
export function upgradedSource(text: string, config: object): string | undefined {
  const read = readSource(text);
  return "value" in read ? editSource(text, changesBetween(read.value, config, "")) : undefined;
}
