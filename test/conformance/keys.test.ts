import { replaysExactly } from "./replays.ts";

// Beside others like it, so that they run side by side.
replaysExactly("keys", "conversations", "tasks");
