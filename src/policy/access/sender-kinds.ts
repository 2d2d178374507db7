/** By what a key of `toolsBySender` may name a sender, when it says so: `id:7`; and on which channel. */
export const senderKinds = ["id", "e164", "username", "name", "channel"] as const;

/** One of them. */
export type SenderKind = (typeof senderKinds)[number];
