import type { maintenanceBehaviours } from "../behaviours/maintenance.ts";
import type { SentencesOf } from "../sentences.ts";

/** What each behaviour of `behaviours/maintenance.ts` changes, for people. */
export const maintenanceSentences: SentencesOf<typeof maintenanceBehaviours> = {
  "store-rotation": {
    was: "The store's file is never rotated.",
    became: "The store's file is rotated at `session.maintenance.rotateBytes`, 10 MiB unless set.",
  },
  "pruned-transcripts-archived": {
    was: "The transcript of a session that was removed for its age stays where it is.",
    became: "The transcript of a session that was removed for its age is archived.",
  },
  "capped-transcripts-archived": {
    was: "The transcript of a session that was removed for the cap stays where it is.",
    became: "The transcript of a session that was removed for the cap is archived.",
  },
  "enforced-maintenance": {
    was: "Maintenance only warns unless `session.maintenance.mode` says `enforce`.",
    became: "Maintenance removes sessions unless `session.maintenance.mode` says `warn`.",
  },
  "sessions-in-use-kept": {
    was: "Even the session that is in use is removed for its age or for the cap.",
    became: "Sessions in use are kept, and count towards the cap.",
  },
  "cap-slack": {
    was: "The cap is applied as soon as one session is too many.",
    became: "From 50 sessions on the cap is applied only when it is exceeded by 25, or by a tenth.",
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
    was: "Archived transcripts are deleted after `pruneAfter` unless `resetArchiveRetention` says otherwise.",
    became: "Archived transcripts are kept unless `resetArchiveRetention` says otherwise.",
  },
  "default-disk-budget": {
    was: "Disk is limited only where `maxDiskBytes` says so, and a limit of 0 removes everything.",
    became: "Disk is limited to 10 GiB unless set; a limit of 0, or one that cannot be read, counts as none.",
  },
  "zero-age-keeps": {
    was: "`pruneAfter: 0` removes every session that was used before this instant.",
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
    was: "A session without a chat type has that of its `origin`.",
    became: "A session without a chat type has that of its external delivery's origin.",
  },
  "cap-archives": {
    was: "The cap deletes the sessions that were updated longest ago, archived ones counted.",
    became:
      "The cap archives the least active sessions and deletes only disposable ones; archived ones do not count.",
  },
  "age-archives": {
    was: "Sessions beyond `pruneAfter` are deleted.",
    became: "Sessions beyond `pruneAfter` are archived, disposable ones deleted.",
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
    became: "Whatever keeps another session keeps a dashboard session, too.",
  },
  "pins-of-top-level-sessions": {
    was: "A pin keeps any session.",
    became: "A pin keeps no sub-agent and no session that another one started.",
  },
  "pins-under-main": {
    was: "A pin keeps no session that has a parent.",
    became: "A pin keeps sessions whose parent is their agent's main session.",
  },
  "configured-main-session-kept": {
    was: "A main session that `session.mainKey` renames is removed like any other.",
    became: "A main session is kept under any name.",
  },
  "account-rooms-kept": {
    was: "A room is kept only when its key names no account.",
    became: "A room is kept whether or not its key names the account.",
  },
  "cap-ties-by-key": {
    was: "Of equally active sessions the cap takes the last in the store first.",
    became: "Of equally active sessions the cap takes the smallest key first, whatever the store's order.",
  },
};
