import type { taskBehaviours } from "../behaviours/task.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/task.ts` changes, for people. */
export const taskSentences: SentencesOf<typeof taskBehaviours> = {
  "cron-targets-normalized": {
    was: "A scheduled job runs where it says, in the very word, or in a session of its own",
    became: "A target in any case is read, and one that there is not is the one of its payload",
  },
  "hook-keys-limited": {
    was: "A hook's request names any session",
    became:
      "It names one only where `hooks.allowRequestSessionKey` says so, within `hooks.allowedSessionKeyPrefixes`",
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
    became: "It may run in a named session, also of another agent, or in the current one",
  },
  "heartbeats-may-be-isolated": {
    was: "A heartbeat happens in the session that it is about",
    became: "With `isolatedSession` it happens in a session next to that one",
  },
  "http-default-agent": {
    was: "A request over HTTP that names no agent is for `main`",
    became: "It is for the default agent",
  },
  "cron-aliases-folded": {
    was: "The main session of the agent `main` stays that where another agent's job names it",
    became: "It is the main session of the job's own agent, and `global` where one session is for all",
  },
  "cron-session-names-checked": {
    was: "A job for a session without a name runs in one of its own",
    became: "It is refused, and so is a name with NUL in it",
  },
  "cron-session-names-without-slashes": {
    was: "A session's name may hold slashes",
    became: "A job for a session with a slash in its name is refused",
  },
  "heartbeats-avoid-subagents": {
    was: "A heartbeat may happen in a sub-agent's session",
    became: "It happens in the main session instead",
  },
  "templated-hook-keys-limited": {
    was: "A key that a mapping makes out of a hook's payload is the config's own",
    became: "It is one that the request names",
  },
  "http-agents-known": {
    was: "A request over HTTP may name any agent",
    became: "It may name an agent that there is",
  },
  "http-internal-keys-reserved": {
    was: "A request over HTTP may name any session",
    became: "It may name none of a sub-agent, a scheduled job or ACP",
  },
  "cron-current-is-source": {
    was: "A job for the current session runs in it",
    became: "It runs in one of its own, and the current one is its source",
  },
  "http-models-are-agents": {
    was: "A request over HTTP may name any model, and a harness's session",
    became: "It names an agent in place of a model, and no harness's session",
  },
  "malformed-heartbeat-keys-refused": {
    was: "A heartbeat's session that begins like an agent's key, but is not one, is used as it is",
    became: "It is refused",
  },
  "tasks-closed": {
    was: "A hook, a job or a request over HTTP may name a person's conversation, or another agent's",
    became:
      "It may name neither, unless the config says so, and settings of hooks that contradict each other are rejected",
  },
};
