import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `tools`. */
export const toolsBehaviours = {} as const satisfies Readonly<Record<string, Behaviour>>;
