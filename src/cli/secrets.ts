import { isObject } from "../config/is-object.ts";
import { variablesIn } from "../config/source/variables.ts";

/** Names under which configs keep what nobody may read. */
const secretName =
  /tokens?$|secret|password|passphrase|passwd|(?:api|private|signing|encrypt|access)[_-]?key|credential|cookie|authorization|bearer|(?:^|_)pat$/i;

/** Of these, those under which a number is a secret, and no count of tokens. */
const secretNumberName = /token$|secret|password|passphrase|passwd/i;

/** What looks like a secret wherever it stands: the keys of the platforms that bots and models live on. */
const secretLooks = [
  "\\b\\d{6,12}:[A-Za-z0-9_-]{30,}", // Telegram
  "\\bxox[a-z]-[\\w-]{10,}|\\bxapp-[\\w-]{10,}", // Slack
  "\\b[spr]k-[A-Za-z0-9_-]{16,}", // OpenAI, Anthropic and their kin
  "\\bgh[a-z]_\\w{20,}|\\bgithub_pat_\\w{20,}|\\bglpat-[\\w-]{16,}",
  "\\bAKIA[0-9A-Z]{16}\\b|\\bAIza[\\w-]{30,}",
  "\\b[MNO][\\w-]{22,27}\\.[\\w-]{6}\\.[\\w-]{27,}", // Discord
  "\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*", // JSON Web Tokens
  "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*",
] as const;

/** What stands in the place of a secret. */
const hidden = "(secret)";

/** A shorter text is no secret worth the name. */
const shortest = 5;

/** What stands where a secret is to be filled in. */
const placeholder = /^(?:your[-_ ]?)?(?:bot[-_ ]?|api[-_ ]?)?(?:tokens?|secret|password|key)$/i;

/** A shorter one is a secret only where a word begins with it: it may be found in the midst of others. */
const shortestWithin = 12;

/** As messages cut long values off. */
const cutAt = 60;

/** Every text of a config that stands under a name for secrets; a text that only names variables tells none. */
function* secretsIn(value: unknown, name: string | undefined): Generator<string> {
  if (typeof value === "string" || typeof value === "number") {
    const text = String(value);
    const pattern = typeof value === "string" ? secretName : secretNumberName;
    const isTold = text.length >= shortest && variablesIn(text).length === 0 && !placeholder.test(text);
    if (name !== undefined && pattern.test(name) && isTold) yield text;
  } else if (Array.isArray(value)) {
    for (const inner of value) yield* secretsIn(inner, name);
  } else if (isObject(value)) {
    // A reference tells where a secret is kept, and not the secret.
    const above = name !== undefined && secretName.test(name) && !("source" in value) ? name : undefined;
    for (const [own, inner] of Object.entries(value))
      yield* secretsIn(inner, above === undefined || secretName.test(own) ? own : above);
  }
}

const known = new Set<string>();
let pattern = patternOf([]);

/** Learns the secrets of a config, so that they are hidden in whatever is printed. */
export function learnSecrets(config: unknown): void {
  for (const secret of secretsIn(config, undefined)) known.add(secret);
  pattern = patternOf([...known]);
}

/** Learns what the variables stand for that a text names, where their names are those of secrets. */
export function learnVariables(text: string, env: Readonly<Record<string, string | undefined>>): void {
  learnSecrets(Object.fromEntries(variablesIn(text).map((name) => [name, env[name] ?? ""])));
}

function exactly(text: string): string {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return text.length >= shortestWithin ? literal : `(?<!\\w)${literal}`;
}

/** How a secret may be spelled in a text: whole or cut off, plain or as JSON has it. */
function spellings(secret: string): readonly string[] {
  const cut = secret.length > cutAt ? [secret.slice(0, cutAt)] : [];
  return [secret, ...cut].flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]);
}

function patternOf(secrets: readonly string[]): RegExp {
  const longestFirst = [...new Set(secrets.flatMap(spellings))].toSorted((a, b) => b.length - a.length);
  return new RegExp([...longestFirst.map(exactly), ...secretLooks].join("|"), "g");
}

/** Hides every secret that is known, and whatever looks like one. */
export function hideSecrets(text: string): string {
  return text.replace(pattern, hidden);
}

/** The same for every text of a value. */
export function hideSecretsIn(value: unknown): unknown {
  if (typeof value === "string") return hideSecrets(value);
  if (Array.isArray(value)) return value.map(hideSecretsIn);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [hideSecrets(name), hideSecretsIn(inner)]),
  );
}
