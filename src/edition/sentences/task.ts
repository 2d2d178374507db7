import type { taskBehaviours } from "../behaviours/task.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/task.ts` changes, for people. */
export const taskSentences: SentencesOf<typeof taskBehaviours> = {
  "cron-targets-normalized": {
    was: "A scheduled job runs in the session that it names if the word is exact, and otherwise in one of its own",
    became: "The word is read in any case, and for an unknown one the payload decides",
  },
  "hook-keys-limited": {
    was: "A request to a hook may name any session",
    became:
      "It may name one only if `hooks.allowRequestSessionKey` is on, within `hooks.allowedSessionKeyPrefixes`",
  },
  "heartbeats-may-be-forced": {
    was: "A wake cannot say in which session a heartbeat happens",
    became: "A wake may name a session of the same agent",
  },
  "cron-jobs-bound": {
    was: "A scheduled job has no session key of its own",
    became: "A scheduled job may have one",
  },
  "cron-targets-name-sessions": {
    was: "A scheduled job runs in the main session or one of its own",
    became: "It may also run in a named session, even of another agent, or in the current one",
  },
  "heartbeats-may-be-isolated": {
    was: "A heartbeat happens in the session that it is about",
    became: "With `isolatedSession` it happens in a session next to that one",
  },
  "http-default-agent": {
    was: "A request over HTTP that names no agent goes to `main`",
    became: "It goes to the default agent",
  },
  "cron-aliases-folded": {
    was: "If another agent's job names the main session of the agent `main`, it means that session",
    became: "It means the main session of the job's own agent, or `global` if there is one session for all",
  },
  "cron-session-names-checked": {
    was: "A job for a session without a name runs in one of its own",
    became: "It is refused, and so is a name with NUL in it",
  },
  "cron-session-names-without-slashes": {
    was: "A session's name may contain slashes",
    became: "A job for a session with a slash in its name is refused",
  },
  "heartbeats-avoid-subagents": {
    was: "A heartbeat may happen in a sub-agent's session",
    became: "It happens in the main session instead",
  },
  "templated-hook-keys-limited": {
    was: "A key that a mapping makes from a hook's payload counts as the config's own",
    became: "It counts as one that the request names",
  },
  "http-agents-known": {
    was: "A request over HTTP may name any agent",
    became: "It may name only agents that exist",
  },
  "http-internal-keys-reserved": {
    was: "A request over HTTP may name any session",
    became: "It may not name one of a sub-agent, a scheduled job or ACP",
  },
  "cron-current-is-source": {
    was: "A job for the current session runs in it",
    became: "It runs in a session of its own, and the current one is its source",
  },
  "http-models-are-agents": {
    was: "A request over HTTP may name any model, and a harness's session",
    became: "It names an agent in place of a model, and may not name a harness's session",
  },
  "malformed-heartbeat-keys-refused": {
    was: "A heartbeat's session key that begins like an agent's key, but is not one, is used as it is",
    became: "It is refused",
  },
  "tasks-closed": {
    was: "A hook, a job or a request over HTTP may name a person's conversation, or another agent's",
    became:
      "It may name neither unless the config says so, and settings of hooks that contradict each other are rejected",
  },
};
