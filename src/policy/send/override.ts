import { fold } from "../../identity/fold.ts";
import type { RuleAction } from "../rule/rule.ts";

/** Reads an action as every release does, case and blanks aside; undefined for any other text, `inherit` included. */
export function readAction(text: string | undefined): RuleAction | undefined {
  const action = fold(text ?? "");
  return action === "allow" || action === "deny" ? action : undefined;
}
