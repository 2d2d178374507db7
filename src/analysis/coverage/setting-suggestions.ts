import type { Policy } from "../../config/policy.ts";
import type { Question } from "../question.ts";
import { isOfDoor, isOfGroup, writtenSettings, type WrittenSetting } from "./deciding-settings.ts";
import { foremost } from "./foremost.ts";
import type { Suggestions } from "./part.ts";
import { settingQuestions } from "./setting-questions.ts";

function* asked(setting: WrittenSetting, policy: Policy): Iterable<Question> {
  for (const kind of setting.kinds)
    if (kind !== "send" && kind !== "memory-search") yield* settingQuestions[kind](setting, policy);
}

/** Suggestions for the settings that decide, but for those by which channels let people in and those of groups, which are asked with their rooms. */
export function* settingSuggestions(policy: Policy): Generator<Suggestions> {
  for (const setting of writtenSettings(policy)) {
    const { path } = setting;
    if (!isOfDoor(setting) && !isOfGroup(setting))
      yield { path, inputs: foremost(path, asked(setting, policy), policy) };
  }
}
