import { placesNow } from "../keys/moved.ts";
import { moveOlderKey } from "../loaded/move-older-key.ts";
import { places } from "../loaded/places.ts";
import { valueAt, type LoadDraft, type PropertyPath } from "../loaded/draft.ts";
import { olderKeys, type OlderKey } from "../older-keys.ts";
import { formatPath } from "../path.ts";
import { placesOfPatterns } from "../patterns.ts";
import { upgraded, type UpgradeChange } from "./change.ts";
import type { UpgradeStep, Way } from "./way.ts";

/** Every row, and the objects that it is about. */
const table = olderKeys.map((row) => ({ row, within: placesOfPatterns(row.within) }));

/** Whether a setting in whose place nothing came is left out: an edition of ours passes over it, and keeps it. */
function isGone(source: PropertyPath, { unlisted }: OlderKey, { leftIn, passesOver }: Way): boolean {
  return !passesOver(source) && (unlisted === true || leftIn(source) !== undefined);
}

/** Says that a setting is written elsewhere. */
export function tellMoved(source: PropertyPath, target: PropertyPath, row: Pick<OlderKey, "note">): string {
  return sentence(`\`${formatPath(source)}\` stands at \`${formatPath(target)}\` now`, row);
}

function sentence(start: string, { note }: Pick<OlderKey, "note">): string {
  return `${start}${note === undefined ? "" : `; ${note}`}.`;
}

function* moveAt(owner: PropertyPath, row: OlderKey, draft: LoadDraft, way: Way): Generator<UpgradeChange> {
  const source = [...owner, ...row.key.split(".")];
  if (row.unlisted === true ? way.lists(source) : way.knows(source)) return;
  const target = placesNow(row, source).find(way.knows);
  if (row.now !== undefined ? target === undefined : !isGone(source, row, way)) return;
  const release = way.leftIn(source);
  const written = JSON.stringify(valueAt(draft.config, source));
  const moved = moveOlderKey(draft, owner, row, target);
  if (moved === undefined) return;
  const from = source;
  if (moved.target !== undefined && !moved.isLeftOut)
    yield upgraded("setting-moved", moved.target, {
      from,
      // What was only moved, its owner wrote, and it may be a secret.
      ...(row.today !== undefined && { value: moved.value }),
      release,
      effect: row.effect ?? "lossless",
      sentence: tellMoved(source, moved.target, row),
    });
  else {
    const beside = moved.target === undefined ? undefined : formatPath(moved.target);
    const because = beside === undefined ? "nothing reads it any more" : `\`${beside}\` is written, too`;
    const isNeedless =
      beside === undefined
        ? row.now !== undefined && row.effect === undefined
        : JSON.stringify(moved.value) === written;
    yield upgraded("setting-left-out", source, {
      from,
      release,
      effect: isNeedless ? "lossless" : (row.effect ?? "loses"),
      sentence: sentence(`\`${formatPath(source)}\` is left out, because ${because}`, row),
    });
  }
}

/** Moves settings that releases left behind to their places of today, and leaves out those that have none. */
export const moveOlderSettings: UpgradeStep = function* (draft, way) {
  for (const { row, within } of table)
    for (const pattern of within)
      for (const owner of [...places(draft.config, pattern)]) yield* moveAt(owner, row, draft, way);
};
