import type { Played } from "./play.ts";

/** Whether two people share a conversation, and where. */
export interface Cell {
  readonly one: string;
  readonly other: string;
  /** The sessions in which both wrote, whatever was reset between them. */
  readonly sessions: readonly number[];
  /** Those in whose conversation one is told what the other said. */
  readonly told: readonly number[];
}

/** Who shares sessions with whom: everybody who wrote and was let in, in the order in which they did. */
export function sharingOf({ sessions }: Pick<Played, "sessions">): {
  readonly people: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
} {
  const inSession = sessions.map(({ conversations }) => conversations.map(({ people }) => people));
  const people = [...new Set(inSession.flat(2))];
  const places = sessions.map((_, index) => index);
  const rows = people.map((one) =>
    people.map((other): Cell => {
      const wrote = (index: number, who: string) =>
        inSession[index]?.some((names) => names.includes(who)) === true;
      return {
        one,
        other,
        sessions: places.filter((index) => wrote(index, one) && wrote(index, other)),
        told: places.filter((index) =>
          inSession[index]?.some((names) => names.includes(one) && names.includes(other)),
        ),
      };
    }),
  );
  return { people, rows };
}
