import { formatPath } from "../path.ts";
import { change } from "./change.ts";
import { put, valueAt, type PropertyPath } from "./draft.ts";
import { places, sectionsOf } from "./places.ts";
import type { LoadStep } from "./step.ts";

/** Where Discord's sections list ids. */
const lists: readonly (readonly string[])[] = [
  ["allowFrom"],
  ["groupAllowFrom"],
  ["dm", "allowFrom"],
  ["dm", "groupChannels"],
  ["execApprovals", "approvers"],
  ["guilds", "*", "users"],
  ["guilds", "*", "roles"],
  ["guilds", "*", "channels", "*", "users"],
  ["guilds", "*", "channels", "*", "roles"],
];

/** The numbers in Discord's lists that spell an id: those that a number can hold. */
export function* numbersInDiscordLists(config: unknown): Generator<readonly [PropertyPath, number]> {
  for (const section of sectionsOf("discord"))
    for (const pattern of lists)
      for (const path of places(config, [...section, ...pattern, "*"])) {
        const id = valueAt(config, path);
        if (typeof id === "number" && Number.isSafeInteger(id) && id >= 0) yield [path, id];
      }
}

/** Writes numbers in Discord's lists as the ids that their digits spell. */
export const spellDiscordIds: LoadStep = (draft, { behaviours }) => {
  if (!behaviours.has("numbers-are-discord-ids")) return;
  for (const [path, id] of [...numbersInDiscordLists(draft.config)]) {
    put(draft, path, String(id));
    const sentence = `The loader reads the number at \`${formatPath(path)}\` as the id "${String(id)}".`;
    draft.changes.push(change("value-respelled", path, { from: path, value: String(id), sentence }));
  }
};
