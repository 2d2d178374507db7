import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `maintenance`. */
export const maintenanceBehaviours = {} as const satisfies Readonly<Record<string, Behaviour>>;
