import type { BehaviourId } from "../../edition/registry.ts";
import { formatPath } from "../path.ts";
import { isObject } from "../is-object.ts";
import { change } from "./change.ts";
import { drop, objectAt, put, valueAt, type LoadDraft, type PropertyPath, type Tree } from "./draft.ts";
import { places, sectionsOf } from "./places.ts";
import type { LoadStep } from "./step.ts";

/** A setting that has another name, or another place, than it had. */
interface Move {
  readonly when: BehaviourId;
  /** The objects in which it stands; `*` means every name. */
  readonly within: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** What the old value is today; the old setting stays where it is undefined. */
  readonly today?: (old: unknown, within: Tree) => unknown;
  /** Where the new setting is written too and says otherwise, the old one stays beside it. */
  readonly keptBeside?: true;
}

function inSections(
  channels: readonly string[],
  ...inner: readonly string[]
): readonly (readonly string[])[] {
  return channels.flatMap((channel) => sectionsOf(channel).map((section) => [...section, ...inner]));
}

function moves(withins: readonly (readonly string[])[], move: Omit<Move, "within">): readonly Move[] {
  return withins.map((within) => ({ ...move, within }));
}

const lifetime = { from: ["threadBindings", "ttlHours"], to: ["threadBindings", "idleHours"] } as const;
const directList = {
  when: "old-channel-settings-read",
  from: ["dm", "allowFrom"],
  to: ["allowFrom"],
  keptBeside: true,
} as const;
const roomAllowed = { when: "old-channel-settings-read", from: ["allow"], to: ["enabled"] } as const;

/** The names under which releases that were loaded later still read settings, in the order in which they looked. */
const table: readonly Move[] = [
  ...moves([["session"], ...inSections(["discord"])], { when: "old-settings-read", ...lifetime }),
  ...moves(inSections(["*"]), { when: "old-channel-settings-read", ...lifetime }),
  ...moves(inSections(["slack"], "channels", "*"), roomAllowed),
  ...moves(inSections(["googlechat"], "groups", "*"), roomAllowed),
  ...moves(inSections(["discord"], "guilds", "*", "channels", "*"), roomAllowed),
  ...moves(
    [
      ["agents", "defaults", "sandbox"],
      ["agents", "list", "*", "sandbox"],
    ],
    {
      when: "old-channel-settings-read",
      from: ["perSession"],
      to: ["scope"],
      today: (perSession) =>
        typeof perSession === "boolean" ? (perSession ? "session" : "shared") : undefined,
    },
  ),
  ...moves(inSections(["discord", "slack"]), {
    when: "old-channel-settings-read",
    from: ["dm", "policy"],
    to: ["dmPolicy"],
    keptBeside: true,
  }),
  // Beside accounts, which would have inherited it, Discord's own list is left where it is.
  ...moves([["channels", "discord"]], {
    ...directList,
    today: (list, section) => (isObject(section["accounts"]) ? undefined : list),
  }),
  ...moves([["channels", "discord", "accounts", "*"], ...inSections(["slack"])], directList),
  ...moves([["channels", "telegram"]], {
    when: "group-mentions-setting-read",
    from: ["groupMentionsOnly"],
    to: ["groups", "*", "requireMention"],
  }),
];

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function runMove(draft: LoadDraft, within: PropertyPath, { from, to, today, keptBeside }: Move): void {
  const owner = objectAt(draft.config, within);
  const old = valueAt(owner, from);
  if (owner === undefined || old === undefined) return;
  const value = today === undefined ? old : today(old, owner);
  if (value === undefined) return;
  const [source, target] = [
    [...within, ...from],
    [...within, ...to],
  ];
  const written = valueAt(draft.config, target);
  if (written !== undefined && keptBeside === true && !sameValue(written, old)) return;
  drop(draft, source);
  // An object of which nothing is left goes, too.
  const parent = source.slice(0, -1);
  if (from.length > 1 && Object.keys(objectAt(draft.config, parent) ?? {}).length === 0) drop(draft, parent);
  if (written === undefined) put(draft, target, value);
  const [oldName, newName] = [formatPath(source), formatPath(target)];
  draft.changes.push(
    written === undefined
      ? change("old-setting-moved", target, {
          from: source,
          value,
          sentence: `The loader reads \`${oldName}\` as \`${newName}\`.`,
        })
      : change("old-setting-dropped", target, {
          from: source,
          value: written,
          sentence: `The loader leaves \`${oldName}\` out, because \`${newName}\` is written too.`,
        }),
  );
}

