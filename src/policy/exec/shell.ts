import { once } from "../../edition/once.ts";
import type { CommandDoubt } from "./command.ts";

/** The shells whose reading of a command is known. */
export const execShells = ["posix", "cmd", "powershell"] as const;

/** The shell that gets a command: one that reads as POSIX says, `cmd.exe`, or PowerShell. */
export type ExecShell = (typeof execShells)[number];

/** Characters that mean something else than themselves, and what that is. */
type Doubts = readonly (readonly [characters: string, doubt: CommandDoubt])[];

/** What a shell reads otherwise than it looks: outside quotations, and within those of either kind. */
interface Reading {
  readonly bare: Doubts;
  readonly single: Doubts;
  readonly double: Doubts;
  /** Texts that are doubtful wherever they stand. */
  readonly marks?: Doubts;
  /** A word ends where its quotation does: `"a"b` are two. */
  readonly quotationEndsWord?: boolean;
}

/** What is doubtful in every shell, because one or another reads it so. */
const everywhere: Reading = {
  bare: [
    [";&|(){}", "operator"],
    ["$`~", "substitution"],
    ["<>", "redirection"],
    ["*?[]", "file-pattern"],
    ["\\!#", "escape"],
  ],
  single: [],
  double: [
    ["$`", "substitution"],
    ["\\!", "escape"],
  ],
};

const typographicQuotes = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e";
const typographicDashes = "\u2013\u2014\u2015";
/** Every blank of Unicode but space and tab. */
const unicodeBlanks =
  "\u0085\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

const readings = {
  posix: { bare: [], single: [], double: [] },
  cmd: {
    bare: [
      ["'", "quotation"],
      ["%", "substitution"],
      ["^", "escape"],
    ],
    single: [],
    double: [["%", "substitution"]],
    // Programs disagree on whether it is one quote or the end of the quotation.
    marks: [['""', "quotation"]],
  },
  powershell: {
    bare: [
      [typographicQuotes, "quotation"],
      [typographicDashes, "dash"],
      [unicodeBlanks, "blank"],
      [",@", "array"],
    ],
    // The second is for Windows PowerShell, which hands it on as it is.
    single: [
      [typographicQuotes, "quotation"],
      ['"', "quotation"],
    ],
    double: [[typographicQuotes, "quotation"]],
    marks: [
      ["''", "quotation"],
      ['""', "quotation"],
      ["--%", "stop-parsing"],
    ],
    quotationEndsWord: true,
  },
} as const satisfies Readonly<Record<ExecShell, Reading>>;

/** How a shell reads, by the quote within which a character stands. */
interface ShellReading {
  readonly doubts: Readonly<Record<"bare" | "'" | '"', ReadonlyMap<string, CommandDoubt>>>;
  readonly marks: Doubts;
  readonly quotationEndsWord: boolean;
}

const compiled = /* @__PURE__ */ once(
  ({ bare, single, double, marks = [], quotationEndsWord = false }: Reading): ShellReading => {
    const byCharacter = (lists: Doubts) =>
      new Map(
        lists.flatMap(([characters, doubt]) => Array.from(characters, (each) => [each, doubt] as const)),
      );
    return {
      doubts: {
        bare: byCharacter([...everywhere.bare, ...bare]),
        "'": byCharacter([...everywhere.single, ...single]),
        '"': byCharacter([...everywhere.double, ...double]),
      },
      marks,
      quotationEndsWord,
    };
  },
);

const byName: ReadonlyMap<string, Reading> = /* @__PURE__ */ new Map(Object.entries(readings));

/** How a shell reads; undefined for one that is not known. */
export function readingOf(shell: string): ShellReading | undefined {
  const reading = byName.get(shell);
  return reading && compiled(reading);
}
