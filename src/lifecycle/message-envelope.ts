/** How a sender is called in front of a message. */
export interface SenderNames {
  readonly name?: string;
  readonly tag?: string;
  readonly username?: string;
}

/** What OpenClaw puts before messages that a group wrote since its last reply, and before the current one. */
const historyMarker = "[Chat messages since your last reply - for context]";
const currentMarker = "[Current message - respond to this]";

const longestName = 120;

/** Tells whether a text begins with messages that were injected for context. */
export function startsWithHistory(text: string): boolean {
  const start = text.trimStart();
  return start.startsWith(historyMarker) || start.startsWith(currentMarker);
}

function withoutLeadingBrackets(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith("[")) {
    const end = rest.indexOf("]");
    if (end < 2 || rest.slice(0, end).includes("\n")) return rest;
    rest = rest.slice(end + 1).trimStart();
  }
  return rest;
}

function namesOf({ name, tag, username }: SenderNames): readonly string[] {
  const handles = username === undefined ? [] : [username, `@${username}`, `${name ?? ""} (@${username})`];
  return [name ?? "", tag ?? "", ...handles].filter((each) => each !== "" && each.length <= longestName);
}

/** Takes away bracketed notes such as `[Dec 4 17:35]` and the sender's own name before a message. */
export function stripEnvelope(text: string, sender: SenderNames = {}): string {
  if (startsWithHistory(text)) return text;
  const rest = withoutLeadingBrackets(text);
  const called = namesOf(sender).find((name) => rest.startsWith(`${name}:`));
  return called === undefined ? rest : rest.slice(called.length + 1).trimStart();
}

/** Every `[…]` with something in it; searched by hand, because a pattern takes quadratic time on `[[[…`. */
function withoutBrackets(text: string): string {
  let kept = "";
  let at = 0;
  let open = text.indexOf("[");
  while (open !== -1) {
    if (text[open + 1] === "]") {
      open = text.indexOf("[", open + 1);
      continue;
    }
    const close = text.indexOf("]", open);
    if (close === -1) break;
    kept += text.slice(at, open);
    at = close + 1;
    while (/\s/.test(text[at] ?? "")) at += 1;
    open = text.indexOf("[", at);
  }
  return kept + text.slice(at);
}

function withoutName(line: string): string {
  const colon = line.indexOf(":");
  const isName = colon > 0 && /^[A-Za-z0-9+()\-_. ]*$/.test(line.slice(0, colon).replace(/^[ \t]+/, ""));
  return isName ? line.slice(colon + 1).trimStart() : line;
}

/** Before 2026.8.1: everything in brackets goes, and any `word:` at the beginning of a line. */
export function stripEveryWrapper(text: string): string {
  const marker = text.indexOf(currentMarker);
  const current = marker === -1 ? text : text.slice(marker + currentMarker.length).trimStart();
  return withoutBrackets(current)
    .split(/[\n\r\u2028\u2029]/)
    .map(withoutName)
    .join("\n");
}
