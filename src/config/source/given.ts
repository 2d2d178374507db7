import { isPlainObject } from "../freeze-tree.ts";

/** What somebody gave in place of plain data, and what to give instead. */
export interface Given {
  readonly what: string;
  readonly instead: string;
}

/** The nature of an object, whatever its realm: `Map`, `Uint8Array`, `Promise`, `Module`. */
function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

function classOf(value: object): string | undefined {
  const { constructor } = value as { readonly constructor?: unknown };
  return typeof constructor === "function" && constructor.name !== "" ? constructor.name : undefined;
}

const asObject = "`Object.fromEntries(map)`, and the same for every map in it";
const asText = "its text: `await response.text()`";
const decoded = "its text: `new TextDecoder().decode(bytes)`";

/** What to give in place of objects that are no plain data, by their nature. */
const natures: ReadonlyMap<string, string> = new Map([
  ["Map", asObject],
  ["Set", "a list: `[...set]`"],
  ["Date", "its text: `date.toISOString()`"],
  ["Module", "what it exports: its `default`, or `{ ...module }`"],
  ["Response", asText],
  ["Request", asText],
  ["Blob", asText],
  ["File", "its text: `await file.text()`"],
  ["String", "a plain text: `String(text)`"],
  ["ArrayBuffer", decoded],
  ["SharedArrayBuffer", decoded],
  ["DataView", decoded],
  ["Error", "a config; reading it has failed"],
  ["URLSearchParams", asObject],
  ["URL", "the text of the file that it names"],
]);

/** Tells what a value is that is no plain data; undefined for a plain object, a list, and what JSON has besides. */
export function notPlain(value: unknown): Given | undefined {
  try {
    return nature(value);
  } catch {
    // Whatever it brings along was run, and threw.
    return {
      what: "an object that throws when read",
      instead: "plain data, without getters or proxies",
    };
  }
}

function nature(value: unknown): Given | undefined {
  if (typeof value === "function") return { what: "a function", instead: "what it returns: call it" };
  if (typeof value === "bigint" || typeof value === "symbol")
    return { what: `a ${typeof value}`, instead: "a plain value, such as a text" };
  if (typeof value !== "object" || value === null || Array.isArray(value) || isPlainObject(value))
    return undefined;
  if (typeof (value as { readonly then?: unknown }).then === "function")
    return { what: "a Promise", instead: "what it resolves to: `await` it first" };
  const tag = tagOf(value);
  const name = classOf(value);
  if (name === "Buffer")
    return { what: "a Buffer", instead: "its text, `buffer.toString()`, or `JSON.parse(buffer.toString())`" };
  const instead = natures.get(tag) ?? (ArrayBuffer.isView(value) ? decoded : undefined);
  if (instead !== undefined) return { what: `${/^[AEIO]/.test(tag) ? "an" : "a"} ${tag}`, instead };
  return {
    what: name === undefined ? "an object with its own prototype" : `an instance of ${name}`,
    instead: "a plain object with its data: `{ ...it }`, or `JSON.parse(JSON.stringify(it))`",
  };
}

function has(value: Readonly<Record<string, unknown>>, ...names: readonly string[]): boolean {
  return names.every((name) => Object.hasOwn(value, name));
}

/** Tells an answer of this library from a config; undefined for any other object. */
export function answerGiven(value: Readonly<Record<string, unknown>>): Given | undefined {
  if (has(value, "edition", "behaviours", "config"))
    return { what: "a policy", instead: "its `config`, or use it as it is" };
  if (typeof value["ok"] !== "boolean") return undefined;
  if (has(value, "policy"))
    return { what: "the answer of `safeParsePolicy`", instead: "its `policy.config`" };
  if (has(value, "config"))
    return { what: "the answer of a function", instead: "its `config`, when `ok` is true" };
  return has(value, "issues")
    ? { what: "the answer of a function that refused a config", instead: "a config; its `issues` say why" }
    : undefined;
}

const address = /^(?:https?|file|data):\S+$/i;
const fileName = /^[^\n{}[\]"':,=]*\.(?:json[5c]?|ya?ml|toml|[cm]?[jt]s)$/i;
const rooted = /^(?:~|\.{1,2}|[a-z]:)?[\\/][^\n{}"',]*$/i;

/** Tells the name of a file from a text; undefined for any other text. */
export function nameGiven(text: string): Given | undefined {
  const name = text.trim();
  if (name.length > 4096) return undefined;
  if (address.test(name))
    return {
      what: "an address",
      instead: "the text that is found there: `await (await fetch(address)).text()`",
    };
  const drive = /^[a-z]:/i.exec(name)?.[0].length ?? 0;
  return fileName.test(name.slice(drive)) || rooted.test(name)
    ? {
        what: "the path of a file",
        instead: 'the text of the file, not its path: `readFileSync(path, "utf8")`',
      }
    : undefined;
}
