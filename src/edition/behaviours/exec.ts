import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `exec`. */
export const execBehaviours = {} as const satisfies Readonly<Record<string, Behaviour>>;
