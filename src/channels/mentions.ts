import type { Unread } from "../scope/unread.ts";
import type { Loose } from "./payload.ts";
import { unread, type AccessFacts, type ReaderOptions } from "./reading.ts";

/** All spellings under which a payload names one account; none where it does not say which. */
export type Named = readonly (string | undefined)[];

/** Whom a message addresses. */
interface Addressed {
  /** Who is mentioned; undefined where the payload does not say. */
  readonly named: readonly Named[] | undefined;
  /** Who wrote what it answers; undefined where it answers nothing. */
  readonly answered?: Named | undefined;
  readonly everyone?: boolean | undefined;
}

/** The ids by which a bot is known, each in one spelling. */
export function selfOf(
  { self }: ReaderOptions,
  spell: (id: string) => string | undefined = (id) => id,
): readonly string[] {
  if (self === undefined) return [];
  const ids: readonly unknown[] = Array.isArray(self) ? self : [self];
  return ids.flatMap((id) => {
    const spelled = typeof id === "string" && id.trim() !== "" ? spell(id.trim()) : undefined;
    return spelled === undefined ? [] : [spelled];
  });
}

/** What kind of id it is: a name, a phone number, a LID, or another. Ids of different kinds do not tell that two accounts differ. */
function formOf(id: string): string {
  return id.endsWith("@lid") ? "lid" : (/^[@+]/.exec(id)?.[0] ?? "");
}

/** Whether it is the bot that is named; undefined where nobody can tell. */
export function isSelf(named: Named, self: readonly string[]): boolean | undefined {
  if (self.length === 0) return undefined;
  if (named.some((id) => id !== undefined && self.includes(id))) return true;
  const forms = self.map(formOf);
  return named.some((id) => id !== undefined && forms.includes(formOf(id))) ? false : undefined;
}

/** Why what somebody wrote is not to be heard: the bot wrote it, or another that no host asked for; undefined where it is. */
export function unheard(
  writer: Named,
  isBot: boolean,
  self: readonly string[],
  { bots }: ReaderOptions,
): Unread | undefined {
  const own = isSelf(writer, self);
  if (own === true) return unread("own-message");
  if (isBot && bots !== true) return unread("bot");
  return isBot && own === undefined ? unread("missing-fact", "self") : undefined;
}

/** Tells whether a message mentions the bot, and whether it mentions others. */
export function mentionsIn(
  { answered, everyone, named }: Addressed,
  self: readonly string[],
): Loose<Pick<AccessFacts, "mentioned" | "othersMentioned">> {
  const who = named?.map((each) => isSelf(each, self));
  const replies = answered === undefined ? false : isSelf(answered, self);
  const unsure = who === undefined || who.includes(undefined);
  const othersMentioned = who?.includes(false) === true ? true : unsure ? undefined : false;
  let mentioned: AccessFacts["mentioned"];
  if (who?.includes(true) === true) mentioned = true;
  else if (replies === true && !unsure) mentioned = "reply";
  else if (replies === false && !unsure) mentioned = everyone === true ? "everyone" : false;
  return { mentioned, othersMentioned };
}
