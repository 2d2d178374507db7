import { fold } from "../../identity/fold.ts";
import type { ChatType } from "../../scope/chat-type.ts";
import type { KeyForms, RuleFacts } from "./rule-facts.ts";

/** What rules are told about a session by its key alone. */
export interface KeyFacts extends RuleFacts {
  readonly chatType: ChatType | undefined;
  /** Why nothing may be concluded from the key. */
  readonly doubt: "ambiguous-key" | "malformed-key" | undefined;
}

/** The name of a channel or an agent in the form in which rules compare it; undefined for a blank one. */
export function comparedName(name: string | undefined): string | undefined {
  return name === undefined ? undefined : fold(name) || undefined;
}

type Told = KeyForms & { readonly [Fact in Exclude<keyof KeyFacts, keyof KeyForms>]?: KeyFacts[Fact] };

/** Writes out what a key tells, so that the facts of all keys have one shape: they are read in a few nanoseconds then. */
export function keyFacts(told: Told): KeyFacts {
  return {
    rawKey: told.rawKey,
    scopedKey: told.scopedKey,
    channel: comparedName(told.channel),
    chatType: told.chatType,
    account: told.account,
    peer: told.peer,
    agent: comparedName(told.agent),
    thread: told.thread,
    doubt: told.doubt,
  };
}
