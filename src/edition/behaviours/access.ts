import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `access`. */
export const accessBehaviours = {} as const satisfies Readonly<Record<string, Behaviour>>;
