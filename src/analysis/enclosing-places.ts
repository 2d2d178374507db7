import { formatPath, parsePath } from "../config/path.ts";

/** A place of a config and all those around it, the nearest first. */
export function* enclosingPlaces(path: string): Generator<string> {
  for (let segments = parsePath(path) ?? []; segments.length > 0; segments = segments.slice(0, -1))
    yield formatPath(segments);
}
