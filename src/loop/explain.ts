import type { MalformedTimes } from "../lifecycle/session-times-of.ts";
import { explainReset } from "../lifecycle/reset/decision.ts";
import { explainMemorySearch } from "../policy/memory/explain.ts";
import { explainSend } from "../policy/send/explain.ts";
import { explainAccess } from "../policy/access/explain.ts";
import { explainResolution } from "../scope/session/explain.ts";
import { explainUnread } from "../scope/unread.ts";
import type { Admission, NotAdmitted } from "./admit.ts";
import type { Beginning, NoTurn, Turn } from "./turn.ts";

function refusal({ decision }: NotAdmitted): string {
  switch (decision.kind) {
    case "unread":
      return explainUnread(decision);
    case "resolution":
      return explainResolution(decision);
    case "access":
      return explainAccess(decision);
  }
}

/** Says in a sentence or two where a message was let in to, or what kept it out. */
export function explainAdmission(admission: Admission): string {
  if (!admission.ok) return refusal(admission);
  return `${explainResolution(admission.resolution)} ${explainAccess(admission.decision)}`;
}

const beginnings: Readonly<Record<Beginning, string>> = {
  first: "The conversation begins: nothing of it was stored.",
  trigger: "The conversation starts over: the message asks for it.",
  stale: "The conversation starts over.",
};

const refusals: Readonly<Record<NoTurn["reason"], string>> = {
  "not-admitted": "the message was not let in",
  "malformed-times": "its stored times cannot be read",
  "invalid-clock": "the current time is not a valid time",
  "malformed-request": "what was passed in cannot be read",
};

/** Says what happens in a session: whether its conversation goes on, and what may be done in it. */
export function explainTurn(turn: Turn | NoTurn): string {
  if (!turn.ok) {
    const facts = turn.facts.length === 0 ? "" : ` (${turn.facts.join(", ")})`;
    return `Nothing happens in the session, and what is stored stays as it is: ${refusals[turn.reason]}${facts}.`;
  }
  const { begins, memory, reset, send } = turn;
  const conversation = begins === undefined ? "The conversation goes on." : beginnings[begins];
  const why = begins === undefined || begins === "stale" ? ` ${explainReset(reset)}` : "";
  return `${conversation}${why} ${explainSend(send)} ${explainMemorySearch(memory)}`;
}

/** Says what of a row cannot be read. */
export function explainTimes({ facts }: MalformedTimes): string {
  return `The times of the session cannot be read: ${facts.join(", ")}. Store epoch milliseconds.`;
}
