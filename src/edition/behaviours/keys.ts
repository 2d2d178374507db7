import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `keys`. */
export const keysBehaviours = {} as const satisfies Readonly<Record<string, Behaviour>>;
