import type { Policy } from "../../config/policy.ts";
import { answer, type Question } from "../question.ts";
import { enclosingPlaces } from "../source-lines.ts";

/** More questions than these are not tried for one part, so that a config costs no more than its size. */
const mostQuestions = 250;

function comesFrom(question: Question, part: string, policy: Policy): boolean {
  const decision = answer(question, policy);
  return "path" in decision && [...enclosingPlaces(decision.path)].includes(part);
}

/** Of the first questions about a part those of which the answer comes from it, then the others, which it may turn. */
export function* foremost(part: string, questions: Iterable<Question>, policy: Policy): Iterable<Question> {
  const others: Question[] = [];
  let left = mostQuestions;
  for (const question of questions) {
    if (left === 0) break;
    left -= 1;
    if (comesFrom(question, part, policy)) yield question;
    else others.push(question);
  }
  yield* others;
}
