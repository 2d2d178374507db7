import type { Edition } from "../../src/edition/edition.ts";
import { keysBridge } from "./bridge/keys.ts";
import { lifecycleBridge } from "./bridge/lifecycle.ts";
import { maintenanceBridge } from "./bridge/maintenance.ts";
import { acceptBridge } from "./bridge/accept.ts";
import { accessBridge } from "./bridge/access.ts";
import { commandBridge } from "./bridge/command.ts";
import { mentionBridge } from "./bridge/mention.ts";
import { conversationsBridge } from "./bridge/conversations.ts";
import { sessionPolicyBridge } from "./bridge/session-policy.ts";
import { execBridge } from "./bridge/exec.ts";
import { loadedBridge } from "./bridge/loaded.ts";
import { roomsBridge } from "./bridge/rooms.ts";
import { routingBridge } from "./bridge/routing.ts";
import { schemaBridge } from "./bridge/schema.ts";
import { taskBridge } from "./bridge/task.ts";
import { toolsBridge } from "./bridge/tools.ts";
import type { Bridge } from "./bridge/bridge.ts";
import { decodeInput } from "../../scripts/record/notation.mjs";

const bridges: Bridge = {
  ...keysBridge,
  ...routingBridge,
  ...conversationsBridge,
  ...schemaBridge,
  ...lifecycleBridge,
  ...maintenanceBridge,
  ...sessionPolicyBridge,
  ...accessBridge,
  ...roomsBridge,
  ...toolsBridge,
  ...execBridge,
  ...loadedBridge,
  ...acceptBridge,
  ...commandBridge,
  ...mentionBridge,
  ...taskBridge,
};

/** The vector functions that can be replayed. */
export const replayable: ReadonlySet<string> = new Set(Object.keys(bridges));

/**
 * Answers a vector with this library: translates the upstream function's name and input into
 * calls of our own functions, and their results into the vector's shape. Throws where they tell
 * that the release throws. It only translates; it decides nothing.
 */
export function replay(edition: Edition, fn: string, input: unknown, timeZone = "UTC"): unknown {
  const bridge = Object.hasOwn(bridges, fn) ? bridges[fn] : undefined;
  if (bridge === undefined) throw new RangeError(`Cannot replay ${fn}: it has no bridge`);
  return bridge(decodeInput(input), { edition, timeZone });
}
