import type { Played, Said } from "./play.ts";
import { sessionName } from "./play.ts";

/** What a script shows, in one sentence, and the message that shows it. */
export interface Outcome {
  readonly kind: "leak" | "refused" | "apart" | "joined" | "empty";
  readonly sentence: string;
  /** The moment to look at. */
  readonly moment?: number;
}

function isSaid(moment: Played["moments"][number]): moment is Said {
  return moment.kind === "said";
}

function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return `“${line.length > 60 ? `${line.slice(0, 57)}…` : line}”`;
}

/** Says what a script shows: the last leak of it, or that there is none. */
export function outcomeOf({ moments, policy, issues, sessions }: Played): Outcome {
  if (policy === undefined) {
    const errors = issues.filter(({ severity }) => severity === "error").length;
    return {
      kind: "refused",
      sentence: `The config is refused: ${errors} ${errors === 1 ? "error" : "errors"}. No message is decided until it is mended.`,
    };
  }
  const leaks = moments.filter(isSaid).flatMap((said) => {
    const heard = said.decided?.within?.remembers.find(({ overheard }) => overheard);
    return heard === undefined ? [] : [{ said, heard }];
  });
  const leak = leaks.at(-1);
  if (leak !== undefined) {
    const { heard, said } = leak;
    return {
      kind: "leak",
      sentence: `The bot answers ${said.who} with ${heard.who}’s private words in its memory: ${quote(heard.text)}`,
      moment: moments.indexOf(said),
    };
  }
  const spoken = moments.filter(isSaid);
  if (spoken.length === 0) return { kind: "empty", sentence: "Nobody has written yet." };
  const people = new Set(spoken.map(({ who }) => who));
  const shared = sessions.findIndex(({ conversations }) =>
    conversations.some((each) => each.people.length > 1),
  );
  if (shared !== -1)
    return {
      kind: "joined",
      sentence: `Nobody’s private words reach anybody else; session ${sessionName(shared)} is shared by all who wrote in its room.`,
    };
  return {
    kind: "apart",
    sentence:
      people.size === 1
        ? "One person writes, and nobody else is told of it."
        : "Everybody has a session of their own: nobody is answered with what another said.",
  };
}
