import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `visibility`. */
export const visibilityBehaviours = {} as const satisfies Readonly<Record<string, Behaviour>>;
