import { newestRelease, type Person, type State } from "./state.ts";

/** Who is there when the page opens. */
export const people: readonly Person[] = [
  { name: "Alice", ids: { telegram: "111", whatsapp: "+491700000111", slack: "U0ALICE", discord: "1110" } },
  { name: "Bob", ids: { telegram: "222", whatsapp: "+491700000222", slack: "U0BOB", discord: "2220" } },
  { name: "Mallory", ids: { telegram: "999", whatsapp: "+491700000999", slack: "U0MAL", discord: "9990" } },
];

const direct = { kind: "direct" } as const;

/** A Friday morning, two days before the clocks of Europe go forward. */
const start = Date.UTC(2026, 2, 27, 8);

/** What the page opens on: two people of one household, and a config in which nobody wrote a `dmScope`. */
export const leak: State = {
  config: `{
  // Alice and Bob may write to it.
  channels: {
    telegram: {
      allowFrom: ["111", "222"],
    },
  },
}
`,
  edition: newestRelease,
  timeZone: "Europe/Berlin",
  people,
  start,
  steps: [
    {
      kind: "message",
      who: "Alice",
      channel: "telegram",
      place: direct,
      text: "My appointment at the clinic is on Tuesday at nine.",
    },
    { kind: "wait", minutes: 12 },
    { kind: "message", who: "Bob", channel: "telegram", place: direct, text: "What is on this week?" },
  ],
};

/** The same two people over the weekend on which a day has 23 hours, under a config with a daily reset. */
export const shortDay: State = {
  ...leak,
  config: `{
  session: {
    dmScope: "per-channel-peer",
    // Every conversation starts over at half past two: an hour that Sunday does not have.
    reset: { mode: "daily", at: "02:30" },
  },
  channels: { telegram: { allowFrom: ["111", "222"] } },
}
`,
  edition: "2026-11",
  steps: [
    { kind: "message", who: "Alice", channel: "telegram", place: direct, text: "Shopping list: bread." },
    { kind: "wait", minutes: 60 * 38 },
    { kind: "message", who: "Alice", channel: "telegram", place: direct, text: "And milk." },
    { kind: "wait", minutes: 240 },
    { kind: "message", who: "Alice", channel: "telegram", place: direct, text: "What is on the list?" },
    { kind: "message", who: "Bob", channel: "telegram", place: direct, text: "Good night." },
  ],
};

/** One person on two channels whom links join, a room, a topic of it, and a stranger. */
export const family: State = {
  ...leak,
  config: `{
  session: {
    dmScope: "per-channel-peer",
    identityLinks: { alice: ["telegram:111", "whatsapp:+491700000111"] },
    sendPolicy: {
      default: "allow",
      rules: [{ action: "deny", match: { channel: "whatsapp" } }],
    },
  },
  agents: { list: [{ id: "main", default: true }, { id: "kitchen" }] },
  bindings: [
    { agentId: "kitchen", match: { channel: "telegram", peer: { kind: "group", id: "-100" } } },
    { agentId: "main", match: { channel: "telegram" } },
  ],
  channels: {
    telegram: {
      allowFrom: ["111", "222"],
      groups: { "-100": { requireMention: true } },
      groupAllowFrom: ["111", "222"],
    },
    whatsapp: { allowFrom: ["+491700000111"] },
  },
  tools: { profile: "messaging" },
}
`,
  edition: "2026-11",
  steps: [
    { kind: "message", who: "Alice", channel: "telegram", place: direct, text: "Remind me of the dentist." },
    { kind: "message", who: "Alice", channel: "whatsapp", place: direct, text: "When was that again?" },
    {
      kind: "message",
      who: "Bob",
      channel: "telegram",
      place: { kind: "room", chatType: "group", id: "-100" },
      text: "What is for dinner?",
      mentioned: true,
    },
    {
      kind: "message",
      who: "Alice",
      channel: "telegram",
      place: { kind: "room", chatType: "group", id: "-100", thread: "42" },
      text: "And for dessert?",
      mentioned: true,
    },
    { kind: "message", who: "Mallory", channel: "telegram", place: direct, text: "Let me in." },
  ],
};

/** The scenes that the page offers. */
export const scenes = [
  { id: "leak", name: "Bob sees Alice’s appointment", state: leak },
  { id: "family", name: "Two channels, a room and a stranger", state: family },
  { id: "short-day", name: "The night the clocks change", state: shortDay },
] as const;
