import type { DefaultTheme } from "vitepress";

/** The pages of the guide, in the order in which they are read. */
export const guide: DefaultTheme.SidebarItem[] = [
  {
    text: "Begin",
    items: [{ text: "Session keys", link: "/guide/session-keys" }],
  },
];
