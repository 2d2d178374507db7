import type { ChatType } from "../scope/chat-type.ts";

/** What rules are told about a session by its key alone. */
export interface KeyFacts {
  /** The whole key, as prefixes are compared with it. */
  readonly rawKey: string;
  /** The key without its agent, likewise. */
  readonly scopedKey: string;
  readonly channel?: string | undefined;
  readonly chatType?: ChatType | undefined;
  readonly account?: string | undefined;
  readonly peer?: string | undefined;
  readonly agent?: string | undefined;
  readonly thread?: string | undefined;
  /** Why nothing may be concluded from the key. */
  readonly doubt?: "ambiguous-key" | "malformed-key";
}
