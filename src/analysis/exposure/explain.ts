import { isPolluted, unpolluted } from "../../edition/unpolluted.ts";
import { said } from "../../config/given.ts";
import { enumerated } from "../enumeration.ts";
import type { ExposedSession, Exposure, Notice } from "./exposure.ts";

/** Names some of those who are counted. */
function some(names: readonly string[], count: number): string {
  const others = count - names.length;
  if (others <= 0) return enumerated(names, "and", names.length);
  return `${names.join(", ")} and ${others === 1 ? "1 other" : `${others} others`}`;
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}

/**
 * Says in a sentence or two how many sessions of a store others could read, and how many people to tell.
 *
 * @example
 * ```ts
 * const channels = { telegram: { dmPolicy: "allowlist", allowFrom: ["111", "222"] } } as const;
 * const store = { "agent:main:main": { lastChannel: "telegram", lastTo: "telegram:222" } };
 * explainExposure(exposure(parsePolicy({ channels }, { edition: "2026-11" }), store));
 * //=> "Of 1 session, 1 holds the words of more than one person, and 1 could be read by others. 2 need to be told; for 1 of them the store shows that they wrote."
 * ```
 */
export function explainExposure(exposure: Exposure): string {
  if (isPolluted()) return unpolluted(explainExposure, exposure);
  return said(exposure, sentenceOfAll);
}

function sentenceOfAll({ counts, notify }: Exposure): string {
  const { exposed, exposedWhenFixed, sessions, shared } = counts;
  const of = `Of ${counted(sessions, "session", "sessions")}, ${shared} ${shared === 1 ? "holds" : "hold"} the words of more than one person, and ${exposed} could be read by others.`;
  const fixed = exposedWhenFixed === undefined ? "" : ` After the fix, ${exposedWhenFixed} still can.`;
  const sure = notify.filter(({ wrote }) => wrote).length;
  if (notify.length === 0) return `${of}${fixed} Nobody needs to be told.`;
  const tell = `${notify.length} ${notify.length === 1 ? "needs" : "need"} to be told`;
  return `${of}${fixed} ${tell}; for ${sure} of them the store shows that they wrote.`;
}

/**
 * Says in a sentence whose words a stored session holds, and who could be told them.
 *
 * @example
 * ```ts
 * const policy = parsePolicy({ session: { dmScope: "per-channel-peer" } }, { edition: "2026-11" });
 * exposure(policy, ["agent:main:telegram:direct:111"]).sessions.map(explainExposedSession);
 * //=> ["agent:main:telegram:direct:111 holds the words of telegram:111; nobody else could read it."]
 * ```
 */
export function explainExposedSession(session: ExposedSession): string {
  if (isPolluted()) return unpolluted(explainExposedSession, session);
  return said(session, sentenceOfSession);
}

function whoseWords({ holds, startedBy, words }: ExposedSession): string {
  if (startedBy !== undefined) return `was started by ${startedBy}, and holds the words of its people`;
  if (holds === "nobody") return "holds nobody's messages";
  if (holds === "unknown") return "holds the words of somebody whom its entry does not name";
  const names = words.map(({ name }) => name);
  return `holds the words of ${enumerated(names)}`;
}

function sentenceOfSession(session: ExposedSession): string {
  const { fixed, key, readers } = session;
  const names = [...readers.inside, ...readers.outside];
  const by = readers.exposed
    ? `it could be read by ${some(names.slice(0, 5), readers.count)}`
    : "nobody else could read it";
  const after =
    fixed === undefined || !readers.exposed
      ? ""
      : fixed.exposed
        ? `; after the fix by ${some([...fixed.inside, ...fixed.outside].slice(0, 5), fixed.count)}`
        : "; after the fix by nobody else";
  return `${key} ${whoseWords(session)}; ${by}${after}.`;
}

/**
 * Says in a sentence what somebody is to be told: in which sessions others could read their words.
 *
 * @example
 * ```ts
 * const channels = { telegram: { dmPolicy: "allowlist", allowFrom: ["111", "222"] } } as const;
 * const store = { "agent:main:main": { lastChannel: "telegram", lastTo: "telegram:222" } };
 * exposure(parsePolicy({ channels }, { edition: "2026-11" }), store).notify.map(explainNotice);
 * //=> [
 * //   "telegram:222 wrote in agent:main:main, which telegram:111 could read.",
 * //   "telegram:111 may have written in agent:main:main, which telegram:222 could read.",
 * // ]
 * ```
 */
export function explainNotice(notice: Notice): string {
  if (isPolluted()) return unpolluted(explainNotice, notice);
  return said(notice, sentenceOfNotice);
}

function sentenceOfNotice({ count, of, sessions, who, wrote }: Notice): string {
  const whose = of === "room" ? `Somebody in ${who}` : who;
  const [first] = sessions;
  const readers = first === undefined ? "others" : some(first.readers.slice(0, 5), first.readerCount);
  const keys = some(
    sessions.slice(0, 3).map(({ key }) => key),
    count,
  );
  return `${whose} ${wrote ? "wrote" : "may have written"} in ${keys}, which ${readers} could read.`;
}
