import type { Issue } from "../config/issue.ts";

/** Something that a config cannot mean, and what to write instead: the config is refused. */
export function mistake(code: Issue["code"], path: string, message: string, hint: string): Issue {
  return { severity: "error", code, path, message, hint };
}

/** Something that a config hardly means, or that has no effect, and what to write instead. */
export function warning(code: Issue["code"], path: string, message: string, hint: string): Issue {
  return { severity: "warning", code, path, message, hint };
}
