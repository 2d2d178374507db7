import type { Policy } from "../../config/policy.ts";
import type { Question } from "../question.ts";
import { isOfDoor, writtenSettings, type WrittenSetting } from "./deciding-settings.ts";
import { foremost } from "./foremost.ts";
import type { Suggestions } from "./part.ts";
import { settingQuestions } from "./setting-questions.ts";

function* asked(setting: WrittenSetting, policy: Policy): Iterable<Question> {
  for (const kind of setting.kinds) yield* settingQuestions[kind](setting, policy);
}

/** Suggestions for the settings that decide, but for those of channels, which are asked with their rooms and groups. */
export function* settingSuggestions(policy: Policy): Generator<Suggestions> {
  for (const setting of writtenSettings(policy)) {
    const { path } = setting;
    if (!isOfDoor(setting)) yield { path, inputs: foremost(path, asked(setting, policy), policy) };
  }
}
