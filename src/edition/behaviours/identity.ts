import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `identity`. */
export const identityBehaviours = {} as const satisfies Readonly<Record<string, Behaviour>>;
