import { accessSentences } from "./sentences/access.ts";
import { commandSentences } from "./sentences/command.ts";
import { configSentences } from "./sentences/config.ts";
import { execSentences } from "./sentences/exec.ts";
import { identitySentences } from "./sentences/identity.ts";
import { keysSentences } from "./sentences/keys.ts";
import { lifecycleSentences } from "./sentences/lifecycle.ts";
import { maintenanceSentences } from "./sentences/maintenance.ts";
import { memorySentences } from "./sentences/memory.ts";
import { mentionSentences } from "./sentences/mention.ts";
import { roomSentences } from "./sentences/rooms.ts";
import { routingSentences } from "./sentences/routing.ts";
import { sandboxSentences } from "./sentences/sandbox.ts";
import { sendSentences } from "./sentences/send.ts";
import { taskSentences } from "./sentences/task.ts";
import { toolsSentences } from "./sentences/tools.ts";
import { visibilitySentences } from "./sentences/visibility.ts";
import type { BehaviourId } from "./registry.ts";

/** What a behaviour changes, told to people. Nothing that decides reads it, so that a bundle which tells nobody does without. */
export interface Sentences {
  /** What is decided without it. */
  readonly was: string;
  /** What is decided with it. */
  readonly became: string;
}

/** The sentences of each of some behaviours. */
export type SentencesOf<Behaviours> = Readonly<Record<keyof Behaviours, Sentences>>;

/** The sentences of every behaviour. */
export const sentences: Readonly<Record<BehaviourId, Sentences>> = {
  ...configSentences,
  ...identitySentences,
  ...keysSentences,
  ...routingSentences,
  ...lifecycleSentences,
  ...maintenanceSentences,
  ...sendSentences,
  ...memorySentences,
  ...visibilitySentences,
  ...accessSentences,
  ...roomSentences,
  ...toolsSentences,
  ...sandboxSentences,
  ...execSentences,
  ...commandSentences,
  ...mentionSentences,
  ...taskSentences,
};
