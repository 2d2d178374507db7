import { describeRecorded } from "./recorded.ts";

const ann = "users/115000000000000000007";
const space = { chatType: "group", peer: "spaces/AAAAMpdlehY", sender: ann } as const;

describeRecorded("readGoogleChat", [
  ["space-message", "a message that begins a thread stands in the space", space],
  [
    "thread-reply",
    "a reply stands in its thread",
    { ...space, thread: "spaces/AAAAMpdlehY/threads/UMxbHmzDlr4" },
  ],
  [
    "direct-message",
    "a chat with one person is with the person; the space is told beside",
    { chatType: "direct", peer: ann, room: "spaces/B1cD2eAAAAE" },
  ],
  ["added-to-space", "nobody said anything", "not-a-message"],
  ["card-clicked", "who clicked is the sender, and not the app whose card it is", space],
  ["add-on-message", "the newer form of the same", space],
  ["add-on-button", "the newer form of a button", space],
  ["add-on-removed", "the app is gone", "not-a-message"],
]);
