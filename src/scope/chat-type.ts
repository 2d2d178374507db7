/** What kind of chat a message came from: one person, a closed room, or a broadcast room. */
export type ChatType = "direct" | "group" | "channel";
