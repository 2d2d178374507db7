import { expect, it } from "vitest";
import { labelOf } from "../../../src/analysis/index.ts";

it.each<readonly [reason: string, entry: object, label: string | undefined]>([
  [
    "an operator's word comes first",
    { label: "Support", displayName: "slack:#general", subject: "x" },
    "Support",
  ],
  [
    "a room is called as people call it",
    { groupChannel: "#general", displayName: "slack:#general" },
    "#general",
  ],
  ["with the place that it is in", { subject: "Family", space: "Home" }, "Family (Home)"],
  ["the older name of a room", { room: "#dev" }, "#dev"],
  ["a person as the channel names them", { origin: { label: " Alex " } }, "Alex"],
  [
    "as releases since 2026.8.1 note it",
    { delivery: { kind: "external", origin: { label: "Alex" } } },
    "Alex",
  ],
  ["OpenClaw's own name for it", { displayName: "telegram:g-x", lastTo: "telegram:-1" }, "telegram:g-x"],
  ["an address, where nothing else is told", { deliveryContext: { to: "user:U1" } }, "user:U1"],
  ["blank names are none", { label: " ", subject: "", lastTo: "telegram:5" }, "telegram:5"],
  ["nothing", { updatedAt: 1 }, undefined],
  ["a name that is no text", { label: 5 }, undefined],
])("%s", (_, entry, label) => {
  expect(labelOf(entry)).toBe(label);
});
