import type { ChatType } from "../../scope/chat-type.ts";
import type { ActivityKind } from "../activity-kind.ts";

/** Which session is asked about. A `Resolution` is accepted in its place. */
export interface ResetTarget {
  readonly key: string;
  /** The kind of chat that asks. */
  readonly chatType?: ChatType;
  readonly channel?: string;
  readonly account?: string;
  /** The native id of the peer; it decides only where a group has a reset policy of its own. */
  readonly peer?: string;
  readonly agentId?: string;
  /** The thread or topic. */
  readonly thread?: string;
  /** Other signs that a message belongs to a thread: its label, its first message, the key it came from. */
  readonly threadLabel?: string;
  readonly threadStarter?: string;
  readonly parentKey?: string;
  /** What asks; a message when absent. From 2026.4.1 on a system event ends no session. */
  readonly event?: ActivityKind;
}
