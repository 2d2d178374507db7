import type { Behaviour } from "./behaviour.ts";
import { accessBehaviours } from "./behaviours/access.ts";
import { commandBehaviours } from "./behaviours/command.ts";
import { configBehaviours } from "./behaviours/config.ts";
import { execBehaviours } from "./behaviours/exec.ts";
import { identityBehaviours } from "./behaviours/identity.ts";
import { keysBehaviours } from "./behaviours/keys.ts";
import { lifecycleBehaviours } from "./behaviours/lifecycle.ts";
import { maintenanceBehaviours } from "./behaviours/maintenance.ts";
import { memoryBehaviours } from "./behaviours/memory.ts";
import { mentionBehaviours } from "./behaviours/mention.ts";
import { roomBehaviours } from "./behaviours/rooms.ts";
import { routingBehaviours } from "./behaviours/routing.ts";
import { sandboxBehaviours } from "./behaviours/sandbox.ts";
import { sendBehaviours } from "./behaviours/send.ts";
import { taskBehaviours } from "./behaviours/task.ts";
import { toolsBehaviours } from "./behaviours/tools.ts";
import { visibilityBehaviours } from "./behaviours/visibility.ts";

const registered = {
  ...configBehaviours,
  ...identityBehaviours,
  ...keysBehaviours,
  ...routingBehaviours,
  ...lifecycleBehaviours,
  ...maintenanceBehaviours,
  ...sendBehaviours,
  ...memoryBehaviours,
  ...visibilityBehaviours,
  ...accessBehaviours,
  ...roomBehaviours,
  ...toolsBehaviours,
  ...sandboxBehaviours,
  ...execBehaviours,
  ...commandBehaviours,
  ...mentionBehaviours,
  ...taskBehaviours,
} as const;

/** The id of a behaviour, such as `"direct-token"`. */
export type BehaviourId = keyof typeof registered;

/** Every behaviour that any edition has, by id. */
export const behaviours: Readonly<Record<BehaviourId, Behaviour>> = registered;
