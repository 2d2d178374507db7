import type { mentionBehaviours } from "../behaviours/mention.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/mention.ts` changes, for people. */
export const mentionSentences: SentencesOf<typeof mentionBehaviours> = {
  "transcripts-mention": {
    was: "A voice message mentions nobody",
    became: "If a message has no text, its transcript is searched for mentions",
  },
  "doubtful-patterns-dropped": {
    was: "A blank mention pattern is found in every text, and one with nested repetitions is tried however long it takes",
    became: "Both are ignored, and so are spaces around a pattern",
  },
  "class-escapes-count": {
    was: "An escape within the brackets of a mention pattern is part of them",
    became: "It counts as a character of its own when the pattern is checked for nested repetitions",
  },
  "mention-text-trimmed": {
    was: "A text of only spaces is searched for mentions",
    became: "Spaces around a text are removed before it is searched",
  },
  "empty-text-searched": {
    was: "A message without text mentions nobody, unless the channel reports a mention",
    became: "It is searched like any other, so a mention pattern that matches the empty text is found in it",
  },
  "mentions-by-channel": {
    was: "Mention patterns count in every chat",
    became: "`channels.<id>.mentionPatterns` says in which chats of a channel they count",
  },
  "names-of-any-script": {
    was: "An agent's name is found where it stands as a word, and only English letters, digits and `_` make up words",
    became: "It is found in any script, with or without its decoration",
  },
  "mention-patterns-checked": {
    was: "A mention pattern that cannot be used is ignored, and one found in every text is used",
    became: "Both are rejected, and under an unknown mode of `mentionPatterns` patterns do not count",
  },
};
