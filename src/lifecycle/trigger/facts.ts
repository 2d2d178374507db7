import type { ChatType } from "../../scope/chat-type.ts";
import type { SenderNames } from "./message-envelope.ts";
import type { ModelChoice } from "./model-argument.ts";

/** What a host knows about a message that may be a reset trigger. Nothing is required. */
export interface ResetTriggerFacts {
  /** In a group or channel, mentions of the bot are skipped. */
  readonly chatType?: ChatType;
  /** The name after which `/new@name` is meant for this bot. */
  readonly botUsername?: string;
  /** How the text mentions the bot: `"@mybot"`, `"<@U123>"`. */
  readonly mentions?: readonly string[];
  /** How the sender is called; their name before a trigger is skipped. */
  readonly sender?: SenderNames;
  /** The text is nothing but a transcript of speech, which triggers nothing from 2026.8.1 on. */
  readonly transcript?: boolean;
  /** Whether the sender is an authorised one; a host that does not tell lets everybody reset. */
  readonly authorized?: boolean;
  /** Whether the sender may use commands; counts from 2026.3.28 on. */
  readonly commandsAuthorized?: boolean;
  /** The scopes of a client of the gateway; counts from 2026.3.28 on. */
  readonly scopes?: readonly string[];
  /** The models that a person may choose after the trigger: `/new gpt-5 hello`. */
  readonly models?: readonly ModelChoice[];
}
