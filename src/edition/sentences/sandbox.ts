import type { sandboxBehaviours } from "../behaviours/sandbox.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/sandbox.ts` changes, for people. */
export const sandboxSentences: SentencesOf<typeof sandboxBehaviours> = {
  "sandbox-backends": {
    was: "Every sandbox is a container",
    became: "`sandbox.backend` says what a sandbox is",
  },
  "sandbox-owner-certain": {
    was: "Whether a session is sandboxed depends on the agent in its key, or else on the default agent, whichever agent is named",
    became: "It is an error if it is not certain which agent that is",
  },
  "sandbox-owner-named": {
    was: "Naming an agent does not help a key without one",
    became: "The agent that is named owns the session",
  },
  "every-session-has-a-key": {
    was: "A session with an empty key is not sandboxed",
    became: "It is sandboxed like any other",
  },
  "sandbox-by-config": {
    was: "A request that says `sandboxed: false` is decided as outside the sandbox that the config prescribes",
    became: "Whatever the config puts into a sandbox is in it, no matter what the request says",
  },
};
