import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `config`. */
export const configBehaviours = {} as const satisfies Readonly<Record<string, Behaviour>>;
