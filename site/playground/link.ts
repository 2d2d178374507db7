import { readState, type State } from "./state.ts";

/*
 * A state as the fragment of a link: JSON, deflated, in letters that links may have. A fragment is sent to nobody.
 */

/** So many characters a link may have, and so many bytes what it holds. */
const most = { link: 40_000, bytes: 400_000 } as const;

const name = "#state=";

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most.bytes) {
      await reader.cancel();
      return undefined;
    }
    pieces.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function through(bytes: Uint8Array<ArrayBuffer>, by: CompressionStream | DecompressionStream) {
  return collect(new Blob([bytes]).stream().pipeThrough(by));
}

/** Writes a state as the fragment of a link. */
export async function writeLink(state: State): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(state));
  const packed = (await through(bytes, new CompressionStream("deflate-raw"))) ?? new Uint8Array();
  const text = Array.from(packed, (byte) => String.fromCharCode(byte)).join("");
  return name + btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** What the fragment of a link holds: a state, nothing, or what is none. */
export async function readLink(fragment: string): Promise<State | "nothing" | "refused"> {
  if (fragment === "" || fragment === "#") return "nothing";
  if (!fragment.startsWith(name)) return "nothing";
  if (fragment.length > most.link) return "refused";
  try {
    const packed = atob(fragment.slice(name.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
    const text = await through(bytes, new DecompressionStream("deflate-raw"));
    if (text === undefined) return "refused";
    return readState(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text))) ?? "refused";
  } catch {
    return "refused";
  }
}
