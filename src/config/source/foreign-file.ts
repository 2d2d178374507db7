import { isObject } from "../is-object.ts";

type Content = Readonly<Record<string, unknown>>;

/** A file that is no config, and how it is told. */
interface ForeignFile {
  readonly name: string;
  readonly isIt: (content: Content) => boolean;
}

const isText = (value: unknown): boolean => typeof value === "string";

/** Whether the members of an object, of which there is at least one, are all of a kind. */
function every(content: unknown, isOne: (value: unknown, name: string) => boolean): boolean {
  if (!isObject(content)) return false;
  const names = Object.keys(content);
  return names.length > 0 && names.every((name) => isOne(content[name], name));
}

/** Files that lie beside a config, or are mistaken for one. No key that tells them is a section of a config. */
const foreignFiles: readonly ForeignFile[] = [
  {
    name: "a package-lock.json",
    isIt: ({ lockfileVersion }) => lockfileVersion !== undefined,
  },
  {
    name: "a package.json",
    isIt: ({ name, version, dependencies, devDependencies, scripts, main, type }) =>
      (isText(name) && (isText(version) || isText(main) || isText(type))) ||
      every(dependencies, isText) ||
      every(devDependencies, isText) ||
      every(scripts, isText),
  },
  {
    name: "a tsconfig.json",
    isIt: ({ compilerOptions, references, extends: base, include }) =>
      isObject(compilerOptions) ||
      Array.isArray(references) ||
      ((isText(base) || Array.isArray(base)) && (include === undefined || Array.isArray(include))),
  },
  {
    name: "an exec-approvals.json, which `evaluateExec` reads",
    isIt: ({ version, socket, defaults, agents }) =>
      typeof version === "number" &&
      (isObject(socket) || isObject(defaults) || every(agents, (agent) => isObject(agent))),
  },
  {
    name: "an auth-profiles.json",
    isIt: ({ version, profiles }) => typeof version === "number" && isObject(profiles),
  },
  {
    name: "a list of cron jobs",
    isIt: ({ version, jobs }) => typeof version === "number" && Array.isArray(jobs),
  },
  {
    name: "a list of pairing requests",
    isIt: ({ version, requests }) => typeof version === "number" && Array.isArray(requests),
  },
  {
    name: "an allow list of paired senders",
    isIt: ({ version, allowFrom }) => typeof version === "number" && Array.isArray(allowFrom),
  },
  {
    name: "a sessions.json, a store of sessions",
    isIt: (content) =>
      every(content, (row) => isObject(row)) &&
      (every(content, (_, name) => name.startsWith("agent:")) ||
        every(content, (row) => isObject(row) && "sessionId" in row && "updatedAt" in row)),
  },
  {
    name: "a plugin's openclaw.plugin.json",
    isIt: ({ id, configSchema }) => isText(id) && isObject(configSchema),
  },
  {
    name: "a JSON schema",
    isIt: ({ $schema, type, properties }) => isObject(properties) && (isText(type) || isText($schema)),
  },
  {
    name: "a list of MCP servers",
    isIt: ({ mcpServers }) => isObject(mcpServers),
  },
];

/** Names the file that well-formed content is of, where it is another one than a config. */
export function foreignFile(content: Content): string | undefined {
  return foreignFiles.find(({ isIt }) => isIt(content))?.name;
}

/** A kind of text that is no JSON5. */
interface ForeignText {
  readonly what: string;
  /** What begins such a text, after blanks and comments. */
  readonly begins: RegExp;
  readonly instead: string;
}

const foreignTexts: readonly ForeignText[] = [
  {
    what: "an HTML page",
    begins: /^<(?:!doctype\s+html|html|head|body|script|div)\b/i,
    instead: "the file itself; servers send a page when the file is not found, or for signing in",
  },
  { what: "XML", begins: /^<[?!a-z]/i, instead: "a config in JSON5" },
  {
    what: "a fenced block of Markdown",
    begins: /^(?:```|~~~)/,
    instead: "what is between the fences",
  },
  {
    what: "a program",
    begins: /^(?:export|import|module\.exports|const|let|var|function)\b/,
    instead: "the object that it exports",
  },
  {
    what: "a file of environment variables",
    begins: /^(?:export\s+)?[A-Z_][A-Z0-9_]*=/,
    instead: "the config; the variables are for `substitute`",
  },
  {
    what: "TOML",
    begins: /^(?:\[\[?[\w.\-" ]+\]\]?\s*(?:#.*)?(?:\n|$)|[\w.\-"]+\s*=)/,
    instead: "the object that a TOML reader makes of it",
  },
  {
    what: "YAML",
    begins: /^(?:---|%YAML|-\s|[\w$"'-]+\s*:(?:\s|$))/,
    instead: "the object that a YAML reader makes of it, or, if it is JSON5, put braces around it",
  },
];

/** Tells what text is that is no JSON5; undefined where it may be a config that is misspelled. */
export function foreignText(text: string): Pick<ForeignText, "what" | "instead"> | undefined {
  // Lines of comments, which YAML, TOML and shells begin with `#`.
  const content = text.replace(/^(?:\uFEFF|\s|#.*(?:\n|$))+/, "");
  return foreignTexts.find(({ begins }) => begins.test(content));
}

/** What is usually wrong where a sign is that JSON5 does not expect. */
const strays: ReadonlyMap<string, string> = new Map([
  ["#", "comments begin with `//`"],
  ["=", "a name is followed by `:`"],
  [";", "members are separated by `,`"],
  ["“", 'quotes are straight: `"`'],
  ["”", 'quotes are straight: `"`'],
  ["‘", "quotes are straight: `'`"],
  ["’", "quotes are straight: `'`"],
  ["`", "texts are put in `\"` or `'`"],
  ["T", "the word is `true`, in lower case"],
  ["F", "the word is `false`, in lower case"],
  ["N", "the word is `null`, in lower case"],
  ["<", "the file may have the marks of an unfinished merge"],
  ["}", "a value is missing before it, or there is one brace too many"],
  ["]", "a value is missing before it, or there is one bracket too many"],
]);

/** Says what to look for where JSON5 cannot be read any further. */
export function mendingOf(text: string, fault: string): string {
  if (text.trim() === "") return "a config in JSON5; the smallest is `{}`";
  if (fault.includes("end of input"))
    return "something is not closed: a brace, a bracket, a quote or a comment";
  const [, sign = ""] = /'(\\?.)'/u.exec(fault) ?? [];
  const stray = strays.get(sign);
  if (stray !== undefined) return stray;
  return "look there, or just before it, for a comma, a colon or a quote that is missing";
}
