import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `mentions`: what counts as a mention of the bot. */
export const mentionBehaviours = {
  "transcripts-mention": {
    area: "mentions",
    risk: "widens",
    was: "What was said aloud mentions nobody",
    became: "Where a message has no text, its transcript is searched for mentions",
    inForce: [{ since: "2026.2.12" }],
  },
  "doubtful-patterns-dropped": {
    area: "mentions",
    risk: "narrows",
    was: "A blank mention pattern is found in every text, and one that repeats repetitions is tried at any cost",
    became: "Both are left out, and blanks around a pattern, too",
    inForce: [{ since: "2026.3.22" }],
  },
  "class-escapes-count": {
    area: "mentions",
    risk: "narrows",
    was: "An escape within the brackets of a mention pattern is a part of them",
    became: "It counts as a character of its own where repetitions are judged",
    // Between the two releases that were looked at, 2026.3.22 and 2026.4.26, the change is put at a guess.
    inForce: [{ since: "2026.3.22", until: "2026.4.5" }],
  },
  "mention-text-trimmed": {
    area: "mentions",
    risk: "narrows",
    was: "A text of blanks is searched for mentions",
    became: "Blanks around a text are left out before it is searched",
    inForce: [{ since: "2026.4.10" }],
  },
  "empty-text-searched": {
    area: "mentions",
    risk: "widens",
    was: "A message without text mentions nobody, unless the channel reports a mention",
    became: "A mention pattern that matches nothing at all is found in it",
    inForce: [{ since: "2026.5.18" }],
  },
  "mentions-by-channel": {
    area: "mentions",
    risk: "narrows",
    was: "Mention patterns count in every chat",
    became: "`channels.<id>.mentionPatterns` says in which chats of a channel they do",
    inForce: [{ since: "2026.6.1" }],
  },
  "names-of-any-script": {
    area: "mentions",
    risk: "widens",
    was: "An agent is called by its name where English letters would end a word around it",
    became: "It is called by its name in any script, with what decorates it or without",
    inForce: [{ since: "2026.8.1" }],
  },
  "mention-patterns-checked": {
    area: "mentions",
    risk: "narrows",
    was: "A mention pattern that cannot be used is left out, and one that every text has is taken",
    became:
      "Both are rejected, and a mode of `mentionPatterns` that there is not keeps patterns from counting",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
