import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `send`. */
export const sendBehaviours = {} as const satisfies Readonly<Record<string, Behaviour>>;
