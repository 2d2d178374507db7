import { olderKeys } from "../older-keys.ts";
import { placesOfPatterns } from "../patterns.ts";
import { formatPath } from "../path.ts";
import { change } from "./change.ts";
import { drop, objectAt, put, valueAt, type LoadDraft } from "./draft.ts";
import { moveOlderKey, type MovedKey } from "./move-older-key.ts";
import { places } from "./places.ts";
import type { LoadStep } from "./step.ts";

/** The rows that releases read while they load, in the order in which they look, and the objects that each is about. */
const table = olderKeys.flatMap(({ readWith, ...row }) =>
  readWith === undefined
    ? []
    : [{ readWith, row, within: placesOfPatterns(row.within), now: row.now?.split(" ")[0] }],
);

function tell(draft: LoadDraft, { source, target, value, isLeftOut }: MovedKey): void {
  const oldName = formatPath(source);
  if (target === undefined) {
    const sentence = `The loader leaves \`${oldName}\` out, because it makes no difference.`;
    draft.changes.push(change("old-setting-dropped", source, { from: source, sentence }));
    return;
  }
  const newName = formatPath(target);
  draft.changes.push(
    isLeftOut
      ? change("old-setting-dropped", target, {
          from: source,
          value,
          sentence: `The loader leaves \`${oldName}\` out, because \`${newName}\` is written too.`,
        })
      : change("old-setting-moved", target, {
          from: source,
          value,
          sentence: `The loader reads \`${oldName}\` as \`${newName}\`.`,
        }),
  );
}

/** Reads settings under names that they no longer have. */
export const readOldSettings: LoadStep = (draft, { behaviours }) => {
  for (const { readWith, row, within, now } of table) {
    if (!behaviours.has(readWith)) continue;
    for (const owner of within.flatMap((pattern) => [...places(draft.config, pattern)])) {
      if (row.unreadBeside?.(objectAt(draft.config, owner) ?? {}) === true) continue;
      const target =
        now?.startsWith("/") === true ? now.slice(1).split(".") : [...owner, ...(now ?? "").split(".")];
      const moved = moveOlderKey(draft, owner, row, now === undefined ? undefined : target);
      if (moved !== undefined) tell(draft, moved);
    }
  }
};

/** Where an older setting was moved, these releases left a section for channels behind, empty or not. */
export const leaveChannels: LoadStep = (draft, { behaviours }) => {
  const leaves =
    behaviours.has("group-mentions-setting-read") && !behaviours.has("old-channel-settings-read");
  if (!leaves || draft.changes.length === 0 || draft.config["channels"] !== undefined) return;
  put(draft, ["channels"], {});
  const sentence = "The loader leaves a section for channels behind, which is empty.";
  draft.changes.push(change("default-written-in", ["channels"], { value: {}, sentence }));
};

/** Leaves out a number that belongs to models, and that no agent has any more. */
export const dropContextTokens: LoadStep = (draft, { behaviours }) => {
  if (!behaviours.has("default-agent-bound")) return;
  const patterns = [
    ["agents", "defaults"],
    ["agents", "entries", "*"],
    ["agents", "list", "*"],
  ];
  for (const owner of patterns.flatMap((pattern) => [...places(draft.config, pattern)])) {
    const path = [...owner, "contextTokens"];
    if (valueAt(draft.config, path) === undefined) continue;
    drop(draft, path);
    const sentence = `The loader leaves \`${formatPath(path)}\` out; models have it.`;
    draft.changes.push(change("old-setting-dropped", path, { from: path, sentence }));
  }
};