/** Fills in what an object does not say, all the way down. */
function filledUp(written: Tree, from: Tree): Tree {
  const filled: Record<string, unknown> = { ...written };
  for (const [name, value] of Object.entries(from)) {
    const before = Object.hasOwn(filled, name) ? filled[name] : undefined;
    if (before === undefined) filled[name] = value;
    else if (isObject(before) && isObject(value)) filled[name] = filledUp(before, value);
  }
  return filled;
}

/** Of the heartbeat that stood at the top, what is shown of it, which is the business of channels. */
const shownOfHeartbeat: ReadonlySet<string> = new Set(["showOk", "showAlerts", "useIndicator"]);

/** The objects that stood at the top of a config, and where their parts stand today. */
function partsOfRoot(name: string, old: Tree): readonly (readonly [PropertyPath, Tree])[] {
  const target = ["agents", "defaults", name];
  if (name !== "heartbeat") return [[target, old]];
  const part = (shown: boolean) =>
    Object.fromEntries(Object.entries(old).filter(([key]) => shownOfHeartbeat.has(key) === shown));
  return (
    [
      [target, part(false)],
      [["channels", "defaults", name], part(true)],
    ] as const
  ).filter(([, inner]) => Object.keys(inner).length > 0);
}

function moveRoot(draft: LoadDraft, name: string): void {
  const old = objectAt(draft.config, [name]);
  if (old === undefined) return;
  drop(draft, [name]);
  for (const [target, part] of partsOfRoot(name, old)) {
    const value = filledUp(objectAt(draft.config, target) ?? {}, part);
    put(draft, target, value);
    const sentence = `The loader reads \`${name}\` as \`${formatPath(target)}\`.`;
    draft.changes.push(change("old-setting-moved", target, { from: [name], value, sentence }));
  }
}

/** Whether the tool for messages may write to other chats, which was one switch. */
function moveCrossContext(draft: LoadDraft): void {
  const path = ["tools", "message"];
  const switched = valueAt(draft.config, [...path, "allowCrossContextSend"]);
  if (typeof switched !== "boolean") return;
  drop(draft, [...path, "allowCrossContextSend"]);
  const from = [...path, "allowCrossContextSend"];
  const target = [...path, "crossContext"];
  const written = objectAt(draft.config, target);
  const value = switched ? { ...written, allowWithinProvider: true, allowAcrossProviders: true } : written;
  if (switched) put(draft, target, value);
  draft.changes.push(
    change(switched ? "old-setting-moved" : "old-setting-dropped", target, {
      from,
      value,
      sentence: switched
        ? `The loader reads \`${formatPath(from)}\` as both settings of \`${formatPath(target)}\`.`
        : `The loader leaves \`${formatPath(from)}\` out, because other chats are closed without it.`,
    }),
  );
}

/** Reads settings under names that they no longer have. */
export const readOldSettings: LoadStep = (draft, { behaviours }) => {
  if (!behaviours.has("old-settings-read")) return;
  for (const move of table)
    if (behaviours.has(move.when))
      for (const within of places(draft.config, move.within)) runMove(draft, within, move);
  if (behaviours.has("old-channel-settings-read")) moveCrossContext(draft);
  moveRoot(draft, "memorySearch");
  moveRoot(draft, "heartbeat");
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
