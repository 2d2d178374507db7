import type { Issue } from "../../config/issue.ts";

/** Tells of a place where a ceiling is stricter than it would have to be. */
export type Note = (path: string, message: string) => void;

/** A pen for notes, and the sheet that it writes on. */
export function ceilingNotes(): { readonly note: Note; readonly notes: readonly Issue[] } {
  const notes = new Map<string, Issue>();
  return {
    note: (path, message) => {
      const issue: Issue = { severity: "warning", code: "stricter-ceiling", path, message };
      notes.set(`${path} ${message}`, issue);
    },
    get notes() {
      return [...notes.values()];
    },
  };
}
