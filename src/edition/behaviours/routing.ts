import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `routing`. */
export const routingBehaviours = {} as const satisfies Readonly<Record<string, Behaviour>>;
