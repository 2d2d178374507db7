import type { Behaviour } from "../behaviour.ts";

/** What differs between editions in the area `tools`: which sessions run in a sandbox, and what it is like. */
export const sandboxBehaviours = {
  "sandbox-backends": {
    area: "tools",
    risk: "narrows",
    was: "Every sandbox is a container",
    became: "`sandbox.backend` says what a sandbox is",
    inForce: [{ since: "2026.3.22" }],
  },
  "sandbox-owner-certain": {
    area: "tools",
    risk: "narrows",
    was: "Whether a session is sandboxed depends on the agent in its key, or else on the default one, whoever is named",
    became: "It is an error where the agent is not certain",
    inForce: [{ since: "2026.8.1" }],
  },
  "sandbox-owner-named": {
    area: "tools",
    risk: "widens",
    was: "Naming an agent does not help a key without one",
    became: "The agent that is named owns it",
    inForce: [{ since: "2026.8.2" }],
  },
  "every-session-has-a-key": {
    area: "tools",
    risk: "narrows",
    was: "A session with an empty key is not sandboxed",
    became: "It is sandboxed as any other",
    inForce: [{ since: "2026-11" }],
  },
  "sandbox-by-config": {
    area: "tools",
    risk: "narrows",
    was: "A request that says `sandboxed: false` is asked outside the sandbox that the config prescribes",
    became: "What the config puts into a sandbox is in it, whatever the request says",
    inForce: [{ since: "2026-11" }],
  },
} as const satisfies Readonly<Record<string, Behaviour>>;
