import type { mentionBehaviours } from "../behaviours/mention.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/mention.ts` changes, for people. */
export const mentionSentences: SentencesOf<typeof mentionBehaviours> = {
  "transcripts-mention": {
    was: "What was said aloud mentions nobody",
    became: "Where a message has no text, its transcript is searched for mentions",
  },
  "doubtful-patterns-dropped": {
    was: "A blank mention pattern is found in every text, and one that repeats repetitions is tried at any cost",
    became: "Both are left out, and blanks around a pattern, too",
  },
  "class-escapes-count": {
    was: "An escape within the brackets of a mention pattern is a part of them",
    became: "It counts as a character of its own where repetitions are judged",
  },
  "mention-text-trimmed": {
    was: "A text of blanks is searched for mentions",
    became: "Blanks around a text are left out before it is searched",
  },
  "empty-text-searched": {
    was: "A message without text mentions nobody, unless the channel reports a mention",
    became: "A mention pattern that matches nothing at all is found in it",
  },
  "mentions-by-channel": {
    was: "Mention patterns count in every chat",
    became: "`channels.<id>.mentionPatterns` says in which chats of a channel they do",
  },
  "names-of-any-script": {
    was: "An agent is called by its name where English letters would end a word around it",
    became: "It is called by its name in any script, with what decorates it or without",
  },
  "mention-patterns-checked": {
    was: "A mention pattern that cannot be used is left out, and one that every text has is taken",
    became:
      "Both are rejected, and a mode of `mentionPatterns` that there is not keeps patterns from counting",
  },
};
