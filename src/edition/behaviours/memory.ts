import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `memory`. */
export const memoryBehaviours = {} as const satisfies Readonly<Record<string, Behaviour>>;
