/** What a scope can keep apart. */
export type KeptApart = "peer" | "channel" | "account";

/** A key names an account only within its channel, and either only of a peer: so a scope keeps them apart in this order. */
type KeptInOrder = readonly [] | readonly ["peer", "channel"?, "account"?];

/** The words of `session.dmScope`, the widest first, and what each keeps apart of direct chats. */
export const dmScopes = {
  main: [],
  "per-peer": ["peer"],
  "per-channel-peer": ["peer", "channel"],
  "per-account-channel-peer": ["peer", "channel", "account"],
} as const satisfies Readonly<Record<string, KeptInOrder>>;

/** The words of `session.groupScope`, the widest first, and what each keeps apart of groups. */
const groupScopes = {
  main: [],
  "per-group": ["peer", "channel", "account"],
} as const satisfies Readonly<Record<string, KeptInOrder>>;

/** How widely direct chats are shared. */
export type DmScope = keyof typeof dmScopes;
/** How widely groups are shared. */
export type GroupScope = keyof typeof groupScopes;

/** Every word of `session.dmScope`, the widest first. */
export const dmScopeWords = Object.keys(dmScopes) as readonly DmScope[];
/** The word of `session.dmScope` that keeps most apart. */
export const narrowestDmScope: DmScope = "per-account-channel-peer";
/** Every word of `session.groupScope`, the widest first. */
export const groupScopeWords = Object.keys(groupScopes) as readonly GroupScope[];

/** Whether a scope keeps each of them apart. */
export type ScopeReach = Readonly<Record<KeptApart, boolean>>;

function reachOf(kept: readonly KeptApart[]): ScopeReach {
  return {
    peer: kept.includes("peer"),
    channel: kept.includes("channel"),
    account: kept.includes("account"),
  };
}

/** What keeps everything apart, whatever scope is written. */
export const narrowestReach: ScopeReach = { peer: true, channel: true, account: true };

function reaches(scopes: Readonly<Record<string, readonly KeptApart[]>>): ReadonlyMap<string, ScopeReach> {
  return new Map(Object.entries(scopes).map(([word, kept]) => [word, reachOf(kept)]));
}

const widest: ScopeReach = reachOf(dmScopes.main);
const dmReaches = /* @__PURE__ */ reaches(dmScopes);
const groupReaches = /* @__PURE__ */ reaches(groupScopes);

/** What a word of `session.dmScope` keeps apart. Any word that is none means the main session, as in every release. */
export function dmReach(word: string): ScopeReach {
  return dmReaches.get(word) ?? widest;
}

/** What a word of `session.groupScope` keeps apart; any other keeps each group apart. */
export function groupReach(word: string): ScopeReach {
  return groupReaches.get(word) ?? narrowestReach;
}
