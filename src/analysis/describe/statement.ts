import type { Edition } from "../../edition/edition.ts";

/** What a statement is about. */
export type StatementSubject =
  | "access"
  | "agents"
  | "conversations"
  | "resets"
  | "sending"
  | "tools"
  | "visibility"
  | "owners"
  | "not-read";

/** One thing that a policy decides, said to whoever uses the bot. */
export interface Statement {
  /** The kind of answer, by which `explain` knows it. */
  readonly kind: "statement";
  /** The subject under which a page may list the sentence. */
  readonly about: StatementSubject;
  /** A plain sentence, which names no setting. */
  readonly sentence: string;
  /** The setting that decides it, or would if it were written. */
  readonly path: string;
  /** The edition whose default it is, where nothing is written at that path. */
  readonly defaultOf?: Edition;
}

/** Where a statement comes from. */
export type Source = Pick<Statement, "path" | "defaultOf">;

/** A statement about something. */
export function statement(about: StatementSubject, sentence: string, { path, defaultOf }: Source): Statement {
  return { kind: "statement", about, sentence, path, ...(defaultOf !== undefined && { defaultOf }) };
}

/** Things that say the same, each group once, in the order in which they come. */
export function alike<Thing>(
  things: readonly Thing[],
  sameness: (thing: Thing) => unknown,
): readonly (readonly [Thing, ...Thing[]])[] {
  const groups = new Map<string, [Thing, ...Thing[]]>();
  for (const thing of things) {
    const name = JSON.stringify(sameness(thing));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [thing]);
    else group.push(thing);
  }
  return [...groups.values()];
}
