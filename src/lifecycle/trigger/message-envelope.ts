import type { Behaviours } from "../../edition/edition.ts";
import { fold } from "../../identity/fold.ts";

/** How a sender is called in front of a message. */
export interface SenderNames {
  /** The name that is shown, such as `Ann Lee`. */
  readonly name?: string;
  /** A name with a number, as Discord had them: `ann#1234`. */
  readonly tag?: string;
  /** The user name, with its `@` or without. */
  readonly username?: string;
}

/** What OpenClaw puts before messages that were injected for context, and before the current one. */
const historyMarker = "[Chat messages since your last reply - for context]";
const recentMarker = "[Recent chat messages - for context]";
const currentMarker = "[Current message - respond to this]";

const longestName = 120;

function namesOf({ name, tag, username }: SenderNames): readonly string[] {
  const handle = username?.trim().replace(/^@/, "");
  const handles = handle ? [handle, `@${handle}`, ...(name ? [`${name} (@${handle})`] : [])] : [];
  return [name ?? "", tag ?? "", ...handles].map(fold).filter((each) => each !== "");
}

/** Blanks on the same line: what stands on the next belongs to the message. */
function withoutBlanks(text: string): string {
  return text.replace(/^[ \t]+/, "");
}

/** Takes away the sender's own name before a message. */
function withoutSender(text: string, sender: SenderNames): string {
  const colon = text.indexOf(":");
  if (colon === -1 || text.slice(0, colon).includes("\n")) return text;
  const name = text.slice(0, colon).trim();
  return name.length <= longestName && namesOf(sender).includes(fold(name))
    ? withoutBlanks(text.slice(colon + 1))
    : text;
}

/**
 * Takes away bracketed notes such as `[Dec 4 17:35]` and the sender's own name before a message; gives
 * undefined where the notes say that what follows is no message but its history.
 */
export function envelopeStripper(behaviours: Behaviours) {
  const markers = [historyMarker, currentMarker];
  if (behaviours.has("recent-messages-are-history")) markers.push(recentMarker);
  const isHistory = (text: string) => markers.some((marker) => text.startsWith(marker));
  return (text: string, sender: SenderNames = {}): string | undefined => {
    let rest = text.trimStart();
    while (rest.startsWith("[") && !isHistory(rest)) {
      const end = rest.indexOf("]");
      if (end === -1 || rest.slice(0, end).includes("\n")) break;
      rest = withoutBlanks(rest.slice(end + 1));
    }
    return isHistory(rest) ? undefined : withoutSender(rest, sender);
  };
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

/** Since 2026.6.11 a name is any text before a colon and a blank; a command is none, unless a note stood before it. */
function withoutNames(text: string, noted: boolean): string {
  const names = noted ? /^[ \t]*[^\n:]{1,120}:\s+/gm : /^[ \t]*(?!\/)[^\n:]{1,120}:\s+/gm;
  return text.replace(names, "");
}

/** Before 2026.8.1: everything in brackets goes, and any `word:` at the beginning of a line. */
export function stripEveryWrapper(text: string, anyName: boolean): string {
  const marker = text.indexOf(currentMarker);
  const current = marker === -1 ? text : text.slice(marker + currentMarker.length).trimStart();
  const bare = withoutBrackets(current);
  if (anyName) return withoutNames(bare, bare !== current);
  return bare
    .split(/[\n\r\u2028\u2029]/)
    .map(withoutName)
    .join("\n");
}
