import { describeRecorded } from "./recorded.ts";

describeRecorded("readWebChat", [
  ["message", "a visitor is the peer", { chatType: "direct", peer: "v_7" }],
  ["room-message", "a room is", { chatType: "group", peer: "r_1", thread: "t_1", sender: "v_7" }],
  ["button", "a button is pressed in the same conversation", { chatType: "direct", peer: "v_7" }],
  ["by-an-agent", "somebody of the host's answers in person", "own-message"],
  ["typing", "not yet", "not-a-message"],
]);
