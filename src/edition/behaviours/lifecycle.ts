import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `lifecycle`. */
export const lifecycleBehaviours = {} as const satisfies Readonly<Record<string, Behaviour>>;
