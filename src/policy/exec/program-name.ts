import { lowerCase } from "../../edition/lower-case.ts";

/** The file name of a program, without case and what Windows ends it with. */
export function baseName(program: string): string {
  const name = program.slice(Math.max(program.lastIndexOf("/"), program.lastIndexOf("\\")) + 1);
  return lowerCase(name).replace(/\.(?:exe|cmd|bat)$/, "");
}
