import type { maintenanceBehaviours } from "../behaviours/maintenance.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/maintenance.ts` changes, for people. */
export const maintenanceSentences: SentencesOf<typeof maintenanceBehaviours> = {
  "store-rotation": {
    was: "The store's file is never rotated.",
    became: "The store's file is rotated at `session.maintenance.rotateBytes`, 10 MiB unless set.",
  },
  "pruned-transcripts-archived": {
    was: "When a session is removed for its age, its transcript stays where it is.",
    became: "When a session is removed for its age, its transcript is archived.",
  },
  "capped-transcripts-archived": {
    was: "When a session is removed because of the cap, its transcript stays where it is.",
    became: "When a session is removed because of the cap, its transcript is archived.",
  },
  "enforced-maintenance": {
    was: "Maintenance only warns unless `session.maintenance.mode` says `enforce`.",
    became: "Maintenance removes sessions unless `session.maintenance.mode` says `warn`.",
  },
  "sessions-in-use-kept": {
    was: "Even the session in use can be removed for its age or because of the cap.",
    became: "Sessions in use are kept, and count towards the cap.",
  },
  "cap-slack": {
    was: "The cap is applied as soon as there is one session too many.",
    became: "A cap of 50 or more is applied only when it is exceeded by 25, or by a tenth.",
  },
  "conversations-kept": {
    was: "Sessions of groups, channels and threads are removed like any other.",
    became: "Sessions of groups, channels, threads and Telegram topics are kept, and count towards the cap.",
  },
  "disposable-acp-bridge": {
    was: "Sessions of the ACP bridge are treated like people's.",
    became: "Sessions of the ACP bridge are disposable: no kind of chat protects them.",
  },
  "model-runs-expire": {
    was: "Sessions of one-shot model runs are kept as long as any other.",
    became: "When the store is too full, sessions of one-shot model runs go first, after 24 hours.",
  },
  "reset-archives-kept": {
    was: "Archived transcripts are deleted after the time in `pruneAfter` unless `resetArchiveRetention` says otherwise.",
    became: "Archived transcripts are kept unless `resetArchiveRetention` says otherwise.",
  },
  "default-disk-budget": {
    was: "Disk space is limited only if `maxDiskBytes` is set, and a limit of 0 removes everything.",
    became:
      "Disk space is limited to 10 GiB unless set; a limit of 0, or one that cannot be read, counts as no limit.",
  },
  "zero-age-keeps": {
    was: "`pruneAfter: 0` removes every session that was last used before this instant.",
    became: "`pruneAfter: 0` removes none.",
  },
  "dashboards-archived": {
    was: "Dashboard sessions are treated like any other.",
    became: "Dashboard sessions are archived after 7 idle days, or `archiveDashboardAfter`.",
  },
  "set-aside-sessions-kept": {
    was: "Archived, pinned and model-locked sessions are removed like any other.",
    became: "Archived, pinned and model-locked sessions are kept.",
  },
  "main-sessions-kept": {
    was: "An agent's main session is removed like any other.",
    became: "The sessions `global` and `agent:<id>:main` are kept.",
  },
  "disposable-model-runs": {
    was: "Sessions of one-shot model runs are protected like people's.",
    became: "Sessions of one-shot model runs are disposable.",
  },
  "chat-type-from-delivery": {
    was: "A session without a chat type gets that of its `origin`.",
    became: "A session without a chat type gets that of the origin of its external delivery.",
  },
  "cap-archives": {
    was: "The cap deletes the sessions that were updated longest ago, and archived ones count towards it.",
    became:
      "The cap archives the least active sessions and deletes only disposable ones; archived ones do not count.",
  },
  "age-archives": {
    was: "Sessions beyond `pruneAfter` are deleted.",
    became: "Sessions beyond `pruneAfter` are archived, and disposable ones deleted.",
  },
  "cap-of-5000": {
    was: "500 sessions are kept unless `maxEntries` is set.",
    became: "5000 sessions are kept unless `maxEntries` is set.",
  },
  "running-sessions-kept": {
    was: "A session can be removed while it runs.",
    became: "Sessions whose status is `running` are kept.",
  },
  "direct-conversations-kept": {
    was: "Sessions of direct chats are removed like any other.",
    became: "Sessions of direct chats, and those delivered to a channel, are kept.",
  },
  "dashboards-kept-alike": {
    was: "Only archived, pinned and used dashboard sessions are spared when dashboards are archived.",
    became: "Whatever keeps another session also keeps a dashboard session.",
  },
  "pins-of-top-level-sessions": {
    was: "A pin keeps any session.",
    became: "A pin does not keep a sub-agent's session, nor one that another session started.",
  },
  "pins-under-main": {
    was: "A pin does not keep a session that has a parent.",
    became: "A pin keeps sessions whose parent is their agent's main session.",
  },
  "configured-main-session-kept": {
    was: "A main session that `session.mainKey` renames is removed like any other.",
    became: "A main session is kept under any name.",
  },
  "account-rooms-kept": {
    was: "A room's session is kept only if its key names no account.",
    became: "A room's session is kept whether or not its key names the account.",
  },
  "cap-ties-by-key": {
    was: "Among equally active sessions the cap takes the one that comes last in the store first.",
    became:
      "Among equally active sessions the cap takes the one with the smallest key first, whatever the store's order.",
  },
};
