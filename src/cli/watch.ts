import { watch } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Editors write a file in several steps. */
const settlesWithin = 100;

/**
 * Waits until one of these files changes, comes or goes. Their folders are watched, because many editors put another file in
 * the place of the one that they save.
 */
export async function changeOf(files: readonly string[]): Promise<void> {
  const paths = files.map((file) => resolve(file));
  const folders = new Set(paths.map((path) => dirname(path)));
  await new Promise<void>((settled) => {
    let settling: NodeJS.Timeout | undefined;
    const watchers = [...folders].flatMap((folder) => {
      try {
        return [
          watch(folder, (_, name) => {
            if (name !== null && !paths.includes(join(folder, name))) return;
            clearTimeout(settling);
            settling = setTimeout(end, settlesWithin);
          }),
        ];
      } catch {
        // A folder that is not there holds nothing that could change.
        return [];
      }
    });
    function end(): void {
      for (const watcher of watchers) watcher.close();
      settled();
    }
  });
}
