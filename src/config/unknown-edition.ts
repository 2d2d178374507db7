import { nearestEditions } from "../edition/nearest-editions.ts";
import type { Issue } from "./issue.ts";

/** Says that there is no edition with that name. */
export function unknownEdition(edition: string): Issue {
  return {
    severity: "error",
    code: "unknown-edition",
    path: "",
    message: `unknown edition ${JSON.stringify(edition)}`,
    hint: `the nearest known ones are ${nearestEditions(edition).join(", ")}`,
  };
}
